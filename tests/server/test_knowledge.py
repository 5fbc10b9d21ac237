"""What the server knows: every table and column, for two linked accounts, and that nothing readable is among them."""

from typing import Any

from sqlalchemy import inspect, select

from journal.server import schema
from journal.server.database import Database
from journal.wire.encoding import b64_encode, h
from tests.server.people import Person

KNOWN = {
    "account": "id id_pk handle created position ring_seq records revisions bytes delivered approved closed"
    " seen",
    "alembic_version": "version_num",
    "challenge": "challenge credential expires",
    "credential": "id account kind verifier wrapped parameters",
    "erasure": "account asked due closes",
    "feed": "account position log seq size",
    "granted": "log seq row revision item live",
    "invite": "id inviter offer expires answer answerer contested",
    "log": "id log_id author audience created seq hash generation epoch closed"
    " given_since given_bytes given_records ended",
    "meta": "id epoch created",
    "record": "log seq type header signature body",
    "revision": "id log seq row item rev digest body",
    "session": "token_hash id account created seen label",
    "tombstone": "log item at",
}
"""Everything that is stored. A column more is a decision, and belongs in `docs/self-hosting.md` too."""

WORDS = ("crimson heron", "lighthouse keeper")
DEVICE = "Firefox on a marble dolphin"


def test_these_columns_and_no_others_exist(database: Database):
    """The tables of the database itself, not of our idea of it."""
    inspector = inspect(database.engine)
    found = {
        name: {column["name"] for column in inspector.get_columns(name)}
        for name in inspector.get_table_names()
    }
    assert found == {name: set(columns.split()) for name, columns in KNOWN.items()}


def _stored(database: Database) -> list[tuple[str, str, Any]]:
    with database.read() as connection:
        return [
            (table.name, column, value)
            for table in schema.metadata.sorted_tables
            for row in connection.execute(select(table)).mappings()
            for column, value in row.items()
        ]


def test_text_is_stored_in_four_columns(linked: tuple[Person, Person], database: Database):
    """Handles, kinds, types and JSON headers; all else is numbers and bytes that look random or are public keys."""
    patient, _ = linked
    patient.push(patient.put(patient.row(WORDS[0])))
    texts = {
        (table, column) for table, column, value in _stored(database) if isinstance(value, str)
    }
    assert texts == {("account", "handle"), ("credential", "kind"), ("record", "type")}
    headers = [value for _, column, value in _stored(database) if column == "header"]
    assert all(header.startswith(b'{"v":1,"log":"') for header in headers)


def test_nothing_of_what_was_written_is_stored(linked: tuple[Person, Person], database: Database):
    """Words, names, passphrase secrets, kit codes and keys of two people who share: none is in any column."""
    patient, therapist = linked
    row = patient.row(WORDS[0])
    patient.push(patient.put(row))
    patient.push(patient.grant(therapist, [row]))
    reply = therapist.row(WORDS[1])
    therapist.push(therapist.put(reply))
    therapist.push(therapist.grant(patient, [reply]))
    patient.name_session(DEVICE)
    secrets = [word.encode() for word in (*WORDS, DEVICE)] + [b"therapist"]
    for person in (patient, therapist):
        secrets += [
            person.account_key,
            person.kit,
            person.journal,
            person.identity_seed,
            person.kem_seed,
            *person.secrets.values(),
            person.client.get_cookie("session").value.encode(),
        ]
    for secret in secrets:
        for form in (secret, b64_encode(secret)[:-2].encode(), secret.hex().encode()):
            for table, column, value in _stored(database):
                data = value.encode() if isinstance(value, str) else value
                assert not isinstance(data, bytes) or form not in data, (table, column)


def test_a_link_is_two_numbers(linked: tuple[Person, Person], database: Database):
    """That two accounts are joined is known, by whom first and since when; nothing of who they are to one another."""
    patient, therapist = linked
    with database.read() as connection:
        pairs = connection.execute(
            select(schema.log).where(schema.log.c.author != schema.log.c.audience)
        ).all()
        keys = dict(connection.execute(select(schema.account.c.id, schema.account.c.id_pk)).all())
    assert {(keys[row.author], keys[row.audience]) for row in pairs} == {
        (patient.id_pk, therapist.id_pk),
        (therapist.id_pk, patient.id_pk),
    }


def test_the_stored_body_is_the_sealed_one(patient: Person, database: Database):
    """What stands in `revision.body` is what was hashed and signed, to the byte."""
    row = patient.row()
    patient.push(patient.put(row))
    with database.read() as connection:
        stored = connection.execute(select(schema.revision)).one()
    assert (stored.body, stored.digest) == (row.body, h(row.body))
