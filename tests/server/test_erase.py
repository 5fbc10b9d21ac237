"""Erasing an account for good: what is left of it in the database, its file, the next backup, and after a restore."""

import os
import signal
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import insert, select

from journal.server import commands, schema
from journal.server.database import Database
from journal.server.erase import erase
from journal.server.receipts import NAME, Receipts
from journal.wire.encoding import b64_decode, b64_encode
from journal.wire.ids import account_id, erased_mark
from journal.wire.records import build_frame, parse_content
from journal.wire.signatures import verify
from tests.server.conftest import Clock, sqlite_only
from tests.server.people import Person

Run = Callable[..., str]

BODY = "words that only she has ever read"


@pytest.fixture
def patient(app: Flask) -> Person:
    """A person whose handle stands in nothing by chance."""
    person = Person(app, "ana.at.the.lighthouse")
    assert person.sign_up().status_code == 201
    return person


@pytest.fixture
def run(
    app: Flask, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], clock: Clock
) -> Run:
    """Runs a command that succeeds: what it said."""
    monkeypatch.setenv("DATA_DIR", str(app.config["DATA_DIR"]))
    monkeypatch.setenv("DATABASE_URL", app.config["DATABASE_URL"])
    monkeypatch.setattr("time.time", clock)

    def run(*arguments: object) -> str:
        capsys.readouterr()
        code = commands.main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        assert code == 0, said.err
        return said.out

    return run


@pytest.fixture
def receipts(app: Flask) -> Receipts:
    """The list of the server."""
    found: Receipts = app.extensions["journal.receipts"]
    return found


def traces(person: Person, *own: Any) -> dict[str, bytes]:
    """What only this person has brought to the server, by name: in no log of anybody else."""
    found = {"handle": person.handle.encode(), "account id": account_id(person.id_pk)}
    for kind, one in person.credentials.items():
        found |= {f"{kind} id": one.id, f"{kind} verifier": one.verifier}
        found |= {f"{kind} key": one.wrapped}
    for number, row in enumerate(own):
        found |= {f"item {number}": row.item, f"rev {number}": row.rev, f"body {number}": row.body}
    return found


def columns(database: Database) -> dict[str, bytes]:
    """All that the database holds, column by column."""
    found: dict[str, list[bytes]] = {}
    with database.read() as connection:
        for table in schema.metadata.sorted_tables:
            for row in connection.execute(select(table)).mappings():
                for column, value in row.items():
                    data = value if isinstance(value, bytes) else str(value).encode()
                    found.setdefault(f"{table.name}.{column}", []).append(data)
    return {name: b" ".join(parts) for name, parts in found.items()}


def _stands_in(data: bytes, value: bytes) -> bool:
    """As bytes, in hexadecimal, or in b64, whose last characters depend on what follows."""
    forms = (value, value.hex().encode(), b64_encode(value)[:-2].encode())
    return any(form in data for form in forms)


def found_in(database: Database, value: bytes) -> set[str]:
    """Columns of the whole database in which a value stands, in any of its forms."""
    return {name for name, data in columns(database).items() if _stands_in(data, value)}


def names_in(data: bytes, wanted: dict[str, bytes]) -> list[str]:
    """Which of the wanted values stand in these bytes, in any of their forms."""
    return [name for name, value in wanted.items() if _stands_in(data, value)]


def names_stored(database: Database, wanted: dict[str, bytes]) -> list[str]:
    """Which of the wanted values stand anywhere in the database."""
    return names_in(b" ".join(columns(database).values()), wanted)


def raw_files(folder: Path) -> bytes:
    """Everything that lies in the folder of the server, backups too."""
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file())


