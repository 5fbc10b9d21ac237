"""`GET /feed`: one ordered list, in pages cut between records."""

import os
import threading

import pytest
from sqlalchemy import update

from journal.server import schema
from journal.server.database import Database
from journal.server.feed import ChangedMeanwhile
from journal.wire.encoding import b64_encode
from journal.wire.feed import parse_page
from journal.wire.limits import PAGE
from journal.wire.records import Record, parse_content
from journal.wire.rows import row_of
from tests.server.people import Person


def _large(person: Person, size: int = 100_000) -> Record:
    return person.put(row_of(os.urandom(16), os.urandom(16), os.urandom(size)))


def test_pages_follow_one_another(patient: Person):
    """Small pages and one large page hold the same records in the same order."""
    for _ in range(5):
        patient.push(_large(patient), patient.ring_record())
    whole, pieces, after = patient.page().records, [], 0
    while True:
        page = patient.page(after, limit=150_000)
        assert page.after == after < page.next
        pieces += page.records
        after = page.next
        if not page.more:
            break
    assert pieces == whole
    assert len(whole) == 12


def test_a_page_holds_at_least_one_record(patient: Person):
    """A record over the limit comes alone rather than never."""
    patient.push(_large(patient))
    page = patient.page(2, limit=1)
    assert (len(page.records), page.more, page.next) == (1, False, 3)


def test_a_long_page_says_its_length_beforehand(linked: tuple[Person, Person]):
    """A page of several stretches, with withheld rows among them, has exactly the length it announced."""
    patient, therapist = linked
    for _ in range(4):
        rows = [row_of(os.urandom(16), os.urandom(16), os.urandom(40_000)) for _ in range(20)]
        patient.push(patient.put(*rows))
        patient.push(patient.grant(therapist, rows))
        patient.push(patient.revoke(therapist, *rows[:3]), patient.delete(*rows[3:5]))
    for person in (patient, therapist):
        answer = person.get("/feed")
        assert len(answer.data) > 2**20
        assert int(answer.headers["Content-Length"]) == len(answer.data)
        assert len(parse_page(answer.data).records) == len(person.feed())


def test_the_limit_is_held(patient: Person):
    """A page stays within its limit when more than one record is in it."""
    for _ in range(10):
        patient.push(_large(patient))
    answer = patient.get("/feed?after=2&limit=450000")
    assert 300_000 < len(answer.data) <= 450_500
    assert parse_page(answer.data).more


def test_nothing_new_is_an_empty_page(patient: Person):
    """At the end of the feed: no records, the same place again."""
    page = patient.page(2)
    assert (page.records, page.after, page.next, page.more) == ([], 2, 2, False)


def test_a_place_beyond_the_end_is_feed_ahead(patient: Person):
    """The server is older than the client: it says so, instead of an empty page."""
    answer = patient.get("/feed?after=3")
    assert (answer.status_code, answer.json["type"]) == (409, "/problems/feed-ahead")


@pytest.mark.parametrize(
    "query",
    [
        "after=-1",
        "after=x",
        "after=1.0",
        "after=9007199254740992",
        "limit=0",
        "limit=-1",
        f"limit={PAGE + 1}",
        "limit=1e3",
        "since=1",
        "after=",
    ],
)
def test_questions_that_do_not_hold_are_invalid(patient: Person, query: str):
    """Only whole numbers in their range, and only these two."""
    answer = patient.get(f"/feed?{query}")
    assert (answer.status_code, answer.json["type"]) == (422, "/problems/invalid")


def test_the_page_names_the_epoch(patient: Person):
    """The epoch of the page is the one in the header of every answer."""
    answer = patient.get("/feed")
    assert b64_encode(parse_page(answer.data).epoch) == answer.headers["Afterglow-Epoch"]


def test_each_sees_their_own_logs_and_those_to_them(
    linked: tuple[Person, Person], stranger: Person
):
    """Private logs are seen by their author, pair logs by both ends, and nothing by a third account."""
    patient, therapist = linked
    patient.push(patient.put())
    patient.push(patient.ack(therapist))

    def kinds(person: Person) -> list[tuple[bytes, str]]:
        return [(record.header.author, record.header.type) for record in person.feed()]

    assert sorted(kinds(patient)) == sorted(
        [(patient.id_pk, type) for type in ("key", "ring", "open", "put", "ack")]
        + [(therapist.id_pk, "open")]
    )
    assert sorted(kinds(therapist)) == sorted(
        [(therapist.id_pk, type) for type in ("key", "ring", "open")]
        + [(patient.id_pk, type) for type in ("open", "ack")]
    )
    assert kinds(stranger) == [(stranger.id_pk, "key"), (stranger.id_pk, "ring")]


def test_a_reader_never_skips_what_is_being_written(
    linked: tuple[Person, Person], stranger: Person, clock
):
    """Two people write to one account at once while it reads by cursor: it sees every record once, in chain order."""
    patient, therapist = linked
    stranger.link(therapist, clock.now + 3600)
    done = threading.Event()
    seen: list[Record] = []

    def read() -> None:
        reader, after = Person.other_device(therapist), 0
        reader.sign_in()
        last = False
        while not last:
            last = done.is_set()
            page = reader.page(after)
            seen.extend(page.records)
            after = page.next

    def write(person: Person) -> None:
        for _ in range(20):
            assert person.push(person.ack(therapist))[person.log(therapist)]["accepted"] == 1

    reading = threading.Thread(target=read)
    writing = [threading.Thread(target=write, args=(one,)) for one in (patient, stranger)]
    for thread in (reading, *writing):
        thread.start()
    for thread in writing:
        thread.join()
    done.set()
    reading.join()
    assert len(seen) == len(set(seen)) == len(therapist.feed()) == 46
    for person in (patient, stranger):
        seqs = [one.header.seq for one in seen if one.header.log == person.log(therapist)]
        assert seqs == list(range(1, 22))


def test_a_body_withdrawn_while_a_page_is_on_its_way(
    linked: tuple[Person, Person], database: Database
):
    """The rest of the page is cut off, so that its announced length does not hold and the client asks again."""
    patient, therapist = linked
    for _ in range(3):
        rows = [row_of(os.urandom(16), os.urandom(16), os.urandom(200_000)) for _ in range(5)]
        patient.push(patient.put(*rows))
        patient.push(patient.grant(therapist, rows))
    answer = therapist.client.get("/api/v1/feed", buffered=False)
    pieces = iter(answer.response)
    assert len(next(pieces)) < int(answer.headers["Content-Length"])
    with database.write() as connection:
        connection.execute(update(schema.granted).values(live=False))
    with pytest.raises(ChangedMeanwhile):
        list(pieces)
    assert all(row.body is None for one in therapist.feed() for row in parse_content(one).rows)
