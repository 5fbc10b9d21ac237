"""`POST /accounts` and `GET /account`: signing up, and what the server knows."""

import os
import threading
from collections.abc import Callable

import pytest
from flask import Flask

from journal.wire.bundles import build_bundle
from journal.wire.encoding import b64_encode
from journal.wire.headers import Head
from journal.wire.records import build_frame, plain_content
from journal.wire.rows import row_of
from tests.server.conftest import Clock
from tests.server.people import Person, credential_json


@pytest.fixture
def newcomer(app: Flask) -> Person:
    """A person without an account."""
    return Person(app, "newcomer")


def test_signing_up_makes_the_account_and_signs_in(newcomer: Person):
    """The answer names the account, the session works, and the feed holds the first two records."""
    answer = newcomer.sign_up()
    assert answer.status_code == 201
    assert answer.json["account"] == newcomer.account
    assert newcomer.get("/session").json["account"] == newcomer.account
    assert [record.header.type for record in newcomer.feed()] == ["key", "ring"]


def test_a_taken_handle_is_refused(newcomer: Person, patient: Person, app: Flask):
    """The second account of a handle is refused, and nothing of it is kept."""
    other = Person(app, patient.handle)
    answer = other.sign_up()
    assert (answer.status_code, answer.json["type"]) == (409, "/problems/handle-taken")
    other.handle = "another"
    assert other.sign_up().status_code == 201


