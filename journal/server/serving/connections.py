"""Connections: what arrives is read, and what goes out is written, under deadlines and within bounds.

HTTP/1.1 (RFC 9112) is parsed by llhttp, strictly. A connection waits for its peer in one of four stages (head, body, answer,
rest); in the fifth its request is with the application. Whoever waits for a peer holds no thread, lock or transaction.
In the stage `stream` a peer listens for what is new (Server-sent events, HTML Standard section 9.2).
"""

import asyncio
import contextlib
import fcntl
import socket
import struct
import termios
from collections import Counter, deque
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

from httptools import HttpParserError, HttpParserUpgrade, HttpRequestParser

from journal.server.serving.listeners import (
    ENVIRON,
    LISTENER,
    Bounds,
    Listener,
    Listeners,
)
from journal.server.serving.requests import (
    KNOWN,
    Answer,
    Application,
    BadRequest,
    Request,
    make_environ,
    read_headers,
    refusal,
    run,
)
from journal.server.serving.turns import Turns

PIECE = 65_536
"""Bytes of an answer that are handed to the system at a time."""
HEAD = 32_768
"""The most bytes that request line and headers may have."""
LINGER = 2.0
"""Seconds for what a peer still sends after its request was refused, so that it gets to read the refusal."""


class Terms(NamedTuple):
    """What a connection may keep waiting and hold."""

    head: float = 10.0
    """Seconds for request line and headers."""
    rest: float = 75.0
    """Seconds between two requests."""
    patience: float = 20.0
    """Seconds without a byte of body or answer, and before the rate is looked at."""
    rate: int = 2_048
    """Bytes a second of body or answer, on the whole."""
    network: int = 512
    """Connections of one network."""
    all: int = 4_096
    """Connections together."""
    held: int = 64 * 2**20
    """Bytes of bodies and answers together."""
    hops: int = 0
    """Proxies in front, which name the caller."""
    beat: float = 45.0
    """Seconds between signs of life in a stream: less than proxies wait for one."""
    look: float = 2.0
    """Seconds until what other processes did is looked for, while anybody listens."""
    listening: Bounds = Bounds()
    """How many may listen at the same time."""


class Network:
    """The connections of one network, those that wait for their peer in the order in which they began to.

    Who has been answered as somebody signed in is `known`: strangers go before them, when there is no room for all.
    """

    def __init__(self, name: str) -> None:
        self.name, self.count, self.held = name, 0, 0
        self.strangers: dict[Connection, None] = {}
        self.known: dict[Connection, None] = {}

    def wait(self, connection: "Connection") -> None:
        """A connection begins to wait for its peer."""
        self.go_on(connection)
        (self.known if connection.known else self.strangers)[connection] = None

    def go_on(self, connection: "Connection") -> None:
        """It waits no longer."""
        self.strangers.pop(connection, None)
        self.known.pop(connection, None)

    def last(self, now: float, holding: bool) -> "Connection | None":
        """Who goes when there is no room: strangers first. Bodies and answers that keep their pace have half of the places
        for themselves, of which the slowest goes; of the others it is the one that has waited longest. `holding`: only
        of those who hold bytes.
        """
        for waiting in (self.strangers, self.known):
            able = [each for each in waiting if each.held or not holding]
            moving = [each for each in able if each.keeps_pace(now)]
            if 2 * len(moving) > len(able):
                return min(moving, key=lambda each: each.speed(now))
            if able:
                return next(each for each in able if not each.keeps_pace(now))
        return None


class Lent(NamedTuple):
    """What the server program is given by what it serves."""

    application: Application
    limit_of: Callable[[str, str], int]
    """The most bytes that the body of a method and path may have."""
    network_of: Callable[[str], str]
    tell: Callable[..., None]
    """Writes a line of the log."""
    look: Callable[[Listeners], None]
    """Finds what the streams were not told of by this process; called on a thread, and may raise anything."""


