"""journal.client.transport: one connection, cookies, tokens, and what becomes of every kind of answer."""

import contextlib
import http.client
import http.server
import threading

import pytest

from journal.client.errors import ClientError, Offline, Problem
from journal.client.transport import SILENCE, Server
from journal.wire.encoding import build_json
from journal.wire.feed import build_page, parse_page
from journal.wire.records import build_frame
from journal.wire.rows import row_of
from tests.wire.test_records import put


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
    """An answer longer than any page is cut before it fills the memory: something on the way, and no fault of the server's."""
    monkeypatch.setattr("journal.client.transport._ANSWER", 1000)
    server.tap.changes["GET", "/api/v1/account"] = lambda _data: build_json({"x": "y" * 5000})
    with pytest.raises(Offline):
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


class Link:
    """A server of one kind of answer: pieces with pauses between them, by what was asked for `n`th (from 0)."""

    def __init__(self, answer):
        self.asked = []
        self._answer = answer
        link = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                link.asked.append(self.path)
                link._answer(self, len(link.asked) - 1)
                self.close_connection = True

            def log_message(self, *_):
                pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, args=[0.01]).start()
        self.url = f"http://localhost:{self._server.server_port}"

    def close(self):
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def link():
    """Makes links, and ends them."""
    made = []

    def make(answer):
        made.append(Link(answer))
        return made[-1]

    yield make
    for one in made:
        one.close()


def frames_of(count):
    """A page of `count` frames behind place 5."""
    rows = [[row_of(bytes([n]) * 16, bytes([n]) * 16, bytes(1_000))] for n in range(count)]
    return build_page(bytes(16), 5, 5 + count, False, [build_frame(put(one)) for one in rows])


def test_a_page_that_broke_off_is_kept_as_far_as_it_came(link):
    """Whole frames of a cut answer make a page with more to come; it is not asked for again."""
    page = frames_of(20)

    def cut(handler, _n):
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(page)))
        handler.end_headers()
        handler.wfile.write(page[: len(page) // 2])

    one = link(cut)
    with contextlib.closing(Server(one.url)) as spoken:
        kept = parse_page(spoken.feed(5))
    assert kept.more
    assert 0 < len(kept.records) < 20
    assert kept.next == 5 + len(kept.records)
    assert len(one.asked) == 1


def test_what_broke_is_asked_for_again_and_smaller(link):
    """Answers that break before a frame is whole halve what is asked for; after four in a row it is an outage."""
    page = frames_of(1)

    def answer(handler, n):
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(page)))
        handler.end_headers()
        handler.wfile.write(page[:100] if n < 2 else page)

    one = link(answer)
    with contextlib.closing(Server(one.url)) as spoken:
        assert spoken.feed(5) == page
    assert [int(path.rpartition("=")[2]) for path in one.asked] == [65_536, 32_768, 16_384]

    def broken(handler, _n):
        answer(handler, 0)

    other = link(broken)
    with contextlib.closing(Server(other.url)) as spoken, pytest.raises(Offline):
        spoken.feed(5)
    assert len(other.asked) == 4


def test_only_silence_ends_a_request(link, monkeypatch):
    """The time that a socket is given counts for every piece, up and down, and not for the whole."""
    given = []

    class Socket(http.client.HTTPConnection):
        def connect(self):
            super().connect()
            send = self.sock.sendall
            self.sock = _Watched(self.sock, lambda data: (given.append(len(data)), send(data)))

    monkeypatch.setattr(http.client, "HTTPConnection", Socket)
    one = link(lambda handler, _n: handler.send_error(404))
    with contextlib.closing(Server(one.url)) as spoken, contextlib.suppress(Offline, Problem):
        spoken._exchange("POST", "records", bytes(4_000_000), "application/octet-stream", {})
    assert max(given) <= 65_536
    assert SILENCE == 30


class _Watched:
    """A socket whose sending is seen."""

    def __init__(self, sock, send):
        self._sock, self.sendall = sock, send

    def __getattr__(self, name):
        return getattr(self._sock, name)
