"""Sharing entries, on one's own terms: parts, an end, the next-day guard (`docs/protocol.md` section 9).

Private `share` documents say what is shared with whom. What grants and revokes by itself is private here: whatever is
shared or ended goes through `share` and `unshare`, so that the guard is asked and the documents stay true.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from journal.client import clock, documents
from journal.client.documents import Payload
from journal.client.dosings import Dosings
from journal.client.errors import ClientError
from journal.client.items import Entry, Items
from journal.client.outbox import Op
from journal.client.profile import Profile
from journal.client.terms import COPIED, TOTAL, check_parts, excerpt_of, guard_of, guarded_until
from journal.client.writing import Writing
from journal.wire.encoding import b64_encode

Change = tuple[bytes, str, Payload]
"""What a `share` document is told: the entry, the event, and members that change."""


class Sharing:
    """What an account shares with whom."""

    def __init__(self, profile: Profile, items: Items, writing: Writing, dosings: Dosings) -> None:
        self._profile, self._items, self._writing = profile, items, writing
        self._dosings = dosings

    def share(
        self,
        items: Sequence[bytes],
        person: bytes,
        *,
        parts: Sequence[str] = (),
        reason: str = "",
        until: datetime | None = None,
        override: bool = False,
    ) -> datetime | None:
        """Share entries as they are now, or parts of one. Those written close to a dose wait for the next-day guard.

        Answers until when the last of them is held back; None: all are shared. `override`: none is held back. Raises
        ClientError, and nothing is shared: for somebody who is not linked, for what is no entry of one's own, and for
        parts that it has not.
        """
        self._profile.linked(person)
        entries = {item: self._shareable(item) for item in items}
        if parts:
            self._check_parts(entries, parts)
        terms = {
            "parts": list(parts) or "whole",
            "reason": reason,
            "until": documents.instant(until, clock.zone()) if until else None,
        }
        held = {} if override else self._held_back(entries)
        self._note(person, [(item, "waits", _waits(at) | terms) for item, at in held.items()])
        self._share_now([item for item in entries if item not in held], person, parts, terms)
        return max(held.values(), default=None)

    def unshare(self, item: bytes, person: bytes) -> None:
        """Stop sharing an entry, whole or in parts, and what is held back: the server hands out nothing of it any more."""
        shown = self._given(item, person)
        self._revoke(shown or {item}, person)
        known = self._known(person).get(item)
        waited = bool(known and known.document.get("waits"))
        what = "asked" if waited and not shown else "ended"
        self._note(person, [(item, what, {"waits": None, "until": None})])

    def end_due(self) -> None:
        """End what has come to the end that was set."""
        now = clock.now()
        for one in self._items.entries(kinds=("share",)):
            until = one.document.get("until")
            item, person = (documents.id_of(one.document.get(name)) for name in ("item", "person"))
            is_due = documents.NO_DATE < documents.moment(until) <= now
            if not is_due or not item or not person:
                continue
            if one.document.get("waits") or self._given(item, person):
                self.unshare(item, person)

    def granted(self, person: bytes) -> set[bytes]:
        """Own items that a person is shown, or is about to be."""
        log = self._profile.log_to(self._profile.vault.contact(person).id_pk)
        items = {one.item for one in self._profile.store.shares() if one.log == log and one.live}
        for op in self._profile.outbox.ops():
            if op.log == log and op.kind == "grant":
                items.add(op.item)
            elif op.log == log and op.kind == "revoke":
                items.discard(op.item)
        return items

    def share_dosings(self, person: bytes, wanted: bool) -> None:
        """The standing choice to let a person see dosing sessions: what there is now, and what comes."""
        profile = self._profile
        contact = profile.linked(person)
        if contact.dosing == wanted:
            return
        log, sessions = profile.log_to(person), self._dosings.by_date()
        live = {one.item for one in profile.store.shares() if one.log == log and one.live}
        if wanted:
            ops = [Op(0, log, "grant", one.item, one.rev) for one in sessions]
        else:
            ops = [Op(0, log, "revoke", one.item) for one in sessions if one.item in live]
        with profile.store.write():
            profile.outbox.add_many(ops)
            profile.change_ring(profile.vault.ring.with_contact(contact._replace(dosing=wanted)))

    # What is shared now, and what waits.

    def _shareable(self, item: bytes) -> Payload:
        document = self._items.read(self._profile.me, item)
        if document["kind"] in documents.PRIVATE:
            raise ClientError("not-found", "There is no such entry.")
        return document

    def _check_parts(self, entries: dict[bytes, Payload], parts: Sequence[str]) -> None:
        if len(entries) != 1:
            raise ClientError("parts", "Parts are shared of one entry at a time.")
        for document in entries.values():
            check_parts(document, parts)

    def _held_back(self, entries: dict[bytes, Payload]) -> dict[bytes, datetime]:
        """Those that the next-day guard holds back, with the moment until when."""
        guard = guard_of(self._items.settings())
        doses = [one.document for one in self._dosings.by_date()]
        now = clock.now().astimezone(UTC)
        ends = {item: guarded_until(one, doses, guard, now) for item, one in entries.items()}
        return {item: at for item, at in ends.items() if at}

    def _share_now(
        self, items: Sequence[bytes], person: bytes, parts: Sequence[str], terms: Payload
    ) -> None:
        before = {item: self._given(item, person) for item in items}
        given = {item: self._excerpt(item, person, parts) if parts else item for item in items}
        self._grant(given.values(), person)
        self._revoke([one for item in items for one in before[item] - {given[item]}], person)
        shown, me = self._items.shown(), self._profile.me
        changes: list[Change] = []
        for item in items:
            rev, excerpt = b64_encode(shown[me, item]), b64_encode(given[item]) if parts else None
            now = {"waits": None, "rev": rev, "excerpt": excerpt}
            changes.append((item, "updated" if before[item] else "shared", now | terms))
        self._note(person, changes)

    def _grant(self, items: Iterable[bytes], person: bytes) -> None:
        """Grant own items as they are now. Asks no guard and tells no document."""
        profile, log = self._profile, self._profile.log_to(person)
        shown, known = self._items.shown(), profile.grants()
        places = [(item, shown[profile.me, item]) for item in items]
        ops = [Op(0, log, "grant", *place) for place in places if (log, *place) not in known]
        with profile.store.write():
            profile.outbox.add_many(ops)

    def _revoke(self, items: Iterable[bytes], person: bytes) -> None:
        """Nothing new of them, and the server will not hand out the old. Tells no document."""
        log = self._profile.log_to(self._profile.vault.contact(person).id_pk)
        with self._profile.store.write():
            self._profile.outbox.add_many([Op(0, log, "revoke", item) for item in items])

    def _given(self, item: bytes, person: bytes) -> set[bytes]:
        """The entry and excerpts of it, as far as that person is shown them, or about to be."""
        return {item, *self._items.excerpts().get(item, ())} & self.granted(person)

    def _excerpt(self, item: bytes, person: bytes, parts: Sequence[str]) -> bytes:
        """The excerpt that a person is shown: the one that they know, as it is to be now, or a new one."""
        me = self._profile.me
        document = self._items.read(me, item)
        members = excerpt_of(document, parts, self._items.reference(me, item))
        known = self._known(person).get(item)
        old = documents.id_of(known.document.get("excerpt")) if known else None
        if old and (me, old) in self._items.shown():
            blank = dict.fromkeys((*COPIED, "title", "text", TOTAL, "answers"))
            self._writing.edit(old, **blank | members)
            return old
        return self._writing.write_many([members])[0]

    # What the documents say.

    def _known(self, person: bytes) -> dict[bytes, Entry]:
        """Own item → the `share` document about it and that person; of several the one written last."""
        named = b64_encode(person)
        found: dict[bytes, Entry] = {}
        entries = self._items.entries(kinds=("share",))
        for one in sorted(entries, key=lambda one: documents.moment(one.document.get("written"))):
            item = documents.id_of(one.document.get("item"))
            if item and one.document.get("person") == named:
                found[item] = one
        return found

    def _note(self, person: bytes, changes: Sequence[Change]) -> None:
        """Tell the `share` documents what was done, each with an event of its own."""
        if not changes:
            return
        known, at = self._known(person), documents.instant(clock.now(), clock.zone())
        fresh: list[dict[str, Any]] = []
        for item, what, members in changes:
            old = known.get(item)
            events = [*_events(old), {"what": what, "at": at}]
            if old:
                self._writing.edit(old.item, events=events, **members)
            else:
                names = {"kind": "share", "item": b64_encode(item), "person": b64_encode(person)}
                fresh.append({**names, "events": events, **members})
        self._writing.write_many(fresh)


def _waits(until: datetime) -> Payload:
    return {"waits": documents.instant(until, clock.zone())}


def _events(known: Entry | None) -> list[Any]:
    events = known.document.get("events") if known else None
    return events if isinstance(events, list) else []
