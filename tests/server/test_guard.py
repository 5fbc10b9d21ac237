"""What is refused before anything is read or done: sizes, other sites, other types, forged requests."""

import json

import pytest
from flask import Flask

from journal.server.problems import PROBLEMS
from journal.wire.limits import PUSH
from tests.server.conftest import sqlite_only
from tests.server.people import API, ORIGIN, Person

pytestmark = sqlite_only

LIMITS = {
    ("POST", "/accounts"): 524_288,
    ("POST", "/challenges"): 2_048,
    ("POST", "/sessions"): 2_048,
    ("POST", "/records"): PUSH,
    ("PUT", "/invites/AAAAAAAAAAAAAAAAAAAAAA"): 32_768,
    ("POST", "/invites/AAAAAAAAAAAAAAAAAAAAAA/answer"): 32_768,
    ("GET", "/feed"): 0,
    ("DELETE", "/sessions/current"): 0,
    ("POST", "/nothing"): 0,
    ("PATCH", "/records"): 0,
}
"""The most bytes a body may have; what takes no body takes none."""


class Unread:
    """A body nobody may read."""

    def read(self, size: int = -1) -> bytes:
        """Fails the test."""
        raise AssertionError("the body was read")

    readinto = readline = read


def unread(length: int | None) -> dict[str, object]:
    """The part of a WSGI environment that announces `length` bytes; reading one of them fails."""
    return {"wsgi.input": Unread(), "CONTENT_LENGTH": "" if length is None else str(length)}


def _type(path: str) -> str:
    return "application/octet-stream" if path == "/records" else "application/json"


@pytest.mark.parametrize(("method", "path"), list(LIMITS))
def test_a_body_over_its_limit_is_refused_unread(patient: Person, method: str, path: str):
    """By Content-Length alone, one byte over the limit is too-large, and not a byte is read."""
    answer = patient.call(
        method,
        path,
        content_type=_type(path),
        environ_overrides=unread(LIMITS[method, path] + 1),
    )
    assert (answer.status_code, answer.json["type"]) == (413, "/problems/too-large")


@pytest.mark.parametrize(("method", "path"), [key for key, limit in LIMITS.items() if limit])
def test_a_body_at_its_limit_is_read(patient: Person, method: str, path: str):
    """As many bytes as allowed are read, whatever becomes of them."""
    data = b" " * LIMITS[method, path]
    answer = patient.call(method, path, data=data, content_type=_type(path))
    assert (answer.status_code, answer.json["type"]) == (400, "/problems/malformed")


@pytest.mark.parametrize("path", ["/records", "/challenges", "/feed"])
def test_a_body_of_unknown_length_is_malformed(patient: Person, path: str):
    """Chunked bodies are refused everywhere; where a body belongs, its length has to be said."""
    chunked = unread(None) | {"HTTP_TRANSFER_ENCODING": "chunked"}
    for environ in (chunked, unread(None)) if path != "/feed" else (chunked,):
        answer = patient.call("POST", path, content_type=_type(path), environ_overrides=environ)
        assert answer.json["type"] == "/problems/malformed"


@pytest.mark.parametrize("length", ["-1", "+5", "abc", "1e3", "٣", "0x10", "5, 5"])
def test_a_length_that_is_no_number_is_malformed(patient: Person, length: str):
    """Digits or nothing: what cannot be understood is not guessed."""
    environ = unread(None) | {"CONTENT_LENGTH": length}
    for path in ("/records", "/session"):
        answer = patient.call("POST", path, content_type=_type(path), environ_overrides=environ)
        assert answer.json["type"] == "/problems/malformed"


BAD_JSON = {
    "nothing": b"",
    "no JSON": b"{",
    "two values": b"{} {}",
    "a byte order mark": b"\xef\xbb\xbf{}",
    "no UTF-8": b'{"handle":"\xff"}',
    "a member twice": b'{"handle":"ana","kind":"kit","kind":"kit"}',
    "a fraction": b'{"handle":1.5}',
    "a huge number": b'{"handle":1e400}',
    "NaN": b'{"handle":NaN}',
    "deep": b"[" * 2_000,
}


