"""PUT /credentials, and the proof that this and everything else that changes access wants."""

import os
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from journal.protocol.credentials import login_signature, open_account_key, proof_signature
from journal.server import schema
from journal.server.database import Database
from journal.wire.encoding import b64_decode, b64_encode, build_json
from tests.server.conftest import Clock
from tests.server.people import API, ORIGIN, Person, credential_json

PATH = "/credentials"


def _replacement(person: Person, *kinds: str) -> dict[str, Any]:
    made = [person.new_credential(kind, os.urandom(32)) for kind in kinds or ("password",)]
    return {"credentials": [credential_json(one) for one in made]}


def _rows(database: Database) -> list[Any]:
    with database.read() as connection:
        return sorted(connection.execute(select(schema.credential)).all())


@pytest.mark.parametrize("by", ["password", "kit"])
@pytest.mark.parametrize("kinds", [("password",), ("kit",), ("password", "kit")])
def test_new_credentials_take_the_place_of_the_old(
    patient: Person, by: str, kinds: tuple[str, ...]
):
    """Proved by either credential: the new ones sign in and open the account key, the old ones are gone."""
    before = dict(patient.secrets), dict(patient.credentials)
    assert patient.renew(*kinds, by=by).status_code == 204
    for kind in ("password", "kit"):
        told = patient.challenge(kind)
        answer = patient.post("/sessions", patient.signed(told, kind)).json
        x, id = patient.secrets[kind], b64_decode(told["id"])
        parameters, wrapped = b64_decode(answer["parameters"]), b64_decode(answer["wrapped"])
        opened = open_account_key(kind, x, id, parameters, patient.id_pk, wrapped)
        assert opened == patient.account_key
    patient.secrets, patient.credentials = before
    for kind in kinds:
        told = patient.post("/challenges", {"credential": b64_encode(before[1][kind].id)}).json
        assert patient.post("/sessions", patient.signed(told, kind)).status_code == 401


def test_the_other_devices_sessions_end(patient: Person, stranger: Person):
    """Whoever sits on a stolen session is out with the next request; the device that asked goes on, and so do others."""
    thief = Person.other_device(patient)
    thief.sign_in()
    assert patient.renew("password").status_code == 204
    assert thief.get("/feed").json["type"] == "/problems/sign-in-needed"
    assert patient.get("/feed").status_code == 200
    assert stranger.get("/feed").status_code == 200


def _wrong_proofs(patient: Person, stranger: Person, clock: Clock, body: bytes) -> dict[str, str]:
    """Headers that prove nothing, each by one difference from one that would."""

    def proof(person: Person = patient, **changes: Any) -> str:
        told = person.challenge()
        sound = {
            "x": person.secrets["password"],
            "id": b64_decode(told["id"]),
            "origin": ORIGIN,
            "challenge": b64_decode(told["challenge"]),
            "act": f"PUT {API}{PATH}",
            "body": body,
        }
        signature = b64_encode(proof_signature(**sound | changes))
        return f"{told['id']}.{told['challenge']}.{signature}"

    told = patient.challenge()
    login = login_signature(
        patient.secrets["password"],
        b64_decode(told["id"]),
        ORIGIN,
        b64_decode(told["challenge"]),
    )
    found = {
        "nothing": "",
        "no proof": "a.b.c",
        "a part more": proof() + ".AA",
        "the signature of a login": f"{told['id']}.{told['challenge']}.{b64_encode(login)}",
        "another secret": proof(x=os.urandom(32)),
        "the kit's secret for the passphrase's challenge": proof(x=patient.secrets["kit"]),
        "another origin": proof(origin="http://evil.example"),
        "another challenge": proof(challenge=os.urandom(32)),
        "another method": proof(act=f"DELETE {API}{PATH}"),
        "another path": proof(act=f"PUT {API}/account"),
        "another body": proof(body=body[:-1] + b" }"),
        "somebody else's credential": proof(stranger),
        "a late answer": proof(),
    }
    clock.now += 61
    return found