class Front:
    """All connections. Everything here runs in the event loop; the application on the threads of `turns`."""

    def __init__(self, lent: Lent, terms: Terms, threads: int) -> None:
        self.application, self.limit_of, self.network_of = lent[:3]
        self.tell, self._look = lent.tell, lent.look
        self.terms, self.turns = terms, Turns(threads)
        self.connections: set[Connection] = set()
        self.networks: dict[str, Network] = {}
        self.cut: Counter[tuple[str, str]] = Counter()
        self.held = 0
        self.ending = False
        self.empty = asyncio.Event()
        """Set while there are no connections."""
        self.empty.set()
        self.loop = asyncio.get_running_loop()
        self.listeners = Listeners(terms.listening)
        self._looked = self.loop.time()
        self._done: deque[Callable[[], None]] = deque()
        self._called = False

    def tend(self) -> None:
        """Close whoever has kept us waiting for too long, and say so. Called again and again."""
        now = self.loop.time()
        for connection in [each for each in self.connections if each.due <= now]:
            connection.tend(now)
        for (reason, network), count in self.cut.items():
            self.tell("cut", reason=reason, caller=network, count=count)
        self.cut.clear()
        if self.listeners and now - self._looked >= self.terms.look:
            self._looked = float("inf")  # one look at a time
            self.turns.add("", self._look_elsewhere)

    def _look_elsewhere(self) -> None:
        """On a thread. A database that cannot be reached is asked again."""
        try:
            self._look(self.listeners)
        except Exception as error:  # noqa: BLE001
            self.tell("error", error=type(error).__name__)
        self._looked = self.loop.time()

    def end(self) -> None:
        """Let the requests that are being answered come to their end, and take no more."""
        self.ending = True
        for connection in list(self.connections):
            if connection.stage in ("rest", "head", "stream"):
                connection.transport.close()

    def later(self, job: Callable[[], None]) -> None:
        """From a thread: let `job` run in the loop. One call wakes it for all that are there by then."""
        self._done.append(job)
        if not self._called:
            self._called = True
            with contextlib.suppress(RuntimeError):  # the loop has ended
                self.loop.call_soon_threadsafe(self._finish)

    def _finish(self) -> None:
        self._called = False
        try:
            while self._done:
                self._done.popleft()()
        finally:
            if self._done:
                self.loop.call_soon(self._finish)

    def enter(self, connection: "Connection", name: str, capped: bool) -> None:
        """Count a connection with a network; over a limit, the one that has waited longest goes."""
        network = self.networks.setdefault(name, Network(name))
        connection.network = network
        network.count += 1
        network.held += connection.held
        if capped and network.count > self.terms.network:
            self._make_room(network, "network-full")
        if len(self.connections) > self.terms.all:
            self._make_room(max(self.networks.values(), key=lambda each: each.count), "full")

    def leave(self, connection: "Connection") -> None:
        """Count a connection with its network no longer."""
        network = connection.network
        network.go_on(connection)
        network.count -= 1
        network.held -= connection.held
        if not network.count:
            del self.networks[network.name]

    def hold(self, connection: "Connection", size: int) -> None:
        """Count the bytes that a connection holds; over the limit, whoever waits longest in the largest network goes."""
        more = size - connection.held
        connection.held = size
        connection.network.held += more
        self.held += more
        while more > 0 and self.held > self.terms.held:
            largest = max(self.networks.values(), key=lambda each: each.held)
            if not self._make_room(largest, "memory-full", holding=True):
                return

    def _make_room(self, network: Network, reason: str, holding: bool = False) -> bool:
        connection = network.last(self.loop.time(), holding)
        if connection is None:
            return False
        connection.drop(reason)
        return True


