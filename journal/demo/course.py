"""The invented course of `course.toml`, read and laid on the calendar.

Times in the file are days before today and a clock time, so that the last dose is always two
days ago. What the file says is checked here once; a mistake in it is a ValueError with its place.
"""

import json
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, tzinfo
from pathlib import Path
from typing import Any, TypeVar

COURSE = Path(__file__).with_name("course.toml")
PROMPTS = Path(__file__).parents[2] / "static" / "content" / "packs" / "core.json"

_OFFSET = re.compile(r"(-\d{1,3}) ([01]\d|2[0-3]):([0-5]\d)\Z")


@dataclass(frozen=True, order=True)
class Offset:
    """A clock time on a day counted from today; `days` is negative, for days gone by."""

    days: int
    clock: time

    def on(self, today: date, zone: tzinfo) -> datetime:
        """This moment as it was lived in `zone`, when today is `today`."""
        return datetime.combine(today + timedelta(days=self.days), self.clock, zone)


@dataclass(frozen=True)
class Account:
    """Somebody who signs up: the handle asked for and the name the other side is shown."""

    handle: str
    name: str
    boundary: dict[str, str] = field(default_factory=dict)
    """Of the therapist: how they read, as `docs/protocol.md` section 9 names it."""


@dataclass(frozen=True)
class Dosing:
    """A dosing session that took place; `number` counts from 1 in the course."""

    number: int
    at: Offset
    route: str
    setting: str
    support: str
    note: str

    @property
    def words(self) -> str:
        """Setting, company and note as the few words kept with a dosing session."""
        return f"{self.note} {self.setting} Home with {self.support}."


@dataclass(frozen=True)
class Prompt:
    """A prompt of the core pack, as it was shown."""

    pack: str
    id: str
    version: int
    phase: str
    text: str


@dataclass(frozen=True)
class Entry:
    """One page of the journal. `comment` is the therapist's answer; only shared pages have one."""

    id: str
    at: Offset
    text: str
    prompt: Prompt | None
    share: bool
    reviewed: bool
    comment: str | None


@dataclass(frozen=True)
class Measure:
    """A filled-in instrument: the raw answers in their order, and the total they give."""

    at: Offset
    instrument: str
    answers: tuple[int, ...]
    total: int


@dataclass(frozen=True)
class Rating:
    """A personal rating of 0 to 10."""

    at: Offset
    name: str
    value: int


Timed = TypeVar("Timed", Dosing, Entry, Measure, Rating)
Table = dict[str, Any]


@dataclass(frozen=True)
class Course:
    """Everything in the file, each list in the order in which it was lived."""

    patient: Account
    therapist: Account
    dosings: tuple[Dosing, ...]
    entries: tuple[Entry, ...]
    measures: tuple[Measure, ...]
    ratings: tuple[Rating, ...]


def parse_offset(text: str) -> Offset:
    """`"-29 11:50"` as an Offset. Raises ValueError for today, the future, or anything else."""
    match = _OFFSET.match(text)
    if not match or int(match[1]) == 0:
        raise ValueError(f"not a moment before today: {text!r}")
    return Offset(int(match[1]), time(int(match[2]), int(match[3])))


def load_prompts(path: Path = PROMPTS) -> dict[str, Prompt]:
    """The prompts of a pack by id."""
    pack = json.loads(path.read_text("utf-8"))
    return {
        row["id"]: Prompt(pack["id"], row["id"], pack["version"], row["phase"], row["text"])
        for row in pack["prompts"]
    }


def load_course(path: Path = COURSE) -> Course:
    """The course in `path`.

    Raises ValueError when a moment does not parse, a prompt does not exist, or a private entry
    is said to be reviewed or commented on; TypeError when a table has an unknown member.
    """
    data = tomllib.loads(path.read_text("utf-8"))
    prompts = load_prompts()
    return Course(
        patient=Account(**data["patient"]),
        therapist=Account(**data["therapist"]),
        dosings=_by_time(Dosing(**_timed(row)) for row in data["dosing"]),
        entries=_by_time(_entry(row, prompts) for row in data["entry"]),
        measures=_by_time(_measure(row) for row in data["measure"]),
        ratings=_by_time(
            Rating(parse_offset(at), name, value)
            for name, rows in data["ratings"].items()
            for at, value in rows
        ),
    )


def _timed(row: Table) -> Table:
    return row | {"at": parse_offset(row["at"])}


def _by_time(rows: Iterable[Timed]) -> tuple[Timed, ...]:
    return tuple(sorted(rows, key=lambda row: row.at))


def _entry(row: Table, prompts: dict[str, Prompt]) -> Entry:
    prompt = prompts.get(row["prompt"]) if "prompt" in row else None
    if "prompt" in row and prompt is None:
        raise ValueError(f"entry {row['id']!r} answers an unknown prompt {row['prompt']!r}")
    blank = {"share": False, "reviewed": False, "comment": None}
    read = {"prompt": prompt, "text": row["text"].strip()}
    entry = Entry(**blank | _timed(row) | read)
    if (entry.reviewed or entry.comment) and not entry.share:
        raise ValueError(f"entry {entry.id!r} was read but never shared")
    return entry


def _measure(row: Table) -> Measure:
    return Measure(**_timed(row) | {"answers": tuple(row["answers"])})
