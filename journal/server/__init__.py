"""The server: it keeps sealed records, checks what anybody may check, and reads nothing. `create_app` is the door."""

from collections.abc import Mapping
from typing import Any

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

import config as environment
from journal.server import (
    access_log,
    accounts,
    credentials,
    erasures,
    feed,
    guard,
    health,
    housekeeping,
    invites,
    limits,
    packs,
    position,
    problems,
    records,
    secret,
    sessions,
    shell,
    state,
)
from journal.server.database import Database


def create_app(config: Mapping[str, Any] | None = None) -> Flask:
    """The application, its database checked and brought up to date.

    `config` overrides single settings of `config.from_environment`. Raises ConfigError for a setting
    that cannot be used and DamagedDatabase when SQLite finds its file broken.
    """
    settings = environment.from_environment() | dict(config or {})
    return make_app(settings, prepare(settings))


def prepare(settings: Mapping[str, Any]) -> Database:
    """The database of these settings, checked and brought up to date; what is missing is made."""
    secret.read_or_make(settings["DATA_DIR"])
    database = open_database(settings)
    try:
        database.quick_check()
        database.upgrade()
    except Exception:
        database.close()
        raise
    return database


def open_database(settings: Mapping[str, Any]) -> Database:
    """The database of these settings as it is."""
    return Database(environment.database_url(settings), settings["THREADS"])


def make_app(settings: Mapping[str, Any], database: Database) -> Flask:
    """The application on a database that `prepare` has seen. Raises ConfigError while it is being restored."""
    if not database.hold():
        raise environment.ConfigError("The database is being restored; start when that has ended.")
    app = Flask(__name__, static_folder=None)
    app.config.update(settings)
    app.config["SECRET_KEY"] = secret.read_or_make(settings["DATA_DIR"])
    state.register(app, database)
    if hops := settings["PROXY_HOPS"]:
        app.wsgi_app = ProxyFix(app.wsgi_app, hops, hops, hops)  # type: ignore[method-assign]
    # In this order the checks of a request run, so that the cheap refusals come first.
    for part in (access_log, problems, guard, sessions, accounts, credentials, records, feed):
        part.register(app)
    for part in (position, erasures, invites, health, limits, housekeeping, packs, shell):
        part.register(app)
    return app
