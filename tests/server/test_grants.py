"""Who may read which body: grants, and their ends by `revoke`, `del` and `close`."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import func, select

from journal.protocol.grants import open_grant
from journal.protocol.items import open_item
from journal.protocol.keys import KemKey
from journal.server import logs
from journal.server.database import Database
from journal.server.schema import feed
from journal.wire.bundles import build_bundle
from journal.wire.records import Record, build_frame, grant_content, parse_content, plain_content
from journal.wire.rows import Place, Row, row_of
from tests.server.conftest import Clock, sqlite_only
from tests.server.people import Person

DAY = 86_400


def _shared(patient: Person, therapist: Person, count: int = 3) -> list[Row]:
    rows = [patient.row(f"text {number}") for number in range(count)]
    patient.push(patient.put(*rows))
    result = patient.push(patient.grant(therapist, rows))[patient.log(therapist)]
    assert result["problem"] is None
    return rows


def _readable(person: Person) -> set[bytes]:
    """Revisions whose bodies this person is given in grants."""
    rows = [
        row
        for record in person.feed()
        if record.header.type == "grant"
        for row in parse_content(record).rows
    ]
    return {row.rev for row in rows if row.body is not None}


def _grants(person: Person) -> list[Record]:
    return [record for record in person.feed() if record.header.type == "grant"]


def test_the_audience_opens_what_was_granted(linked: tuple[Person, Person]):
    """From the feed alone the audience gets to the text."""
    patient, therapist = linked
    _shared(patient, therapist)
    (grant,) = _grants(therapist)
    content = parse_content(grant)
    ceks = open_grant(
        [therapist.kem], patient.id_pk, therapist.id_pk, grant.header.kem, content.rows, content.box
    )
    texts = [
        open_item(cek, patient.id_pk, row.item, row.rev, row.body)["text"]
        for cek, row in zip(ceks, content.rows, strict=True)
    ]
    assert texts == ["text 0", "text 1", "text 2"]


@pytest.mark.parametrize("form", ["digests", "bodies", "places"])
def test_all_forms_on_the_way_up_come_down_alike(linked: tuple[Person, Person], form: str):
    """By digest, with bodies or by place in the private log: the audience reads the same record."""
    patient, therapist = linked
    rows = [patient.row() for _ in range(3)]
    patient.push(patient.put(*rows))
    places = [Place(3, number) for number in range(3)] if form == "places" else None
    grant = patient.grant(therapist, rows, places)
    if form == "bodies":
        content = parse_content(grant)
        grant = grant._replace(payload=grant_content(rows, content.box).payload)
    assert patient.push(grant)[patient.log(therapist)]["problem"] is None
    assert [row.body for row in parse_content(_grants(therapist)[0]).rows] == [r.body for r in rows]


def test_the_author_reads_digests_in_own_grants(linked: tuple[Person, Person]):
    """The bodies are in the author's private log already and do not travel twice."""
    patient, therapist = linked
    _shared(patient, therapist)
    assert _readable(patient) == set()


def test_an_edit_is_not_shared_by_itself(linked: tuple[Person, Person]):
    """The audience of an item sees nothing of its next revision."""
    patient, therapist = linked
    rows = _shared(patient, therapist)
    before = therapist.feed()
    patient.push(patient.put(patient.row("edited", rows[0].item)))
    assert therapist.feed() == before


@pytest.mark.parametrize("end", ["revoke", "del", "close"])
def test_the_end_of_a_grant_is_immediate(linked: tuple[Person, Person], end: str):
    """The very next read serves digests, and the record still verifies."""
    patient, therapist = linked
    rows = _shared(patient, therapist)
    assert _readable(therapist) == {row.rev for row in rows}
    ends = {
        "revoke": lambda: patient.revoke(therapist, rows[0]),
        "del": lambda: patient.delete(rows[0]),
        "close": lambda: patient.record(therapist, "close"),
    }
    patient.push(ends[end]())
    left = set() if end == "close" else {row.rev for row in rows[1:]}
    assert _readable(therapist) == left
    assert parse_content(_grants(therapist)[0]).rows[0].digest == rows[0].digest


