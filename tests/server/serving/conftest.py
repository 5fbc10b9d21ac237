"""A front with an application of a few lines, in an event loop of its own thread, and people on raw sockets."""

import asyncio
import contextlib
import resource
import socket
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from journal.server.access_log import network_of
from journal.server.serving.connections import Connection, Front, Lent, Terms
from journal.server.serving.listeners import ENVIRON, LISTENER, Bounds, Listeners
from journal.server.serving.requests import KNOWN

LIMIT = 65_536
"""Bytes that a body may have here; on `/none` there may be none."""
LONG = 2**21
PIECE = 2**18


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Any:
    """Says back what came; `/long` is a long answer in pieces, `/large` one in a single piece. On `/mine` one is signed in."""
    body = environ["wsgi.input"].read()
    if int(environ["CONTENT_LENGTH"]) > len(body):
        body = b"unread"
    path = environ["PATH_INFO"]
    environ[KNOWN] = path == "/mine"
    if path == "/broken":
        raise RuntimeError(path)
    if path.startswith("/stream"):
        return stream(environ, start_response)
    pieces = {"/long": pieces_of(), "/large": [b"x" * LONG]}
    answer = pieces.get(path) or [environ["REQUEST_METHOD"].encode() + b" " + body]
    length = LONG if path in pieces else len(answer[0])
    start_response("200 OK", [("Content-Length", str(length))])
    return answer


def stream(environ: dict[str, Any], start_response: Callable[..., Any]) -> Any:
    """`/stream/7` listens to account 7, being the session `7`; `/stream/7/refused` is refused after all, `/meanwhile` told before it answers."""
    _, _, account, *how = environ["PATH_INFO"].split("/")
    listeners: Listeners = environ[ENVIRON]
    listener = listeners.add(network_of(environ["REMOTE_ADDR"]), int(account), account.encode())
    if listener:
        environ[LISTENER] = listener
    if listener is None or how == ["refused"]:
        start_response("429 Too Many Requests", [("Content-Length", "0")])
        return [b""]
    if how == ["meanwhile"]:
        listeners.tell({int(account): 5}, besides=b"another")
    start_response("200 OK", [("Content-Type", "text/event-stream")])
    return iter([b"data: 0\n\n"])


def pieces_of() -> Iterator[bytes]:
    """A piece at a time; `ended` tells of the end, whatever it is."""
    try:
        for _ in range(LONG // PIECE):
            yield b"x" * PIECE
    finally:
        ended.set()


ended = threading.Event()
"""Set when a long answer has been let go of."""

PATIENT = Terms(
    head=600,
    rest=600,
    patience=600,
    network=4_096,
    beat=600,
    look=600,
    listening=Bounds(account=4_096, network=4_096, all=4_096),
)
"""Terms under which nobody is closed for being slow."""


class Stand:
    """A running front; `lines` is what it told the log."""

    def __init__(self, terms: Terms, threads: int = 2) -> None:
        self.lines: list[dict[str, Any]] = []
        self.looks: list[Listeners] = []
        """Each time that the front looked at what happened elsewhere."""
        self.loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self.loop.run_forever)
        self._thread.start()
        self.server, self.front = self.call(self._begin(terms, threads))
        self.port: int = self.server.sockets[0].getsockname()[1]

    async def _begin(self, terms: Terms, threads: int) -> tuple[asyncio.Server, Front]:
        tell = lambda event, **fields: self.lines.append({"event": event} | fields)  # noqa: E731
        limit_of = lambda _, path: 0 if path == "/none" else LIMIT  # noqa: E731
        front = Front(
            Lent(application, limit_of, network_of, tell, self.looks.append), terms, threads
        )
        listening = socket.create_server(("127.0.0.1", 0), backlog=4_096)
        # Little room in the system, so that whoever does not read is soon noticed.
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 65_536)
        server = await self.loop.create_server(lambda: Connection(front), sock=listening)
        return server, front

    def call(self, coroutine: Any) -> Any:
        """Run in the loop, and wait for what comes of it."""
        return asyncio.run_coroutine_threadsafe(coroutine, self.loop).result(60)

    def look(self, at: Callable[[Front], Any]) -> Any:
        """What `at` finds, looked at in the loop."""

        async def look() -> Any:
            return at(self.front)

        return self.call(look())

    def wait_until(self, state: Callable[[Front], bool]) -> None:
        """Wait until the front is in a state, looked at whenever the loop has done something."""

        async def wait() -> None:
            while not state(self.front):  # noqa: ASYNC110
                await asyncio.sleep(0)

        self.call(wait())

    def tend(self, **terms: Any) -> None:
        """Under new terms: close whoever has no more time under them."""

        def tend(front: Front) -> None:
            front.terms = front.terms._replace(**terms)
            for connection in front.connections:
                connection.due = 0
            front.tend()

        self.look(tend)

    def connect(self, sent: bytes = b"", source: str = "127.0.0.1") -> socket.socket:
        """Somebody comes and sends this much."""
        peer = socket.socket()
        peer.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65_536)
        peer.settimeout(60)
        peer.bind((source, 0))
        peer.connect(("127.0.0.1", self.port))
        peer.sendall(sent)
        return peer

    def end(self) -> None:
        """Close everything."""

        async def end() -> None:
            self.server.close()
            for connection in list(self.front.connections):
                connection.transport.abort()

        self.call(end())
        self.front.turns.end()
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join(60)
        self.loop.close()


@pytest.fixture
def stand() -> Iterator[Callable[..., Stand]]:
    """Starts fronts: `stand(terms)`."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    with contextlib.ExitStack() as stack:

        def begin(terms: Terms = PATIENT, threads: int = 2) -> Stand:
            made = Stand(terms, threads)
            stack.callback(made.end)
            return made

        yield begin
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def receive(peer: socket.socket) -> bytes:
    """One whole answer with a Content-Length, or what came until the end."""
    data = bytearray()
    while b"\r\n\r\n" not in data:
        if not (more := peer.recv(65_536)):
            return bytes(data)
        data += more
    head, _, body = data.partition(b"\r\n\r\n")
    length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0] or b"0")
    while len(body) < length:
        if not (more := peer.recv(65_536)):
            break
        body += more
    return bytes(head + b"\r\n\r\n" + body)


def is_closed(peer: socket.socket) -> bool:
    """Whether the server has closed, whatever it sent before; waits for it."""
    try:
        while peer.recv(2**20):
            pass
    except ConnectionError:
        pass
    return True
