"""What the server knows of a therapist and two patients who share parts, answer, assign and stop: who, whom, when, how much; and after stopping, nothing opens."""

import os
from collections import Counter
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from journal.protocol.grants import open_grant
from journal.protocol.items import open_item, seal_item
from journal.server import schema
from journal.server.database import Database
from journal.wire.encoding import h
from journal.wire.errors import WrongKey
from journal.wire.records import build_frame, parse_content
from journal.wire.rows import Row, row_of
from tests.server.conftest import Clock
from tests.server.people import Person

SHORT = 56 + 4096 + 16
"""A short sealed body: header, the least padding, one tag."""

KINDS = {
    "entry": {"text": "The heron stood still.", "answers": [{"id": "mood", "value": 7}]},
    "excerpt": {"of": {"shown": 1, "of": 3}, "answers": [{"id": "mood", "value": 7}]},
    "share": {"parts": ["mood"], "reason": "before Thursday", "events": [{"what": "shared"}]},
    "receipt": {"what": "opened"},
    "comment": {"text": "Let us begin with this."},
    "answer": {"text": "Gladly."},
    "boundary": {"rhythm": "Mondays", "record": "no", "danger": "call", "absence": "Dr X"},
    "assignment": {"what": "prompt", "note": "for the walk"},
    "reply": {"what": "declined"},
    "note": {"text": "She laughed when she said it."},
}
"""Payloads of the kinds that pass between the three, and of those that stay with one."""


def _item(author: Person, kind: str, plain: bool) -> Row:
    """One sealed revision of this kind; with `plain`, an entry of a few words in its place."""
    item, rev = os.urandom(16), os.urandom(16)
    payload = {"v": 1, "prev": None, "kind": kind, **KINDS[kind]}
    if plain:
        payload = {"v": 1, "prev": None, "kind": "entry", "text": "x"}
    return row_of(
        item, rev, seal_item(author.ceks.cek(item, rev), author.id_pk, item, rev, payload)
    )


def _says(author: Person, audience: Person | None, kind: str, plain: bool = False) -> Row:
    """Writes an item, and grants it where it is for somebody."""
    row = _item(author, kind, plain)
    author.push(author.put(row))
    if audience:
        author.push(author.grant(audience, [row]))
    return row


def _their_time_together(patient: Person, therapist: Person, *, plain: bool = False) -> None:
    """A share of a part, its receipt, a comment, the one answer to it, an assignment that is declined, a private note, the end."""
    _says(therapist, patient, "boundary", plain)
    _says(patient, None, "entry", plain)
    part = _says(patient, therapist, "excerpt", plain)
    _says(patient, None, "share", plain)
    _says(therapist, patient, "receipt", plain)
    _says(therapist, patient, "comment", plain)
    _says(patient, therapist, "answer", plain)
    _says(therapist, patient, "assignment", plain)
    _says(patient, therapist, "reply", plain)
    _says(therapist, None, "note", plain)
    patient.push(patient.revoke(therapist, part))
    patient.push(patient.ack(therapist))
    therapist.push(therapist.ack(patient))


@pytest.fixture
def three(app: Flask, linked: tuple[Person, Person], clock: Clock) -> tuple[Person, Person, Person]:
    """Two patients, and the therapist with whom each of them is linked."""
    patient, therapist = linked
    other = Person(app, "ben", "patient")
    assert other.sign_up().status_code == 201
    other.link(therapist, clock.now + 3600)
    return patient, other, therapist


def _rows(database: Database, table: str) -> list[dict[str, Any]]:
    with database.read() as connection:
        found = connection.execute(select(schema.metadata.tables[table])).mappings().all()
    return [dict(row) for row in found]


def test_all_there_is_to_be_known_is_counted(
    three: tuple[Person, Person, Person], database: Database
):
    """Of their whole time together: so many rows in these tables, records of these types from whom to whom, bodies of one size; and nothing else."""
    ana, ben, therapist = three
    for patient in (ana, ben):
        _their_time_together(patient, therapist)

    counted = {name: len(_rows(database, name)) for name in schema.metadata.tables}
    assert counted == {
        "account": 3,
        "challenge": 0,
        "credential": 6,
        "erasure": 0,
        "feed": 26 + 2 * 24,
        "granted": 14,
        "invite": 2,
        "log": 7,
        "meta": 1,
        "record": 26 + 24,
        "revision": 20,
        "session": 3,
        "tombstone": 0,
    }
    names = {row["id"]: row["handle"] for row in _rows(database, "account")}
    logs = {
        row["id"]: (names[row["author"]], names[row["audience"]]) for row in _rows(database, "log")
    }
    told = Counter((*logs[row["log"]], row["type"]) for row in _rows(database, "record"))
    one_patient = {"key": 1, "ring": 1, "put": 5}
    pair = {
        "to": {"open": 1, "grant": 3, "revoke": 1, "ack": 1},
        "back": {"open": 1, "grant": 4, "ack": 1},
    }
    expected = {("dr.bohm", "dr.bohm", "put"): 10}
    for type in ("key", "ring"):
        expected["dr.bohm", "dr.bohm", type] = 1
    for name in ("ana", "ben"):
        expected |= {(name, name, type): count for type, count in one_patient.items()}
        expected |= {(name, "dr.bohm", type): count for type, count in pair["to"].items()}
        expected |= {("dr.bohm", name, type): count for type, count in pair["back"].items()}
    assert told == expected
    assert {len(row["body"]) for row in _rows(database, "revision")} == {SHORT}


