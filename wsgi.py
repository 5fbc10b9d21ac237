"""The WSGI application `app`, and `python wsgi.py`: the production server, one process with a few threads.

One process counts rate limits exactly and lets SQLite's one writer wait its turn in memory. `benchmarks/server.py`
has the figures behind the choice of server program and threads.
"""

import errno
import socket
import sys
from functools import cache, partial
from typing import Any

from flask import Flask
from sqlalchemy.exc import DBAPIError

import config as environment
from journal.server import access_log, create_app, position
from journal.server.database import DamagedDatabase
from journal.server.guard import limits_of_bodies
from journal.server.serving.connections import Front, Lent, Terms
from journal.server.serving.keeper import Keeper, listen
from journal.server.serving.program import serve


@cache
def application() -> Flask:
    """The application, made once in a process (and taken along where a process is forked)."""
    return create_app()


def __getattr__(name: str) -> Any:
    """`app`, for server programs that load `wsgi:app`."""
    if name != "app":
        raise AttributeError(name)
    return application()


def main() -> None:
    """Bring the database up to date, then serve until Ctrl-C or SIGTERM."""
    settings = environment.from_environment()
    listening = _listen(settings["HOST"], settings["PORT"])
    # Here, so that whatever keeps it from starting is said once and in a sentence. Its connections are
    # closed again: a SQLite connection must not cross into the process that serves.
    app = application()
    app.extensions["journal.database"].engine.dispose()
    terms = Terms(rest=130.0 if settings["PROXY_HOPS"] else 15.0, hops=settings["PROXY_HOPS"])
    serving = Keeper(partial(serve, partial(_front, app), listening, terms), access_log.write)
    serving.run(partial(_say_where, settings))


def _listen(host: str, port: int) -> socket.socket:
    try:
        return listen(host, port)
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        message = f"port {port} on {host} is in use. Set PORT to another one."
        raise environment.ConfigError(message) from error


def _front(app: Flask, terms: Terms) -> Front:
    network_of, tell = access_log.network_of, partial(access_log.tell, app)
    lent = Lent(app, limits_of_bodies(app), network_of, tell, partial(position.look, app))
    return Front(lent, terms, app.config["THREADS"])


def _say_where(settings: dict[str, Any]) -> None:
    host = "localhost" if settings["HOST"] == "127.0.0.1" else settings["HOST"]
    print("Afterglow is at", settings["ORIGIN"] or f"http://{host}:{settings['PORT']}")  # noqa: T201
    if settings["REGISTRATION"] == "code" and not settings["REGISTRATION_CODES"]:
        print("Nobody can sign up: set REGISTRATION_CODES, or REGISTRATION=open.")  # noqa: T201
    print("Stop it with Ctrl-C.", flush=True)  # noqa: T201


if __name__ == "__main__":
    try:
        main()
    except DBAPIError as error:
        sys.exit(
            f"Afterglow cannot start: the database cannot be reached ({type(error.orig).__name__})."
        )
    except (DamagedDatabase, ValueError, OSError) as error:
        sys.exit(f"Afterglow cannot start: {error}")
