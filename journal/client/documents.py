"""Payloads as `docs/protocol.md` section 9 lays them out, and where an entry belongs (`docs/clinical-content.md`). Pure."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

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

Payload = dict[str, Any]


def instant(moment: datetime, zone: str) -> dict[str, str]:
    """`{"at", "zone"}` of an aware moment, lived in the IANA zone."""
    at = moment.astimezone(UTC).isoformat(timespec="milliseconds")
    return {"at": at.replace("+00:00", "Z"), "zone": zone}


def moment(value: object) -> datetime:
    """The aware moment of an instant; the year 1 where a payload of somebody else has none."""
    try:
        return datetime.fromisoformat(value["at"]).astimezone(UTC)  # type: ignore[index]
    except (TypeError, KeyError, ValueError, OverflowError):
        return datetime.min.replace(tzinfo=UTC)


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
            short[name] = short[name][:PREVIEW]
    if isinstance(short.get("prompt"), dict):
        short["prompt"] = {"id": short["prompt"].get("id")}
    return short


def title(document: Payload) -> str:
    """The title, or the first words, or the instrument of a measure."""
    for name in ("title", "text", "instrument", "note"):
        value = document.get(name)
        if isinstance(value, str) and value.strip():
            return value.strip().split("\n")[0][:80]
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
            (moment(one.get("happened")), key)
            for key, one in sessions
            if one.get("state") != "cancelled"
        ]
        self._order = sorted(kept)
        self._times = [at for at, _ in self._order]

    def place(self, document: Payload, at: datetime) -> Place:
        """Phase and dosing session of what happened then: as chosen or given by its prompt, else by date."""
        place = self._by_date(at)
        chosen = document.get("phase")
        if chosen in PHASES:
            place = Place(chosen, self._beside(at, chosen))
        return Place(place.phase, document.get("dosing") or place.dosing)

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


def next_number(sessions: Sequence[Payload]) -> int:
    """Number of the next dosing session of the course."""
    numbers = [one["number"] for one in sessions if isinstance(one.get("number"), int)]
    return max(numbers, default=0) + 1
