"""Log lines: one JSON object each, on standard error, with the fields named here and no others.

No body, query string, path parameter, handle or message of an exception is ever written; the network of the
caller stands as a hash under a key that lives for a day. `reason` is the name of a problem, or a word of a list.
"""

import ipaddress
import json
import os
import sys
import time
import traceback
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from flask import Flask, Response, g, has_request_context, request

from journal.server.secret import keyed

FIELDS = (
    "at",
    "event",
    "method",
    "route",
    "status",
    "reason",
    "ms",
    "received",
    "network",
    "count",
    "pause",
    "error",
    "where",
)
"""Everything a line may hold."""


def register(app: Flask) -> None:
    """Write one line a request, but for the check that load balancers make every second."""
    app.extensions["journal.networks"] = DailyKey()
    app.extensions["journal.warned"] = set()

    @app.before_request
    def begin() -> None:
        g.began = time.perf_counter()

    @app.after_request
    def end(response: Response) -> Response:
        if app.config.get("ACCESS_LOG", True) and request.endpoint != "healthz":
            write(
                "request",
                method=_method(),
                route=_route(),
                status=response.status_code,
                ms=round((time.perf_counter() - g.get("began", time.perf_counter())) * 1000, 1),
                received=request.content_length or 0,
                network=_hashed(app, network()),
                **({"reason": g.reason} if g.get("reason") else {}),
            )
            _warn_of_proxies(app)
        return response


def _warn_of_proxies(app: Flask) -> None:
    """Say once that callers cannot be told apart: a proxy names them, and nobody listens, or the other way round."""
    # ProxyFix leaves the header as it came.
    named, hops = "X-Forwarded-For" in request.headers, app.config["PROXY_HOPS"] > 0
    if named == hops:
        return
    reason = "forwarded-but-no-proxy-hops" if named else "no-proxy-in-front"
    if reason not in app.extensions["journal.warned"]:
        app.extensions["journal.warned"].add(reason)
        write("warning", reason=reason)


def write(event: str, **fields: Any) -> None:
    """One line. Raises KeyError for a field that is not on the list."""
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    line = {"at": at, "event": event} | fields
    if unknown := line.keys() - set(FIELDS):
        raise KeyError(*unknown)
    sys.stderr.write(json.dumps(line) + "\n")


def exception(error: BaseException, reason: str | None = None) -> None:
    """The class of an error and where it was raised: neither its message nor any value. `reason` is a word of a list."""
    frames = traceback.extract_tb(error.__traceback__)
    where = [f"{frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}" for frame in frames]
    route = _route() if has_request_context() else None
    more = {"reason": reason} if reason else {}
    write("error", route=route, error=type(error).__name__, where=where, **more)


def tell(app: Flask, event: str, caller: str | None = None, **fields: Any) -> None:
    """A line of the server program, outside of any request; `caller` is a network."""
    if caller is not None:
        fields["network"] = _hashed(app, caller)
    write(event, **fields)


def network() -> str:
    """The caller's /24 (IPv4) or /64 (IPv6)."""
    return network_of(request.remote_addr or "")


def wide_network() -> str:
    """The caller's /24 (IPv4) or /48 (IPv6), of which one subscriber may have all."""
    return network_of(request.remote_addr or "", 48)


@lru_cache(maxsize=4096)
def network_of(text: str, six: int = 64) -> str:
    """The network of an address: /24 (IPv4) or /`six` (IPv6)."""
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return "unknown"
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    prefix = 24 if address.version == 4 else six
    return str(ipaddress.ip_network((address, prefix), strict=False))


class DailyKey:
    """A key that is nowhere but in memory, and another one each day: no line can be traced to a network later."""

    def __init__(self) -> None:
        self._day, self._key = -1, b""

    def on(self, day: int) -> bytes:
        """The key of this day."""
        if day != self._day:
            self._day, self._key = day, os.urandom(32)
        return self._key


def _hashed(app: Flask, network: str) -> str:
    """The network under the key of the day: lines of one caller can be told to belong together."""
    key = app.extensions["journal.networks"].on(int(app.config["CLOCK"]()) // 86_400)
    return keyed(key, "network", network).hex()[:12]


def _route() -> str | None:
    return request.url_rule.rule if request.url_rule else None


def _method() -> str:
    known = ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH")
    return request.method if request.method in known else "other"
