"""`GET /healthz`: whether what people write can be read and kept; and if not, why, in one word for the operator."""

import shutil
import sqlite3
import threading
import time
from collections.abc import Callable
from pathlib import Path

from flask import Flask, Response, jsonify
from sqlalchemy.exc import DBAPIError

from journal.server import access_log
from journal.server.database import Missing, fault
from journal.server.state import database

EVERY = 1.0
"""Seconds for which an answer stands, however many ask."""
RESERVE = 64 * 2**20
"""Bytes: a disk with less room is nearly full."""


class Health:
    """The last answer of a check, which one caller at a time makes anew."""

    def __init__(self, check: Callable[[], str | None]) -> None:
        self._check, self._turn = check, threading.Lock()
        self._reason: str | None = "starting"
        self._at = float("-inf")

    def reason(self) -> str | None:
        """Why it fails; None if it does not. Whoever comes while another is checking gets the answer before."""
        if self._turn.acquire(blocking=False):
            try:
                if time.monotonic() - self._at >= EVERY:
                    self._look()
            finally:
                self._turn.release()
        return self._reason

    def _look(self) -> None:
        found = self._check()
        if found != self._reason and (found or self._reason != "starting"):
            access_log.write("health", reason=found or "ok")
        self._reason, self._at = found, time.monotonic()


def register(app: Flask) -> None:
    """Add the endpoint."""
    health = Health(lambda: find_fault(app))
    app.add_url_rule("/healthz", "healthz", lambda: _show(health.reason()))


def find_fault(app: Flask) -> str | None:
    """What keeps this server from reading or keeping anything, None if nothing does."""
    with app.app_context():
        try:
            database().probe()
        except Missing:
            return "database-missing"
        except (DBAPIError, sqlite3.Error) as error:
            return fault(error)
    free = shutil.disk_usage(Path(app.config["DATA_DIR"])).free
    return "disk-nearly-full" if free < RESERVE else None


def _show(reason: str | None) -> Response:
    response = jsonify({"status": "failing", "reason": reason} if reason else {"status": "ok"})
    response.status_code = 503 if reason else 200
    response.headers["Cache-Control"] = "no-store"
    return response
