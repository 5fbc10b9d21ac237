"""journal.client.transport: one connection, cookies, tokens, and what becomes of every kind of answer."""

import pytest

from journal.client.errors import ClientError, Offline, Problem
from journal.client.transport import Server
from journal.wire.encoding import build_json


def test_origins_are_written_as_browsers_write_them():
    """Scheme and host, and the port unless it is the scheme's own."""
    written = {
        "http://localhost:8000": "http://localhost:8000",
        "https://Journal.Example:443/": "https://journal.example",
        "http://journal.example:80": "http://journal.example",
        "https://[::1]:8443": "https://[::1]:8443",
        "journal.example": "https://journal.example",
    }
    for address, origin in written.items():
        assert Server(address).origin == origin
    for address in ("ftp://x", "http://", "https://x/path"):
        with pytest.raises(ClientError):
            Server(address)


def test_nobody_listening_is_offline():
    """A closed port is an outage, not an error of ours."""
    with pytest.raises(Offline):
        Server("http://localhost:9").session()


def test_a_broken_answer_is_offline(server, ana):
    """Something in between that is no Afterglow server, or an answer cut short, is an outage too."""
    server.tap.lose = lambda _method, _path: "answer"
    with pytest.raises(Offline):
        ana.server.account()


def test_a_problem_has_its_name(server):
    """A refusal carries the name from `docs/api.md`."""
    spoken = Server(server.url)
    with pytest.raises(Problem) as caught:
        spoken.account()
    assert caught.value.reason == "sign-in-needed"


def test_an_old_token_is_renewed(server, ana):
    """After the token for unsafe requests has become useless a fresh one is fetched, and the same bytes are sent again."""
    ana.server._csrf = "stale"
    ana.write("words")
    assert ana.sync().waiting == 0


def test_a_kept_connection_may_be_closed(live_server):
    """Requests share one connection; when the server was started again meanwhile, a new one is opened without a word."""
    spoken = Server(live_server.url)
    spoken.session()
    kept = spoken._connection.sock
    spoken.session()
    assert spoken._connection.sock is kept is not None
    live_server.stop()
    live_server.start()
    assert spoken.session()["account"] is None
    spoken.close()


def test_an_endless_answer_is_cut(server, ana, monkeypatch):
    """An answer longer than any page is refused before it fills the memory."""
    monkeypatch.setattr("journal.client.transport._ANSWER", 1000)
    server.tap.changes["GET", "/api/v1/account"] = lambda _data: build_json({"x": "y" * 5000})
    with pytest.raises(Exception, match="longer than any page"):
        ana.server.account()
    server.tap.changes.clear()
    assert ana.server.account()["handle"] == "ana.tester"


def test_too_many_says_when(server):
    """A server that wants us to wait is understood."""
    spoken = Server(server.url)
    server.tap._app = lambda _environ, start: (
        start("429 Too Many", [("Content-Type", "application/problem+json"), ("Retry-After", "7")])
        or [build_json({"type": "/problems/too-many", "title": "Wait"})]
    )
    with pytest.raises(Problem) as caught:
        spoken.session()
    assert (caught.value.reason, caught.value.retry_after) == ("too-many", 7)