def test_of_two_who_want_a_handle_at_once_one_gets_it(app: Flask):
    """Eight sign-ups with one handle in the same moment: one account is made."""
    people = [Person(app, "wanted") for _ in range(8)]
    codes: list[int] = []
    for person in people:
        person.fetch_csrf()
    threads = [
        threading.Thread(target=lambda one=one: codes.append(one.sign_up().status_code))
        for one in people
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(codes) == [201] + [409] * 7


def test_an_identity_has_one_account(patient: Person, app: Flask):
    """Signing up again with the same keys under another handle is refused."""
    patient.handle = "twice"
    assert patient.sign_up().json["type"] == "/problems/handle-taken"


@pytest.mark.parametrize(
    "handle", ["ab", "Ana", "-ana", "ana b", "a" * 65, "ána", "ana\n", "", "ａｎａ"]
)
def test_a_handle_outside_the_rule_is_refused(newcomer: Person, handle: str):
    """Only the normal form of a handle is taken: clients normalise before they derive anything."""
    answer = newcomer.sign_up(handle=handle)
    assert (answer.status_code, answer.json["type"]) == (422, "/problems/invalid")


def _broken(newcomer: Person) -> dict[str, dict[str, object]]:
    password, kit = (credential_json(one) for one in newcomer.credentials.values())
    return {
        "one credential": {"credentials": [password]},
        "three credentials": {"credentials": [password, kit, kit]},
        "two of one kind": {"credentials": [password, password | {"id": kit["id"]}]},
        "another kind": {"credentials": [password, kit | {"kind": "passkey"}]},
        "short id": {"credentials": [password | {"id": b64_encode(bytes(15))}, kit]},
        "short wrapped": {"credentials": [password | {"wrapped": b64_encode(bytes(103))}, kit]},
        "profile 2": {"credentials": [password | {"parameters": b64_encode(b"\2" * 17)}, kit]},
        "kit with parameters": {"credentials": [password, kit | {"parameters": "AA"}]},
        "key of small order": {
            "credentials": [password | {"verifier": b64_encode(bytes(32))}, kit]
        },
        "unknown member": {"name": "Ana"},
        "handle of another type": {"handle": 7},
        "loose b64": {"records": newcomer.sign_up_body()["records"] + "="},
        "no records": {"records": ""},
    }


@pytest.mark.parametrize("fault", list(_broken(Person(Flask("x"), "x"))))
def test_a_body_that_does_not_hold_is_refused(newcomer: Person, fault: str):
    """Each body with one fault is `invalid`, and the account is not made."""
    answer = newcomer.sign_up(**_broken(newcomer)[fault])
    assert (answer.status_code, answer.json["type"]) == (422, "/problems/invalid")
    assert newcomer.get("/feed").status_code == 401


def _first_records(newcomer: Person, stranger: Person) -> dict[str, list[bytes]]:
    newcomer.heads.clear()
    key = newcomer.record(newcomer, "key", plain_content(newcomer.bundle))
    ring = newcomer.ring_record()
    stranger.heads[stranger.log()] = Head()
    other = stranger.record(stranger, "key", plain_content(stranger.bundle))
    none = build_bundle(newcomer.identity.sign, newcomer.id_pk, 1, b"\xff" * 1216)
    newcomer.heads.clear()
    unusable = newcomer.record(newcomer, "key", plain_content(none))
    forged = key._replace(signature=bytes(64))
    frames = {
        name: build_frame(value) for name, value in locals().items() if name in ("key", "ring")
    }
    return {
        "only the key": [frames["key"]],
        "the ring first": [frames["ring"], frames["key"]],
        "a third record": [frames["key"], frames["ring"], build_frame(newcomer.put())],
        "two accounts": [build_frame(other), frames["ring"]],
        "a key nobody can seal to": [build_frame(unusable), build_frame(newcomer.ring_record())],
        "a forged signature": [build_frame(forged), frames["ring"]],
        "cut short": [frames["key"], frames["ring"][:-1]],
        "not frames": [os.urandom(100)],
    }


@pytest.mark.parametrize(
    "fault", list(_first_records(Person(Flask("x"), "x"), Person(Flask("x"), "y")))
)
def test_first_records_that_do_not_hold_are_refused(newcomer: Person, app: Flask, fault: str):
    """The first two records are verified like all others; with a fault in them nothing is kept."""
    newcomer.fetch_csrf()
    frames = _first_records(newcomer, Person(app, "other"))[fault]
    answer = newcomer.sign_up(records=b64_encode(b"".join(frames)))
    assert (answer.status_code, answer.json["type"]) == (422, "/problems/invalid")
    assert newcomer.sign_up().status_code == 201


def test_registration_by_code(make_app: Callable[..., Flask]):
    """With REGISTRATION=code only the codes of the operator open the door."""
    app = make_app(REGISTRATION="code", REGISTRATION_CODES=("spruce", "maple"))
    newcomer = Person(app, "newcomer")
    for code in ({}, {"code": ""}, {"code": "oak"}, {"code": "spruc"}):
        answer = newcomer.sign_up(**code)
        assert (answer.status_code, answer.json["type"]) == (403, "/problems/registration")
    assert newcomer.sign_up(code="maple").status_code == 201


@pytest.mark.parametrize(
    "settings", [{"REGISTRATION": "closed", "REGISTRATION_CODES": ("x",)}, {"REGISTRATION": "code"}]
)
def test_closed_registration(make_app: Callable[..., Flask], settings: dict[str, object]):
    """Closed is closed, with any code; so is `code` without a list of codes."""
    newcomer = Person(make_app(**settings), "newcomer")
    for code in ({}, {"code": "x"}, {"code": ""}):
        assert newcomer.sign_up(**code).json["type"] == "/problems/registration"


def test_what_is_to_be_read_is_counted(linked: tuple[Person, Person]):
    """A device that is being filled says how much is to come: own revisions, and what others have granted."""
    patient, therapist = linked
    row = patient.row("a")
    patient.push(patient.put(row, patient.row("b")), patient.grant(therapist, [row]))
    assert [one.get("/account").json["readable"] for one in linked] == [2, 1]


def test_what_the_server_knows(linked: tuple[Person, Person], clock):
    """`GET /account` counts what is kept, and names links by key alone."""
    patient, therapist = linked
    clock.now += 5
    record = patient.put(patient.row("a"), patient.row("b"))
    patient.push(record)
    known = patient.get("/account").json
    size = sum(
        len(build_frame(one)) for one in patient.feed() if one.header.author == patient.id_pk
    )
    assert known["handle"] == "ana"
    assert known["id_pk"] == b64_encode(patient.id_pk)
    assert (known["records"], known["revisions"], known["bytes"]) == (4, 2, size)
    assert known["readable"] == 2
    assert [one["kind"] for one in known["credentials"]] == ["kit", "password"]
    assert known["links"] == [{"id_pk": b64_encode(therapist.id_pk), "since": clock.now - 5}]
    assert known["created"] == clock.now - 5
    assert set(known) == {
        "handle",
        "id_pk",
        "created",
        "credentials",
        "links",
        "records",
        "revisions",
        "readable",
        "bytes",
        "delivered",
        "room",
    }
    opened = [one for one in patient.feed() if one.header.type == "open"]
    assert known["delivered"] == len(build_frame(opened[0]))
    assert known["room"] == 4096 * 2**20


def test_a_new_account_has_little_room_until_it_is_linked(
    make_app: Callable[..., Flask], clock: Clock
):
    """Sixty-four mebibytes by default; whoever is linked in both directions has the whole quota, for good."""
    app = make_app(NEW_ACCOUNT_MEGABYTES=1)
    ana, bo = Person(app, "ana"), Person(app, "bob", "therapist")
    for person in (ana, bo):
        assert person.sign_up().status_code == 201
        assert person.get("/account").json["room"] == 2**20
    rows = [row_of(os.urandom(16), os.urandom(16), os.urandom(250_000)) for _ in range(5)]
    records = [ana.put(row) for row in rows]
    result = ana.push(*records)[ana.log()]
    assert (result["accepted"], result["problem"]["type"]) == (4, "/problems/too-large")
    ana.link(bo, clock.now + 3600)
    assert [one.get("/account").json["room"] for one in (ana, bo)] == [4096 * 2**20] * 2
    ana.push(ana.record(bo, "close"))
    assert ana.push(records[4])[ana.log()]["problem"] is None


def test_nobody_linked_shows_no_links(patient: Person, stranger: Person):
    """Accounts on the same server do not see one another."""
    assert patient.get("/account").json["links"] == []
