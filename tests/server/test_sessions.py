"""Signing in and out: challenges, sessions, their ends, and what an outsider can learn."""

import os
from http.cookies import SimpleCookie
from itertools import product
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event, select
from werkzeug.test import TestResponse

from journal.protocol.credentials import login_signature, open_account_key
from journal.protocol.devices import open_label
from journal.protocol.ring import open_ring
from journal.server import schema
from journal.server.database import Database
from journal.wire.encoding import b64_decode, b64_encode, h
from journal.wire.limits import LABEL
from tests.server.conftest import Clock, sqlite_only
from tests.server.people import API, ORIGIN, Person

DAY = 86_400


@pytest.mark.parametrize("kind", ["password", "kit"])
def test_signing_in_hands_out_what_opens_the_account(patient: Person, kind: str):
    """A new device gets the wrapped account key, the newest ring and the head, and a session."""
    patient.push(patient.ring_record())
    patient.client = patient.app.test_client()
    patient.csrf = ""
    answer = patient.sign_in(kind)
    assert answer.status_code == 201
    told, credential = answer.json, patient.credentials[kind]
    assert told["account"] == patient.account
    assert (told["handle"], told["kind"]) == (patient.handle, kind)
    parameters = b64_decode(told["parameters"])
    opened = open_account_key(
        kind,
        patient.secrets[kind],
        credential.id,
        parameters,
        b64_decode(told["id_pk"]),
        b64_decode(told["wrapped"]),
    )
    assert opened == patient.account_key
    assert told["ring"]["generation"] == 2
    open_ring(opened, patient.id_pk, 2, b64_decode(told["ring"]["body"]))
    head = patient.heads[patient.log()]
    assert told["head"] == {"seq": head.seq, "hash": b64_encode(head.hash)}
    assert patient.get("/feed").status_code == 200


def test_a_challenge_by_credential(patient: Person):
    """A device that remembers its credential asks by id and gets the same parameters."""
    credential = patient.credentials["password"]
    told = patient.post("/challenges", {"credential": b64_encode(credential.id)}).json
    assert told["kind"] == "password"
    assert told["parameters"] == b64_encode(credential.parameters)
    assert patient.post("/sessions", patient.signed(told)).status_code == 201


def _failures(patient: Person, other: Person, clock: Clock) -> dict[str, TestResponse]:
    def post(**changes: str) -> TestResponse:
        return patient.post("/sessions", patient.signed(patient.challenge()) | changes)

    found = {}
    good = patient.challenge()
    id, asked = b64_decode(good["id"]), b64_decode(good["challenge"])
    foreign = login_signature(patient.secrets["password"], id, "http://evil.example", asked)
    signed = patient.signed(good)
    found["another origin"] = patient.post("/sessions", signed | {"signature": b64_encode(foreign)})
    found["a challenge spent by a failure"] = patient.post("/sessions", signed)
    used = patient.signed(patient.challenge())
    assert patient.post("/sessions", used).status_code == 201
    found["a challenge used before"] = patient.post("/sessions", used)
    found["a wrong signature"] = post(signature=b64_encode(os.urandom(64)))
    found["an invented challenge"] = post(challenge=b64_encode(os.urandom(32)))
    found["an invented credential"] = post(id=b64_encode(os.urandom(16)))
    found["another person's credential"] = post(id=b64_encode(other.credentials["kit"].id))
    found["the other kind's challenge"] = patient.post(
        "/sessions", patient.signed(patient.challenge("kit"), "password")
    )
    unknown = patient.post("/challenges", {"handle": "nobody", "kind": "password"}).json
    found["an unknown handle"] = patient.post("/sessions", patient.signed(unknown))
    late = patient.signed(patient.challenge())
    clock.now += 61
    found["a late answer"] = patient.post("/sessions", late)
    return found


