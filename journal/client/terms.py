"""Sharing on one's own terms: chosen parts of an entry, an end, the next-day guard (`docs/protocol.md` section 9)."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from journal.client import clock, documents
from journal.client.documents import Payload
from journal.client.errors import ClientError
from journal.wire.encoding import b64_encode

if TYPE_CHECKING:
    from journal.client.client import Client, Entry

WORDS, TOTAL = "words", "total"
"""Parts of an entry besides its answers, which go by their ids."""
GUARD = timedelta(hours=24)
MOST_GUARD = timedelta(hours=72)
_COPIED = ("happened", "phase", "dosing", "prompt", "instrument", "form", "scale")


def parts_of(document: Payload) -> list[str]:
    """Ids of the parts an entry has; what was left blank is none."""
    words = any(str(document.get(name) or "").strip() for name in ("title", "text"))
    total = isinstance(document.get("total"), int | float)
    answered = [one["id"] for one in _answers(document) if one["value"] not in (None, "", [])]
    return [WORDS] * words + [TOTAL] * total + answered


def excerpt_of(document: Payload, parts: Sequence[str], parent: dict[str, str]) -> Payload:
    """Members of an excerpt with these parts and no other. Raises ClientError where the entry lacks one of them."""
    present = parts_of(document)
    if not parts or set(parts) - set(present):
        raise ClientError("parts", f"This entry has: {', '.join(present)}.")
    chosen = [name for name in _COPIED if name in document]
    chosen += [name for name in ("title", "text") if WORDS in parts and document.get(name)]
    chosen += [TOTAL] * (TOTAL in parts)
    answers = [one for one in _answers(document) if one["id"] in parts]
    return {
        "kind": "excerpt",
        "parent": parent,
        "of": {"shown": len(set(parts)), "of": len(present)},
        **({"answers": answers} if answers else {}),
        **{name: document[name] for name in chosen},
    }


def guarded_until(
    document: Payload, doses: Sequence[Payload], guard: timedelta, now: datetime
) -> datetime | None:
    """Until when an entry waits that was written, or happened, within `guard` after a dose; None where it does not."""
    told = [
        documents.moment(documents.happened(document)),
        documents.moment(document.get("written")),
    ]
    starts = [
        documents.moment(documents.happened(one))
        for one in doses
        if one.get("state") != "cancelled"
    ]
    ends = [start + guard for start in starts if any(start <= at < start + guard for at in told)]
    last = max(ends, default=now)
    return last if last > now else None


class Terms:
    """What a client shares with whom, and under which terms: private `share` documents say it."""

    def __init__(self, client: "Client") -> None:
        self._client = client

    def share(
        self,
        item: bytes,
        person: bytes,
        *,
        parts: Sequence[str] = (),
        reason: str = "",
        until: datetime | None = None,
        hurried: bool = False,
    ) -> datetime | None:
        """Share an entry, or parts of it. Answers until when the next-day guard holds it back; None: it is shared.

        `hurried`: not to be held back. Raises ClientError for somebody who is not linked, and for parts there are not.
        """
        client = self._client
        document = client.read(client.vault.me, item)
        agreed = {
            "parts": list(parts) or "whole",
            "reason": reason,
            "until": documents.instant(until, clock.zone()) if until else None,
        }
        held = None if hurried else self.held_back_until(document)
        if held:
            waits = documents.instant(held, clock.zone())
            self._note(item, person, "waits", waits=waits, **agreed)
            return held
        before = self._shown(item, person)
        given = self._excerpt(item, person, document, parts) if parts else item
        client.share([given], person)
        for other in before - {given}:
            client.unshare(other, person)
        excerpt = b64_encode(given) if parts else None
        rev = b64_encode(client.shown()[client.vault.me, item])
        what = "updated" if before else "shared"
        self._note(item, person, what, waits=None, rev=rev, excerpt=excerpt, **agreed)
        return None

    def end(self, item: bytes, person: bytes) -> None:
        """Stop sharing an entry, whole or in parts; also what is held back."""
        shown = self._shown(item, person)
        for one in shown or {item}:
            self._client.unshare(one, person)
        known = self._known(item, person)
        waited = bool(known and known.document.get("waits"))
        what = "asked" if waited and not shown else "ended"
        self._note(item, person, what, waits=None, until=None)

    def end_due(self) -> None:
        """End what has come to the end that was set."""
        now = clock.now()
        for one in self._client.entries(kinds=("share",)):
            until = one.document.get("until")
            item, person = (documents.id_of(one.document.get(name)) for name in ("item", "person"))
            is_due = documents.NO_DATE < documents.moment(until) <= now
            if not is_due or not item or not person:
                continue
            if one.document.get("waits") or self._shown(item, person):
                self.end(item, person)

    def held_back_until(self, document: Payload) -> datetime | None:
        """Until when the next-day guard holds an entry back; None where it does not."""
        hours = self._client.settings().get("guardHours")
        guard = timedelta(hours=hours) if isinstance(hours, int | float) else GUARD
        if not timedelta() <= guard <= MOST_GUARD:
            guard = GUARD
        doses = [one.document for one in self._client.dosings()]
        return guarded_until(document, doses, guard, clock.now().astimezone(UTC))

    def excerpts(self, item: bytes) -> list["Entry"]:
        """Own excerpts of an own entry."""
        named = b64_encode(item)
        found = self._client.entries(self._client.vault.me, ("excerpt",))
        return [one for one in found if documents.parent(one.document).get("item") == named]

    def _excerpt(
        self, item: bytes, person: bytes, document: Payload, parts: Sequence[str]
    ) -> bytes:
        client = self._client
        ids = {
            "author": client.vault.me,
            "item": item,
            "rev": client.shown()[client.vault.me, item],
        }
        members = excerpt_of(document, parts, {name: b64_encode(id) for name, id in ids.items()})
        known = self._known(item, person)
        old = documents.id_of(known.document.get("excerpt")) if known else None
        if old and (client.vault.me, old) in client.shown():
            blank = dict.fromkeys((*_COPIED, "title", "text", TOTAL, "answers"))
            client.edit(old, **blank | members)
            return old
        happened = members.pop("happened", None)
        (made,) = client.write_many([members])
        if happened:
            client.edit(made, happened=happened)
        return made

    def _shown(self, item: bytes, person: bytes) -> set[bytes]:
        """The entry and excerpts of it, as far as that person is shown them, or about to be."""
        client = self._client
        items = {item, *(one.item for one in self.excerpts(item))}
        return items & client.granted(person)

    def _known(self, item: bytes, person: bytes) -> "Entry | None":
        names = {"item": b64_encode(item), "person": b64_encode(person)}
        found = [
            one
            for one in self._client.entries(kinds=("share",))
            if names.items() <= one.document.items()
        ]
        return max(
            found, key=lambda one: documents.moment(one.document.get("written")), default=None
        )

    def _note(self, item: bytes, person: bytes, what: str, **members: Any) -> None:
        known = self._known(item, person)
        told = known.document.get("events") if known else None
        events = list(told) if isinstance(told, list) else []
        events.append({"what": what, "at": documents.instant(clock.now(), clock.zone())})
        if known:
            self._client.edit(known.item, events=events, **members)
            return
        names = {"kind": "share", "item": b64_encode(item), "person": b64_encode(person)}
        self._client.write_many([{**names, "events": events, **members}])


def _answers(document: Payload) -> list[dict[str, Any]]:
    answers = document.get("answers")
    known = answers if isinstance(answers, list) else []
    return [one for one in known if isinstance(one, dict) and {"id", "value"} <= one.keys()]