class Connection(asyncio.Protocol):
    """One connection: its requests are answered one after the other."""

    def __init__(self, front: Front) -> None:
        self.front = front
        self.transport: Any = None
        self.network: Any = None
        self.peer = self.own = ("", 0)
        self.stage, self.due = "head", 0.0
        self.began = self.moved_at = 0.0
        self.held = self.moved = self.left = self.written = 0
        self.ready: deque[Request] = deque()
        self.arriving: Request | None = None
        self.limit = self.head_size = 0
        self.target = b""
        self.headers: list[tuple[bytes, bytes]] = []
        self.answer: Answer | None = None
        self.pieces: deque[memoryview] = deque()
        self.full = self.gone = self.deaf = self.known = False
        self.parser = HttpRequestParser(self)

    # What asyncio calls

    def connection_made(self, transport: Any) -> None:
        """A peer has come."""
        self.transport = transport
        # A peer that is not an address comes through a socket in a file: a proxy on this machine.
        self.peer = (transport.get_extra_info("peername") or ("127.0.0.1", 0))[:2]
        self.own = (transport.get_extra_info("sockname") or ("localhost", 0))[:2]
        transport.set_write_buffer_limits(high=0)
        self.front.connections.add(self)
        self.front.empty.clear()
        self.front.enter(self, self.front.network_of(self.peer[0]), not self.front.terms.hops)
        self._wait("head")

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002
        """The peer has gone, or was closed."""
        self.gone = True
        if self.stage != "run":
            self._forget_answer()
        self.front.hold(self, 0)
        self.front.leave(self)
        self.front.connections.discard(self)
        if not self.front.connections:
            self.front.empty.set()

    def data_received(self, data: bytes) -> None:
        """Read on. What comes behind a whole request waits until that is answered."""
        if self.deaf:
            return
        if self.stage == "stream":  # it has asked for nothing else
            self.drop("")
            return
        if self.stage == "rest":
            self._wait("head")
        self.moved_at = self.front.loop.time()
        if self.arriving is None:
            self.head_size += len(data)
        try:
            self.parser.feed_data(data)
        except HttpParserUpgrade:
            self.ready[-1].last = self.deaf = True  # answered as if nothing else were offered
        except (HttpParserError, BadRequest, ValueError):
            self._refuse("400 Bad Request")
        if self.arriving is None and self.head_size > HEAD:
            self._refuse("431 Request Header Fields Too Large")
        self._go_on()

    def eof_received(self) -> bool:
        """The peer sends no more; it may still be waiting for an answer."""
        self.deaf = True
        return self.stage in ("run", "answer") or bool(self.ready)

    def pause_writing(self) -> None:
        """The system takes no more for now."""
        self.full = True

    def resume_writing(self) -> None:
        """All that was handed to the system has been taken."""
        self.full = False
        if self.stage == "answer":
            self._write()
        elif self.stage == "stream":
            self._hear()

    # What the parser calls

    def on_url(self, url: bytes) -> None:
        """A piece of the request's target."""
        self.target += url

    def on_header(self, name: bytes, value: bytes) -> None:
        """A header line; what follows a body in chunks is left out."""
        if self.arriving is None:
            self.headers.append((name, value))

    def on_headers_complete(self) -> None:
        """The head is whole: a body that is announced too large is not read."""
        version = self.parser.get_http_version()
        method = self.parser.get_method().decode("latin-1")
        request = Request(method, version, self.target, read_headers(self.headers))
        self.arriving, self.target, self.headers, self.head_size = request, b"", [], 0
        request.last = version != "1.1" or not self.parser.should_keep_alive()
        self._name_caller(request)
        if request.length == 0:
            return
        self.limit = self.front.limit_of(method, request.path)
        if (request.length or 0) > self.limit:
            self._take_unread(request)
            return
        if "HTTP_EXPECT" in request.headers and self.stage == "head" and not self.ready:
            self.transport.write(b"HTTP/1.1 100 Continue\r\n\r\n")

    def on_body(self, data: bytes) -> None:
        """A piece of the body."""
        if self.arriving is None or self.deaf:
            return
        self.arriving.body += data
        self.front.hold(self, self.held + len(data))
        if len(self.arriving.body) > self.limit:
            self._take_unread(self.arriving)

    def on_message_complete(self) -> None:
        """A request is whole."""
        if self.arriving is not None and not self.deaf:
            self.ready.append(self.arriving)
            self.deaf = self.arriving.last
        self.arriving = None

    # Deadlines

    def tend(self, now: float) -> None:
        """Its time may be over: close it if so."""
        if self.stage == "stream":
            self._beat(now)
            return
        self._look_at_progress(now)
        self.due = self._deadline()
        if self.due <= now:
            self.drop(f"slow-{self.stage}" if self.stage not in ("rest", "linger") else "")

    def drop(self, reason: str) -> None:
        """Close at once; `reason` is what the log says of it."""
        if reason:
            self.front.cut[reason, self.network.name] += 1
        self.network.go_on(self)
        self.deaf, self.arriving = True, None
        self.ready.clear()
        if self.stage == "body":
            self.transport.write(refusal("408 Request Timeout").head)
            self.transport.close()
        else:
            self.transport.abort()
        self.due = float("inf")

    def _wait(self, stage: str) -> None:
        """Begin to wait for the peer."""
        self.stage, self.moved = stage, 0
        self.began = self.moved_at = self.front.loop.time()
        self.due = self._deadline()
        self.network.wait(self)

    def _deadline(self) -> float:
        terms = self.front.terms
        if self.stage == "run":
            return float("inf")
        if self.stage in ("head", "rest"):
            return self.began + (terms.head if self.stage == "head" else terms.rest)
        if self.stage == "linger":
            return self.began + LINGER
        if self.stage == "stream":
            return self.began + terms.beat
        average = self.began + terms.patience + self.moved / terms.rate
        return min(average, self.moved_at + terms.patience)

    def speed(self, now: float) -> float:
        """Bytes a second of the body or answer, on the whole."""
        moved = len(self.arriving.body) if self.stage == "body" and self.arriving else self.moved
        return moved / max(now - self.began, 1.0)

    def keeps_pace(self, now: float) -> bool:
        """Whether its body or answer moves as it should."""
        return self.stage in ("body", "answer") and self.speed(now) >= self.front.terms.rate

    def _look_at_progress(self, now: float) -> None:
        if self.stage == "body" and self.arriving:
            self.moved = len(self.arriving.body)
        elif self.stage == "answer":
            left = sum(map(len, self.pieces)) + self.transport.get_write_buffer_size()
            left += unacknowledged(self.transport)
            if left < self.left:
                self.moved, self.moved_at = self.moved + self.left - left, now
            self.left = left

    # Requests

    def _name_caller(self, request: Request) -> None:
        """Behind a proxy the caller's network is counted, from here to the end of the answer."""
        if not self.front.terms.hops:
            return
        if address := request.forwarded(self.front.terms.hops):
            self._move_to(self.front.network_of(address), capped=True)

    def _move_to(self, name: str, capped: bool) -> None:
        if name != self.network.name:
            self.front.leave(self)
            self.front.enter(self, name, capped)

    def _take_unread(self, request: Request) -> None:
        """Let the application refuse what is too large; the rest of it is thrown away."""
        request.last = self.deaf = True
        self.ready.append(request)

    def _refuse(self, status: str) -> None:
        self.deaf = True
        if self.stage in ("head", "body") and not self.ready:
            self._begin(refusal(status))

    def _go_on(self) -> None:
        """Answer the next whole request, or wait for the rest of one."""
        if self.stage == "linger" or self.transport.is_closing():
            return
        if self.stage in ("run", "answer"):
            if self.ready or self.arriving:
                self.transport.pause_reading()
            return
        if self.ready:
            self._run(self.ready.popleft())
        elif self.arriving and self.stage != "body":
            self._wait("body")

    def _run(self, request: Request) -> None:
        self._take_turn(partial(self._apply, request))

    def _take_turn(self, job: Callable[[], None]) -> None:
        """The application is next: it is not the peer who keeps anybody waiting."""
        self.stage, self.due = "run", float("inf")
        self.network.go_on(self)
        self.front.turns.add(self.network.name, job)

    def _apply(self, request: Request) -> None:
        """On a thread: what the application answers."""
        environ: dict[str, Any] = {ENVIRON: self.front.listeners, KNOWN: False}
        try:
            environ |= make_environ(request, self.peer, self.own)
            answer = run(self.front.application, environ, request.last)
        except Exception as error:  # noqa: BLE001
            self.front.tell("error", error=type(error).__name__)
            answer = refusal("500 Internal Server Error")
        answer.known = bool(environ.get(KNOWN))
        if listener := environ.get(LISTENER):
            self._keep(listener, answer)
        self.front.later(partial(self._begin, answer))

    def _keep(self, listener: Listener, answer: Answer) -> None:
        """On a thread: an answer without an end goes on as a stream; another one was a refusal after all."""
        if answer.rest is None:
            self.front.listeners.remove(listener)
            return
        _close_quietly(answer.rest)
        answer.rest, answer.listener = None, listener

    # Answers

    def _begin(self, answer: Answer) -> None:
        self.answer = answer
        if self.gone:
            self._forget_answer()
            return
        self._send(answer.head + answer.first)

    def _send(self, data: bytes) -> None:
        """Write a piece of the answer, as fast as the peer takes it."""
        self.stage = "answer"
        if len(data) <= PIECE and not self.full:
            self.transport.write(data)
            data = b""
            if not self.full:
                self._sent()
                return
        self.front.hold(self, len(data) + self.transport.get_write_buffer_size())
        view = memoryview(data)
        self.pieces.extend(view[at : at + PIECE] for at in range(0, len(data), PIECE))
        self.left = len(data) + self.transport.get_write_buffer_size()
        self._wait("answer")
        self._write()

    def _write(self) -> None:
        while self.pieces and not self.full:
            self.transport.write(self.pieces.popleft())
        if not self.pieces and not self.full:
            self._sent()

    def _sent(self) -> None:
        """A piece has gone out: make the next one, or go on to the next request."""
        self.front.hold(self, 0)
        if self.answer and self.answer.rest is not None:
            self._take_turn(partial(self._make_piece, self.answer.rest))
            return
        # A proxy's connection serves one caller after the other.
        self.known |= bool(self.answer and self.answer.known) and not self.front.terms.hops
        if self.answer and self.answer.listener and not self.front.ending:
            self._stream(self.answer.listener)
            return
        last = self.front.ending or (self.answer and self.answer.last)
        self._forget_answer()
        if last:
            self._close()
        else:
            self._rest()

    def _make_piece(self, rest: Iterator[bytes]) -> None:
        """On a thread: the next piece of a long answer; empty at its end, None where it broke off."""
        piece: bytes | None = None
        try:
            piece = next(rest, b"")
        except Exception as error:  # noqa: BLE001
            self.front.tell("error", error=type(error).__name__)
        if not piece:
            _close_quietly(rest)
        self.front.later(partial(self._take_piece, piece))

    def _take_piece(self, piece: bytes | None) -> None:
        if self.answer and not piece:
            self.answer.rest = None
        if self.gone:
            self._forget_answer()
        elif piece is None:
            self.transport.abort()
        elif piece:
            self._send(piece)
        else:
            self._sent()

    def _forget_answer(self) -> None:
        """Nobody reads the answer: the application is told, on a thread, to let go of it."""
        rest = self.answer and self.answer.rest
        if rest is not None:
            self.front.turns.add(self.network.name, partial(_close_quietly, rest))
        if self.answer and self.answer.listener:
            self.front.listeners.remove(self.answer.listener)
        self.answer = None
        self.pieces.clear()

    # Streams

    def _stream(self, listener: Listener) -> None:
        """The answer stays open, and tells what is new."""
        self.written = 0
        self._wait("stream")
        listener.wake = partial(self.front.later, self._hear)
        self._hear()

    def _hear(self) -> None:
        """Tell the newest place, if it was not told yet; who is still being written to is told when that has gone out."""
        listener = self.answer.listener if self.answer else None
        if listener is None or self.stage != "stream" or self.full:
            return
        if listener.ended:
            self._forget_answer()
            self._close()
        elif listener.position > listener.told:
            listener.told = listener.position
            self._say(b"data: %d\n\n" % listener.told)

    def _say(self, line: bytes) -> None:
        self.written += len(line)
        self.transport.write(line)

    def _beat(self, now: float) -> None:
        """A sign of life, once what was written before the last one has been taken."""
        taken = self.written - self.transport.get_write_buffer_size()
        if taken - unacknowledged(self.transport) < self.moved:
            self.drop("slow-stream")
            return
        self._say(b":\n\n")
        self.moved, self.due = self.written, now + self.front.terms.beat

    def _rest(self) -> None:
        """Answered: what has arrived meanwhile is next."""
        if self.ready:
            self._run(self.ready.popleft())
            return
        if self.front.terms.hops:
            self._move_to(self.front.network_of(self.peer[0]), capped=False)
        self.transport.resume_reading()
        if self.deaf:
            self.transport.close()
        else:
            self._wait("body" if self.arriving else "rest")

    def _close(self) -> None:
        """Close; a peer that is still sending is listened to for a moment."""
        if self.transport.can_write_eof():
            self.transport.write_eof()
        self.transport.resume_reading()
        self._wait("linger")


def _close_quietly(pieces: Any) -> None:
    with contextlib.suppress(Exception):
        pieces.close()


def unacknowledged(transport: Any) -> int:
    """Bytes that the system holds for a peer that has not taken them yet; 0 where it does not say."""
    found: socket.socket | None = transport.get_extra_info("socket")
    if found is None:
        return 0
    try:
        answer = fcntl.ioctl(found.fileno(), termios.TIOCOUTQ, b"\0\0\0\0")
    except OSError:
        return 0
    size: int = struct.unpack("i", answer)[0]
    return size
