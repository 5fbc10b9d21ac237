"""How often one network or account may ask."""

from collections.abc import Callable

import pytest
from flask import Flask

from tests.server.conftest import Clock, sqlite_only
from tests.server.people import API, Person

pytestmark = sqlite_only


@pytest.fixture
def app(make_app: Callable[..., Flask]) -> Flask:
    """A server that counts."""
    return make_app(RATELIMIT_ENABLED=True)


def _ask(person: Person, address: str, handle: str = "ana") -> int:
    answer = person.client.post(
        f"{API}/challenges",
        json={"handle": handle, "kind": "kit"},
        headers={"X-CSRFToken": person.fetch_csrf()},
        environ_base={"REMOTE_ADDR": address},
    )
    return answer.status_code


def test_challenges_are_counted_by_network_and_name(app: Flask):
    """Sixty a minute for one name; the neighbours in the network share them, others are not touched."""
    person = Person(app, "nobody")
    assert {_ask(person, f"203.0.113.{number}") for number in range(60)} == {200}
    assert _ask(person, "203.0.113.200") == 429
    assert _ask(person, "203.0.114.1") == 200
    assert _ask(person, "2001:db8::1") == 200
    assert _ask(person, "203.0.113.200", "berta") == 200


def test_a_network_of_many_networks_is_counted_too(app: Flask):
    """Whoever has a whole /48 has four times as much, not 65,536 times."""
    person = Person(app, "nobody")
    assert {_ask(person, f"2001:db8:1:{number:x}::1") for number in range(240)} == {200}
    assert _ask(person, "2001:db8:1:ffff::1") == 429
    assert _ask(person, "2001:db8:2::1") == 200


def test_nobody_is_sent_away_for_long(app: Flask):
    """Retry-After is a quarter of an hour at most, whatever the limit."""
    person = Person(app, "nobody")
    while (answer := person.post("/accounts", {})).status_code != 429:
        pass
    assert 1 <= int(answer.headers["Retry-After"]) <= 900


def test_too_many_says_when_to_come_back(app: Flask):
    """`too-many` carries a Retry-After within the window, and says nothing of the limit."""
    person = Person(app, "nobody")
    for _ in range(60):
        person.post("/challenges", {"handle": "ana", "kind": "kit"})
    answer = person.post("/challenges", {"handle": "ana", "kind": "kit"})
    assert (answer.status_code, answer.json["type"]) == (429, "/problems/too-many")
    assert 1 <= int(answer.headers["Retry-After"]) <= 61
    assert "60" not in answer.text


def test_no_account_is_locked_by_others(app: Flask, patient: Person):
    """Whoever asks too often for a handle stops themselves: its owner signs in from elsewhere, and neighbours from here."""
    attacker = Person(app, "nobody")
    neighbour = Person(app, "berta")
    neighbour.sign_up()
    while _ask(attacker, "198.51.100.1") == 200:
        pass
    assert patient.sign_in().status_code == 201
    assert _ask(neighbour, "198.51.100.1", "berta") == 200


def test_signed_in_people_are_counted_by_account(
    app: Flask, patient: Person, stranger: Person, clock: Clock
):
    """Behind one address, one account's invites do not use up another's."""
    while True:
        answer = patient.put_invite(b"\0" * 16, b"offer", clock.now + 60)
        if answer.status_code != 201:
            break
    assert answer.json["type"] == "/problems/too-many"
    assert stranger.put_invite(b"\1" * 16, b"offer", clock.now + 60).status_code == 201


def test_writing_and_reading_are_not_limited(app: Flask, patient: Person):
    """A long offline time is caught up at once: pushes and pages are bounded by size, not by count."""
    for _ in range(150):
        assert patient.get("/feed?after=2").status_code == 200
    for _ in range(40):
        assert patient.push(patient.put())[patient.log()]["accepted"] == 1


def test_forged_requests_use_up_nothing(app: Flask, patient: Person):
    """What is refused before the view is not counted: another site cannot spend a person's limit."""
    for _ in range(70):
        patient.call("POST", "/challenges", json={}, headers={"Origin": "http://evil.example"})
    assert patient.sign_in().status_code == 201
