"""A server on SQLite and on PostgreSQL, a clock that only moves when told, and three people."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import text

from journal.server import create_app, shell
from journal.server.database import Database
from journal.server.schema import metadata
from tests.postgres import Cluster
from tests.server.people import Person

NOON = 1_800_000_000

sqlite_only = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
postgresql_only = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)


class Clock:
    """Seconds since 1970; `clock.now += n` is how time passes."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> float:
        return self.now


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An upgraded SQLite file, copied for every test."""
    path = tmp_path_factory.mktemp("empty") / "journal.sqlite3"
    database = Database(f"sqlite:///{path}")
    database.upgrade()
    database.close()
    return path


@pytest.fixture(scope="session")
def upgraded_postgres(postgres: Cluster) -> Iterator[Database]:
    """An upgraded PostgreSQL database, emptied before every test."""
    database = Database(postgres.create())
    database.upgrade()
    yield database
    database.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database of either kind: every test that asks for an app runs on both."""
    if request.param == "sqlite":
        path = tmp_path / "journal.sqlite3"
        shutil.copy(request.getfixturevalue("empty_file"), path)
        return f"sqlite:///{path}"
    database: Database = request.getfixturevalue("upgraded_postgres")
    with database.write() as connection:
        names = ", ".join(table.name for table in metadata.sorted_tables if table.name != "meta")
        connection.execute(text(f"TRUNCATE {names} RESTART IDENTITY"))
    return database.url.render_as_string(hide_password=False)


@pytest.fixture
def clock() -> Clock:
    """The clock of the server."""
    return Clock()


@pytest.fixture(scope="session")
def build() -> shell.Build:
    """The pages, read and hashed once for all servers of the run."""
    return shell.Build()


@pytest.fixture
def make_app(
    database_url: str,
    tmp_path: Path,
    clock: Clock,
    build: shell.Build,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Callable[..., Flask]]:
    """Makes a server on the test's database, `make_app(REGISTRATION="code")`."""
    made: list[Flask] = []
    monkeypatch.setattr(shell, "Build", lambda *_: build)

    def make(**settings: Any) -> Flask:
        usual = {
            "DATA_DIR": tmp_path,
            "DATABASE_URL": database_url,
            "CLOCK": clock,
            "THREADS": 4,
            "RATELIMIT_ENABLED": False,
        }
        made.append(create_app(usual | settings))
        return made[-1]

    yield make
    for app in made:
        app.extensions["journal.database"].close()


@pytest.fixture
def app(make_app: Callable[..., Flask]) -> Flask:
    """The server."""
    return make_app()


@pytest.fixture
def database(app: Flask) -> Database:
    """The server's database."""
    found: Database = app.extensions["journal.database"]
    return found


@pytest.fixture
def patient(app: Flask) -> Person:
    """A person with an account, signed in."""
    return _signed_up(Person(app, "ana", "patient"))


@pytest.fixture
def therapist(app: Flask) -> Person:
    """Another person with an account, signed in, not linked with anybody."""
    return _signed_up(Person(app, "dr.bohm", "therapist"))


@pytest.fixture
def stranger(app: Flask) -> Person:
    """A person with an account who knows neither of them."""
    return _signed_up(Person(app, "carol", "therapist"))


@pytest.fixture
def linked(patient: Person, therapist: Person, clock: Clock) -> tuple[Person, Person]:
    """Patient and therapist, both logs between them open."""
    patient.link(therapist, clock.now + 3600)
    return patient, therapist


def _signed_up(person: Person) -> Person:
    answer = person.sign_up()
    assert answer.status_code == 201, answer.text
    return person
