"""`python -m journal.server.commands`: backup, restore, check, stats, purge."""

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import delete, update

from journal.server import commands, schema
from journal.server.database import DamagedDatabase, Database
from journal.wire.records import parse_content
from journal.wire.rows import row_of
from tests.server.conftest import Clock, postgresql_only, sqlite_only
from tests.server.people import Person


@pytest.fixture
def run(
    app: Flask, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str]]:
    """Runs a command on the test's server: its exit code and what it said."""
    monkeypatch.setenv("DATA_DIR", str(app.config["DATA_DIR"]))
    monkeypatch.setenv("DATABASE_URL", app.config["DATABASE_URL"])

    def run(*arguments: object) -> tuple[int, str]:
        capsys.readouterr()
        code = commands.main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return code, said.out + said.err

    return run


@pytest.fixture
def busy(linked: tuple[Person, Person]) -> tuple[Person, Person]:
    """Two people with a little of everything in their logs."""
    patient, therapist = linked
    rows = [patient.row() for _ in range(5)]
    patient.push(patient.put(*rows), patient.ring_record())
    patient.push(patient.grant(therapist, rows[:3]), patient.revoke(therapist, rows[0]))
    patient.push(patient.delete(rows[4]), patient.put(patient.row("b", rows[1].item)))
    therapist.push(therapist.ack(patient))
    return patient, therapist


def test_check_verifies_what_is_there(busy: tuple[Person, Person], run):
    """A sound database: every log and account is counted."""
    code, said = run("check")
    assert (code, said) == (
        0,
        "4 logs of 2 accounts: every chain, signature and body holds.\n",
    )


DAMAGES = {
    "a body": update(schema.revision).where(schema.revision.c.row == 0).values(body=b"x"),
    "a digest": update(schema.revision).where(schema.revision.c.row == 1).values(digest=b"x" * 32),
    "a signature": update(schema.record)
    .where(schema.record.c.type == "ack")
    .values(signature=b"x" * 64),
    "a box": update(schema.record).where(schema.record.c.type == "grant").values(body=b"x" * 1232),
    "a lost record": delete(schema.record).where(schema.record.c.type == "revoke"),
    "a lost place in a feed": delete(schema.feed).where(schema.feed.c.position == 2),
    "a head": update(schema.log).where(schema.log.c.seq == 2).values(hash=b"x" * 32),
    "a counter": update(schema.account).where(schema.account.c.id == 1).values(revisions=1),
}


@pytest.mark.parametrize("damage", list(DAMAGES))
def test_check_finds_damage(busy: tuple[Person, Person], run, database: Database, damage: str):
    """Each single change of what is stored is found and said."""
    with database.write() as connection:
        assert connection.execute(DAMAGES[damage]).rowcount
    code, said = run("check")
    assert code == 1
    assert said.count("\n") == 1


def test_stats_are_counts(busy: tuple[Person, Person], run):
    """Names with numbers, and nothing else: no handle, no key."""
    code, said = run("stats")
    lines = dict(line.split() for line in said.splitlines())
    assert code == 0
    assert all(value.isdigit() for value in lines.values())
    assert (lines["account"], lines["log"], lines["revision"]) == ("2", "4", "6")


@sqlite_only
def test_a_backup_brings_everything_back(
    busy: tuple[Person, Person], run, tmp_path: Path, app: Flask, make_app
):
    """Backed up while serving, restored after loss: the same records, a new epoch, sessions that still hold."""
    database = app.extensions["journal.database"]
    patient, _ = busy
    before, epoch = patient.feed(), patient.page().epoch
    assert run("backup", tmp_path / "copy")[0] == 0
    assert stat.S_IMODE((tmp_path / "copy").stat().st_mode) == 0o600
    patient.push(patient.put())
    database.close()
    (tmp_path / "journal.sqlite3").unlink()
    code, said = run("restore", tmp_path / "copy")
    assert code == 0, said
    assert run("check")[0] == 0
    restored = make_app()
    patient.app, patient.client = restored, _moved(patient, restored)
    assert patient.feed() == before
    assert patient.page().epoch != epoch


def _moved(person: Person, app: Flask):
    client = app.test_client()
    for cookie in person.client._cookies.values():
        client.set_cookie(cookie.key, cookie.value)
    return client


