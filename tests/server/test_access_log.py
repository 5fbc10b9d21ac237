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
    app.config["SECRET_KEY"] = os.urandom(32)
    app.test_client().get(f"{API}/session", environ_base={"REMOTE_ADDR": addresses[0]})
    assert _lines(capfd.readouterr().err)[0]["network"] != hashes[0]