def test_every_failure_is_the_same_answer(patient: Person, stranger: Person, clock: Clock):
    """Whatever is wrong with a sign-in, status, headers and bytes are the same, and no cookie is set."""
    failures = _failures(patient, stranger, clock)
    answers = {(f.status_code, f.data, str(f.headers)) for f in failures.values()}
    assert len(answers) == 1
    status, data, headers = answers.pop()
    assert status == 401
    assert b"/problems/sign-in-failed" in data
    assert "session" not in headers


def test_a_challenge_lives_sixty_seconds(patient: Person, clock: Clock):
    """At the sixtieth second it still holds."""
    signed = patient.signed(patient.challenge())
    clock.now += 60
    assert patient.post("/sessions", signed).status_code == 201


@pytest.mark.parametrize("kind", ["password", "kit"])
def test_unknown_handles_are_answered_like_known_ones(patient: Person, kind: str):
    """The answer for a handle nobody has: the same members, lengths and headers, stable but for the challenge."""
    known, again = (patient.post("/challenges", {"handle": "ana", "kind": kind}) for _ in "ab")
    fake, once_more = (
        patient.post("/challenges", {"handle": "nobody", "kind": kind}) for _ in "ab"
    )
    assert known.headers == fake.headers
    assert {name: len(value) for name, value in known.json.items()} == {
        name: len(value) for name, value in fake.json.items()
    }
    for one, two in ((known, again), (fake, once_more)):
        assert one.json["challenge"] != two.json["challenge"]
        assert one.json | {"challenge": ""} == two.json | {"challenge": ""}
    assert fake.json["kind"] == kind


def test_invented_answers_differ_between_handles_and_servers(patient: Person):
    """An invented salt or id says nothing: another handle or server secret gives others."""
    ask = {"handle": "nobody", "kind": "password"}
    one = patient.post("/challenges", ask).json
    two = patient.post("/challenges", ask | {"handle": "nobody2"}).json
    patient.app.config["SECRET_KEY"] = os.urandom(32)
    patient.csrf = ""
    three = patient.post("/challenges", ask).json
    assert len({told["id"] for told in (one, two, three)}) == 3
    assert len({told["parameters"] for told in (one, two, three)}) == 3


def test_unknown_handles_cost_the_same_work(patient: Person, database: Database):
    """The same statements run in the same order, known or not, for the challenge and for the failed sign-in."""
    statements: list[str] = []
    event.listen(database.engine, "before_cursor_execute", lambda *a: statements.append(a[2]))

    def work(handle: str) -> list[str]:
        statements.clear()
        told = patient.post("/challenges", {"handle": handle, "kind": "kit"}).json
        wrong = patient.signed(told, "kit") | {"signature": b64_encode(bytes(64))}
        assert patient.post("/sessions", wrong).status_code == 401
        return list(statements)

    patient.fetch_csrf()
    patient.client.delete_cookie("session")
    assert work("ana") == work("nobody")


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"handle": "ana"},
        {"kind": "kit"},
        {"handle": "ana", "kind": "passkey"},
        {"handle": "ana", "kind": "link"},
        {"handle": "!", "kind": "kit"},
        {"credential": "AA"},
        {"credential": b64_encode(bytes(16)), "handle": "ana", "kind": "kit"},
    ],
)
def test_challenges_that_name_nothing_are_invalid(patient: Person, body: dict[str, str]):
    """A challenge is for a handle with a kind, or for a credential."""
    answer = patient.post("/challenges", body)
    assert (answer.status_code, answer.json["type"]) == (422, "/problems/invalid")


def _set_cookies(answer: TestResponse) -> SimpleCookie:
    cookies = SimpleCookie()
    for line in answer.headers.getlist("Set-Cookie"):
        cookies.load(line)
    return cookies


