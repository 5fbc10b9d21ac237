"""The invented course goes through the real client into a real server, and comes out whole."""

import re
import sqlite3
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from journal.client import clock
from journal.client.client import Client
from journal.client.errors import Offline
from journal.demo.course import load_course
from journal.demo.fill import fill
from tests.live_server import LiveServer

COURSE = load_course()
SHARED = [entry for entry in COURSE.entries if entry.share]


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """One real server for this file."""
    server = LiveServer(tmp_path_factory.mktemp("demo") / "server", RATELIMIT_ENABLED="0")
    yield server
    server.stop()


@pytest.fixture(scope="module")
def filled(server, tmp_path_factory):
    """The server with the course in it."""
    return fill(server.url, tmp_path_factory.mktemp("filling"))


@pytest.fixture(scope="module")
def patient(server, filled, tmp_path_factory):
    """The patient's second device, signed in with what was printed."""
    yield from signed_in(server, filled.patient, tmp_path_factory.mktemp("patient"))


@pytest.fixture(scope="module")
def therapist(server, filled, tmp_path_factory):
    """The therapist's second device, likewise."""
    yield from signed_in(server, filled.therapist, tmp_path_factory.mktemp("therapist"))


def signed_in(server, login, folder):
    """A client that is closed in the end."""
    client = Client(folder)
    client.sign_in(server.url, login.handle, login.passphrase, login.kit_code)
    yield client
    client.close()


def texts(client, author=None):
    """Whole texts of entries, in the order in which they were lived."""
    entries = reversed(client.entries(author, ("entry",)))
    return [client.read(one.author, one.item)["text"] for one in entries]


def test_the_patient_finds_the_whole_course_on_a_new_device(patient):
    """Handle, passphrase and kit code as printed open every page, dose, measure and rating."""
    assert texts(patient) == [entry.text for entry in COURSE.entries]
    assert [one.document["number"] for one in patient.dosings.by_date()] == [1, 2, 3, 4, 5, 6]
    assert {one.document["state"] for one in patient.dosings.by_date()} == {"done"}
    assert len(patient.entries(kinds=("measure",))) == len(COURSE.measures)
    assert len(patient.entries(kinds=("rating",))) == len(COURSE.ratings)
    assert not [one.problem for one in patient.entries() if one.problem]


def test_the_therapist_sees_what_is_shared_and_nothing_else(therapist):
    """Shared pages, all dosing sessions, measures and ratings; no private page."""
    (contact,) = therapist.vault.ring.contacts
    assert contact.name == COURSE.patient.name
    assert texts(therapist, contact.id_pk) == [entry.text for entry in SHARED]
    assert len(therapist.dosings.by_date(contact.id_pk)) == 6
    results = therapist.entries(contact.id_pk, ("measure", "rating"))
    assert len(results) == len(COURSE.measures) + len(COURSE.ratings)


def test_the_therapist_has_ticked_what_was_reviewed(therapist):
    """One tick a reviewed page; the newest shares wait unread."""
    ticks = [one for one in therapist.entries(kinds=("review",)) if one.document["reviewed"]]
    assert len(ticks) == sum(entry.reviewed for entry in COURSE.entries) < len(SHARED)


def test_the_patient_reads_every_comment_beside_its_entry(patient):
    """Each answer stands at the page it answers, and only there."""
    said = {}
    for one in patient.entries(kinds=("entry",)):
        for comment in patient.comments.on(one.author, one.item):
            text = patient.read(one.author, one.item)["text"]
            said[text] = patient.read(comment.author, comment.item)["text"]
    assert said == {entry.text: entry.comment for entry in COURSE.entries if entry.comment}


def test_entries_fall_into_all_three_phases_and_to_every_dose(patient):
    """Placed by the client, a prompted page has its prompt's phase, and each dose has pages about it."""
    entries = patient.entries(kinds=("entry",))
    by_text = {entry.text: entry for entry in COURSE.entries}
    for one in entries:
        entry = by_text[patient.read(one.author, one.item)["text"]]
        if entry.prompt:
            assert one.place.phase == entry.prompt.phase
    assert min(Counter(one.place.phase for one in entries).values()) >= 12
    assert {one.place.dosing for one in entries} == {
        one.item.hex() for one in patient.dosings.by_date()
    }


def test_written_is_now_and_happened_lies_before(patient):
    """When a page was written is never faked, even in the demo."""
    now = clock.now()
    for one in patient.entries():
        written = datetime.fromisoformat(one.document["written"]["at"])
        assert timedelta(0) <= now - written < timedelta(minutes=10)
        assert one.happened < written


def test_the_course_is_counted_back_from_the_day_it_is_where_one_is(server, tmp_path, monkeypatch):
    """At eight in the evening in Greenwich it is tomorrow in Auckland: there the last dose is counted from that."""
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    filled = fill(server.url, tmp_path, datetime(2026, 11, 20, 20, 0, tzinfo=UTC))
    patient = Client(tmp_path / "patient")
    patient.unlock(filled.patient.passphrase)
    last = patient.dosings.by_date()[-1].document["happened"]
    patient.close()
    assert last == {"at": "2026-11-18T21:30:00.000Z", "zone": "Pacific/Auckland"}


def test_a_second_demo_in_the_same_server_takes_other_handles(filled, server, tmp_path):
    """Filling twice gives two courses, each with its own logins."""
    again = fill(server.url, tmp_path / "again")
    assert (filled.patient.handle, filled.therapist.handle) == ("nell", "drholm")
    assert re.fullmatch(r"nell\d", again.patient.handle)
    assert re.fullmatch(r"drholm\d", again.therapist.handle)
    assert again.patient.passphrase != filled.patient.passphrase


def test_no_word_of_the_course_lies_in_the_database(filled, server):
    """Everything written is looked for in the server's whole data folder."""
    files = [path for path in server.data_dir.rglob("*") if path.is_file()]
    database = sqlite3.connect(server.data_dir / "journal.sqlite3")
    database.execute("PRAGMA wal_checkpoint(FULL)")
    database.close()
    stored = b"".join(path.read_bytes() for path in files if path.exists())
    assert filled.patient.handle.encode() in stored
    told = [COURSE.patient.name, COURSE.therapist.name]
    told += [line for entry in COURSE.entries for line in entry.text.splitlines()]
    told += [entry.comment for entry in COURSE.entries if entry.comment]
    told += [words for dose in COURSE.dosings for words in (dose.setting, dose.note)]
    assert [words for words in told if len(words) > 5 and words.encode() in stored] == []


def test_without_a_server_it_says_so(tmp_path):
    """Nothing listens there: the failure is the client's own."""
    with pytest.raises(Offline):
        fill("http://localhost:9", tmp_path)