def test_of_an_account_of_one_s_own_nothing_is_left(
    patient: Person, stranger: Person, run: Run, database: Database, tmp_path: Path
):
    """No handle, id, key, credential, item or body: in no column, in no byte of the SQLite file, and in no backup made next."""
    rows = [patient.row(f"{BODY} {number}") for number in range(12)]
    patient.push(patient.put(*rows), patient.delete(rows[0]), patient.ring_record())
    stranger.push(*[stranger.put() for _ in range(12)])
    wanted = traces(patient, *rows) | {"public key": patient.id_pk}
    assert set(wanted) - set(names_stored(database, wanted)) == {"account id"}
    run("erase", "ana.at.the.lighthouse", "--yes")
    assert names_stored(database, wanted) == []
    if database.sqlite:
        run("backup", tmp_path / "next-backup")
        assert names_in(raw_files(tmp_path), wanted) == []
    assert run("check") == "1 logs of 1 accounts: every chain, signature and body holds.\n"


def test_of_a_linked_account_only_what_the_receipt_says_is_left(
    linked: tuple[Person, Person], run: Run, database: Database, receipts: Receipts, tmp_path: Path
):
    """The public key and signed records in the other's log, ids and hashes of what was shared; no name, no word."""
    patient, therapist = linked
    own, shown = [patient.row(f"{BODY} {number}") for number in range(3)], patient.row("shown")
    patient.push(patient.put(*own, shown))
    patient.push(patient.grant(therapist, [shown]))
    before = therapist.feed()
    run("erase", "ana.at.the.lighthouse", "--yes")
    wanted = traces(patient, *own) | {"shared body": shown.body}
    assert names_stored(database, wanted) == []
    if database.sqlite:
        assert names_in(raw_files(tmp_path), wanted) == []
    assert found_in(database, patient.id_pk) == {"account.id_pk", "record.header"}
    assert found_in(database, shown.item) == {"granted.item", "revision.item"}
    told = receipts.find(erased_mark(patient.id_pk)).told
    assert told["kept"] == {"accounts": 1, "records": 2, "rows": 1}
    assert [one.header.data for one in therapist.feed()] == [one.header.data for one in before]
    assert run("check").startswith("3 logs of 2 accounts")


def test_of_two_linked_accounts_nothing_is_left(
    linked: tuple[Person, Person], run: Run, database: Database
):
    """When both are erased, their logs with one another go too, and the two public keys."""
    patient, therapist = linked
    row = patient.row()
    patient.push(patient.put(row))
    patient.push(patient.grant(therapist, [row]))
    run("erase", "ana.at.the.lighthouse", "--yes")
    run("erase", "dr.bohm", "--yes")
    assert set(columns(database)) == {"meta.id", "meta.epoch", "meta.created"}


def test_others_are_left_as_they_were(
    linked: tuple[Person, Person], stranger: Person, run: Run, clock: Clock
):
    """Another link of the same therapist, and its words, are untouched by an erasure beside it."""
    _, therapist = linked
    stranger.link(therapist, clock.now + 3600)
    row = stranger.row()
    stranger.push(stranger.put(row))
    stranger.push(stranger.grant(therapist, [row]))
    run("erase", "ana.at.the.lighthouse", "--yes")
    assert row.body in [
        one.body for record in therapist.feed() for one in _rows(record) if one.body
    ]
    assert stranger.push(stranger.put())[stranger.log()]["problem"] is None


def _rows(record: Any) -> Any:
    return parse_content(record).rows if record.header.type == "grant" else ()


def test_the_receipt_is_signed_and_counts(
    linked: tuple[Person, Person], run: Run, receipts: Receipts, clock: Clock, tmp_path: Path
):
    """What was erased and when, under the server's key, in a file that names nobody."""
    patient, _ = linked
    patient.push(patient.put(), patient.put())
    said = run("erase", "ana.at.the.lighthouse")
    assert receipts.marks() == set()
    assert "4 records, 2 revisions" in said
    run("erase", "ana.at.the.lighthouse", "--yes")
    receipt = receipts.find(erased_mark(patient.id_pk))
    told = receipt.told
    assert (told["at"], told["records"], told["revisions"]) == (clock.now, 4, 2)
    assert (told["credentials"], told["sessions"]) == (2, 1)
    key, signature = b64_decode(receipt.key), b64_decode(receipt.signature)
    assert key == receipts.key
    verify(key, signature, "receipt", receipt.text.encode())
    wanted = traces(patient) | {"public key": patient.id_pk}
    assert names_in((tmp_path / NAME).read_bytes(), wanted) == []


