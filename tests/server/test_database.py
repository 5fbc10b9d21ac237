"""The database: its migrations, its pragmas, shared commits, and a disk that is full."""

import os
import stat
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask
from sqlalchemy import Connection, event, select, text
from sqlalchemy.exc import OperationalError

from journal.server import create_app, schema
from journal.server.database import HEAD, DamagedDatabase, Database
from journal.wire.records import build_frame
from tests.server.conftest import postgresql_only, sqlite_only
from tests.server.people import Person

MIGRATIONS = Path("journal/server/migrations")


def test_the_newest_migration_is_the_one_the_code_names():
    """`HEAD` spares every start the loading of Alembic; here it is held to Alembic's answer."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


def test_migrations_make_exactly_these_tables(database: Database):
    """Nothing has to be added to a migrated database to get the tables of `schema.py`."""
    with database.read() as connection:
        assert compare_metadata(MigrationContext.configure(connection), schema.metadata) == []


def test_upgrading_again_changes_nothing(database: Database):
    """The epoch of a database that is up to date stays."""
    before = database.epoch()
    database.upgrade()
    assert database.epoch() == before


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_servers_that_start_at_once_upgrade_once(
    tmp_path: Path, request: pytest.FixtureRequest, kind: str
):
    """Four on one new database: all come to serve, and serve the same epoch."""
    url = f"sqlite:///{tmp_path / 'new.sqlite3'}"
    if kind == "postgresql":
        url = request.getfixturevalue("postgres_url")
    databases = [Database(url) for _ in range(4)]
    threads = [threading.Thread(target=database.upgrade) for database in databases]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    # While all of them are still open: whoever upgraded has let the others in.
    assert len({database.epoch() for database in databases}) == 1
    for database in databases:
        database.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a new SQLite database goes."""
    return tmp_path / "journal.sqlite3"


PRAGMAS = {
    "page_size": 16_384,
    "journal_mode": "truncate",
    "synchronous": 2,
    "foreign_keys": 1,
    "secure_delete": 1,
    "busy_timeout": 30_000,
}


@pytest.mark.parametrize("pragma", list(PRAGMAS))
def test_sqlite_is_durable_and_forgets(file: Path, pragma: str):
    """Each of these holds on every connection: FULL sync, no WAL, erased bytes overwritten."""
    database = Database(f"sqlite:///{file}")
    database.upgrade()
    for _ in range(2):
        with database.read() as connection:
            assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == PRAGMAS[pragma]
        database.engine.dispose()


@postgresql_only
def test_postgresql_commits_are_durable(database: Database):
    """Whatever the cluster's own setting is, our sessions wait for the disk."""
    with database.read() as connection:
        assert connection.scalar(text("SHOW synchronous_commit")) == "on"


def test_only_the_server_reads_its_files(tmp_path: Path):
    """Database, journal and secret have mode 0600, the folder 0700; the secret is not in the database."""
    app = create_app({"DATA_DIR": tmp_path / "data"})
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700
    for path in (tmp_path / "data").iterdir():
        if path.is_file() and path.suffix != ".lock":
            assert stat.S_IMODE(path.stat().st_mode) == 0o600, path
    assert len(app.config["SECRET_KEY"]) == 32
    assert app.config["SECRET_KEY"] not in (tmp_path / "data" / "journal.sqlite3").read_bytes()
    app.extensions["journal.database"].close()


def test_the_secret_is_made_once(tmp_path: Path):
    """Started again, the server has the same secret: cookies and invented answers stay as they were."""
    keys = set()
    for _ in range(2):
        app = create_app({"DATA_DIR": tmp_path})
        keys.add(app.config["SECRET_KEY"])
        app.extensions["journal.database"].close()
    assert len(keys) == 1


def test_a_file_that_is_no_database_is_refused(file: Path):
    """Noise in its place is found before anything is written."""
    file.write_bytes(os.urandom(50_000))
    with pytest.raises(DamagedDatabase):
        create_app({"DATA_DIR": file.parent})


def test_tasks_that_wait_together_share_a_commit(app: Flask, database: Database):
    """While one task holds the turn, eight wait: on SQLite they are committed at once, and each gets its answer."""
    commits: list[object] = []
    event.listen(database.engine, "commit", commits.append)
    inside, go = threading.Event(), threading.Event()

    def first(_: Connection) -> str:
        inside.set()
        go.wait()
        return "first"

    answers = _run_all(database, [first], inside)
    rest = _run_all(database, [lambda _, n=n: n for n in range(8)])
    _until(lambda: len(database._waiting) == (8 if database.sqlite else 0))
    go.set()
    assert sorted(map(str, answers() + rest())) == [*map(str, range(8)), "first"]
    assert len(commits) == (2 if database.sqlite else 9)


