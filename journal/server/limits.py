"""How often one network or account may ask. One process counts in memory; RATELIMIT_STORAGE names a shared store."""

import time
from collections.abc import Callable
from typing import Any

from flask import Flask, Response, request
from flask_limiter import Limiter
from flask_limiter.errors import RateLimitExceeded
from flask_login import current_user

from journal.server.access_log import network, wide_network
from journal.server.problems import Problem, problem_response
from journal.wire.encoding import h, parse_json
from journal.wire.errors import Malformed

ASKED = "60 per minute"
ASKED_WIDELY = "240 per minute"
"""Challenges and attempts at one handle or credential, from one network and from the larger one around it."""
SIGN_UPS_WIDELY = "60 per hour"
LIMITS = {
    "accounts.create_account": "20 per hour",
    "credentials.replace_credentials": "30 per hour",
    "erasures.show_receipt": "120 per hour",
    "invites.create_invite": "30 per hour",
    "invites.answer_invite": "30 per hour",
    "invites.show_invite": "120 per hour",
    "sessions.label_session": "120 per hour",
}
"""By endpoint; signed-in callers are counted by account, others by network."""
SIGNING_IN = ("sessions.create_challenge", "sessions.create_session")
"""Counted by what is asked for, too: whoever guesses at one name uses up nobody else's, also behind the same address."""


def register(app: Flask) -> None:
    """Count calls of the endpoints in LIMITS."""
    limiter = Limiter(_caller, app=app)

    def count(endpoint: str, limit: str, key: Callable[[], str] | None = None) -> None:
        view: Any = limiter.limit(limit, key_func=key)(app.view_functions[endpoint])
        app.view_functions[endpoint] = view

    for endpoint, limit in LIMITS.items():
        count(endpoint, limit)
    count("accounts.create_account", SIGN_UPS_WIDELY, lambda: f"around {wide_network()}")
    for endpoint in SIGNING_IN:
        count(endpoint, ASKED, lambda: f"network {network()} {_subject()}")
        count(endpoint, ASKED_WIDELY, lambda: f"around {wide_network()} {_subject()}")

    @app.errorhandler(RateLimitExceeded)
    def too_many(_: RateLimitExceeded) -> Response:
        limit = limiter.current_limit
        return problem_response(
            Problem("too-many", retry_after=limit.reset_at - int(time.time()) if limit else 60)
        )


def _subject() -> str:
    """The handle or credential that is asked for, as a hash of one length."""
    try:
        value = parse_json(request.get_data())
    except Malformed:
        return ""
    asked = value if isinstance(value, dict) else {}
    named = [asked.get("handle"), asked.get("credential"), asked.get("id")]
    return h(repr(named).encode()).hex()[:32]


def _caller() -> str:
    if current_user.is_authenticated:
        return f"account {current_user.account}"
    return f"network {network()}"
