"""Invites: a sealed offer, a sealed answer, answered once."""

import os
import threading
from collections.abc import Callable

import pytest
from flask import Flask

from journal.protocol.invites import invite_id, open_answer, open_offer, seal_answer, seal_offer
from journal.server import invites
from journal.wire.encoding import b64_decode, b64_encode
from journal.wire.rows import row_of
from tests.server.conftest import Clock
from tests.server.people import Person

HOUR = 3_600


def _answer(secret: bytes, inviter: Person, invitee: Person) -> bytes:
    return seal_answer(
        secret, inviter.id_pk, invitee.identity, invitee.bundle, invitee.handle, invitee.role
    )


def _path(secret: bytes) -> str:
    return f"/invites/{b64_encode(invite_id(secret))}"


def test_an_invite_links_two_people(patient: Person, therapist: Person, clock: Clock):
    """Offer, answer, both `open`s: what each needs comes through the server sealed."""
    secret = patient.invite(clock.now + HOUR)
    told = therapist.get(_path(secret)).json
    offer = open_offer(secret, patient.id_pk, b64_decode(told["offer"]))
    assert (told["state"], offer.name, offer.role) == ("open", "ana", "patient")
    assert therapist.answer(patient, secret).status_code == 201
    (listed,) = patient.get("/invites").json["invites"]
    answer = open_answer(secret, patient.id_pk, b64_decode(listed["answer"]))
    assert (listed["state"], answer.bundle.id_pk) == ("answered", therapist.id_pk)
    assert patient.push(patient.record(therapist, "open"))[patient.log(therapist)]["accepted"] == 1
    assert (
        therapist.push(therapist.record(patient, "open"))[therapist.log(patient)]["accepted"] == 1
    )


def test_only_the_inviter_opens_first(patient: Person, therapist: Person, clock: Clock):
    """The invitee's `open` waits for the inviter's: the inviter decides."""
    therapist.answer(patient, patient.invite(clock.now + HOUR))
    early = therapist.record(patient, "open")
    log = therapist.log(patient)
    assert therapist.push(early)[log]["problem"]["type"] == "/problems/not-linked"
    patient.push(patient.record(therapist, "open"))
    assert therapist.push(early)[log]["accepted"] == 1


def test_a_closed_log_links_no_more(patient: Person, therapist: Person, clock: Clock):
    """The invitee cannot open towards somebody who has closed before."""
    therapist.answer(patient, patient.invite(clock.now + HOUR))
    patient.push(patient.record(therapist, "open"), patient.record(therapist, "close"))
    result = therapist.push(therapist.record(patient, "open"))[therapist.log(patient)]
    assert result["problem"]["type"] == "/problems/not-linked"


def test_an_unanswered_invite_links_nobody(patient: Person, therapist: Person, clock: Clock):
    """Knowing somebody's key and having invited is not enough."""
    patient.invite(clock.now + HOUR)
    result = patient.push(patient.record(therapist, "open"))[patient.log(therapist)]
    assert result["problem"]["type"] == "/problems/not-linked"


def test_a_withdrawn_invite_links_nobody(patient: Person, therapist: Person, clock: Clock):
    """Refusing an answer by deleting the invite ends the permission to open."""
    secret = patient.invite(clock.now + HOUR)
    therapist.answer(patient, secret)
    assert patient.call("DELETE", _path(secret)).status_code == 204
    result = patient.push(patient.record(therapist, "open"))[patient.log(therapist)]
    assert result["problem"]["type"] == "/problems/not-linked"


def test_an_offer_sent_again_has_no_effect(patient: Person, clock: Clock):
    """The same bytes are fine; other bytes under the same id are refused."""
    expires = clock.now + HOUR
    offer = os.urandom(2_000)
    id = os.urandom(16)
    for _ in range(2):
        assert patient.put_invite(id, offer, expires).status_code == 201
    answer = patient.put_invite(id, os.urandom(2_000), expires)
    assert (answer.status_code, answer.json["type"]) == (409, "/problems/invite-spent")
    assert len(patient.get("/invites").json["invites"]) == 1


