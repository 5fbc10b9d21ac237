"""How often one network or account may ask. One process counts in memory; RATELIMIT_STORAGE names a shared store."""

import time
from typing import Any

from flask import Flask, Response
from flask_limiter import Limiter
from flask_limiter.errors import RateLimitExceeded
from flask_login import current_user

from journal.server.access_log import network
from journal.server.problems import Problem, problem_response

LIMITS = {
    "accounts.create_account": "20 per hour",
    "sessions.create_challenge": "60 per minute; 600 per hour",
    "sessions.create_session": "60 per minute; 600 per hour",
    "invites.create_invite": "30 per hour",
    "invites.answer_invite": "30 per hour",
    "invites.show_invite": "120 per hour",
}
"""By endpoint; signed-in callers are counted by account, others by network. No account is ever locked by them."""


def register(app: Flask) -> None:
    """Count calls of the endpoints in LIMITS."""
    limiter = Limiter(_caller, app=app)
    for endpoint, limit in LIMITS.items():
        view: Any = limiter.limit(limit)(app.view_functions[endpoint])
        app.view_functions[endpoint] = view

    @app.errorhandler(RateLimitExceeded)
    def too_many(_: RateLimitExceeded) -> Response:
        limit = limiter.current_limit
        return problem_response(
            Problem("too-many", retry_after=limit.reset_at - int(time.time()) if limit else 60)
        )


def _caller() -> str:
    if current_user.is_authenticated:
        return f"account {current_user.account}"
    return f"network {network()}"
