"""A request as it came over the wire, what WSGI makes of it (PEP 3333), and the answer that came of it."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from email.utils import formatdate
from io import BytesIO
from typing import Any
from urllib.parse import unquote_to_bytes, urlsplit

from journal.server.serving.listeners import Listener

KNOWN = "afterglow.known"
"""Where an application says that whoever asks is signed in."""

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class BadRequest(Exception):
    """What was sent is no request that can be answered by the application."""


class Request:
    """One request, while it arrives and when it is whole."""

    def __init__(self, method: str, version: str, target: bytes, headers: dict[str, str]) -> None:
        self.method, self.version, self.headers = method, version, headers
        self.path, self.query = _split(target)
        if version == "1.1" and "HTTP_HOST" not in headers:
            raise BadRequest
        self.body = bytearray()
        self.last = False
        """Whether the connection ends with its answer."""

    @property
    def length(self) -> int | None:
        """Bytes of the body as announced; None for one in chunks."""
        if "HTTP_TRANSFER_ENCODING" in self.headers:
            return None
        return int(self.headers.get("HTTP_CONTENT_LENGTH", "0"))

    def forwarded(self, hops: int) -> str | None:
        """The caller's address as the outermost of `hops` proxies gave it."""
        named = self.headers.get("HTTP_X_FORWARDED_FOR", "").split(",")
        return named[-hops].strip() if len(named) >= hops else None


def read_headers(found: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """Header lines under their names in WSGI; one that comes twice is a list. Raises BadRequest.

    A name with an underscore is left out: it would stand for the same name with a hyphen, which proxies look at.
    """
    headers: dict[str, str] = {}
    for name, value in found:
        if b"_" in name:
            continue
        key = "HTTP_" + name.decode("latin-1").upper().replace("-", "_")
        text = value.decode("latin-1")
        if key in headers:
            if key == "HTTP_HOST":
                raise BadRequest
            text = headers[key] + ("; " if key == "HTTP_COOKIE" else ", ") + text
        headers[key] = text
    return headers


def make_environ(request: Request, peer: tuple[str, int], own: tuple[str, int]) -> dict[str, Any]:
    """The environment of a whole request. A body in chunks has a length by now."""
    environ: dict[str, Any] = {**request.headers}
    environ.pop("HTTP_TRANSFER_ENCODING", None)
    announced = environ.pop("HTTP_CONTENT_LENGTH", "0")
    # What is refused by its length is not read, so that the announced length is all there is of it.
    length = max(len(request.body), int(announced) if request.last else 0)
    if (content_type := environ.pop("HTTP_CONTENT_TYPE", None)) is not None:
        environ["CONTENT_TYPE"] = content_type
    environ.update(
        {
            "REQUEST_METHOD": request.method,
            "SCRIPT_NAME": "",
            "PATH_INFO": request.path,
            "QUERY_STRING": request.query,
            "CONTENT_LENGTH": str(length),
            "SERVER_NAME": own[0],
            "SERVER_PORT": str(own[1]),
            "SERVER_PROTOCOL": f"HTTP/{request.version}",
            "REMOTE_ADDR": peer[0],
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": BytesIO(request.body),
            "wsgi.input_terminated": True,
            "wsgi.errors": sys.stderr,
            "wsgi.multithread": True,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
        }
    )
    return environ


class Answer:
    """An answer: its head and first piece, and the pieces that follow, which are made when they are wanted."""

    def __init__(self, head: bytes, first: bytes, rest: Iterator[bytes] | None, last: bool) -> None:
        self.head, self.first, self.rest, self.last = head, first, rest, last
        self.listener: Listener | None = None
        """Who listens behind it."""
        self.known = False
        """Whether it went to somebody signed in."""


def run(application: Application, environ: dict[str, Any], last: bool) -> Answer:
    """What the application answers. Its errors are its own: what it raises comes through."""
    begun: list[Any] = []

    def start_response(status: str, headers: list[tuple[str, str]], _: Any = None) -> None:
        begun[:] = status, headers

    pieces = iter(application(environ, start_response))
    first = next(pieces, b"")
    status, headers = begun
    length = next((int(value) for name, value in headers if name == "Content-Length"), None)
    none = environ["REQUEST_METHOD"] == "HEAD" or status[:3] in ("204", "304")
    # An answer whose length nobody knows ends with its connection.
    last = last or (length is None and not none)
    whole = none or length == len(first)
    if whole and (close := getattr(pieces, "close", None)):
        close()
    first = b"" if none else first
    return Answer(build_head(status, headers, last), first, None if whole else pieces, last)


def build_head(status: str, headers: list[tuple[str, str]], last: bool) -> bytes:
    """Status line and headers."""
    lines = [f"HTTP/1.1 {status}", f"Date: {_date(int(time.time()))}"]
    lines += [f"{name}: {value}" for name, value in headers]
    lines += ["Connection: close"] if last else []
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def refusal(status: str) -> Answer:
    """An answer without words, for what never reaches the application."""
    return Answer(build_head(status, [("Content-Length", "0")], last=True), b"", None, last=True)


_dates: dict[int, str] = {}


def _date(second: int) -> str:
    if second not in _dates:
        _dates.clear()
        _dates[second] = formatdate(second, usegmt=True)
    return _dates.get(second) or formatdate(second, usegmt=True)


def _split(target: bytes) -> tuple[str, str]:
    """Path (unquoted, as WSGI wants it) and query of a request target. Raises BadRequest."""
    text = target.decode("latin-1")
    if not text.startswith("/"):
        text = _absolute(text)
    path, _, query = text.partition("?")
    return unquote_to_bytes(path.encode("latin-1")).decode("latin-1"), query


def _absolute(text: str) -> str:
    try:
        parts = urlsplit(text)
    except ValueError:
        raise BadRequest from None
    if parts.scheme not in ("http", "https"):
        raise BadRequest
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