def test_the_cookie_over_http(patient: Person):
    """Over plain HTTP: HttpOnly, SameSite=Lax, 90 days, an opaque token of 32 bytes."""
    cookie = _set_cookies(patient.sign_in())["session"]
    assert len(b64_decode(cookie.value)) == 32
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")
    assert cookie["max-age"] == str(90 * DAY)
    assert not cookie["domain"]


def test_the_cookie_over_https(app: Flask):
    """Over HTTPS both cookies are `__Host-` ones, Secure and without a domain."""
    person = Person(app, "secure")
    more = {"base_url": "https://localhost"}
    page = person.client.get(f"{API}/session", **more)
    person.csrf = page.json["csrf"]
    answer = person.call(
        "POST",
        "/accounts",
        json=person.sign_up_body(),
        headers={"Origin": "https://localhost"},
        **more,
    )
    assert answer.status_code == 201, answer.text
    for made, name in ((page, "__Host-csrf"), (answer, "__Host-session")):
        cookie = _set_cookies(made)[name]
        assert (cookie["secure"], cookie["httponly"], cookie["path"]) == (True, True, "/")
        assert not cookie["domain"]
    assert person.client.get(f"{API}/feed", **more).status_code == 200


def test_a_cookie_of_plain_http_does_not_count_over_https(patient: Person):
    """A cookie that somebody on the network could have set is not looked at."""
    token = patient.client.get_cookie("session").value
    fresh = patient.app.test_client()
    fresh.set_cookie("session", token)
    assert fresh.get(f"{API}/feed").status_code == 200
    assert fresh.get(f"{API}/feed", base_url="https://localhost").status_code == 401


def test_only_the_hash_of_a_token_is_kept(patient: Person, database: Database):
    """Who reads the table of sessions cannot use them."""
    token = b64_decode(patient.client.get_cookie("session").value)
    with database.read() as connection:
        rows = connection.execute(select(schema.session)).all()
    assert [row.token_hash for row in rows] == [h(token)]
    assert token not in [value for row in rows for value in row]


def test_a_session_slides_thirty_days(patient: Person, clock: Clock):
    """Used within 30 days it goes on, left alone for longer it ends."""
    for _ in range(2):
        clock.now += 29 * DAY
        assert patient.get("/feed").status_code == 200
    clock.now += 30 * DAY + 1
    assert patient.get("/feed").json["type"] == "/problems/sign-in-needed"


def test_a_session_ends_after_ninety_days(patient: Person, clock: Clock):
    """However often it is used."""
    for _ in range(90):
        clock.now += DAY
        assert patient.get("/feed").status_code == 200
    clock.now += 1
    assert patient.get("/feed").status_code == 401


def test_own_sessions_are_listed_and_ended(patient: Person, clock: Clock):
    """Another device's session can be ended from here: its very next request is refused."""
    lost = Person.other_device(patient)
    clock.now += 60
    assert lost.sign_in().status_code == 201
    listed = patient.get("/sessions").json["sessions"]
    assert [one["current"] for one in listed] == [False, True]
    assert [one["created"] for one in listed] == [clock.now, clock.now - 60]
    assert lost.get("/feed").status_code == 200
    assert patient.call("DELETE", f"/sessions/{listed[0]['id']}").status_code == 204
    assert lost.get("/feed").status_code == 401
    assert len(patient.get("/sessions").json["sessions"]) == 1


def test_each_device_names_its_own_session(patient: Person):
    """Both see the names of both, sealed; one that signs in anew has none until it names itself again."""
    other = Person.other_device(patient)
    assert other.sign_in().status_code == 201
    assert [one["label"] for one in patient.get("/sessions").json["sessions"]] == [None, None]
    for device, name in ((patient, "Safari on iPhone"), (other, "A"), (other, "Edge on Windows")):
        assert device.name_session(name).status_code == 204
    listed = other.get("/sessions").json["sessions"]
    opened = {
        open_label(
            patient.account_key, patient.id_pk, b64_decode(one["id"]), b64_decode(one["label"])
        )
        for one in listed
    }
    assert opened == {"Safari on iPhone", "Edge on Windows"}
    assert {len(b64_decode(one["label"])) for one in listed} == {LABEL}
    other.sign_in()
    unnamed = [one for one in patient.get("/sessions").json["sessions"] if one["label"] is None]
    assert [one["current"] for one in unnamed] == [False]


