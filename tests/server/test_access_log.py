"""Log lines: allow-listed fields, and nothing that anybody sent."""

import base64
import json
import os
from collections.abc import Callable

import pytest
from flask import Flask

from journal.server.access_log import FIELDS
from journal.wire.encoding import b64_encode
from journal.wire.records import build_frame
from tests.server.people import API, Person

CANARY = "vermilion-otter-4711"


def _lines(said: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in said.splitlines()]


def test_a_line_has_the_fields_of_the_list(patient: Person, capfd: pytest.CaptureFixture[str]):
    """One line a request: route template, status, duration, size, hashed network; no health checks."""
    patient.get("/feed?after=0")
    patient.client.get("/healthz")
    (line,) = _lines(capfd.readouterr().err)
    assert set(line) <= set(FIELDS)
    assert (line["method"], line["route"], line["status"]) == ("GET", "/api/v1/feed", 200)


def test_nothing_that_was_sent_is_logged(app: Flask, capfd: pytest.CaptureFixture[str]):
    """A distinctive word in every place of a request, and random bytes in bodies: no line holds them in any form."""
    person = Person(app, CANARY)
    person.sign_up()
    noise = os.urandom(24)
    person.push_bytes(noise)
    person.push(person.record(person, "device", person_content(noise)))
    person.get(f"/feed?after=0&{CANARY}={CANARY}")
    person.get(f"/{CANARY}")
    person.get(f"/invites/{CANARY}")
    person.post("/challenges", {"handle": CANARY, "kind": "kit"})
    person.post("/challenges", {CANARY: CANARY})
    person.call(CANARY.upper(), "/feed")
    person.client.get(
        f"{API}/session",
        headers={"User-Agent": CANARY, "Referer": f"http://x/{CANARY}", "X-Forwarded-For": CANARY},
    )
    app.test_client().get("/", base_url=f"http://{CANARY}")
    said = capfd.readouterr()
    text = (said.out + said.err).lower()
    assert len(_lines(said.err)) >= 11
    for form in (
        CANARY,
        b64_encode(CANARY.encode())[:-2].lower(),
        CANARY.encode().hex(),
        b64_encode(noise)[:20].lower(),
        base64.b64encode(noise).decode()[:20].lower(),
        noise.hex()[:20],
        person.client.get_cookie("session").value.lower(),
        person.csrf.lower(),
    ):
        assert form not in text


def person_content(data: bytes):
    """The content of a device record."""
    from journal.wire.records import plain_content

    return plain_content(data)


def test_an_error_of_the_database_keeps_its_values(
    app: Flask, patient: Person, capfd: pytest.CaptureFixture[str], database
):
    """A statement that fails is logged by class and place; the values bound to it are not."""
    with database.write() as connection:
        connection.exec_driver_sql("ALTER TABLE record RENAME TO elsewhere")
    answer = patient.push_bytes(build_frame(patient.put(patient.row(CANARY))))
    assert (answer.status_code, answer.json["type"]) == (503, "/problems/unavailable")
    assert answer.headers["Retry-After"] == "5"
    said = capfd.readouterr().err
    assert "Error" in said
    assert patient.handle not in said
    with database.write() as connection:
        connection.exec_driver_sql("ALTER TABLE elsewhere RENAME TO record")


def test_networks_stand_as_keyed_hashes(
    make_app: Callable[..., Flask], capfd: pytest.CaptureFixture[str]
):
    """Neighbours in a /24 or /64 are one network, others are not, and no address is written."""
    app = make_app()
    addresses = ["203.0.113.9", "203.0.113.77", "::ffff:203.0.113.5", "203.0.114.9"]
    addresses += ["2001:db8:1:2::1", "2001:db8:1:2:ffff::2", "2001:db8:1:3::1"]
    for address in addresses:
        app.test_client().get(f"{API}/session", environ_base={"REMOTE_ADDR": address})
    said = capfd.readouterr().err
    hashes = [line["network"] for line in _lines(said)]
    assert hashes[0] == hashes[1] == hashes[2] != hashes[3]
    assert hashes[4] == hashes[5] != hashes[6]
    assert "203.0" not in said
    assert "2001" not in said.replace("2026", "")


def test_a_hash_of_a_network_lives_for_a_day(
    make_app: Callable[..., Flask], capfd: pytest.CaptureFixture[str], clock
):
    """Its key is in no file: what is in the folder of the server traces no line to a network, nor one day to the next."""
    apps = [make_app(), make_app()]
    for days in (0, 1, 1):
        clock.now += days * 86_400
        for app in apps:
            app.test_client().get(f"{API}/session", environ_base={"REMOTE_ADDR": "203.0.113.9"})
    assert len({line["network"] for line in _lines(capfd.readouterr().err)}) == 6


def test_a_line_says_why_something_was_refused(
    app: Flask, patient: Person, capfd: pytest.CaptureFixture[str]
):
    """The problem's name stands in the line, for a record within a push too; an answer that is none has no reason."""
    Person(app, "nobody").post("/sessions", {"id": "", "challenge": "", "signature": ""})
    patient.get("/feed?after=9999")
    patient.push_bytes(b"junk")
    stale = patient.put()
    patient.push(stale)
    patient.push(
        patient.put(patient.row("x")), patient.record(patient, "device", person_content(b""))
    )
    patient.get("/account")
    lines = _lines(capfd.readouterr().err)
    assert [line["reason"] for line in lines if "reason" in line][:3] == [
        "invalid",
        "feed-ahead",
        "malformed",
    ]
    assert "reason" not in lines[-1]


@pytest.mark.parametrize(
    ("hops", "headers", "reason"),
    [
        (0, {"X-Forwarded-For": "203.0.113.9"}, "forwarded-but-no-proxy-hops"),
        (1, {}, "no-proxy-in-front"),
        (0, {}, None),
        (1, {"X-Forwarded-For": "203.0.113.9"}, None),
    ],
)
def test_callers_who_cannot_be_told_apart_are_said_once(
    make_app: Callable[..., Flask],
    capfd: pytest.CaptureFixture[str],
    hops: int,
    headers: dict[str, str],
    reason: str | None,
):
    """A proxy that nobody was told of, and one that is not there."""
    app = make_app(PROXY_HOPS=hops)
    for _ in range(3):
        app.test_client().get(f"{API}/session", headers=headers)
    said = [line for line in _lines(capfd.readouterr().err) if line["event"] == "warning"]
    assert [line["reason"] for line in said] == ([reason] if reason else [])