def test_an_answer_sent_again_has_no_effect(patient: Person, therapist: Person, clock: Clock):
    """An answer whose acknowledgement was lost may be sent again, byte for byte."""
    secret = patient.invite(clock.now + HOUR)
    sealed = _answer(secret, patient, therapist)
    for _ in range(2):
        answer = therapist.post_answer(invite_id(secret), sealed)
        assert (answer.status_code, answer.json["state"]) == (201, "answered")


def test_a_second_answer_makes_the_invite_contested(
    patient: Person, therapist: Person, stranger: Person, clock: Clock
):
    """Somebody else had the link too: refused, the first answer stays, and both sides are told."""
    secret = patient.invite(clock.now + HOUR)
    therapist.answer(patient, secret)
    answer = stranger.answer(patient, secret)
    assert (answer.status_code, answer.json["type"]) == (409, "/problems/invite-spent")
    (listed,) = patient.get("/invites").json["invites"]
    first = open_answer(secret, patient.id_pk, b64_decode(listed["answer"]))
    assert (listed["state"], first.bundle.id_pk) == ("contested", therapist.id_pk)
    assert therapist.get(_path(secret)).json["state"] == "contested"


def test_of_two_answers_at_once_one_is_first(
    patient: Person, therapist: Person, stranger: Person, clock: Clock
):
    """Both were sent in the same moment: one is kept, the other is refused, and the invite is contested."""
    secret = patient.invite(clock.now + HOUR)
    codes: list[int] = []
    people = (therapist, stranger)
    threads = [
        threading.Thread(
            target=lambda one=one: codes.append(one.answer(patient, secret).status_code)
        )
        for one in people
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(codes) == [201, 409]
    assert patient.get("/invites").json["invites"][0]["state"] == "contested"


def test_another_answer_of_the_same_account_is_a_second_one(
    patient: Person, therapist: Person, clock: Clock
):
    """Other bytes are another answer, whoever sends them."""
    secret = patient.invite(clock.now + HOUR)
    therapist.answer(patient, secret)
    assert therapist.answer(patient, secret).status_code == 409
    assert patient.get("/invites").json["invites"][0]["state"] == "contested"


def test_an_invite_lives_until_its_second(patient: Person, therapist: Person, clock: Clock):
    """At the end it is gone for the invitee: not shown, not answered."""
    secret = patient.invite(clock.now + HOUR)
    clock.now += HOUR - 1
    assert therapist.get(_path(secret)).status_code == 200
    clock.now += 1
    assert therapist.get(_path(secret)).status_code == 404
    assert therapist.answer(patient, secret).status_code == 404
    assert patient.get("/invites").json["invites"] == []


def test_an_answered_invite_waits_for_the_inviter(patient: Person, therapist: Person, clock: Clock):
    """The inviter was away when it ended: the answer stays for thirty days, then it is gone."""
    secret = patient.invite(clock.now + HOUR)
    therapist.answer(patient, secret)
    clock.now += 29 * 24 * HOUR
    assert patient.get("/invites").json["invites"][0]["state"] == "answered"
    clock.now += 2 * 24 * HOUR
    patient.sign_in()
    assert patient.get("/invites").json["invites"] == []


@pytest.mark.parametrize("ahead", [0, -1, 72 * HOUR + 1])
def test_an_invite_lives_at_most_72_hours(patient: Person, clock: Clock, ahead: int):
    """One that has ended or would live longer is invalid."""
    answer = patient.put_invite(os.urandom(16), b"offer", clock.now + ahead)
    assert (answer.status_code, answer.json["type"]) == (422, "/problems/invalid")
    assert patient.put_invite(os.urandom(16), b"offer", clock.now + 72 * HOUR).status_code == 201


def test_at_most_twenty_are_open(patient: Person, therapist: Person, clock: Clock):
    """The next one waits until one is answered, withdrawn or over; answered ones do not count."""
    secrets = [patient.invite(clock.now + HOUR + number) for number in range(20)]
    refused = patient.put_invite(os.urandom(16), b"offer", clock.now + HOUR)
    assert (refused.status_code, refused.json["type"]) == (429, "/problems/too-many")
    assert refused.headers["Retry-After"] == "900"  # the most that anybody is told to wait
    therapist.answer(patient, secrets[3])
    patient.invite(clock.now + HOUR)
    patient.call("DELETE", _path(secrets[4]))
    patient.invite(clock.now + HOUR)


def test_nobody_answers_their_own_invite(patient: Person, clock: Clock):
    """To its inviter, an invite cannot be answered."""
    secret = patient.invite(clock.now + HOUR)
    assert patient.answer(patient, secret).status_code == 404
    assert patient.get("/invites").json["invites"][0]["state"] == "open"


def test_only_the_inviter_withdraws(patient: Person, stranger: Person, clock: Clock):
    """A foreign invite, a missing one and what is no id: the same bytes, and the invite stays."""
    secret = patient.invite(clock.now + HOUR)
    paths = [_path(secret), f"/invites/{b64_encode(os.urandom(16))}", "/invites/x"]
    answers = [stranger.call("DELETE", path) for path in paths]
    assert {(one.status_code, one.data, str(one.headers)) for one in answers} == {
        (404, answers[0].data, str(answers[0].headers))
    }
    assert stranger.get(_path(secret)).status_code == 200


def test_lists_show_own_invites_only(patient: Person, stranger: Person, clock: Clock):
    """What others have invited is nobody's business."""
    secret = patient.invite(clock.now + HOUR)
    (listed,) = patient.get("/invites").json["invites"]
    assert listed == {
        "id": b64_encode(invite_id(secret)),
        "state": "open",
        "answer": None,
        "expires": clock.now + HOUR,
    }
    assert stranger.get("/invites").json["invites"] == []


@pytest.mark.parametrize("size", [16_385, 24_000])
def test_a_sealed_offer_has_its_size(patient: Person, clock: Clock, size: int):
    """Offers and answers are small; a larger one is invalid."""
    answer = patient.put_invite(os.urandom(16), os.urandom(size), clock.now + HOUR)
    assert (answer.status_code, answer.json["type"]) == (422, "/problems/invalid")


def test_a_real_offer_is_well_below_it(patient: Person, clock: Clock):
    """A long name fits too."""
    offer = seal_offer(os.urandom(32), patient.bundle, "n" * 200, "patient", clock.now)
    assert len(offer) < 4_000


def test_what_is_kept_of_invites_has_a_measure(
    patient: Person, clock: Clock, monkeypatch: pytest.MonkeyPatch
):
    """Offers and answers of one inviter together; what is past its time counts no more."""
    monkeypatch.setattr(invites, "KEPT_BYTES", 1_000)
    for _ in range(2):
        assert patient.put_invite(os.urandom(16), bytes(400), clock.now + HOUR).status_code == 201
    answer = patient.put_invite(os.urandom(16), bytes(400), clock.now + HOUR)
    assert (answer.status_code, answer.json["type"]) == (429, "/problems/too-many")
    clock.now += HOUR + 1
    assert patient.put_invite(os.urandom(16), bytes(400), clock.now + HOUR).status_code == 201


def test_invites_take_of_the_room_of_their_author(make_app: Callable[..., Flask], clock: Clock):
    """A new account that has filled its little room makes no invite either."""
    person = Person(make_app(NEW_ACCOUNT_MEGABYTES=1), "ana")
    person.sign_up()
    for _ in range(4):
        person.push(person.put(row_of(os.urandom(16), os.urandom(16), os.urandom(258_000))))
    answer = person.put_invite(os.urandom(16), bytes(16_000), clock.now + HOUR)
    assert (answer.status_code, answer.json["type"]) == (413, "/problems/too-large")