@pytest.mark.parametrize("fault", list(BAD_JSON))
def test_what_is_not_strict_json_is_malformed(patient: Person, fault: str):
    """The same strict JSON as everywhere in the protocol."""
    answer = patient.call(
        "POST",
        "/challenges",
        data=BAD_JSON[fault],
        content_type="application/json",
        environ_overrides={"CONTENT_LENGTH": str(len(BAD_JSON[fault]))},
    )
    assert (answer.status_code, answer.json["type"]) == (400, "/problems/malformed")


@pytest.mark.parametrize("body", [b"[]", b"null", b"7", b'"x"', b'{"handle":["ana"],"kind":"kit"}'])
def test_json_of_another_shape_is_invalid(patient: Person, body: bytes):
    """It was read, but it is not what was asked for; nothing of it is said back."""
    answer = patient.call("POST", "/challenges", data=body, content_type="application/json")
    assert (answer.status_code, answer.json["type"]) == (422, "/problems/invalid")
    assert b"ana" not in answer.data


FORGED = {
    "no token": ({"X-CSRFToken": None}, "csrf"),
    "an empty token": ({"X-CSRFToken": ""}, "csrf"),
    "an invented token": ({"X-CSRFToken": "ImFiYyI.aaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbb"}, "csrf"),
    "another origin": ({"Origin": "http://evil.example"}, "origin"),
    "another port": ({"Origin": "http://localhost:81"}, "origin"),
    "another scheme": ({"Origin": "https://localhost"}, "origin"),
    "the null origin": ({"Origin": "null"}, "origin"),
    "an empty origin": ({"Origin": ""}, "origin"),
    "cross-site": ({"Sec-Fetch-Site": "cross-site"}, "origin"),
    "same-site": ({"Sec-Fetch-Site": "same-site"}, "origin"),
    "another site's words": ({"Sec-Fetch-Site": "same-origin, cross-site"}, "origin"),
}
UNSAFE = [
    (method, path)
    for method, path in LIMITS
    if method not in ("GET", "PATCH") and "nothing" not in path
]


@pytest.mark.parametrize("shape", list(FORGED))
@pytest.mark.parametrize(("method", "path"), UNSAFE)
def test_forged_requests_are_refused(patient: Person, method: str, path: str, shape: str):
    """Every unsafe route refuses every forged shape, before its body is read."""
    changes, problem = FORGED[shape]
    headers = {"X-CSRFToken": patient.fetch_csrf(), "Origin": ORIGIN} | changes
    answer = patient.client.open(
        API + path,
        method=method,
        headers={name: value for name, value in headers.items() if value is not None},
        content_type=_type(path),
        environ_overrides=unread(20 if LIMITS[method, path] else None),
    )
    assert answer.json["type"] == f"/problems/{problem}"
    assert answer.status_code == PROBLEMS[problem][0]


@pytest.mark.parametrize(("method", "path"), UNSAFE)
def test_another_persons_token_is_refused(
    patient: Person, stranger: Person, method: str, path: str
):
    """A token belongs to the cookie it came with."""
    answer = patient.call(
        method,
        path,
        headers={"X-CSRFToken": stranger.fetch_csrf()},
        content_type=_type(path),
        environ_overrides=unread(20 if LIMITS[method, path] else None),
    )
    assert answer.json["type"] == "/problems/csrf"


def test_a_token_does_not_grow_old(patient: Person, monkeypatch: pytest.MonkeyPatch):
    """A token of last year still holds: nothing written for long is thrown away by it."""
    import time

    token, real = patient.fetch_csrf(), time.time
    monkeypatch.setattr("time.time", lambda: real() + 365 * 86_400)
    assert patient.fetch_csrf() == token
    assert patient.push(patient.put())[patient.log()]["accepted"] == 1


def test_after_a_lost_token_the_same_bytes_are_taken(patient: Person):
    """`csrf` is told apart from all else: fetch a new token, send the same push again."""
    record, patient.csrf = patient.put(), "old"
    from journal.wire.records import build_frame

    assert patient.push_bytes(build_frame(record)).json["type"] == "/problems/csrf"
    patient.csrf = ""
    assert patient.push(record)[patient.log()]["accepted"] == 1


