"""What is shown on this device: one's own items and those that others share, as lists and one by one."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from typing import NamedTuple

from journal.client import documents
from journal.client.documents import PLACED, Doses, Payload, Place
from journal.client.errors import ClientError
from journal.client.profile import Profile
from journal.client.vault import Listed, Shown
from journal.wire.encoding import b64_decode, b64_encode
from journal.wire.errors import Malformed
from journal.wire.limits import ID

ON_DEVICE, BACKED_UP = "device", "backed-up"


class Entry(NamedTuple):
    """One shown item: what lists and the timeline need. `document` is its summary, empty where `problem` says why."""

    author: bytes
    item: bytes
    rev: bytes
    document: Payload
    problem: str | None
    kept: str
    happened: datetime
    """When it happened, or was written."""
    place: Place
    shared: tuple[str, ...] = ()
    """Names of the people who can see an own entry; an older revision counts."""


class Items:
    """Items and people are named by bytes (item id, id_pk)."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile

    def shown(self) -> Shown:
        """(author, item) → the revision shown: the last one queued here, else what the logs say.

        Of oneself and of pinned people; whoever else the server shows is nobody.
        """
        me = self._profile.me
        people = {me, *(one.id_pk for one in self._profile.vault.ring.contacts)}
        rows = self._profile.store.items()
        found = {(a, item): rev for a, item, rev, deleted in rows if a in people and not deleted}
        for op in self._profile.outbox.ops():
            if op.kind == "put" and not (op.again and (me, op.item) in found):
                found[me, op.item] = op.rev
            elif op.kind == "del":
                found.pop((me, op.item), None)
        return found

    def listed(self) -> list[Listed]:
        """Everything that is shown, one's own and what others share."""
        return self._profile.vault.listed(self.shown())

    def entries(
        self, author: bytes | None = None, kinds: Sequence[str] | None = None
    ) -> list[Entry]:
        """Entries of one person (oneself by default), and what others show of theirs, newest first."""
        me = self._profile.me
        author = author or me
        if kinds is None:
            kinds = PLACED if author == me else (*PLACED, "excerpt")
        listed = [one for one in self.listed() if one.author == author]
        doses = Doses((one.item.hex(), one.document or {}) for one in of_kind(listed, "dosing"))
        waiting = self._waiting() if author == me else set()
        names = self._shared_names() if author == me else {}
        entries = []
        for one in listed:
            document = one.document or {}
            if not document or document["kind"] in kinds:
                kept = ON_DEVICE if one.item in waiting else BACKED_UP
                at = documents.moment(documents.happened(document))
                place = doses.place(_by_hex(document), at)
                fields = (one.author, one.item, one.rev, document, one.problem, kept, at)
                entries.append(Entry(*fields, place, names.get(one.item, ())))
        return sorted(entries, key=lambda entry: (entry.happened, entry.item), reverse=True)

    def read(self, author: bytes, item: bytes) -> Payload:
        """The whole payload of a shown item. Raises ClientError `not-found`."""
        return self._profile.vault.open(author, self.rev(author, item))

    def rev(self, author: bytes, item: bytes) -> bytes:
        """The revision that is shown of an item. Raises ClientError `not-found`."""
        found = self.shown().get((author, item))
        if found is None:
            raise ClientError("not-found", "There is no such entry.")
        return found

    def own_rev(self, item: bytes) -> bytes:
        """The revision that is shown of an own item. Raises ClientError `not-found`."""
        found = self.shown().get((self._profile.me, item))
        if found is None:
            raise ClientError("not-found", "There is no such entry of yours.")
        return found

    def reference(self, author: bytes, item: bytes) -> dict[str, str]:
        """How a payload names a shown item, as it is now. Raises ClientError `not-found`."""
        ids = {"author": author, "item": item, "rev": self.rev(author, item)}
        return {name: b64_encode(id) for name, id in ids.items()}

    def settings(self) -> Payload:
        """What this person has set; of several documents the one written last. Empty where there is none."""
        return latest(self.entries(kinds=("settings",)))

    def excerpts(self) -> dict[bytes, set[bytes]]:
        """Own items → their excerpts, which are shown in their place."""
        own = [one for one in self.listed() if one.author == self._profile.me]
        found: dict[bytes, set[bytes]] = {}
        for one in of_kind(own, "excerpt"):
            parent = documents.id_of(documents.parent(one.document or {}).get("item"))
            if parent:
                found.setdefault(parent, set()).add(one.item)
        return found

    def _waiting(self) -> set[bytes]:
        return {op.item for op in self._profile.outbox.ops() if op.kind in ("put", "del")}

    def _shared_names(self) -> dict[bytes, tuple[str, ...]]:
        """Own item → names of the people who can see it, in some revision."""
        profile = self._profile
        names = {profile.log_to(one.id_pk): one.name for one in profile.vault.ring.contacts}
        seen: dict[bytes, dict[str, None]] = {}
        for share in profile.store.shares():
            if share.live and share.log in names:
                seen.setdefault(share.item, {})[names[share.log]] = None
        for op in profile.outbox.ops():
            if op.kind == "revoke" and op.log in names:
                seen.get(op.item, {}).pop(names[op.log], None)
        for parent, excerpts in self.excerpts().items():
            for item in excerpts:
                seen.setdefault(parent, {}).update(seen.pop(item, {}))
        return {item: tuple(people) for item, people in seen.items()}


def of_kind(listed: Sequence[Listed], kind: str) -> list[Listed]:
    """Those of one kind that could be opened."""
    return [one for one in listed if one.document and one.document["kind"] == kind]


def latest(entries: Sequence[Entry]) -> Payload:
    """The document that was written last, empty where there is none."""
    found = [one.document for one in entries]
    return max(found, key=lambda one: documents.moment(one.get("written")), default={})


def _by_hex(document: Payload) -> Payload:
    """The chosen dosing session named as `Doses` names them here."""
    chosen = document.get("dosing")
    if not isinstance(chosen, str):
        return document
    with suppress(Malformed):
        return document | {"dosing": b64_decode(chosen, ID).hex()}
    return document
