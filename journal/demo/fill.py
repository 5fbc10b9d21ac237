"""The invented course, put into a server by the real client: two people sign up, link, write, share, read and answer."""

import json
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from journal.client import clock
from journal.client.client import Client
from journal.client.errors import Problem
from journal.demo.course import Account, Course, Entry, Measure, Rating, load_course
from journal.protocol.passphrase import generate_passphrase

WORDS = Path(__file__).parents[2] / "static" / "content" / "words.json"
SPARE_HANDLES = 100
UNREAD = 1
"""Comments that wait for the patient."""


@dataclass(frozen=True)
class Login:
    """What one of the two needs to sign in anywhere."""

    name: str
    role: str
    handle: str
    passphrase: str
    kit_code: str


@dataclass(frozen=True)
class Filled:
    """The two logins, and the number of items shared and answered."""

    patient: Login
    therapist: Login
    written: int
    shared: int
    answered: int


class Calendar:
    """Lays the course's moments on the days before `today`, in one zone."""

    def __init__(self, today: date, zone: str) -> None:
        self._today, self._zone = today, zone

    def place(self, row: Any) -> dict[str, Any]:
        """`happened` and `zone` of a row of the course, as the client takes them."""
        happened = row.at.on(self._today, ZoneInfo(self._zone))
        return {"happened": happened, "zone": self._zone}


def fill(server: str, folder: Path, now: datetime | None = None) -> Filled:
    """Fill the server at that address; the two profiles are made under `folder`.

    `now` is the present moment, from which the course is counted back. Where a handle is taken, the next free
    one of nell2, nell3 … is used. Raises ClientError when the server cannot be reached or refuses.
    """
    course = load_course()
    today = (now or clock.now()).astimezone(ZoneInfo(clock.zone())).date()
    calendar = Calendar(today, clock.zone())
    patient, therapist = Client(folder / "patient"), Client(folder / "therapist")
    try:
        logins = (
            _sign_up(patient, server, course.patient, "patient"),
            _sign_up(therapist, server, course.therapist, "therapist"),
        )
        pages, others = _write(patient, course, calendar)
        therapist.boundary.say(course.therapist.boundary)
        _link(therapist, patient)
        shared = [pages[entry.id] for entry in course.entries if entry.share] + others
        patient.share(shared, therapist.vault.me)
        patient.sharing.share_dosings(therapist.vault.me, wanted=True)
        patient.sync()
        answers = _read(therapist, patient.vault.me, course, pages)
        patient.sync()
        for comment in answers[:-UNREAD]:
            patient.receipts.opened(therapist.vault.me, comment)
        patient.sync()
    finally:
        patient.close()
        therapist.close()
    written = len(pages) + len(others) + len(course.dosings)
    return Filled(*logins, written, len(shared), len(answers))


def _sign_up(client: Client, server: str, who: Account, role: str) -> Login:
    passphrase = generate_passphrase(json.loads(WORDS.read_text("utf-8"))["words"])
    for number in range(1, SPARE_HANDLES):
        handle = who.handle if number == 1 else f"{who.handle}{number}"
        try:
            kit_code = client.sign_up(server, handle, who.name, role, passphrase)
        except Problem as problem:
            if problem.reason != "handle-taken":
                raise
        else:
            return Login(who.name, role, handle, passphrase, kit_code)
    raise Problem("handle-taken", f"{SPARE_HANDLES} handles like “{who.handle}” are taken.")


def _write(
    patient: Client, course: Course, calendar: Calendar
) -> tuple[dict[str, bytes], list[bytes]]:
    """Everything the patient writes; answers the items of the pages by their id, and those of measures and ratings."""
    for dose in course.dosings:
        members = calendar.place(dose) | {"number": dose.number, "state": "done"}
        patient.dosings.add(route=dose.route, note=dose.words, **members)
    pages = patient.write_many([_page(row) | calendar.place(row) for row in course.entries])
    results = [_measure(row) | calendar.place(row) for row in course.measures]
    ratings = [_rating(row) | calendar.place(row) for row in course.ratings]
    others = patient.write_many(results + ratings)
    patient.sync()
    return dict(zip((row.id for row in course.entries), pages, strict=True)), others


def _page(row: Entry) -> dict[str, Any]:
    prompt = row.prompt
    if prompt is None:
        return {"text": row.text}
    return {"text": row.text, "prompt": asdict(prompt), "phase": prompt.phase}


def _measure(row: Measure) -> dict[str, Any]:
    answers = [
        {"id": str(number), "type": "choice", "value": value}
        for number, value in enumerate(row.answers, 1)
    ]
    return {
        "kind": "measure",
        "instrument": row.instrument,
        "answers": answers,
        "total": row.total,
    }


def _rating(row: Rating) -> dict[str, Any]:
    scale = {"min": 0, "max": 10}
    return {"kind": "rating", "instrument": row.name, "total": row.value, "scale": scale}


def _link(therapist: Client, patient: Client) -> None:
    """The therapist invites, the patient accepts, the therapist confirms."""
    link = therapist.people.invite(clock.now())
    therapist.sync()
    opened, offer = patient.people.open_invite(link, clock.now())
    patient.people.pin(offer, clock.now())
    patient.sync()
    patient.people.answer(opened)
    (waiting,) = therapist.people.waiting()
    therapist.people.confirm(waiting, clock.now())
    therapist.sync()
    therapist.people.put_away(waiting)
    patient.sync()


def _read(
    therapist: Client, patient: bytes, course: Course, pages: dict[str, bytes]
) -> list[bytes]:
    """The therapist reads what is shared, ticks and comments; answers the comments in the order of their entries."""
    therapist.sync()
    for entry in course.entries:
        if entry.reviewed:
            therapist.receipts.review(patient, pages[entry.id])
    comments = [(pages[entry.id], entry.comment) for entry in course.entries if entry.comment]
    written = [therapist.comments.write(patient, item, text) for item, text in comments]
    therapist.sync()
    return written
