"""The WSGI application `app`, and `python wsgi.py`: the production server, one process with a few threads.

One process counts rate limits exactly and lets SQLite's one writer wait its turn in memory. `benchmarks/server.py`
has the figures behind the choice of server and threads.
"""

import logging
import sys
from collections.abc import Callable
from typing import Any

import config as settings
from journal.server import create_app, make_app, open_database, prepare
from journal.server.database import DamagedDatabase


def __getattr__(name: str) -> Any:
    """`app`, made when a server first asks for it."""
    if name != "app":
        raise AttributeError(name)
    globals()["app"] = app = create_app()
    return app


def main() -> None:
    """Bring the database up to date, then serve until Ctrl-C or SIGTERM."""
    config = settings.from_environment()
    # Closed again: a SQLite connection must not cross into the process that serves.
    prepare(config).close()
    server = _server(config)
    server.on_startup(_announce(config))
    server.serve(target_loader=_load)


def _load(_target: str) -> Any:
    """The application, in the process that serves."""
    config = settings.from_environment()
    return make_app(config, open_database(config))


def _server(config: dict[str, Any]) -> Any:
    from granian import Granian
    from granian.constants import HTTPModes, Interfaces
    from granian.http import HTTP1Settings

    logging.getLogger("_granian").setLevel(logging.ERROR)
    return Granian(
        "wsgi:app",
        address=config["HOST"],
        port=config["PORT"],
        interface=Interfaces.WSGI,
        http=HTTPModes.http1,
        workers=1,
        blocking_threads=config["THREADS"],
        http1_settings=HTTP1Settings(header_read_timeout=10_000, max_buffer_size=65_536),
        respawn_failed_workers=True,
        workers_kill_timeout=20,
        log_enabled=False,
    )


def _announce(config: dict[str, Any]) -> Callable[[], None]:
    host = "localhost" if config["HOST"] == "127.0.0.1" else config["HOST"]
    address = config["ORIGIN"] or f"http://{host}:{config['PORT']}"

    def announce() -> None:
        print(f"Afterglow is at {address}")  # noqa: T201
        print("Stop it with Ctrl-C.", flush=True)  # noqa: T201

    return announce


if __name__ == "__main__":
    try:
        main()
    except (settings.ConfigError, DamagedDatabase) as error:
        sys.exit(f"Afterglow cannot start: {error}")