def test_nothing_joins_the_two_who_share_with_the_same_therapist(
    three: tuple[Person, Person, Person],
):
    """Neither patient is ever handed a record or a name of the other."""
    ana, ben, therapist = three
    for patient in (ana, ben):
        _their_time_together(patient, therapist)
    for patient, other in ((ana, ben), (ben, ana)):
        people = {key for one in patient.feed() for key in (one.header.author, one.header.audience)}
        assert people == {patient.id_pk, therapist.id_pk}
        assert other.handle.encode() not in patient.get("/account").data


def test_kinds_cannot_be_told_apart(three: tuple[Person, Person, Person], database: Database):
    """A time together of ten kinds of items leaves the same traces as one in which every item is an entry of one letter."""
    ana, ben, therapist = three
    _their_time_together(ana, therapist)
    of_kinds = _traces(database)
    _their_time_together(ben, therapist, plain=True)
    of_entries = _traces(database)
    ids = {row["handle"]: row["id"] for row in _rows(database, "account")}

    def between(traces: dict[tuple[int, int], list[Any]], patient: str) -> list[list[Any]]:
        pair = (ids[patient], ids["dr.bohm"])
        return [traces[pair], traces[pair[::-1]], traces[ids[patient], ids[patient]]]

    assert between(of_kinds, "ana") == between(of_entries, "ben")
    own = (ids["dr.bohm"], ids["dr.bohm"])
    first, both = of_kinds[own], of_entries[own]
    begun = [one for one in first if one[0] != "put"]
    assert both == [*begun, *[one for one in first if one[0] == "put"] * 2]


def _traces(database: Database) -> dict[tuple[int, int], list[Any]]:
    """By author and audience: type and size of every record, number of rows and sizes of their bodies; header sizes but for the digits of seq."""
    logs = {row["id"]: (row["author"], row["audience"]) for row in _rows(database, "log")}
    bodies: dict[tuple[int, int], list[int]] = {}
    for row in _rows(database, "revision"):
        bodies.setdefault((row["log"], row["seq"]), []).append(len(row["body"]))
    granted = Counter((row["log"], row["seq"]) for row in _rows(database, "granted"))
    found: dict[tuple[int, int], list[Any]] = {pair: [] for pair in logs.values()}
    for row in sorted(_rows(database, "record"), key=lambda one: (one["log"], one["seq"])):
        place = (row["log"], row["seq"])
        header = len(row["header"]) - len(str(row["seq"]))
        sizes = (header, len(row["signature"]), len(row["body"] or b""))
        found[logs[row["log"]]].append(
            (row["type"], sizes, bodies.get(place, []), granted.get(place, 0))
        )
    return found


def test_after_stopping_nothing_the_therapist_ever_held_opens_the_next_version(
    linked: tuple[Person, Person],
):
    """Every key and box of every grant, tried on the words written afterwards as a thief of the whole database would bring them; and the server hands out none of them."""
    patient, therapist = linked
    item = os.urandom(16)
    versions = [patient.row(f"version {number}", item) for number in range(3)]
    for row in versions:
        patient.push(patient.put(row))
        patient.push(patient.grant(therapist, [row]))
    part = _says(patient, therapist, "excerpt")
    held = _keys_of(therapist, patient)
    assert len(held) == 4
    kept = [record for record in therapist.feed() if record.header.type == "grant"]

    patient.push(patient.revoke(therapist, versions[0]))
    patient.push(patient.revoke(therapist, part))
    after = patient.row("what nobody else reads", item)
    patient.push(patient.put(after))

    for cek in held:
        with pytest.raises(WrongKey):
            open_item(cek, patient.id_pk, after.item, after.rev, after.body or b"")
    for record in kept:
        with pytest.raises(WrongKey):
            open_item(h(record.payload), patient.id_pk, after.item, after.rev, after.body or b"")
    read = [open_item(held[3], patient.id_pk, part.item, part.rev, part.body or b"")]
    assert read[0]["of"] == {"shown": 1, "of": 3}  # what was read can still be remembered

    served = therapist.feed()
    rows = [row for one in served if one.header.type == "grant" for row in parse_content(one).rows]
    assert len(rows) == 4
    assert [row.body for row in rows] == [None] * 4
    assert after.rev not in {row.rev for row in rows}
    for bytes in (after.body or b"", *(row.body or b"" for row in versions), part.body or b""):
        assert not any(bytes[56:] in one.payload for one in served)


def test_a_grant_that_was_kept_brings_nothing_back(linked: tuple[Person, Person]):
    """The therapist sends the patient's own old grant again, and one in another's name: neither is taken, and nothing is served."""
    patient, therapist = linked
    row = _says(patient, therapist, "entry")
    kept = next(one for one in therapist.feed() if one.header.type == "grant")
    patient.push(patient.revoke(therapist, row))
    answer = therapist.push_bytes(build_frame(kept))
    assert answer.status_code >= 400 or answer.json["results"][0]["problem"] is not None
    (served,) = [one for one in therapist.feed() if one.header.type == "grant"]
    assert [one.body for one in parse_content(served).rows] == [None]


def _keys_of(reader: Person, author: Person) -> list[bytes]:
    """Every content key in every box that the reader can open, in the order of the grants."""
    found = []
    for record in reader.feed():
        if record.header.type != "grant" or record.header.author != author.id_pk:
            continue
        content = parse_content(record)
        found += open_grant(
            [reader.kem], author.id_pk, reader.id_pk, record.header.kem, content.rows, content.box
        )
    return found