def test_an_end_covers_every_revision_of_an_item(linked: tuple[Person, Person]):
    """Two revisions of one item were granted: one revoke ends both."""
    patient, therapist = linked
    (row,) = _shared(patient, therapist, 1)
    edited = patient.row("edited", row.item)
    patient.push(patient.put(edited))
    patient.push(patient.grant(therapist, [edited]))
    assert _readable(therapist) == {row.rev, edited.rev}
    patient.push(patient.revoke(therapist, row))
    assert _readable(therapist) == set()


def test_a_grant_after_a_revoke_counts(linked: tuple[Person, Person]):
    """Sharing again after stopping works, and does not bring back the old grant."""
    patient, therapist = linked
    (row,) = _shared(patient, therapist, 1)
    patient.push(patient.revoke(therapist, row))
    patient.push(patient.grant(therapist, [row]))
    given = [parse_content(record).rows[0].body for record in _grants(therapist)]
    assert given == [None, row.body]


def test_a_revoke_ends_one_audience_only(
    linked: tuple[Person, Person], stranger: Person, clock: Clock
):
    """Two people read an item; stopping with one leaves the other."""
    patient, therapist = linked
    patient.link(stranger, clock.now + 3600)
    (row,) = _shared(patient, therapist, 1)
    patient.push(patient.grant(stranger, [row]))
    patient.push(patient.revoke(therapist, row))
    assert (_readable(therapist), _readable(stranger)) == (set(), {row.rev})


def test_a_grant_of_a_deleted_item_shows_nothing(linked: tuple[Person, Person]):
    """Pushed again after a restore, an old grant that arrives behind the `del` opens nothing."""
    patient, therapist = linked
    row = patient.row()
    patient.push(patient.put(row), patient.delete(row))
    assert patient.push(patient.grant(therapist, [row]))[patient.log(therapist)]["problem"] is None
    assert _readable(therapist) == set()


def test_a_put_after_a_del_brings_the_item_back(linked: tuple[Person, Person]):
    """Its new revision can be granted; the old grants stay ended."""
    patient, therapist = linked
    (row,) = _shared(patient, therapist, 1)
    back = patient.row("back", row.item)
    patient.push(patient.delete(row), patient.put(back))
    patient.push(patient.grant(therapist, [back]))
    assert _readable(therapist) == {back.rev}


def test_only_held_revisions_can_be_granted(linked: tuple[Person, Person], stranger: Person):
    """Unknown, altered and other people's revisions are refused by name, by digest and by place."""
    patient, therapist = linked
    row, foreign = patient.row(), stranger.row()
    patient.push(patient.put(row))
    stranger.push(stranger.put(foreign))
    for wrong in (
        patient.row(),
        foreign,
        row._replace(item=os.urandom(16)),
        row._replace(digest=os.urandom(32)),
        row._replace(rev=os.urandom(16)),
    ):
        writer = Person.other_device(patient)
        writer.sign_in()
        result = writer.push(writer.grant(therapist, [wrong]))[patient.log(therapist)]
        assert result["problem"]["type"] == "/problems/unknown-revision"
    for place in (Place(3, 1), Place(2, 0), Place(99, 0)):
        writer = Person.other_device(patient)
        writer.sign_in()
        result = writer.push(writer.grant(therapist, [row], [place]))[patient.log(therapist)]
        assert result["problem"]["type"] == "/problems/unknown-revision"
    assert _grants(therapist) == []


def test_a_place_with_another_revision_is_tampered(linked: tuple[Person, Person]):
    """A grant that names a place whose revision it did not sign for is refused."""
    patient, therapist = linked
    rows = [patient.row(), patient.row()]
    patient.push(patient.put(*rows))
    grant = patient.grant(therapist, rows[:1], [Place(3, 1)])
    result = patient.push(grant)[patient.log(therapist)]
    assert result["problem"]["type"] == "/problems/tampered"


def test_put_and_grant_travel_in_one_push(linked: tuple[Person, Person]):
    """The grant finds the revision even when it stands before the put in the push."""
    patient, therapist = linked
    row = patient.row()
    put, grant = patient.put(row), patient.grant(therapist, [row], [Place(3, 0)])
    results = patient.push(grant, put)
    assert [result["problem"] for result in results.values()] == [None, None]
    assert _readable(therapist) == {row.rev}


