"""The WSGI application `app`, and `python wsgi.py`: the production server, one process with a few threads.

One process counts rate limits exactly and lets SQLite's one writer wait its turn in memory. `benchmarks/server.py`
has the figures behind the choice of server program and threads.
"""

import errno
import signal
import socket
import sys
from functools import cache
from typing import Any

from flask import Flask
from sqlalchemy.exc import DBAPIError

import config as environment
from journal.server import create_app
from journal.server.database import DamagedDatabase


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
    _check_port(settings)
    # Here, so that whatever keeps it from starting is said once and in a sentence. Its connections are
    # closed again: a SQLite connection must not cross into the process that serves.
    application().extensions["journal.database"].engine.dispose()
    _server(settings).serve(target_loader=_load)


def _check_port(settings: dict[str, Any]) -> None:
    host, port = settings["HOST"], settings["PORT"]
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            message = f"port {port} on {host} is in use. Set PORT to another one."
            raise environment.ConfigError(message) from error


def _server(settings: dict[str, Any]) -> Any:
    from granian import Granian
    from granian.constants import HTTPModes, Interfaces
    from granian.http import HTTP1Settings

    return Granian(
        "wsgi:app",
        address=settings["HOST"],
        port=settings["PORT"],
        interface=Interfaces.WSGI,
        http=HTTPModes.http1,
        workers=1,
        blocking_threads=settings["THREADS"],
        http1_settings=HTTP1Settings(header_read_timeout=10_000, max_buffer_size=65_536),
        respawn_failed_workers=True,
        workers_kill_timeout=20,
        log_enabled=False,
    )


def _load(_target: str) -> Flask:
    """The application, in the process that serves it."""
    # A fork inherits the parent's handlers, and would not stop while it is starting.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
    app = application()
    host = "localhost" if app.config["HOST"] == "127.0.0.1" else app.config["HOST"]
    print("Afterglow is at", app.config["ORIGIN"] or f"http://{host}:{app.config['PORT']}")  # noqa: T201
    print("Stop it with Ctrl-C.", flush=True)  # noqa: T201
    return app


if __name__ == "__main__":
    try:
        main()
    except DBAPIError as error:
        sys.exit(
            f"Afterglow cannot start: the database cannot be reached ({type(error.orig).__name__})."
        )
    except (DamagedDatabase, ValueError, OSError) as error:
        sys.exit(f"Afterglow cannot start: {error}")
