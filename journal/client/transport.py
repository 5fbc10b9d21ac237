"""The HTTP interface of `docs/api.md`, over one kept-alive connection. Sends and takes bytes; knows no secret but cookies."""

import http.client
import io
import json
import re
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import partial
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import urlsplit

from journal.client import clock
from journal.client.errors import ClientError, Offline, Problem
from journal.client.pace import TRIES, Pace
from journal.wire.encoding import b64_decode, b64_encode, build_json, parse_json
from journal.wire.errors import Malformed
from journal.wire.feed import whole_frames
from journal.wire.limits import ID, PAGE, PUSH

SILENCE = 30.0
"""Seconds without a byte, in either direction, after which nothing comes any more. How long the whole takes is the link's affair."""
LIFELESS = 120.0
"""Seconds without a sign of life after which nobody is taken to be at the other end of a stream."""
_JSON = "application/json"
_BYTES = "application/octet-stream"
_STREAM_TYPE = "text/event-stream"
_PIECE = 16_384
_LINE = 64
"""More than any line of a stream."""
_EVENT = re.compile(rb"(?:data: ([0-9]{1,16})|:.*)?\n")
_STREAM = 2**18
"""Bytes after which a stream is left: some thousands of places, or weeks of waiting."""
_ANSWER = 2 * PAGE + 1_048_576
"""More than any page: one grant with 64 of the largest bodies may make a page of its own."""


