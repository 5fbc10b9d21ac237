"""The server: it keeps sealed records, checks what anybody may check, and reads nothing. `create_app` is the door."""

from collections.abc import Mapping
from typing import Any

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

import config as settings
from journal.server import (
    access_log,
    accounts,
    feed,
    guard,
    housekeeping,
    invites,
    limits,
    problems,
    records,
    secret,
    sessions,
    shell,
    state,
)
from journal.server.database import Database


def create_app(config: Mapping[str, Any] | None = None) -> Flask:
    """The application, its database upgraded and checked.

    `config` overrides single settings of `config.from_environment`. Raises ConfigError for a setting
    that cannot be used and DamagedDatabase when SQLite finds its file broken.
    """
    app = Flask(__name__, static_folder=None)
    app.config.update(settings.from_environment() | dict(config or {}))
    database = prepare(app.config)
    secret.register(app)
    state.register(app, database)
    if hops := app.config["PROXY_HOPS"]:
        app.wsgi_app = ProxyFix(app.wsgi_app, hops, hops, hops)  # type: ignore[method-assign]
    for part in (access_log, problems, guard, sessions, accounts, records, feed, invites):
        part.register(app)
    for part in (limits, housekeeping, shell):
        part.register(app)
    return app


def prepare(config: Mapping[str, Any]) -> Database:
    """The folder, the secret and the database, checked and brought up to date."""
    secret.prepare(config["DATA_DIR"])
    database = Database(settings.database_url(config), config["THREADS"])
    database.quick_check()
    database.upgrade()
    return database
