"""Writing, changing and deleting own items. Whatever is written is durable on this device when a call returns."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from journal.client import clock, documents
from journal.client.documents import PLACED, Payload
from journal.client.errors import TooLong
from journal.client.items import Items
from journal.client.outbox import Op
from journal.client.profile import Profile
from journal.wire.errors import Malformed


class Version(NamedTuple):
    """What is to be sealed: a payload, the item (None: a new one) and the revision that it follows."""

    document: Payload
    item: bytes | None = None
    prev: bytes | None = None


class Writing:
    """Seals what is written and queues it; nothing is sent here."""

    def __init__(self, profile: Profile, items: Items) -> None:
        self._profile, self._items = profile, items

    def write(self, text: str = "", **members: Any) -> bytes:
        """Write an entry: `title`, `prompt`, `phase`, `dosing`, `happened` as `docs/protocol.md` section 9 has them.

        `happened` and `written` may be given as aware moments; the zone is this device's unless `zone` is given.
        """
        return self.write_many([{"text": text, **members}])[0]

    def write_as(self, item: bytes | None, **members: Any) -> bytes:
        """As `write`, under the item that was meant for it; None: a new one."""
        document = _document(members, clock.now(), clock.zone())
        return self.keep([Version(document, item)])[0]

    def write_many(self, entries: Iterable[dict[str, Any]]) -> list[bytes]:
        """Write many items in one transaction; each as for `write`, of kind `entry` unless `kind` says otherwise."""
        moment, zone = clock.now(), clock.zone()
        return self.keep([Version(_document(dict(members), moment, zone)) for members in entries])

    def edit(self, item: bytes, **changes: Any) -> bytes:
        """A new revision of an own item; members nobody here knows are carried. Answers its rev. Not shared by itself."""
        rev = self._items.own_rev(item)
        old = self._profile.vault.open(self._profile.me, rev)
        written = changes.pop("written", None) or clock.now()
        zone = changes.pop("zone", None) or clock.zone()
        merged = old | {"written": documents.instant(written, zone)}
        for name, value in changes.items():
            if value is None:
                merged.pop(name, None)
            else:
                merged[name] = _instant(value, zone)
        self.keep([Version(merged, item, rev)])
        return self._items.own_rev(item)

    def delete(self, item: bytes) -> None:
        """Delete an own item with its excerpts, and end its sharing."""
        self._items.own_rev(item)
        for one in (*self._items.excerpts().get(item, ()), item):
            self._delete(one)

    def keep(self, versions: Iterable[Version]) -> list[bytes]:
        """Seal revisions and keep them with their place in the outbox, in one durable transaction; answers the items.

        Dosing sessions are granted to those who may see them. Raises TooLong.
        """
        profile, vault = self._profile, self._profile.vault
        watchers = [one for one in vault.ring.contacts if one.dosing and one.state == "linked"]
        rows, puts, grants = [], [], []
        for document, item, prev in versions:
            try:
                row = vault.seal_revision(document, item, prev)
            except Malformed as error:
                raise TooLong from error
            rows.append(row)
            puts.append(Op(0, profile.own, "put", row.item, row.rev, prev, len(row.body or b"")))
            if document["kind"] == "dosing":
                logs = [profile.log_to(one.id_pk) for one in watchers]
                grants += [Op(0, log, "grant", row.item, row.rev) for log in logs]
        with profile.store.write():
            profile.store.add_revisions(vault.me, rows, vault.epoch)
            profile.outbox.add_many(puts + grants)
        return [row.item for row in rows]

    def _delete(self, item: bytes) -> None:
        profile, rev = self._profile, self._items.own_rev(item)
        own = {profile.log_to(one.id_pk) for one in profile.vault.ring.contacts}
        with profile.store.write():
            profile.outbox.add(profile.own, "del", item, base=rev)
            for share in profile.store.shares():
                if share.item == item and share.live and share.log in own:
                    profile.outbox.add(share.log, "revoke", item)


def _document(members: dict[str, Any], moment: datetime, zone: str) -> Payload:
    zone = members.pop("zone", None) or zone
    written = members.pop("written", None) or moment
    kind = members.pop("kind", "entry")
    happened = members.pop("happened", None) or (written if kind in (*PLACED, "dosing") else None)
    if happened is not None:
        members["happened"] = _instant(happened, zone)
    return documents.payload(kind, documents.instant(written, zone), **members)


def _instant(value: Any, zone: str) -> Any:
    """A moment as a payload says it; anything else as it is."""
    return documents.instant(value, zone) if isinstance(value, datetime) else value