class Server:
    """One server, spoken to by one device. `cookies` may be kept and given to the next `Server`."""

    def __init__(self, url: str, cookies: dict[str, str] | None = None) -> None:
        parts = urlsplit(url if "://" in url else f"https://{url}")
        if (
            parts.scheme not in ("http", "https")
            or not parts.hostname
            or parts.path not in ("", "/")
        ):
            raise ClientError("server", "That is not the address of a server.")
        port = parts.port
        if port == {"http": 80, "https": 443}[parts.scheme]:
            port = None
        host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
        self.origin = f"{parts.scheme}://{host}" + (f":{port}" if port else "")
        """As a browser writes it (RFC 6454): what logins are signed for."""
        self.cookies = dict(cookies or {})
        self.epoch: bytes | None = None
        """Epoch that the last answer named."""
        kind = {"http": http.client.HTTPConnection, "https": http.client.HTTPSConnection}
        self._connect = partial(kind[parts.scheme], parts.hostname, port)
        self._connection = self._connect(timeout=SILENCE)
        self._csrf: str | None = None
        self._ahead = timedelta()
        """How far the server's clock was before this device's when it last answered."""
        self.sent = self.received = self.requests = 0
        """Bytes of bodies and number of requests, for whoever measures."""
        self.page_pace, self.push_pace = Pace(PAGE), Pace(PUSH)

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def moment(self) -> datetime:
        """The present moment by the server's clock, asked for now: what expires, expires by that one."""
        self.session()
        return clock.now() + self._ahead

    def session(self) -> dict[str, Any]:
        """`GET session`: who this is, and a fresh token for unsafe requests."""
        answer = self._json("GET", "session")
        self._csrf = str(answer["csrf"])
        return answer

    def create_account(self, body: dict[str, Any]) -> dict[str, Any]:
        """`POST accounts`."""
        return self._json("POST", "accounts", body)

    def challenge(self, body: dict[str, Any]) -> dict[str, Any]:
        """`POST challenges`."""
        return self._json("POST", "challenges", body)

    def sign_in(self, id: bytes, challenge: bytes, signature: bytes) -> dict[str, Any]:
        """`POST sessions`."""
        fields = {"id": id, "challenge": challenge, "signature": signature}
        return self._json(
            "POST", "sessions", {name: b64_encode(one) for name, one in fields.items()}
        )

    def sign_out(self) -> None:
        """`DELETE sessions/current`."""
        self._request("DELETE", "sessions/current")

    def sessions(self) -> dict[str, Any]:
        """`GET sessions`: the account's own."""
        return self._json("GET", "sessions")

    def label_session(self, id: bytes, label: bytes) -> None:
        """`PUT sessions/<id>/label`, for the session that is spoken in."""
        body = build_json({"label": b64_encode(label)})
        self._request("PUT", f"sessions/{b64_encode(id)}/label", body)

    def end_session(self, id: bytes) -> None:
        """`DELETE sessions/<id>`."""
        self._request("DELETE", f"sessions/{b64_encode(id)}")

    def account(self) -> dict[str, Any]:
        """`GET account`: what the server knows."""
        return self._json("GET", "account")

    def erasure(self) -> dict[str, Any]:
        """`GET erasure`: whether and when the account is to be erased, and what that would be."""
        return self._json("GET", "erasure")

    def renew_closes(self, closes: str) -> None:
        """`PUT erasure/closes`."""
        self._request("PUT", "erasure/closes", build_json({"closes": closes}))

    def take_back_erasure(self) -> None:
        """`DELETE erasure`."""
        self._request("DELETE", "erasure")

    def receipt(self, mark: str) -> dict[str, Any]:
        """`GET erasures/<mark>`."""
        return self._json("GET", f"erasures/{mark}")

    def proved(self, method: str, path: str, body: bytes | None, proof: str) -> bytes:
        """A request that carries a proof of the login key (`docs/api.md`)."""
        return self._request(method, path, body, headers={"Afterglow-Proof": proof})

    def push(self, frames: bytes) -> dict[str, Any]:
        """`POST records`."""

        def send() -> bytes:
            return self._request("POST", "records", frames, _BYTES)

        return self._read(_patiently(self.push_pace, send))

    def feed(self, after: int) -> bytes:
        """`GET feed`: one page, as long as the link allows; of one that broke off, the frames that came whole."""
        return _patiently(self.page_pace, lambda: self._page(after))

    def _page(self, after: int) -> bytes:
        try:
            return self._request("GET", f"feed?after={after}&limit={self.page_pace.bytes}")
        except Broken as broken:
            page = whole_frames(broken.data)
            if page is None:
                raise
            return page

    def positions(self) -> Iterator[int]:
        """`GET position`: how far the feed reaches, and each newer place, until the server ends it. Waits over a connection of its own.

        A place is a hint, the feed says what is there. Raises Problem, or Offline where it breaks or what comes is no place:
        then one asks for the feed now and then.
        """
        with closing(self._connect(timeout=LIFELESS)) as connection:
            try:
                headers = {"Accept": _STREAM_TYPE, "Cookie": self._cookie_header()}
                connection.request("GET", "/api/v1/position", headers=headers)
                response = connection.getresponse()
                if response.status >= 400:
                    raise _problem(response, response.read(_PIECE))
                if response.headers.get_content_type() != _STREAM_TYPE:
                    raise Offline
                yield from _places(response)
            except (OSError, http.client.HTTPException) as error:
                raise Offline from error

    def put_invite(self, id: bytes, offer: bytes, expires: int) -> None:
        """`PUT invites/<id>`."""
        self._json("PUT", _invite(id), {"offer": b64_encode(offer), "expires": expires})

    def invite(self, id: bytes) -> tuple[bytes, str]:
        """`GET invites/<id>`: the offer and the invite's state."""
        answer = self._json("GET", _invite(id))
        return b64_decode(answer["offer"]), str(answer["state"])

    def answer_invite(self, id: bytes, answer: bytes) -> None:
        """`POST invites/<id>/answer`."""
        self._json("POST", f"{_invite(id)}/answer", {"answer": b64_encode(answer)})

    def invites(self) -> list[dict[str, Any]]:
        """`GET invites`: one's own."""
        return list(self._json("GET", "invites")["invites"])

    def delete_invite(self, id: bytes) -> None:
        """`DELETE invites/<id>`."""
        self._request("DELETE", _invite(id))

    def _json(self, method: str, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        data = None if body is None else build_json(body)
        return self._read(self._request(method, path, data, _JSON))

    def _read(self, data: bytes) -> dict[str, Any]:
        answer = parse_json(data)
        if not isinstance(answer, dict):
            raise Malformed("an answer that is no object")
        return answer

    def _request(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        type: str = _JSON,
        headers: dict[str, str] | None = None,
    ) -> bytes:
        """Body of the answer. Raises Offline, or Problem with the server's name for it."""
        if method != "GET" and self._csrf is None:
            self.session()
        try:
            return self._exchange(method, path, body, type, headers or {})
        except Problem as problem:
            if problem.reason != "csrf":
                raise
        self.session()
        return self._exchange(method, path, body, type, headers or {})

    def _exchange(
        self, method: str, path: str, body: bytes | None, type: str, more: dict[str, str]
    ) -> bytes:
        headers = more | {"Accept": f"{_JSON}, {_BYTES}", "Cookie": self._cookie_header()}
        if body is not None:
            headers["Content-Type"] = type
        if method != "GET":
            headers |= {"X-CSRFToken": self._csrf or "", "Origin": self.origin}
        response, data = self._send(method, f"/api/v1/{path}", body, headers)
        self._take_headers(response)
        if response.status >= 400:
            raise _problem(response, data)
        return data

    def _send(
        self, method: str, path: str, body: bytes | None, headers: dict[str, str]
    ) -> tuple[http.client.HTTPResponse, bytes]:
        # A kept connection may have been closed by the other side meanwhile: that is no outage. Every request
        # may be sent twice (docs/api.md), so one more try over a fresh connection is safe.
        for fresh in (self._connection.sock is None, True):
            data = bytearray()
            try:
                # In pieces, so that the socket's time counts for each of them and not for the whole.
                pieces = None if body is None else io.BytesIO(body)
                length = {} if body is None else {"Content-Length": str(len(body))}
                self._connection.request(method, path, pieces, headers | length)
                response = self._connection.getresponse()
                while len(data) <= _ANSWER and (piece := response.read(_PIECE)):
                    data += piece
                if response.length and response.isclosed():
                    raise http.client.IncompleteRead(bytes(data))
            except (OSError, http.client.HTTPException) as error:
                self._connection.close()
                if fresh or data:
                    raise Broken(bytes(data)) from error
                continue
            self.requests += 1
            self.sent += len(body or b"")
            self.received += len(data)
            if len(data) > _ANSWER or not response.isclosed():
                # Two answers in one, or a length that is not theirs: something on the way, and asked for again.
                self._connection.close()
                raise Offline
            return response, bytes(data)
        raise Offline

    def _take_headers(self, response: http.client.HTTPResponse) -> None:
        for line in response.headers.get_all("Set-Cookie") or ():
            try:
                jar = SimpleCookie(line)
            except CookieError:
                continue
            for name, morsel in jar.items():
                self.cookies[name] = morsel.value
                if not morsel.value or morsel["max-age"] == "0":
                    del self.cookies[name]
        with suppress(ValueError, TypeError):
            told = parsedate_to_datetime(response.headers.get("Date", ""))
            self._ahead = told.astimezone(UTC) - clock.now()
        epoch = response.headers.get("Afterglow-Epoch")
        if epoch is not None:
            self.epoch = b64_decode(epoch, ID)

    def _cookie_header(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())


class Broken(Offline):
    """An answer broke off; `data` is what had come of its body."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.data = data


def _patiently(pace: Pace, ask: Callable[[], bytes]) -> bytes:
    """The answer, asked for again where it broke off. Raises Offline when that does not help."""
    for _ in range(TRIES - 1):
        began = time.monotonic()
        try:
            answer = ask()
        except Offline:
            pace.broke()
        else:
            pace.took(time.monotonic() - began)
            return answer
    return ask()


def _places(response: http.client.HTTPResponse) -> Iterator[int]:
    """The places of a stream, each higher than the one before. Raises Offline for whatever is none."""
    newest, size = -1, 0
    while size < _STREAM and (line := response.readline(_LINE)):
        size += len(line)
        found = _EVENT.fullmatch(line)
        if not found:
            raise Offline
        if found[1] and int(found[1]) > newest:
            newest = int(found[1])
            yield newest


def _invite(id: bytes) -> str:
    return f"invites/{b64_encode(id)}"


def _problem(response: http.client.HTTPResponse, data: bytes) -> ClientError:
    """The problem document of an answer; anything else than one is an outage of whatever stands between."""
    try:
        value = json.loads(data)
        name = str(value["type"]).rpartition("/")[2]
        detail = str(value.get("detail") or value.get("title") or "")
    except (ValueError, KeyError, TypeError, AttributeError):
        return Offline()
    after = response.headers.get("Retry-After", "")
    return Problem(name, detail, int(after) if after.isdigit() else None)