def test_no_session_but_ones_own_is_named(patient: Person, stranger: Person):
    """Another device's, somebody else's, a missing one and what is no id are the same answer, and nothing is stored."""
    other = Person.other_device(patient)
    other.sign_in()
    ids = [other.session_id(), stranger.session_id(), b64_encode(os.urandom(16)), "x", "current"]
    body = {"label": b64_encode(bytes(LABEL))}
    answers = [patient.call("PUT", f"/sessions/{id}/label", json=body) for id in ids]
    assert {(one.status_code, one.data) for one in answers} == {(404, answers[0].data)}
    for device in (patient, stranger):
        assert {one["label"] for one in device.get("/sessions").json["sessions"]} == {None}


@pytest.mark.parametrize("size", [0, 1, LABEL - 1, LABEL + 1, 1_000])
def test_a_label_has_one_size(patient: Person, size: int):
    """Anything longer or shorter could tell something, and is refused."""
    body = {"label": b64_encode(bytes(size))}
    answer = patient.call("PUT", f"/sessions/{patient.session_id()}/label", json=body)
    assert (answer.status_code, answer.json["type"]) == (422, "/problems/invalid")
    assert patient.get("/sessions").json["sessions"][0]["label"] is None


def test_a_session_is_ended_once(patient: Person):
    """Ended again, as after a lost answer, it is as missing as one that never was; the others go on."""
    lost = Person.other_device(patient)
    lost.sign_in()
    id = lost.session_id()
    assert [patient.call("DELETE", f"/sessions/{id}").status_code for _ in range(2)] == [204, 404]
    body = {"label": b64_encode(bytes(LABEL))}
    assert lost.call("PUT", f"/sessions/{id}/label", json=body).status_code == 401
    assert patient.get("/feed").status_code == 200


def test_signing_out(patient: Person):
    """`current` ends this session and takes the cookie away; the token is dead wherever it was copied to."""
    copy = patient.app.test_client()
    copy.set_cookie("session", patient.client.get_cookie("session").value)
    answer = patient.call("DELETE", "/sessions/current")
    assert answer.status_code == 204
    assert _set_cookies(answer)["session"].value == ""
    assert patient.client.get_cookie("session") is None
    assert copy.get(f"{API}/feed").status_code == 401


def test_signing_in_again_replaces_the_session(patient: Person):
    """The token this device had before is dead: no session is left behind that nobody holds."""
    copy = patient.app.test_client()
    copy.set_cookie("session", patient.client.get_cookie("session").value)
    assert patient.sign_in().status_code == 201
    assert copy.get(f"{API}/feed").status_code == 401
    assert len(patient.get("/sessions").json["sessions"]) == 1


def test_spent_and_old_challenges_are_not_kept(patient: Person, clock: Clock, database: Database):
    """Asking stores nothing, however often; what was answered is kept for its minute, and gone at the next answer."""

    def kept() -> int:
        with database.read() as connection:
            return len(connection.execute(select(schema.challenge)).all())

    for _ in range(3):
        patient.challenge()
    assert kept() == 0
    for _ in range(3):
        patient.sign_in()
    assert kept() == 3
    clock.now += 61
    patient.sign_in()
    assert kept() == 1


QUESTIONS = ("password", "kit", "credential", "sign-in", "sign-up")


