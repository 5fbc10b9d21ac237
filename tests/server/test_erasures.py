"""`/erasure` and `/erasures`: asking for one's account to be erased, taking it back, and the receipt."""

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from journal.server.database import Database
from journal.server.erase import erase
from journal.server.erasures import WAIT
from journal.server.problems import Problem
from journal.server.records import _take
from journal.server.state import Room
from journal.wire.encoding import b64_decode, b64_encode, build_json
from journal.wire.ids import erased_mark
from journal.wire.records import Record, build_frame
from journal.wire.signatures import verify
from tests.server.conftest import Clock, sqlite_only
from tests.server.people import Person


def ask(person: Person, *closes: Record) -> TestResponse:
    """Ask for it, with what ends the person's logs."""
    return person.proved("POST", "/erasure", _closes(*closes))


def _closes(*closes: Record) -> dict[str, str]:
    return {"closes": b64_encode(b"".join(build_frame(close) for close in closes))}


def receipt_of(person: Person, app: Flask) -> TestResponse:
    """What anybody is answered who knows the mark."""
    return app.test_client().get(f"/api/v1/erasures/{b64_encode(erased_mark(person.id_pk))}")


def _a_day_later(app: Flask, clock: Clock) -> None:
    """The daily cleaning comes with whatever request is the next."""
    clock.now += 86_400
    app.test_client().get("/api/v1/session")


def test_what_was_asked_for_happens_after_the_wait(
    linked: tuple[Person, Person], app: Flask, clock: Clock
):
    """Seven days in which all goes on; then the other sees the owner's `close`, and the receipt is there."""
    patient, therapist = linked
    row = patient.row()
    patient.push(patient.put(row))
    patient.push(patient.grant(therapist, [row]))
    heads = dict(patient.heads)
    assert ask(patient, patient.record(therapist, "close")).json == {"due": clock.now + WAIT}
    patient.heads = heads
    # The logs go on, and so must what ends them.
    patient.push(patient.revoke(therapist, row))
    late = _closes(patient.record(therapist, "close"))
    assert patient.call("PUT", "/erasure/closes", json=late).status_code == 204
    for _ in range(6):
        _a_day_later(app, clock)
    assert patient.get("/erasure").json["counts"]["revisions"] == 1
    assert receipt_of(patient, app).status_code == 404
    _a_day_later(app, clock)
    assert patient.get("/erasure").status_code == 401
    assert patient.sign_in().status_code == 401
    assert therapist.feed()[-1].header.type == "close"
    receipt = receipt_of(patient, app).json
    text = receipt["text"].encode()
    verify(b64_decode(receipt["key"]), b64_decode(receipt["signature"]), "receipt", text)


def test_it_is_taken_back_from_any_device(patient: Person, app: Flask, clock: Clock):
    """Another device sees it, and a session is enough to undo it; then the day passes and nothing happens."""
    other = Person.other_device(patient)
    assert other.sign_in().status_code == 201
    due = ask(patient).json["due"]
    clock.now += 5
    assert ask(patient).json["due"] == due
    assert other.get("/erasure").json["due"] == due
    assert other.call("DELETE", "/erasure").status_code == 204
    assert patient.get("/erasure").json["due"] is None
    clock.now += WAIT
    assert patient.get("/account").status_code == 200
    assert other.call("DELETE", "/erasure").status_code == 404


def test_at_once_wants_both_steps(patient: Person, app: Flask, clock: Clock):
    """The passphrase has asked, and the kit confirms: neither alone, nor a session, nor an old proof is enough."""
    assert patient.proved("POST", "/erasure/now", _closes(), "kit").status_code == 404
    key = patient.get("/erasure").json["key"]
    assert ask(patient).status_code == 201
    assert patient.post("/erasure/now", _closes()).status_code == 403
    assert patient.proved("POST", "/erasure/now", _closes()).status_code == 403
    assert patient.get("/account").status_code == 200
    answer = patient.proved("POST", "/erasure/now", _closes(), "kit")
    assert (answer.status_code, answer.json["key"]) == (200, key)
    assert patient.get("/account").status_code == 401
    assert receipt_of(patient, app).json == answer.json


def test_a_proof_for_the_one_step_does_not_take_the_other(patient: Person):
    """A kit's proof made for asking is refused where it would erase at once."""
    ask(patient)
    proof = patient.proof("POST", "/erasure", build_json(_closes()), "kit")
    answer = patient.call("POST", "/erasure/now", json=_closes(), headers=proof)
    assert answer.status_code == 403


def test_what_was_under_way_finds_no_account(
    linked: tuple[Person, Person], database: Database, app: Flask, clock: Clock
):
    """A push or a last step that was let in before, and comes after: the one is to sign in, the other does nothing."""
    patient, _ = linked
    record = patient.put()
    receipts = app.extensions["journal.receipts"]
    assert erase(database, receipts, 1, clock.now, asked=True) is None
    assert erase(database, receipts, 1, clock.now)
    rest = (patient.log(), record.header, [record], clock.now, Room(2**30, 2**30))
    with database.write() as connection, pytest.raises(Problem) as caught:
        _take(*rest, connection)
    assert caught.value.name == "sign-in-needed"


@pytest.mark.parametrize("what", ["noise", "another type", "another author"])
@sqlite_only
def test_only_own_closes_are_kept(linked: tuple[Person, Person], what: str):
    """Nobody leaves records here that were not their own goodbye."""
    patient, therapist = linked
    body = {
        "noise": {"closes": b64_encode(b"noise")},
        "another type": _closes(patient.put()),
        "another author": _closes(therapist.record(patient, "close")),
    }[what]
    assert patient.proved("POST", "/erasure", body).status_code == 422
    assert patient.get("/erasure").json["due"] is None
