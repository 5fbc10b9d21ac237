"""Broken input of every kind: no answer above 499, no answer that is not a problem document, and nothing stored."""

import json
import random

import pytest

from journal.server.problems import WITHIN_PUSH
from journal.wire.encoding import b64_encode, u32be
from journal.wire.limits import LABEL
from journal.wire.records import build_frame
from tests.server.conftest import Clock
from tests.server.people import Person

ROUNDS = 150

JUNK = [
    None,
    True,
    -1,
    0,
    2**53,
    "",
    "x",
    "\ud800",
    "é" * 70,
    [],
    [[]],
    {},
    {"id": {}},
    "A" * 3_000,
]
"""Values of every JSON type, for every place."""


def mutated(data: bytes, chance: random.Random) -> bytes:
    """`data` with one fault: a bit flipped, bytes put in, left out, doubled, or the end missing."""
    at, length = chance.randrange(len(data)), chance.choice((1, 2, 4, 16, 64))
    match chance.randrange(6):
        case 0:
            return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]
        case 1:
            return data[:at] + chance.randbytes(length) + data[at:]
        case 2:
            return data[:at] + data[at + length :]
        case 3:
            return data[:at] + data[at : at + length] + data[at:]
        case 4:
            return data[:at]
        case _:
            return data[:at] + u32be(chance.choice((0, 1, 2**31, 2**32 - 1))) + data[at + 4 :]


def test_mutated_pushes_store_nothing_but_what_was_signed(linked: tuple[Person, Person]):
    """Frames with one fault each: refused by name or taken up to the fault, and the true frames fit afterwards."""
    patient, therapist = linked
    row = patient.row()
    records = [
        patient.put(row),
        patient.ring_record(),
        patient.delete(row),
        patient.ack(therapist),
        patient.record(therapist, "close"),
    ]
    frames = b"".join(build_frame(record) for record in records)
    before, chance = patient.feed(), random.Random(1)
    for _ in range(ROUNDS):
        answer = patient.push_bytes(mutated(frames, chance))
        if answer.status_code == 200:
            problems = [result["problem"] for result in answer.json["results"]]
            names = {problem["type"].removeprefix("/problems/") for problem in problems if problem}
            assert names <= set(WITHIN_PUSH)
        else:
            assert (answer.status_code, answer.json["type"]) == (400, "/problems/malformed")
        assert all(build_frame(one) in frames for one in patient.feed()[len(before) :])
    results = patient.push(*records).values()
    assert [(result["accepted"], result["problem"]) for result in results] == [(3, None), (2, None)]
    stored = patient.feed()[len(before) :]
    for log in {record.header.log for record in records}:
        assert [one for one in stored if one.header.log == log] == [
            one for one in records if one.header.log == log
        ]


def _places(value: object, path: tuple = ()) -> list[tuple]:
    """Every place in a JSON value that could hold another one."""
    inside = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    return [path, *(place for key, one in inside for place in _places(one, (*path, key)))]


def _with(value: object, path: tuple, junk: object) -> object:
    if not path:
        return junk
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = _with(copy[path[0]], path[1:], junk)
    return copy


@pytest.mark.parametrize(
    "endpoint", ["accounts", "challenges", "by credential", "sessions", "label", "invite", "answer"]
)
def test_junk_in_every_place_of_a_body(
    patient: Person, therapist: Person, clock: Clock, endpoint: str
):
    """Every JSON type in every place of every body: 4xx with a name, never a fault of ours."""
    newcomer = Person(patient.app, "newcomer")
    secret = patient.invite(clock.now + 60)
    bodies = {
        "accounts": ("POST", "/accounts", newcomer.sign_up_body()),
        "challenges": ("POST", "/challenges", {"handle": "ana", "kind": "kit"}),
        "by credential": ("POST", "/challenges", {"credential": b64_encode(bytes(16))}),
        "sessions": ("POST", "/sessions", patient.signed(patient.challenge())),
        "label": (
            "PUT",
            f"/sessions/{therapist.session_id()}/label",
            {"label": b64_encode(bytes(LABEL))},
        ),
        "invite": (
            "PUT",
            f"/invites/{b64_encode(bytes(16))}",
            {"offer": "AAAA", "expires": clock.now + 60},
        ),
        "answer": ("POST", f"/invites/{b64_encode(secret[:16])}/answer", {"answer": "AAAA"}),
    }
    method, path, body = bodies[endpoint]
    for place in _places(body):
        for junk in JUNK:
            data = json.dumps(_with(body, place, junk)).encode()
            answer = therapist.call(method, path, data=data, content_type="application/json")
            assert answer.status_code < 500, (place, junk, answer.text)
            if answer.status_code >= 400:
                assert answer.json["type"].startswith("/problems/"), (place, junk)


@pytest.mark.parametrize(
    "path",
    [
        "/sessions/%ff",
        "/sessions/" + "A" * 5_000,
        "/sessions/%00/label",
        "/sessions/current/label",
        "/invites/%00%00",
        "/feed?after=%ff",
        "/feed?" + "a=1&" * 2_000,
        "/%2e%2e/healthz",
    ],
)
def test_strange_addresses_are_refused_by_name(patient: Person, path: str):
    """Bytes that are no text, long ones, climbing ones."""
    for method in ("GET", "DELETE", "POST"):
        answer = patient.call(method, path)
        assert 400 <= answer.status_code < 500
        assert answer.json["type"].startswith("/problems/")
