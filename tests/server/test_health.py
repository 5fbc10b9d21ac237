"""`/healthz` says whether what people write can be read and kept, and in one word why not."""

import json
import os
import sqlite3
from collections import namedtuple
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import text

from journal.server import database as database_module
from journal.server import health
from journal.server.database import Database, fault
from journal.wire.records import build_frame
from tests.server.conftest import sqlite_only
from tests.server.people import Person


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every question is looked into, and a lock is not waited for."""
    monkeypatch.setattr(health, "EVERY", 0)
    monkeypatch.setattr(database_module, "PROBE", 0.05)


def _ask(app: Flask) -> tuple[int, str | None]:
    answer = app.test_client().get("/healthz")
    return answer.status_code, answer.json.get("reason")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The database's file."""
    return tmp_path / "journal.sqlite3"


def test_a_server_that_can_read_and_write_is_well(app: Flask, patient: Person):
    """Before and after somebody has written, and the check itself changes nothing."""
    patient.push(patient.put())
    records = patient.feed()
    assert _ask(app) == (200, None)
    assert patient.feed() == records
    assert app.test_client().get("/healthz").json == {"status": "ok"}


@pytest.fixture
def locked(app: Flask, database: Database, file: Path) -> Iterator[None]:
    """Another program holds a lock on the database."""
    if database.sqlite:
        other = sqlite3.connect(file, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.close()
        return
    with database.engine.begin() as other_connection:
        other_connection.execute(text("LOCK TABLE meta IN EXCLUSIVE MODE"))
        yield


def test_a_lock_is_seen(app: Flask, locked: None):
    """Whoever would write now would wait."""
    assert _ask(app) == (503, "database-locked")


@sqlite_only
def test_a_turn_that_does_not_come_is_seen(app: Flask, database: Database):
    """Within the server, too."""
    with database.write():
        assert _ask(app) == (503, "database-locked")
    assert _ask(app) == (200, None)


@sqlite_only
@pytest.mark.parametrize("how", ["moved", "deleted", "replaced"])
def test_a_file_that_is_not_there_is_missing(app: Flask, file: Path, how: str):
    """Moved away, deleted, or another one in its place; moved back, all is well."""
    assert _ask(app) == (200, None)
    away = file.rename(file.with_name("away"))
    if how == "replaced":
        file.write_bytes(away.read_bytes())
    if how == "deleted":
        away.unlink()
    assert _ask(app) == (503, "database-missing")
    if how == "moved":
        away.rename(file)
        assert _ask(app) == (200, None)


@sqlite_only
def test_noise_in_the_place_of_the_file_is_damage(app: Flask, file: Path):
    """The file is there and is the same, and is no database any more."""
    with file.open("r+b") as opened:
        opened.write(os.urandom(100))
    assert _ask(app) == (503, "database-damaged")


@sqlite_only
def test_damage_that_a_request_meets_stays_in_mind(app: Flask, patient: Person, file: Path):
    """A page that nobody has read for long: whoever meets it makes it known, to the operator as well."""
    patient.push(*(patient.put(patient.row("x" * 60_000)) for _ in range(4)))
    app.extensions["journal.database"].engine.dispose()
    size = file.stat().st_size
    with file.open("r+b") as opened:
        opened.seek(16_384)
        opened.write(os.urandom(size - 16_384))
    assert patient.get("/feed").status_code == 503
    assert _ask(app) == (503, "database-damaged")


def test_a_disk_that_is_nearly_full_is_said(app: Flask, monkeypatch: pytest.MonkeyPatch):
    """While the last records still fit."""
    usage = namedtuple("usage", "total used free")  # noqa: PYI024
    for free, expected in (
        (health.RESERVE - 1, (503, "disk-nearly-full")),
        (health.RESERVE, (200, None)),
    ):
        monkeypatch.setattr(health.shutil, "disk_usage", lambda _, free=free: usage(0, 0, free))
        assert _ask(app) == expected


NAMES = {
    "SQLITE_BUSY_SNAPSHOT": "database-locked",
    "SQLITE_READONLY_DIRECTORY": "database-read-only",
    "SQLITE_READONLY": "database-read-only",
    "SQLITE_IOERR_WRITE": "disk-error",
    "SQLITE_IOERR_FSYNC": "disk-error",
    "SQLITE_CORRUPT_INDEX": "database-damaged",
    "SQLITE_NOTADB": "database-damaged",
    "SQLITE_FULL": "disk-full",
    "SQLITE_CANTOPEN": "database-unreachable",
    "": "database-unreachable",
}


@pytest.mark.parametrize("name", list(NAMES))
def test_every_fault_of_the_disk_has_a_word(name: str):
    """SQLite's own names, the longer ones as well."""
    error = sqlite3.OperationalError("x")
    error.sqlite_errorname = name
    assert fault(error) == NAMES[name]


@sqlite_only
@pytest.mark.parametrize("name", ["SQLITE_IOERR_WRITE", "SQLITE_READONLY"])
def test_the_operator_reads_what_is_wrong(
    app: Flask,
    patient: Person,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    name: str,
):
    """A disk that fails, or may not be written: one plain word in the log for whoever was refused."""
    frame = build_frame(patient.put())
    patient.fetch_csrf()
    capfd.readouterr()
    error = sqlite3.OperationalError("disk I/O error in /secret/place")
    error.sqlite_errorname = name

    def fail(*_: object) -> None:
        from sqlalchemy.exc import OperationalError

        raise OperationalError("x", {}, error)

    monkeypatch.setattr(Database, "run", fail)
    assert patient.push_bytes(frame).status_code == 503
    said = capfd.readouterr().err
    assert json.loads(said.splitlines()[0])["reason"] == NAMES[name]
    assert "secret" not in said


@sqlite_only
def test_the_log_hears_of_changes_alone(app: Flask, file: Path, capfd: pytest.CaptureFixture[str]):
    """Load balancers ask every second; a line is written when the answer is another one."""
    for _ in range(2):
        _ask(app)
    away = file.rename(file.with_name("away"))
    for _ in range(2):
        _ask(app)
    away.rename(file)
    for _ in range(2):
        _ask(app)
    lines = [json.loads(line) for line in capfd.readouterr().err.splitlines()]
    assert [(line["event"], line["reason"]) for line in lines] == [
        ("health", "database-missing"),
        ("health", "ok"),
    ]


def test_one_look_serves_all_who_ask(monkeypatch: pytest.MonkeyPatch):
    """Within a second nobody looks again; while somebody looks, others get the answer before."""
    monkeypatch.setattr(health, "EVERY", 3_600)
    looks: list[Callable[[], str | None]] = []

    def look() -> str | None:
        looks.append(look)
        # Somebody comes while this one is looking.
        assert asked.reason() == "starting"
        return None

    asked = health.Health(look)
    assert [asked.reason() for _ in range(5)] == [None] * 5
    assert len(looks) == 1