def test_the_owner_s_own_close_is_what_the_other_sees(
    linked: tuple[Person, Person], database: Database, receipts: Receipts, clock: Clock, run: Run
):
    """A `close` that was signed beforehand ends the log, in the other's feed; then the other closes theirs."""
    patient, therapist = linked
    row = patient.row()
    patient.push(patient.put(row))
    patient.push(patient.grant(therapist, [row]))
    _ask(database, patient, clock, patient.record(therapist, "close"))
    account = _number(database, patient)
    erase(database, receipts, account, clock.now)
    assert therapist.feed()[-1].header.type == "close"
    result = therapist.push(therapist.record(patient, "close"))[therapist.log(patient)]
    assert result["problem"] is None
    run("check")


def test_a_close_that_came_too_late_does_not_stop_it(
    linked: tuple[Person, Person], database: Database, receipts: Receipts, clock: Clock, run: Run
):
    """Where the log went on after it was signed, the server ends the log by itself, as the operator does."""
    patient, therapist = linked
    heads = dict(patient.heads)
    close = patient.record(therapist, "close")
    patient.heads = heads
    row = patient.row()
    patient.push(patient.put(row))
    patient.push(patient.grant(therapist, [row]))
    _ask(database, patient, clock, close)
    erase(database, receipts, _number(database, patient), clock.now)
    last = therapist.feed()[-1]
    assert last.header.type == "grant"
    assert [one.body for one in _rows(last)] == [None]
    result = therapist.push(therapist.revoke(patient, row))[therapist.log(patient)]
    assert result["problem"]["type"] == "/problems/not-linked"
    run("check")


def _number(database: Database, person: Person) -> int:
    account = schema.account
    with database.read() as connection:
        return connection.scalar(select(account.c.id).where(account.c.id_pk == person.id_pk))


def _ask(database: Database, person: Person, clock: Clock, *closes: Any) -> None:
    row = {"account": _number(database, person), "asked": clock.now, "due": clock.now}
    frames = b"".join(build_frame(close) for close in closes)
    with database.write() as connection:
        connection.execute(insert(schema.erasure), row | {"closes": frames})


@sqlite_only
def test_a_restored_backup_is_erased_again(
    linked: tuple[Person, Person], run: Run, tmp_path: Path, database: Database, make_app
):
    """A backup that is older than the erasure brings nothing of the account back, and everybody else."""
    patient, _ = linked
    row = patient.row(BODY)
    patient.push(patient.put(row), patient.put())
    run("backup", tmp_path / "older")
    run("erase", "ana.at.the.lighthouse", "--yes")
    database.close()
    said = run("restore", tmp_path / "older")
    assert "1 accounts that had been erased were in it, and are erased again." in said
    (tmp_path / "older").unlink()
    for kept in tmp_path.glob("*.before-*"):
        kept.unlink()
    assert names_in(raw_files(tmp_path), traces(patient, row)) == []
    restored = make_app()
    with closing(restored.extensions["journal.database"]):
        assert found_in(restored.extensions["journal.database"], b"dr.bohm") == {"account.handle"}
    run("check")


def test_a_restore_by_other_tools_is_erased_again_at_the_next_start(
    patient: Person, run: Run, database: Database, receipts: Receipts, app: Flask
):
    """Rows that came back under a running list (as pg_restore brings them) go with `new-epoch`, and with any start."""
    receipts.keep(patient.id_pk, 1, {})
    assert "1 accounts" in run("new-epoch")
    assert found_in(database, patient.id_pk) == set()


