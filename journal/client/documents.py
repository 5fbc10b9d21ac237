"""Payloads as `docs/protocol.md` section 9 lays them out, and where an entry belongs (`docs/clinical-content.md`). Pure."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from journal.client.characters import cut
from journal.wire.encoding import b64_decode
from journal.wire.errors import Malformed

PHASES = ("preparation", "reflection", "integration")
ROUTES = ("iv", "im", "sc", "nasal", "lozenge", "oral", "rectal", "other")
STATES = ("planned", "done", "cancelled")
PLACED = ("entry", "measure", "rating")
"""Kinds that stand on the timeline by phase."""
PRIVATE = (
    "course", "thread", "details", "settings", "safety", "consent", "skip", "share", "series", "note", "pin", "meeting", "draft", "review",
)  # fmt: skip
"""Kinds that are never granted."""
BOUNDARY = ("rhythm", "record", "danger", "absence")
"""What a therapist says before anybody links with them."""

REFLECTION = timedelta(hours=24)
NEXT_DOSE = timedelta(hours=48)
PREVIEW = 140
_FURTHEST = 1_000_000
"""Further than any instrument scores and any course counts."""

Payload = dict[str, Any]


def instant(moment: datetime, zone: str) -> dict[str, str]:
    """`{"at", "zone"}` of an aware moment, lived in the IANA zone."""
    at = moment.astimezone(UTC).isoformat(timespec="milliseconds")
    return {"at": at.replace("+00:00", "Z"), "zone": zone}


_RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)", re.ASCII)
_FIRST, _LAST = datetime(1900, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)
"""What is said to lie outside these years is not taken for a date."""
NO_DATE = datetime.min.replace(tzinfo=UTC)


def moment(value: object) -> datetime:
    """The aware moment of an instant; NO_DATE where a payload of somebody else has none that a clock could have shown."""
    at = value.get("at") if isinstance(value, dict) else None
    if not isinstance(at, str) or not _RFC_3339.fullmatch(at):
        return NO_DATE
    try:
        found = datetime.fromisoformat(at).astimezone(UTC)
    except (ValueError, OverflowError):
        return NO_DATE
    return found if _FIRST <= found <= _LAST else NO_DATE


def happened(document: Payload) -> object:
    """The instant at which it happened, or else was written."""
    said = document.get("happened")
    return document.get("written") if moment(said) == NO_DATE else said


def payload(kind: str, written: dict[str, str], **members: Any) -> Payload:
    """A payload of that kind; members that are None are left out. `prev` is set when it is sealed."""
    present = {name: value for name, value in members.items() if value is not None}
    return {"v": 1, "kind": kind, "prev": None, "written": written, **present}


def summary(document: Payload) -> Payload:
    """The payload with its long texts cut: enough for lists and the timeline."""
    short = dict(document)
    short.pop("answers", None)
    for name in ("text", "note", "setting", "support"):
        if isinstance(short.get(name), str):
            short[name] = cut(short[name], PREVIEW)
    if isinstance(short.get("prompt"), dict):
        short["prompt"] = {"id": short["prompt"].get("id")}
    return short


def title(document: Payload) -> str:
    """The title, or the first words, or the instrument of a measure."""
    for name in ("title", "text", "instrument", "note"):
        value = document.get(name)
        if isinstance(value, str) and value.strip():
            return cut(value.strip().split("\n")[0], 80)
    return ""


def equal(one: Payload, other: Payload) -> bool:
    """Whether two revisions say the same (`docs/protocol.md` section 5, rule 2)."""
    return _said(one) == _said(other)


def conflict_copy(document: Payload, item: str, rev: str) -> Payload:
    """The payload of the conflict copy of (item, rev), both b64."""
    return document | {"prev": None, "conflict_of": {"item": item, "rev": rev}}


def _said(document: Payload) -> Payload:
    return {name: value for name, value in document.items() if name not in ("prev", "written")}


class Place(NamedTuple):
    """Where an entry stands: its phase, and the dosing session it belongs to (the key it was given with)."""

    phase: str
    dosing: str | None


class Doses:
    """Dosing sessions by date, cancelled ones left out. Keys are whatever names a session to the caller."""

    def __init__(self, sessions: Iterable[tuple[str, Payload]]) -> None:
        kept = [
            (moment(happened(one)), key) for key, one in sessions if one.get("state") != "cancelled"
        ]
        self._order = sorted(kept)
        self._times = [at for at, _ in self._order]

    def place(self, document: Payload, at: datetime) -> Place:
        """Phase and dosing session of what happened then: as chosen or given by its prompt, else by date."""
        place = self._by_date(at)
        chosen = document.get("phase")
        if chosen in PHASES:
            place = Place(chosen, self._beside(at, chosen))
        named = document.get("dosing")
        return Place(place.phase, named if isinstance(named, str) and named else place.dosing)

    def _by_date(self, at: datetime) -> Place:
        last, following = self._around(at)
        if last is None:
            return Place("preparation", following[1] if following else None)
        if at < last[0] + REFLECTION:
            return Place("reflection", last[1])
        if following and following[0] - at <= NEXT_DOSE:
            return Place("preparation", following[1])
        return Place("integration", last[1])

    def _beside(self, at: datetime, phase: str) -> str | None:
        last, following = self._around(at)
        beside = following if phase == "preparation" else last
        return beside[1] if beside else None

    def _around(
        self, at: datetime
    ) -> tuple[tuple[datetime, str] | None, tuple[datetime, str] | None]:
        index = bisect_right(self._times, at)
        last = self._order[index - 1] if index else None
        return last, self._order[index] if index < len(self._order) else None


def number(document: Payload) -> int:
    """Of a dosing session; 1 where it has none that a course could count."""
    found: Any = document.get("number")
    is_one = isinstance(found, int) and not isinstance(found, bool) and 0 < found < _FURTHEST
    return found if is_one else 1


def score(value: Any) -> float | None:
    """A number that an instrument could have given, or None."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return value if is_number and abs(value) <= _FURTHEST else None


def parent(document: Payload) -> dict[str, str]:
    """What it hangs on, as far as it says so in text."""
    found = document.get("parent")
    members = found.items() if isinstance(found, dict) else ()
    return {name: value for name, value in members if isinstance(value, str)}


def id_of(value: object) -> bytes | None:
    """The id that a member names in b64, or None."""
    try:
        return b64_decode(value) if isinstance(value, str) else None
    except Malformed:
        return None


def next_number(sessions: Sequence[Payload]) -> int:
    """Number of the next dosing session of the course."""
    numbers = [number(one) for one in sessions]
    return max(numbers, default=0) + 1