def test_granting_costs_38_bytes_and_a_key(linked: tuple[Person, Person]):
    """By place, each further revision of a grant takes 7 bytes of row and 32 of key on the way up."""
    patient, therapist = linked
    rows = [patient.row() for _ in range(2)]
    patient.push(patient.put(*rows))
    one = patient.grant(therapist, rows[:1], [Place(3, 0)])
    two = patient.grant(therapist, rows, [Place(3, 0), Place(3, 1)])
    assert len(build_frame(two)) - len(build_frame(one)) == 39


def test_deleted_bodies_are_erased_after_thirty_days(linked: tuple[Person, Person], clock: Clock):
    """For thirty days the author still reads a deleted item; then its bodies are gone and the chain verifies."""
    patient, _ = linked
    rows = [patient.row(), patient.row()]
    put = patient.put(*rows)
    patient.push(put)
    bytes_before = patient.get("/account").json["bytes"]
    delete = patient.delete(rows[0])
    patient.push(delete)
    clock.now += 29 * DAY
    assert put in patient.feed()
    clock.now += DAY + 1
    patient.get("/feed")
    content = parse_content(patient.feed()[-2])
    assert [row.body for row in content.rows] == [None, rows[1].body]
    gone = len(rows[0].body) - len(build_frame(delete))
    assert patient.get("/account").json["bytes"] == bytes_before - gone


def test_an_item_brought_back_is_not_erased(patient: Person, clock: Clock):
    """A put within the thirty days keeps the older revisions too."""
    row = patient.row()
    patient.push(patient.put(row), patient.delete(row), patient.put(patient.row("b", row.item)))
    clock.now += 29 * DAY
    patient.get("/feed")
    clock.now += 2 * DAY
    bodies = [
        one.body
        for record in patient.feed()
        if record.header.type == "put"
        for one in parse_content(record).rows
    ]
    assert None not in bodies


@sqlite_only
def test_an_erased_body_leaves_the_file(patient: Person, clock: Clock, tmp_path):
    """On SQLite the sealed bytes are overwritten in the file, not only unlinked (PostgreSQL: at its VACUUM)."""
    row = row_of(os.urandom(16), os.urandom(16), os.urandom(60_000))
    patient.push(patient.put(row))
    file = tmp_path / "journal.sqlite3"
    piece = row.body[30_000:30_064]
    assert piece in file.read_bytes()
    patient.push(patient.delete(row))
    clock.now += 31 * DAY
    patient.sign_in()
    assert piece not in file.read_bytes()


def test_a_revision_is_delivered_once(linked: tuple[Person, Person]):
    """Granted again while it is handed out, it travels as its digest; the body stays where it was."""
    patient, therapist = linked
    rows = _shared(patient, therapist, 2)
    other = patient.row("another")
    patient.push(patient.put(other), patient.grant(therapist, [*rows, other]))
    patient.push(patient.grant(therapist, [other]), patient.grant(therapist, [other]))
    given = [[row.body for row in parse_content(record).rows] for record in _grants(therapist)]
    assert given == [[row.body for row in rows], [None, None, other.body], [None], [None]]


def test_a_flood_of_grants_leaves_the_feed_small(linked: tuple[Person, Person], database: Database):
    """Sixty-four long bodies granted fifty times over are delivered once, and count to whoever granted them."""
    patient, therapist = linked
    body = os.urandom(65_536)
    rows = [row_of(os.urandom(16), os.urandom(16), body) for _ in range(64)]
    for some in range(0, 64, 15):
        patient.push(patient.put(*rows[some : some + 15]))
    before = patient.get("/account").json["delivered"]
    result = patient.push(*(patient.grant(therapist, rows) for _ in range(50)))
    assert result[patient.log(therapist)]["accepted"] == 50
    delivered = patient.get("/account").json["delivered"] - before
    with database.read() as connection:
        size = connection.scalar(
            select(func.sum(feed.c.size)).where(
                (feed.c.account == 2) & (feed.c.log != 2) & (feed.c.seq > 1)
            )
        )
    assert size == delivered < 5 * 2**20