def _ask(person: Person, handle: str, question: str, last: dict[str, str]) -> TestResponse:
    """One anonymous question about a handle; the later ones use what the one before has answered."""
    if question in ("password", "kit"):
        return person.post("/challenges", {"handle": handle, "kind": question})
    if question == "credential":
        return person.post("/challenges", {"credential": last["id"]})
    if question == "sign-in":
        signature = b64_encode(bytes(64))
        asked = {"id": last["id"], "challenge": last["challenge"], "signature": signature}
        return person.post("/sessions", asked)
    stranger = Person(person.app, f"probe-{os.urandom(4).hex()}")
    body = stranger.sign_up_body()
    body["credentials"][0]["id"] = last["id"]
    return stranger.post("/accounts", body)


def _told(person: Person, handle: str, chain: tuple[str, ...]) -> list[Any]:
    """What whoever asks in this order can tell of it: statuses, headers, kinds, lengths, and what equals what."""
    seen: dict[str, int] = {}
    last: dict[str, str] = {}
    told: list[Any] = []
    for question in chain:
        answer = _ask(person, handle, question, last)
        found = answer.json
        if answer.status_code == 200:
            last = found
        values = {
            name: (len(str(value)), seen.setdefault(str(value), len(seen)))
            for name, value in found.items()
        }
        headers = [line for line in answer.headers if line[0] != "Set-Cookie"]
        told.append((answer.status_code, headers, found.get("kind"), found.get("type"), values))
    return told


@sqlite_only
def test_no_chain_of_questions_tells_whether_a_name_has_an_account(patient: Person, app: Flask):
    """Every chain of up to three questions, each using what the one before has answered, for a name that is here and one that is not."""
    asking = Person(app, "whoever")
    chains = [
        chain
        for length in (1, 2, 3)
        for chain in product(QUESTIONS, repeat=length)
        if chain[0] in ("password", "kit")
    ]
    for chain in chains:
        assert _told(asking, "ana", chain) == _told(asking, "nobody-here", chain), chain


def test_another_persons_session_is_not_there(patient: Person, stranger: Person):
    """A foreign session, a missing one and what is no id are the same bytes; the foreign one lives on."""
    foreign = stranger.get("/sessions").json["sessions"][0]["id"]
    ids = [foreign, b64_encode(os.urandom(16)), "x", "%00", foreign + "A"]
    answers = [patient.call("DELETE", f"/sessions/{id}") for id in ids]
    assert {(one.status_code, one.data, str(one.headers)) for one in answers} == {
        (404, answers[0].data, str(answers[0].headers))
    }
    assert stranger.get("/feed").status_code == 200


def test_the_session_page_says_who_this_is(patient: Person, app: Flask):
    """Epoch, registration and account, for signed-in people and others."""
    told = patient.get("/session").json
    assert told["account"] == patient.account
    assert told["registration"] == "open"
    assert len(b64_decode(told["epoch"])) == 16
    anonymous = app.test_client().get(f"{API}/session")
    assert anonymous.json["account"] is None
    assert anonymous.headers["Afterglow-Epoch"] == told["epoch"]


def test_the_signed_origin_is_the_configured_one(make_app, clock: Clock):
    """With ORIGIN set, a signature for the address behind the proxy is worth nothing."""
    app = make_app(ORIGIN="https://journal.example")
    person = Person(app, "ana")
    headers = {"Origin": "https://journal.example"}

    def post(path: str, body: object) -> TestResponse:
        return person.call("POST", path, json=body, headers=headers)

    assert post("/accounts", person.sign_up_body()).status_code == 201
    told = post("/challenges", {"handle": "ana", "kind": "kit"}).json
    id, asked = b64_decode(told["id"]), b64_decode(told["challenge"])
    for origin, status in ((ORIGIN, 401), ("https://journal.example", 201)):
        told = post("/challenges", {"handle": "ana", "kind": "kit"}).json
        asked = b64_decode(told["challenge"])
        signature = b64_encode(login_signature(person.secrets["kit"], id, origin, asked))
        body = {"id": told["id"], "challenge": told["challenge"], "signature": signature}
        assert post("/sessions", body).status_code == status