@sqlite_only
def test_what_a_device_still_has_can_be_pushed_again(
    busy: tuple[Person, Person], run, tmp_path: Path, app: Flask, make_app
):
    """Records written after the backup follow its head: the same bytes are accepted by the restored server."""
    database = app.extensions["journal.database"]
    patient, _ = busy
    run("backup", tmp_path / "copy")
    lost = [patient.put(), patient.ring_record()]
    patient.push(*lost)
    database.close()
    run("restore", tmp_path / "copy")
    restored = make_app()
    patient.app, patient.client = restored, _moved(patient, restored)
    assert patient.push(*lost)[patient.log()]["accepted"] == 2
    assert patient.feed()[-2:] == lost


@sqlite_only
def test_a_restore_keeps_what_was_there(
    busy: tuple[Person, Person], run, tmp_path: Path, app: Flask
):
    """The database that is replaced stays beside it, whole."""
    database = app.extensions["journal.database"]
    run("backup", tmp_path / "copy")
    database.close()
    _, said = run("restore", tmp_path / "copy")
    (kept,) = [one for one in tmp_path.iterdir() if ".before-" in one.name]
    assert str(kept) in said
    with closing(sqlite3.connect(kept)) as old:
        assert old.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@sqlite_only
def test_no_restore_under_a_running_server(
    busy: tuple[Person, Person], run, tmp_path: Path, app: Flask
):
    """The file of a server that is up is not exchanged."""
    run("backup", tmp_path / "copy")
    code, said = run("restore", tmp_path / "copy")
    assert (code, said) == (1, "The server is running. Stop it, then restore.\n")


@sqlite_only
def test_what_is_no_backup_is_refused(app: Flask, run, tmp_path: Path):
    """Noise, an empty file, another database and a missing file: refused, and the database stays as it is."""
    database = app.extensions["journal.database"]
    database.close()
    place = tmp_path / "journal.sqlite3"
    before = place.read_bytes()
    (tmp_path / "noise").write_bytes(os.urandom(100_000))
    (tmp_path / "empty").write_bytes(b"")
    with closing(sqlite3.connect(tmp_path / "other")) as other:
        other.execute("CREATE TABLE t (x)")
        other.commit()
    for name in ("noise", "empty", "other", "missing"):
        code, said = run("restore", tmp_path / name)
        assert code == 1
        assert str(tmp_path / name) in said
    assert place.read_bytes() == before
    assert not [one for one in tmp_path.iterdir() if "restoring" in one.name]


