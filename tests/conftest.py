"""What every test may ask for: a real server in a process of its own, a real PostgreSQL, and Node."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests import fonts
from tests.live_server import LiveServer
from tests.postgres import Cluster

fonts.use()

pytest_plugins = ["tests.browser.fixtures", "tests.browser.plays.fixtures"]


@pytest.fixture(scope="session")
def node() -> str:
    """The Node of the project's own environment, whatever the system has."""
    return str(Path(sys.executable).parent / "node")


@pytest.fixture(scope="session")
def postgres() -> Iterator[Cluster]:
    """A PostgreSQL cluster for the whole run; `postgres.create()` gives an empty database."""
    cluster = Cluster()
    yield cluster
    cluster.close()


@pytest.fixture
def postgres_url(postgres: Cluster) -> str:
    """The SQLAlchemy address of an empty PostgreSQL database."""
    return postgres.create()


@pytest.fixture
def start_server(tmp_path: Path) -> Iterator[Callable[..., LiveServer]]:
    """Starts real servers, `start_server(DATABASE_URL=…)`, each with a data folder and port of its own."""
    started: list[LiveServer] = []

    def start(**settings: str) -> LiveServer:
        server = LiveServer(tmp_path / f"server-{len(started)}", **settings)
        started.append(server)
        return server

    yield start
    for server in started:
        server.stop()


@pytest.fixture(scope="session")
def shared_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    """One real server for all tests whose people need no server of their own, and that never stop it."""
    server = LiveServer(tmp_path_factory.mktemp("shared") / "server", RATELIMIT_ENABLED="0")
    yield server
    server.stop()


@pytest.fixture
def live_server(start_server: Callable[..., LiveServer]) -> LiveServer:
    """One real server on SQLite, with nothing in it yet."""
    return start_server(RATELIMIT_ENABLED="0")
