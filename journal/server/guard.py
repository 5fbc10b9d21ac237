"""What is refused before a view runs: other host names, oversized bodies, other sites and content types, forged requests."""

import re
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

import msgspec
from flask import Flask, Request, current_app, request
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface
from flask_wtf import CSRFProtect
from werkzeug.exceptions import HTTPException

from journal.server.problems import Problem
from journal.server.state import origin
from journal.wire.encoding import b64_decode, parse_json
from journal.wire.errors import Malformed

SAFE = ("GET", "HEAD", "OPTIONS", "TRACE")
JSON = "application/json"
_HOST = re.compile(r"(\[[0-9a-f:]+\]|[^:\[\]]+)(?::[0-9]+)?\Z")
BYTES = "application/octet-stream"

View = Callable[..., Any]
Shape = TypeVar("Shape", bound=msgspec.Struct)


class Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A JSON body: exactly these members, exactly these types."""


def takes(content_type: str, limit: int) -> Callable[[View], View]:
    """Marks a view that takes a body of at most `limit` bytes; views without a mark take none."""

    def mark(view: View) -> View:
        view.content_type, view.body_limit = content_type, limit  # type: ignore[attr-defined]
        return view

    return mark


def json_body(shape: type[Shape], limit: int) -> Callable[[View], View]:
    """Gives the view a `shape` read from its body as first argument. Refuses with malformed or invalid."""

    def decorate(view: View) -> View:
        @wraps(view)
        def read(**path: Any) -> Any:
            return view(_read_json(shape), **path)

        return takes(JSON, limit)(read)

    return decorate


def b64_field(text: str, length: int | None = None, most: int | None = None) -> bytes:
    """Bytes of a b64 member of a body or path. Refuses with invalid."""
    try:
        data = b64_decode(text, length)
    except Malformed:
        raise Problem("invalid", "A byte string is not b64 of the right length.") from None
    if most is not None and len(data) > most:
        raise Problem("invalid", "A byte string is too long.")
    return data


def limits_of_bodies(app: Flask) -> Callable[[str, str], int]:
    """For the server program: the most bytes that the body of a method and path may have."""

    def limit_of(method: str, path: str) -> int:
        try:
            endpoint, _ = app.url_map.bind("localhost").match(path, method)
        except HTTPException:
            return 0
        return int(_mark(app, endpoint, "body_limit", 0))

    return limit_of


def register(app: Flask) -> None:
    """Install the checks, in the order of this file's title."""
    app.config.update(
        PROVIDE_AUTOMATIC_OPTIONS=False,
        MAX_CONTENT_LENGTH=0,
        # Bound to the session cookie, without a time limit: a long entry is never thrown away.
        WTF_CSRF_TIME_LIMIT=None,
        PERMANENT_SESSION_LIFETIME=10 * 365 * 86_400,
        # The Referer may be stripped on the way; Origin and Sec-Fetch-Site are checked below instead.
        WTF_CSRF_SSL_STRICT=False,
        SESSION_COOKIE_SAMESITE="Lax",
    )
    app.session_interface = _Cookie()
    app.extensions["journal.hosts"] = frozenset(app.config["HOST_NAMES"])
    for check in (_check_host, _check_size, _check_site, _check_type):
        app.before_request(check)
    CSRFProtect(app)


class _Cookie(SecureCookieSessionInterface):
    """The signed cookie that carries the forgery token and nothing else."""

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        """The cookie's content where it is wanted: to check a token, or to make one."""
        if request.method in SAFE and request.path != "/api/v1/session":
            return self.session_class()
        return super().open_session(app, request)

    def get_cookie_name(self, app: Flask) -> str:  # noqa: ARG002
        return "__Host-csrf" if request.is_secure else "csrf"

    def get_cookie_secure(self, app: Flask) -> bool:  # noqa: ARG002
        return request.is_secure


def _read_json(shape: type[Shape]) -> Shape:
    try:
        value = parse_json(request.get_data(cache=False))
    except Malformed:
        raise Problem("malformed") from None
    try:
        return msgspec.convert(value, shape)
    except (msgspec.ValidationError, UnicodeEncodeError):  # the latter for half a surrogate pair
        raise Problem("invalid", "Members are missing, unknown or of another kind.") from None


def _mark(app: Flask, endpoint: str | None, name: str, default: Any) -> Any:
    return getattr(app.view_functions.get(endpoint or ""), name, default)


def _check_host() -> None:
    """Only names of ours: a page of another site cannot be made to point here (DNS rebinding)."""
    name = _HOST.match(request.host.lower())
    if not name or name[1] not in current_app.extensions["journal.hosts"]:
        raise Problem("malformed")


def _check_size() -> None:
    """By its length: a body that came in chunks has one too by now, from the server program."""
    limit: int = _mark(current_app, request.endpoint, "body_limit", 0)
    length: str = request.environ.get("CONTENT_LENGTH") or ("" if limit else "0")
    if "Transfer-Encoding" in request.headers or not (length.isascii() and length.isdigit()):
        raise Problem("malformed", "Content-Length is needed.")
    if len(length) > 15 or int(length) > limit:
        raise Problem("too-large")
    request.max_content_length = limit


def _check_site() -> None:
    if request.method in SAFE:
        return
    if request.headers.get("Sec-Fetch-Site", "none") not in ("same-origin", "none"):
        raise Problem("origin")
    if request.headers.get("Origin", origin()) != origin():
        raise Problem("origin")


def _check_type() -> None:
    wanted = _mark(current_app, request.endpoint, "content_type", None)
    if wanted and request.mimetype != wanted:
        raise Problem("unsupported-type")