def _run_all(database: Database, tasks: list, started: threading.Event | None = None) -> Callable:
    found: list[object] = []

    def run(task: Callable[[Connection], object]) -> None:
        try:
            found.append(database.run(task))
        except Exception as error:  # noqa: BLE001
            found.append(error)

    threads = [threading.Thread(target=run, args=(task,)) for task in tasks]
    for thread in threads:
        thread.start()
    if started:
        started.wait()

    def answers() -> list[object]:
        for thread in threads:
            thread.join()
        return found

    return answers


def _until(holds: Callable[[], bool]) -> None:
    while not holds():
        threading.Event().wait(0.001)


def test_a_task_that_fails_leaves_the_others_alone(app: Flask, database: Database):
    """In a shared transaction one raises and one breaks a constraint: both are undone, the third is stored."""
    inside, go = threading.Event(), threading.Event()

    def hold(_: Connection) -> None:
        inside.set()
        go.wait()

    def store(number: int, connection: Connection) -> int:
        values = {"challenge": bytes([number]), "credential": b"x", "expires": number}
        connection.execute(schema.challenge.insert(), values)
        return number

    def fail(connection: Connection) -> None:
        store(1, connection)
        raise LookupError("mine")

    def break_rule(connection: Connection) -> None:
        store(2, connection)
        store(2, connection)

    holding = _run_all(database, [hold], inside)
    rest = _run_all(database, [fail, break_rule, lambda c: store(3, c)])
    _until(lambda: len(database._waiting) == (3 if database.sqlite else 0))
    go.set()
    holding()
    kinds = sorted(type(answer).__name__ for answer in rest())
    assert kinds == ["IntegrityError", "LookupError", "int"]
    with database.read() as connection:
        assert connection.scalars(select(schema.challenge.c.expires)).all() == [3]


def _fill(database: Database) -> None:
    """Let the disk be full: SQLite's file may not grow, PostgreSQL says so at the next body."""
    if database.sqlite:
        with database.read() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        database.engine.dispose()
        event.listen(
            database.engine,
            "connect",
            lambda connection, _: connection.execute(f"PRAGMA max_page_count = {pages}"),
        )
        return
    with database.write() as connection:
        connection.exec_driver_sql(
            "CREATE OR REPLACE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$"
        )
        for table in ("revision", "record", "account"):
            connection.exec_driver_sql(
                f"CREATE TRIGGER full_disk BEFORE INSERT ON {table} EXECUTE FUNCTION full_disk()"
            )


def _make_room(database: Database) -> None:
    if database.sqlite:
        database.engine.dispose()
        event.listen(
            database.engine,
            "connect",
            lambda connection, _: connection.execute("PRAGMA max_page_count = 1000000"),
        )
        return
    with database.write() as connection:
        for table in ("revision", "record", "account"):
            connection.exec_driver_sql(f"DROP TRIGGER full_disk ON {table}")


def test_a_full_disk_is_said_and_leaves_nothing_half_written(patient: Person, database: Database):
    """Nothing of the log is stored, reading goes on, and when there is room again the same bytes are taken."""
    first = patient.put()
    patient.push(first)
    before = patient.feed()
    records = [patient.put(*(patient.row("x" * 5_000) for _ in range(20))) for _ in range(3)]
    _fill(database)
    result = patient.push(*records)[patient.log()]
    assert result["problem"]["type"] == "/problems/out-of-space"
    assert (result["accepted"], result["problem"]["index"], result["head"]["seq"]) == (0, 0, 3)
    assert patient.feed() == before
    _make_room(database)
    assert patient.push(*records)[patient.log()]["accepted"] == 3
    assert patient.feed() == before + records


def test_a_full_disk_keeps_whole_accounts_out(app: Flask, database: Database):
    """Signing up is refused with 507 as a whole, and goes through when there is room again."""
    assert Person(app, "first").sign_up().status_code == 201
    _fill(database)
    for number in range(100):
        newcomer = Person(app, f"new{number}")
        answer = newcomer.sign_up()
        if answer.status_code != 201:
            break
    assert (answer.status_code, answer.json["type"]) == (507, "/problems/out-of-space")
    _make_room(database)
    assert newcomer.sign_up().status_code == 201


@sqlite_only
def test_a_database_that_is_away_is_unavailable(patient: Person, app: Flask, tmp_path: Path):
    """Every call says so with 503, without a word about the cause."""
    frame = build_frame(patient.put())
    patient.fetch_csrf()
    app.extensions["journal.database"].engine.dispose()

    def refuse(*_: object) -> None:
        raise OperationalError("connect", {}, Exception("cannot open /secret/place"))

    event.listen(app.extensions["journal.database"].engine, "do_connect", refuse)
    for answer in (patient.get("/feed"), patient.push_bytes(frame)):
        assert (answer.status_code, answer.json["type"]) == (503, "/problems/unavailable")
        assert b"secret" not in answer.data
