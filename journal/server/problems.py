"""Problem documents (RFC 9457): every refusal is one of the names in `docs/api.md`. Nothing of the request is echoed."""

import json
from http import HTTPStatus
from typing import Any

from flask import Flask, Response, g, request
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import DBAPIError
from werkzeug.exceptions import HTTPException

from journal.server import access_log
from journal.server.database import fault, out_of_space
from journal.server.state import API, database

PROBLEMS: dict[str, tuple[int, str]] = {
    "malformed": (400, "This could not be read."),
    "csrf": (
        400,
        "The token of this page is missing or old: fetch a new one and send the same again.",
    ),
    "sign-in-needed": (401, "Sign in first."),
    "sign-in-failed": (401, "Signing in failed."),
    "origin": (403, "This came from another site."),
    "proof-needed": (403, "This needs the passphrase or the kit once more."),
    "registration": (403, "This server takes new accounts only with a valid code, or not at all."),
    "not-found": (404, "There is nothing here."),
    "method": (405, "This cannot be done here."),
    "handle-taken": (409, "This handle is taken."),
    "invite-spent": (409, "This invite was answered before."),
    "feed-ahead": (409, "The feed does not reach this far."),
    "too-large": (413, "This is larger than the server takes."),
    "unsupported-type": (415, "The content type does not fit."),
    "invalid": (422, "This was read, but does not hold."),
    "too-many": (429, "Too many requests: wait a little."),
    "internal": (500, "Something went wrong here."),
    "unavailable": (503, "The database cannot be reached now."),
    "out-of-space": (507, "There is no space left to keep this."),
}
"""HTTP status and title by name."""

RETRY_MOST = 900
"""Seconds: nobody is sent away for longer than that."""

WITHIN_PUSH: dict[str, str] = {
    "malformed": "The record does not parse, or breaks a limit.",
    "unsupported": "The record is of a version or type this server does not know.",
    "tampered": "A signature, a hash or the author does not hold.",
    "stale": "The head of this log is elsewhere.",
    "unknown-revision": "The grant names a revision this server does not hold.",
    "not-linked": "These two accounts are not linked.",
    "too-large": "The account has reached its size.",
    "too-many": "This log has brought as much to its audience as it may within a day.",
    "out-of-space": "There is no space left to keep this.",
}
"""Detail by name, for the results of a push."""

_BY_STATUS = {
    400: "malformed",
    401: "sign-in-needed",
    403: "origin",
    404: "not-found",
    405: "method",
    413: "too-large",
    415: "unsupported-type",
    429: "too-many",
}


class Problem(Exception):
    """A request is refused: `name` is one of PROBLEMS, `detail` a fixed sentence."""

    def __init__(self, name: str, detail: str = "", retry_after: int | None = None) -> None:
        super().__init__(name)
        self.name, self.detail, self.retry_after = name, detail, retry_after


def type_uri(name: str) -> str:
    """The `type` of a problem."""
    return f"/problems/{name}"


def problem_response(problem: Problem) -> Response:
    """The problem as an answer."""
    g.reason = problem.name
    status, title = PROBLEMS[problem.name]
    value: dict[str, Any] = {"type": type_uri(problem.name), "title": title, "status": status}
    if problem.detail:
        value["detail"] = problem.detail
    response = Response(json.dumps(value), status, content_type="application/problem+json")
    if problem.retry_after is not None:
        response.headers["Retry-After"] = str(min(max(1, problem.retry_after), RETRY_MOST))
    return response


def register(app: Flask) -> None:
    """Answer every failure under /api with a problem document, and elsewhere with one plain line."""

    @app.errorhandler(Problem)
    def refused(problem: Problem) -> Response:
        return problem_response(problem)

    @app.errorhandler(CSRFError)
    def forged(_: CSRFError) -> Response:
        return problem_response(Problem("csrf"))

    @app.errorhandler(HTTPException)
    def failed(error: HTTPException) -> Response:
        status = error.code or 500
        if not request.path.startswith(API):
            return _plain(error, status)
        response = problem_response(
            Problem(_BY_STATUS.get(status, "internal" if status >= 500 else "malformed"))
        )
        if status == 405 and (allowed := getattr(error, "valid_methods", None)):
            response.headers["Allow"] = ", ".join(sorted(allowed))
        return response

    @app.errorhandler(DBAPIError)
    def database_failed(error: DBAPIError) -> Response:
        if out_of_space(error):
            return problem_response(Problem("out-of-space"))
        if fault(error) == "database-damaged":
            database().damaged = True
        access_log.exception(error, fault(error))
        return problem_response(Problem("unavailable", retry_after=5))

    @app.errorhandler(Exception)
    def broken(error: Exception) -> Response:
        access_log.exception(error)
        return problem_response(Problem("internal"))


def _plain(error: HTTPException, status: int) -> Response:
    phrase = HTTPStatus(status).phrase
    response = Response(f"{status} {phrase}\n", status, content_type="text/plain; charset=utf-8")
    if location := error.get_headers(None):
        response.headers.extend((k, v) for k, v in location if k in ("Allow", "Location"))
    return response