@sqlite_only
@pytest.mark.parametrize("point", ["before the receipt", "after the receipt", "after the commit"])
def test_killed_in_the_middle_it_has_not_begun_or_goes_on(
    patient: Person, database: Database, receipts: Receipts, point: str, make_app, tmp_path: Path
):
    """Killed at each step: all is as it was, or the next start ends what had begun, the file's free pages too."""
    row = patient.row(BODY)
    patient.push(patient.put(row))
    if (child := os.fork()) == 0:
        _die(database.url.render_as_string(), tmp_path, point)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    database.close()
    again = make_app()
    assert again.test_client().get("/api/v1/session").status_code == 200
    began = point != "before the receipt"
    assert (erased_mark(patient.id_pk) in receipts.marks()) == began
    found = found_in(again.extensions["journal.database"], row.body)
    assert found == (set() if began else {"revision.body"})
    if began:
        assert names_in(raw_files(tmp_path), traces(patient, row)) == []


def _die(url: str, folder: Path, point: str) -> None:
    """In a process of its own: erase the only account, and be killed."""

    def kill(*_: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    database, receipts = Database(url), Receipts(folder)
    if point == "before the receipt":
        receipts._append = kill
    if point == "after the receipt":
        database.note_freed = kill
    erase(database, receipts, 1, 1)
    kill()


@sqlite_only
def test_the_rewriting_is_tried_again_where_it_failed(
    patient: Person, database: Database, app: Flask, clock: Clock
):
    """Where it was not done, after a full disk or a kill, the next day's cleaning writes the file anew."""
    patient.push(patient.put())
    erase(database, app.extensions["journal.receipts"], 1, clock.now)
    with database.read() as connection:
        assert connection.exec_driver_sql("PRAGMA user_version").scalar() == 1
    clock.now += 86_400
    app.test_client().get("/api/v1/session")
    with database.read() as connection:
        assert connection.exec_driver_sql("PRAGMA user_version").scalar() == 0


def test_a_line_that_was_cut_off_spoils_no_other(tmp_path: Path):
    """A crash in the middle of a line: the next receipt stands on a line of its own, and both whole ones are read."""
    receipts = Receipts(tmp_path)
    receipts.keep(b"a" * 32, 1, {})
    with (tmp_path / NAME).open("ab") as file:
        file.write(b'{"text":"{')
    receipts.keep(b"b" * 32, 2, {})
    assert receipts.marks() == {erased_mark(b"a" * 32), erased_mark(b"b" * 32)}


def test_an_erased_key_makes_no_account_again(patient: Person, run: Run):
    """The list would erase it at once: it is refused before anything is kept."""
    run("erase", "ana.at.the.lighthouse", "--yes")
    answer = patient.sign_up()
    assert (answer.status_code, answer.json["detail"]) == (
        422,
        "The account of this key was erased.",
    )


def test_an_account_is_named_by_number_too(patient: Person, run: Run, database: Database):
    """Where a handle cannot be typed, the number of the list does; one that was erased is not there."""
    run("erase", "--id", 1, "--yes")
    assert found_in(database, b"ana.at.the.lighthouse") == set()
    assert commands.main(["erase", "--id", "1"]) == 1


def test_unused_accounts_are_listed(patient: Person, stranger: Person, run: Run, clock: Clock):
    """By the month of last use, which is all that is kept of it, long after the session has ended."""
    clock.now += 100 * 86_400
    assert stranger.sign_in().status_code == 201
    lines = run("accounts", "--unused", 3).splitlines()[1:]
    assert [line.split()[-1] for line in lines] == ["ana.at.the.lighthouse"]
    assert run("accounts", "--unused", 6).count("\n") == 1


def test_the_list_is_read_when_it_has_changed_and_not_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Whoever asks for receipts costs a look at the file's size; what another process has added is found."""
    reads: list[Path] = []
    read = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: (reads.append(path), read(path))[1])
    here, elsewhere = Receipts(tmp_path), Receipts(tmp_path)
    reads.clear()
    assert here.find(os.urandom(32)) is None
    for number in range(2):
        id_pk = os.urandom(32)
        receipt = elsewhere.keep(id_pk, 1_800_000_000, {})
        reads.clear()
        for _ in range(3):
            assert here.find(erased_mark(id_pk)) == receipt
            assert len(here.marks()) == number + 1
        assert len(reads) == 1