@sqlite_only
def test_an_empty_folder_is_said_to_be_one(run, tmp_path: Path, monkeypatch):
    """Checking where no server has ever been: one sentence, no stack of errors."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'nothing.sqlite3'}")
    assert run("check") == (1, "The database cannot be used: OperationalError.\n")


@sqlite_only
def test_a_backup_overwrites_nothing(app: Flask, run, tmp_path: Path):
    """An existing file is left alone."""
    (tmp_path / "copy").write_bytes(b"precious")
    assert run("backup", tmp_path / "copy")[0] == 1
    assert (tmp_path / "copy").read_bytes() == b"precious"


@postgresql_only
def test_postgresql_is_backed_up_with_its_own_tools(app: Flask, run, tmp_path: Path):
    """On PostgreSQL backup and restore refuse with a sentence that says what to use; new-epoch does the rest."""
    database = app.extensions["journal.database"]
    assert "pg_dump" in run("backup", tmp_path / "copy")[1]
    assert "new-epoch" in run("restore", tmp_path / "copy")[1]
    before = database.epoch()
    assert run("new-epoch")[0] == 0
    assert database.epoch() != before


def test_purge_erases_deleted_bodies(patient: Person, run, clock: Clock, monkeypatch):
    """The command does at once what the server does daily."""
    row = row_of(os.urandom(16), os.urandom(16), os.urandom(2_000))
    patient.push(patient.put(row), patient.delete(row))
    monkeypatch.setattr("time.time", lambda: clock.now + 31 * 86_400)
    code, said = run("purge")
    assert (code, said) == (
        0,
        "Removed what was past its time; 1 deleted bodies erased.\n",
    )


@sqlite_only
def test_a_damaged_file_is_not_served(app: Flask, make_app, tmp_path: Path):
    """A page flipped on the disk is found at the start, before anything is answered from it."""
    database = app.extensions["journal.database"]
    database.close()
    place = tmp_path / "journal.sqlite3"
    data = bytearray(place.read_bytes())
    data[16_384 * 3 : 16_384 * 3 + 64] = os.urandom(64)
    place.write_bytes(data)
    with pytest.raises(DamagedDatabase):
        make_app()


def test_the_documented_way_to_run_a_command(busy: tuple[Person, Person], app: Flask):
    """`python -m` in a process of its own does what it says and says so."""
    told = {name: str(app.config[name]) for name in ("DATA_DIR", "DATABASE_URL")}
    command = [sys.executable, "-m", "journal.server.commands", "check"]
    made = subprocess.run(
        command, env=os.environ | told, capture_output=True, text=True, check=True
    )
    assert made.stdout == "4 logs of 2 accounts: every chain, signature and body holds.\n"


def test_accounts_are_listed_largest_first(busy: tuple[Person, Person], run, database: Database):
    """A line each: what it takes, when it was made and last seen, whether it is new or closed; `stats` shows the first of them."""
    newcomer = Person(busy[0].app, "newcomer")
    assert newcomer.sign_up().status_code == 201
    code, said = run("accounts")
    lines = [line.split() for line in said.splitlines()[1:]]
    assert code == 0
    assert [line[-1] for line in lines] == ["ana", "dr.bohm", "newcomer"]
    assert [len(line) for line in lines] == [6, 6, 7]
    assert lines[2][5] == "new"
    assert run("stats", "--largest", 1)[1].splitlines()[-1] == said.splitlines()[1]
    assert run("accounts", "--unused", 1)[1].count("\n") == 1
    assert run("approve", "newcomer")[0] == 0
    assert newcomer.get("/account").json["room"] == 4096 * 2**20


def _bodies(person: Person) -> int:
    """Bodies of others that this person is handed."""
    grants = [one for one in person.feed() if one.header.type == "grant"]
    foreign = [one for one in grants if one.header.author != person.id_pk]
    return sum(row.body is not None for one in foreign for row in parse_content(one).rows)


def test_an_operator_ends_a_link(busy: tuple[Person, Person], run):
    """First it says what it would do, and does nothing; with --yes nothing goes between the two any more."""
    patient, therapist = busy
    row = patient.row("later")
    patient.push(patient.put(row))
    before = _bodies(therapist)
    code, said = run("end-link", "ana", "dr.bohm")
    assert (code, said.splitlines()[-1]) == (0, "Nothing was changed. Say --yes to do it.")
    assert _bodies(therapist) == before > 0
    assert run("end-link", "ana", "dr.bohm", "--yes")[0] == 0
    assert _bodies(therapist) == 0
    result = patient.push(patient.grant(therapist, [row]))[patient.log(therapist)]
    assert result["problem"]["type"] == "/problems/not-linked"
    assert run("end-link", "ana", "dr.bohm")[1] == "Nothing goes between ana and dr.bohm.\n"
    assert run("check")[0] == 0


@pytest.mark.parametrize("command", ["close-account", "erase"])
def test_an_account_is_closed(busy: tuple[Person, Person], run, command: str):
    """Its sessions end at once and nobody signs in again; others are handed nothing of it, and the database holds."""
    patient, therapist = busy
    signed = patient.signed(patient.challenge())
    code, said = run(command, "ana")
    assert (code, said.splitlines()[-1]) == (0, "Nothing was changed. Say --yes to do it.")
    assert patient.get("/account").status_code == 200
    assert run(command, "ana", "--yes")[0] == 0
    assert patient.get("/account").status_code == 401
    assert patient.post("/sessions", signed).status_code == 401
    assert patient.sign_in().status_code == 401
    assert _bodies(therapist) == 0
    assert therapist.push(therapist.put(therapist.row()))[therapist.log()]["problem"] is None
    result = therapist.push(therapist.record(patient, "close"))[therapist.log(patient)]
    assert result["problem"] is None
    assert run("check")[0] == 0
    # A closed account keeps its name from others; of an erased one the name is gone too.
    status = Person(patient.app, "ana").sign_up().status_code
    assert status == (201 if command == "erase" else 409)


def test_an_account_that_is_not_there_is_said(app: Flask, run):
    """A handle nobody has: one sentence."""
    for command in (("approve", "x"), ("end-link", "x", "y"), ("erase", "x")):
        assert run(*command) == (1, "There is no account x.\n")