def test_clients_that_are_no_browsers_need_no_origin(patient: Person):
    """Where neither Origin nor Sec-Fetch-Site is sent, the token alone decides."""
    answer = patient.client.post(
        f"{API}/challenges",
        json={"handle": "ana", "kind": "kit"},
        headers={"X-CSRFToken": patient.fetch_csrf()},
    )
    assert answer.status_code == 200


@pytest.mark.parametrize(
    "type",
    [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "",
        "application/jsonp",
    ],
)
@pytest.mark.parametrize("path", ["/challenges", "/records", "/accounts", "/sessions"])
def test_other_content_types_are_refused_unread(patient: Person, path: str, type: str):
    """What a form could send is not taken; the body is not read."""
    answer = patient.call("POST", path, content_type=type, environ_overrides=unread(20))
    assert (answer.status_code, answer.json["type"]) == (415, "/problems/unsupported-type")


def test_a_charset_is_no_other_type(patient: Person):
    """`application/json; charset=utf-8` is JSON."""
    body = json.dumps({"handle": "ana", "kind": "kit"}).encode()
    more = {"data": body, "content_type": "application/json; charset=utf-8"}
    assert patient.call("POST", "/challenges", **more).status_code == 200


def test_a_method_cannot_be_put_on_another(patient: Person):
    """Override headers and parameters are not looked at."""
    for more in (
        {"headers": {"X-HTTP-Method-Override": "DELETE"}},
        {"query_string": {"_method": "DELETE"}},
    ):
        answer = patient.call("POST", "/sessions/current", **more)
        assert (answer.status_code, answer.json["type"]) == (405, "/problems/method")
    assert patient.get("/feed").status_code == 200


def test_names_this_server_does_not_have_are_refused(app: Flask, patient: Person):
    """A request for another host, as after DNS rebinding, is malformed on every route."""
    hosts = [
        "evil.example",
        "localhost.evil.example",
        "localhost.",
        "127.0.0.1.evil",
        "[::1",
        "x:1:2",
    ]
    for host in hosts:
        for path in ("/api/v1/session", "/api/v1/feed", "/healthz", "/"):
            answer = app.test_client().get(path, environ_overrides={"HTTP_HOST": host})
            assert answer.status_code == 400, (host, path)
            assert b"evil" not in answer.data


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST:8000", "127.0.0.1:1", "[::1]", "[::1]:8000"]
)
def test_this_machine_answers_to_its_own_names(app: Flask, host: str):
    """By name and by number, on any port."""
    answer = app.test_client().get("/healthz", environ_overrides={"HTTP_HOST": host})
    assert answer.status_code == 200


@pytest.mark.parametrize("hops", [0, 1])
def test_forwarded_headers_count_only_behind_a_proxy(make_app, hops: int):
    """Without PROXY_HOPS a caller cannot say that it came by HTTPS or from elsewhere."""
    app = make_app(PROXY_HOPS=hops)
    headers = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.9"}
    answer = app.test_client().get(f"{API}/session", headers=headers)
    assert answer.headers["Set-Cookie"].startswith("__Host-csrf=" if hops else "csrf=")


def test_every_answer_below_api_is_private_and_names_the_epoch(patient: Person):
    """Successes and refusals alike: no-store, the epoch, and no name of the server program."""
    answers = [
        patient.get("/feed"),
        patient.get("/session"),
        patient.get("/nothing"),
        patient.post("/challenges", {}),
        patient.call("PATCH", "/records"),
        patient.app.test_client().get(f"{API}/feed"),
    ]
    for answer in answers:
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Afterglow-Epoch"] == answers[0].headers["Afterglow-Epoch"]
        assert "Server" not in answer.headers


def test_a_fault_of_ours_says_nothing(
    app: Flask, patient: Person, capfd: pytest.CaptureFixture[str]
):
    """An unexpected error is `internal`: its message reaches neither the caller nor the log."""

    def broken(**_: object) -> None:
        raise RuntimeError("the secret word is abracadabra")

    app.view_functions["feed.show_feed"] = broken
    answer = patient.get("/feed")
    assert (answer.status_code, answer.json["type"]) == (500, "/problems/internal")
    said = capfd.readouterr()
    assert "abracadabra" not in answer.text + said.out + said.err
    assert '"error": "RuntimeError"' in said.err
    assert "test_guard.py" in said.err