def test_nothing_but_a_proof_of_this_request_proves_it(
    patient: Person, stranger: Person, clock: Clock, database: Database
):
    """Whatever is wrong with a proof, the answer is the same, nothing is replaced and no session ends."""
    body = build_json(_replacement(patient))
    before = _rows(database)
    wrong = _wrong_proofs(patient, stranger, clock, body)
    answers = {}
    for name, header in wrong.items():
        more = {"data": body, "content_type": "application/json"}
        answer = patient.call("PUT", PATH, headers={"Afterglow-Proof": header}, **more)
        assert answer.status_code == 403, name
        answers[name] = answer.data, str(answer.headers)
    assert len(set(answers.values())) == 1
    assert b"/problems/proof-needed" in answer.data
    assert _rows(database) == before
    assert stranger.get("/feed").status_code == 200


def test_a_proof_serves_once(patient: Person):
    """Sent again, by whoever saw it, it proves nothing."""
    body = build_json({"credentials": [credential_json(patient.credentials["password"])]})
    header = patient.proof("PUT", PATH, body)
    more = {"data": body, "content_type": "application/json"}
    answers = [patient.call("PUT", PATH, headers=header, **more).status_code for _ in "ab"]
    assert answers == [204, 403]


def test_a_spent_challenge_signs_nobody_in(patient: Person):
    """A challenge is for one signature, of either sort."""
    told = patient.challenge()
    used = patient.signed(told)
    assert patient.post("/sessions", used).status_code == 201
    id, asked = b64_decode(told["id"]), b64_decode(told["challenge"])
    body = build_json(_replacement(patient))
    act = f"PUT {API}{PATH}"
    signature = proof_signature(patient.secrets["password"], id, ORIGIN, asked, act, body)
    header = f"{told['id']}.{told['challenge']}.{b64_encode(signature)}"
    more = {"data": body, "content_type": "application/json"}
    answer = patient.call("PUT", PATH, headers={"Afterglow-Proof": header}, **more)
    assert answer.status_code == 403


def test_the_second_of_two_devices_has_to_prove_itself_anew(patient: Person):
    """A proof with a credential that was replaced meanwhile is worth nothing: the later device does not undo the earlier one."""
    other = Person.other_device(patient)
    other.sign_in()
    body = build_json(_replacement(patient))
    header = other.proof("PUT", PATH, body)
    assert patient.renew("password").status_code == 204
    other.client = patient.client
    other.csrf = patient.csrf
    more = {"data": body, "content_type": "application/json"}
    assert other.call("PUT", PATH, headers=header, **more).status_code == 403


def test_an_id_that_is_taken_is_refused_like_one_of_the_servers_own(
    patient: Person, stranger: Person, database: Database
):
    """Neither tells whether a handle has an account; half of a replacement is never stored."""
    invented = patient.post("/challenges", {"handle": "nobody", "kind": "kit"}).json["id"]
    taken = b64_encode(stranger.credentials["kit"].id)
    before = _rows(database)
    answers = []
    for id in (invented, taken):
        body = _replacement(patient, "password", "kit")
        body["credentials"][1]["id"] = id
        answers.append(patient.proved("PUT", PATH, body))
    assert {(one.status_code, one.data, str(one.headers)) for one in answers} == {
        (422, answers[0].data, str(answers[0].headers))
    }
    assert _rows(database) == before


@pytest.mark.parametrize("change", ["none", "twice", "three", "profile", "verifier", "kind"])
def test_what_is_no_replacement_is_refused(patient: Person, database: Database, change: str):
    """Each broken in one way: invalid, and nothing is replaced."""
    body = _replacement(patient, *{"twice": ("kit", "kit"), "three": ("kit",) * 3}.get(change, ()))
    first = body["credentials"][0]
    match change:
        case "none":
            body["credentials"] = []
        case "profile":
            first["parameters"] = b64_encode(b"\2" + bytes(16))
        case "verifier":
            first["verifier"] = b64_encode(bytes(32))
        case "kind":
            first["kind"] = "passkey"
    before = _rows(database)
    answer = patient.proved("PUT", PATH, body)
    assert (answer.status_code, answer.json["type"]) == (422, "/problems/invalid")
    assert _rows(database) == before


def test_unknown_and_known_proofs_cost_the_same_answer_without_a_session(
    patient: Person, app: Flask
):
    """Nobody without a session learns anything of a proof."""
    nobody = Person(app, "nobody-here")
    body = _replacement(patient)
    answers = [
        nobody.call("PUT", PATH, json=body, headers=headers)
        for headers in ({}, patient.proof("PUT", PATH, build_json(body)))
    ]
    assert {one.json["type"] for one in answers} == {"/problems/sign-in-needed"}