def test_bringing_has_a_measure_by_the_day(
    linked: tuple[Person, Person], clock: Clock, monkeypatch: pytest.MonkeyPatch
):
    """One log brings its audience so much within a day; ending the link is always possible, and the next day goes on."""
    patient, therapist = linked
    monkeypatch.setattr(logs, "GIVEN_RECORDS_A_DAY", 4)
    (row,) = _shared(patient, therapist, 1)
    records = [patient.grant(therapist, [row]) for _ in range(3)]
    result = patient.push(*records)[patient.log(therapist)]
    assert (result["accepted"], result["problem"]["type"]) == (2, "/problems/too-many")
    clock.now += DAY
    assert patient.push(records[2])[patient.log(therapist)]["problem"] is None
    monkeypatch.setattr(logs, "GIVEN_A_DAY", 1)
    patient_head = patient.heads[patient.log(therapist)]
    refused = patient.push(patient.revoke(therapist, row))[patient.log(therapist)]
    assert refused["problem"]["type"] == "/problems/too-many"
    patient.heads[patient.log(therapist)] = patient_head
    assert patient.push(patient.record(therapist, "close"))[patient.log(therapist)]["accepted"] == 1


def _tries(person: Person, other: Person, row: Row) -> dict[str, Callable[[], Record]]:
    """Every kind of record that a pair log takes after its `open`."""
    newer = build_bundle(person.identity.sign, person.id_pk, 2, KemKey(os.urandom(32)).public)
    return {
        "grant": lambda: person.grant(other, [row]),
        "revoke": lambda: person.revoke(other, row),
        "key": lambda: person.record(other, "key", plain_content(newer)),
        "ack": lambda: person.ack(other),
        "close": lambda: person.record(other, "close"),
    }


@pytest.mark.parametrize("type", ["grant", "revoke", "key", "ack", "close"])
def test_the_end_of_a_link_ends_both_directions(linked: tuple[Person, Person], type: str):
    """After a `close` the other side may acknowledge and close, and nothing else."""
    patient, therapist = linked
    row = therapist.row("a comment")
    therapist.push(therapist.put(row), therapist.grant(patient, [row]))
    patient.push(patient.record(therapist, "close"))
    result = therapist.push(_tries(therapist, patient, row)[type]())[therapist.log(patient)]
    if type in ("ack", "close"):
        assert result["problem"] is None
    else:
        assert (result["accepted"], result["problem"]["type"]) == (0, "/problems/not-linked")


def test_what_was_stored_before_the_end_is_accepted_again(linked: tuple[Person, Person]):
    """The answer was lost and the link ended meanwhile: the same bytes are still found stored."""
    patient, therapist = linked
    row = therapist.row("a comment")
    records = [therapist.put(row), therapist.grant(patient, [row])]
    therapist.push(*records)
    patient.push(patient.record(therapist, "close"))
    assert therapist.push(*records)[therapist.log(patient)]["problem"] is None


def test_an_ended_link_is_not_begun_by_a_new_invite(linked: tuple[Person, Person], clock: Clock):
    """Whoever never opened their log cannot do so after the other side has closed theirs."""
    patient, _ = linked
    late = Person(patient.app, "late", "therapist")
    assert late.sign_up().status_code == 201
    assert late.answer(patient, patient.invite(clock.now + 3600)).status_code == 201
    patient.push(patient.record(late, "open"), patient.record(late, "close"))
    assert patient.answer(late, late.invite(clock.now + 3600)).status_code == 201
    result = late.push(late.record(patient, "open"))[late.log(patient)]
    assert result["problem"]["type"] == "/problems/not-linked"


def test_a_close_and_a_grant_at_the_same_time_have_one_order(linked: tuple[Person, Person]):
    """Sixteen grants race a `close`: whoever closed is never brought one behind it."""
    patient, therapist = linked
    row = therapist.row("a comment")
    therapist.push(therapist.put(row))
    frames = [build_frame(therapist.grant(patient, [row])) for _ in range(16)]
    close = build_frame(patient.record(therapist, "close"))
    for person in linked:
        person.fetch_csrf()

    def grant_all() -> None:
        for frame in frames:
            assert therapist.push_bytes(frame).status_code == 200

    with ThreadPoolExecutor(2) as pool:
        tasks = [pool.submit(grant_all), pool.submit(patient.push_bytes, close)]
        for task in tasks:
            task.result()
    types = [record.header.type for record in patient.feed()]
    assert "grant" not in types[types.index("close") :]
