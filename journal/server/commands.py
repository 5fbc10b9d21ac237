"""What an operator does besides serving: `python -m journal.server.commands COMMAND`, see `--help`."""

import argparse
import os
import shutil
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import func, make_url, select, update
from sqlalchemy.exc import DBAPIError

import config as environment
from journal.server import make_app, open_database, operator, prepare, schema
from journal.server.database import DamagedDatabase, Database
from journal.server.erase import erase, erase_due, erased_and_kept
from journal.server.feed import Stretch, read_frames
from journal.server.housekeeping import purge
from journal.server.logs import head_of
from journal.server.principal import month_of
from journal.server.receipts import NAME, Receipts
from journal.wire.errors import ProtocolError
from journal.wire.headers import Head
from journal.wire.records import Record, parse_frames, verify_record

Settings = Mapping[str, Any]


class Refusal(Exception):
    """A command cannot do what was asked; the message is a sentence for the operator."""


def backup(settings: Settings, file: Path) -> str:
    """Copy the SQLite database to a new file while the server may go on; the copy is checked."""
    source = _sqlite_file(settings, "pg_dump --format=custom")
    if file.exists():
        raise Refusal(f"{file} is there already; name a new file.")
    os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    address = f"file:{source}?mode=rw"
    with (
        closing(sqlite3.connect(address, uri=True)) as old,
        closing(sqlite3.connect(file)) as new,
    ):
        # In one step: a server that writes in between would make copying start anew.
        old.backup(new)
        found = new.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if found != "ok":
        file.unlink()
        raise Refusal(f"The database is damaged: {found}")
    return f"{file} holds the whole database. The file secret-key is not in it and need not be."


def restore(settings: Settings, file: Path) -> str:
    """Put a backup in the place of the database, with a new epoch. The server must not be running."""
    place = _sqlite_file(settings, "pg_restore, then the command new-epoch")
    with closing(open_database(settings)) as database:
        if not database.hold(alone=True):
            raise Refusal("The server is running. Stop it, then restore.")
        draft, erased = _restored(settings, file, place.with_suffix(".restoring"))
        old = _put_aside(place)
        draft.rename(place)
        _sync_folder(place.parent)
    return (
        "Restored, with a new epoch: devices will offer again what the backup lacks. "
        f"{_erased_again(erased)}What was there before is kept as {old}."
    )


def new_epoch(settings: Settings) -> str:
    """After a PostgreSQL restore: tell every device that the server stands at an earlier point."""
    with closing(prepare(settings)) as database:
        _new_epoch(database)
        erased = _erase_again(settings, database)
    return (
        "A new epoch began. Start the server again: devices will offer what it lacks. "
        f"{_erased_again(erased)}"
    )


def check(settings: Settings) -> str:
    """The database's own check, and every chain, signature, body and counter again."""
    with closing(open_database(settings)) as database:
        if database.sqlite:
            _integrity(database)
        with database.read() as connection:
            accounts = connection.execute(select(schema.account)).all()
            logs = connection.execute(select(schema.log)).all()
        heads: dict[bytes, Head] = {}
        for account in accounts:
            _check_account(database, account, heads)
    ended = {account.id for account in accounts if account.closed}
    for log in logs:
        # What came to a closed account since then stood in its author's feed alone, which goes with the author.
        if {log.author, log.audience} <= ended:
            continue
        if heads.get(log.log_id) != head_of(log):
            raise DamagedDatabase(f"Log {log.log_id.hex()} does not end at its head.")
    return f"{len(logs)} logs of {len(accounts)} accounts: every chain, signature and body holds."


def stats(settings: Settings, largest: int = 0) -> str:
    """Counts, and nothing about anybody; with `largest`, that many accounts that take most room."""
    names = ("account", "session", "log", "record", "revision", "granted", "invite")
    with closing(open_database(settings)) as database, database.read() as connection:
        counts = {
            name: connection.scalar(select(func.count()).select_from(schema.metadata.tables[name]))
            for name in names
        }
        counts["bytes"] = connection.scalar(select(func.sum(schema.account.c.bytes))) or 0
        counts["delivered"] = connection.scalar(select(func.sum(schema.account.c.delivered))) or 0
        lines = operator.list_accounts(connection, largest) if largest else []
    return "\n".join([*(f"{name:10} {count}" for name, count in counts.items()), *lines])


def accounts(settings: Settings, unused: int | None = None) -> str:
    """Every account, those that take most room first; with `unused`, those that nobody has used in so many months."""
    since = None if unused is None else month_of(int(time.time()), max(0, unused - 1))
    with closing(prepare(settings)) as database, database.read() as connection:
        return "\n".join(operator.list_accounts(connection, unused_since=since))


def approve(settings: Settings, handle: str) -> str:
    """Give an account the whole quota."""
    with closing(prepare(settings)) as database, database.write() as connection:
        operator.approve(connection, handle)
    return f"{handle} may have the whole quota from now on."


def end_link(settings: Settings, handle: str, other: str, sure: bool) -> str:
    """End what goes between two accounts, both ways."""
    with closing(prepare(settings)) as database, database.write() as connection:
        ends = [operator.find_account(connection, name).id for name in sorted((handle, other))]
        logs = operator.logs_between(connection, *ends)
        if sure:
            operator.end_logs(connection, logs)
    if not logs:
        return f"Nothing goes between {handle} and {other}."
    said = "Neither is handed out what the other has shared, and nothing more goes between them."
    return _told(f"The link of {handle} and {other} ends for good. {said}", sure)


def close_account(settings: Settings, handle: str, sure: bool) -> str:
    """Nobody signs in to the account any more, and its links end. What it has stored stays."""
    with closing(prepare(settings)) as database, database.write() as connection:
        account = operator.find_account(connection, handle)
        logs = operator.logs_between(connection, account.id)
        if sure:
            operator.end_logs(connection, logs)
            operator.close(connection, account.id, int(time.time()))
    said = f"Sessions of {handle} end at once, nobody signs in again, and {len(logs)} logs with others end."
    return _told(f"{said} {account.bytes:,} bytes stay.", sure)


def erase_account(settings: Settings, handle: str | None, number: int | None, sure: bool) -> str:
    """Erase an account for good: what it stored, its name, and whatever lets anybody in."""
    named = handle if number is None else number
    if named is None:
        raise Refusal("Name the handle, or the number with --id.")
    with closing(prepare(settings)) as database:
        with database.write() as connection:
            account = operator.find_account(connection, named)
            told = erased_and_kept(connection, account.id)
        if sure:
            erase(database, Receipts(settings["DATA_DIR"]), account.id, int(time.time()))
            database.overwrite_freed()
    return _told(_what_is_erased(account.handle, told), sure)


def _what_is_erased(handle: str, told: dict[str, Any]) -> str:
    kept = told["kept"]
    return (
        f"{handle} is erased for good: the handle, {told['credentials']} credentials, {told['sessions']} sessions,"
        f" {told['invites']} invites, {told['records']} records, {told['revisions']} revisions, {told['bytes']:,} bytes."
        f" Nobody can bring that back.\nWhat remains: in the logs of {kept['accounts']} other accounts its public key,"
        f" {kept['records']} signed records without the words, and ids and hashes of {kept['rows']} shared revisions;"
        f" a receipt in the file {NAME}; and everything in backups made before, which a restore erases again."
    )


def _erase_again(settings: Settings, database: Database) -> int:
    """Bring a restored database in line with the receipts: how many accounts were erased again."""
    erased = erase_due(database, Receipts(settings["DATA_DIR"]), int(time.time()))
    database.overwrite_freed()
    return erased


def _erased_again(count: int) -> str:
    return (
        f"{count} accounts that had been erased were in it, and are erased again. " if count else ""
    )


def _told(said: str, sure: bool) -> str:
    return f"Done. {said}" if sure else f"{said}\nNothing was changed. Say --yes to do it."


def purge_now(settings: Settings) -> str:
    """What the server does once a day by itself."""
    with closing(prepare(settings)) as database, make_app(settings, database).app_context():
        erased = purge()
    return f"Removed what was past its time; {erased} deleted bodies erased."


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 when it did what it says."""
    parser = argparse.ArgumentParser(prog="journal.server.commands", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, help in _HELP.items():
        command = commands.add_parser(name, help=help)
        for argument in _ARGUMENTS.get(name, ()):
            argument(command)
    given = vars(parser.parse_args(arguments))
    try:
        settings = environment.from_environment()
        print(_COMMANDS[given.pop("command")](settings, **given))  # noqa: T201
    except (Refusal, operator.NoSuchAccount, DamagedDatabase, environment.ConfigError) as error:
        print(error, file=sys.stderr)  # noqa: T201
        return 1
    except DBAPIError as error:
        print(f"The database cannot be used: {type(error).__name__}.", file=sys.stderr)  # noqa: T201
        return 1
    return 0


_HELP = {
    "backup": "copy the database to a new FILE, also while the server runs",
    "restore": "put the backup FILE in the place of the database; stop the server first",
    "new-epoch": "to be run once after a PostgreSQL restore",
    "check": "verify the database and every record in it",
    "stats": "print counts; --largest N also the accounts that take most room",
    "accounts": "list every account: room, made, month of last use, handle; --unused N only those unused for N months",
    "approve": "give the account HANDLE the whole quota",
    "end-link": "end what goes between the accounts HANDLE and OTHER",
    "close-account": "end the sessions and links of HANDLE, and let nobody sign in to it again",
    "erase": "erase the account HANDLE, or --id N, for good",
    "purge": "remove now what is past its time",
}


_COMMANDS: dict[str, Callable[..., str]] = {
    "backup": backup,
    "restore": restore,
    "new-epoch": new_epoch,
    "check": check,
    "stats": stats,
    "accounts": accounts,
    "approve": approve,
    "end-link": end_link,
    "close-account": close_account,
    "erase": erase_account,
    "purge": purge_now,
}


def _file(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path)


def _handle(command: argparse.ArgumentParser) -> None:
    command.add_argument("handle")


def _other(command: argparse.ArgumentParser) -> None:
    command.add_argument("other")


def _sure(command: argparse.ArgumentParser) -> None:
    command.add_argument("--yes", dest="sure", action="store_true", help="do it, and not only say")


def _named(command: argparse.ArgumentParser) -> None:
    command.add_argument("handle", nargs="?")
    command.add_argument(
        "--id", dest="number", type=int, metavar="N", help="as `accounts` shows it"
    )


def _unused(command: argparse.ArgumentParser) -> None:
    command.add_argument("--unused", type=int, metavar="N", help="not used for N months")


def _largest(command: argparse.ArgumentParser) -> None:
    command.add_argument("--largest", type=int, default=0, metavar="N")


_ARGUMENTS: dict[str, tuple[Callable[[argparse.ArgumentParser], None], ...]] = {
    "backup": (_file,),
    "restore": (_file,),
    "stats": (_largest,),
    "accounts": (_unused,),
    "approve": (_handle,),
    "end-link": (_handle, _other, _sure),
    "close-account": (_handle, _sure),
    "erase": (_named, _sure),
}


def _sqlite_file(settings: Settings, instead: str) -> Path:
    url = make_url(environment.database_url(settings))
    if url.get_backend_name() != "sqlite":
        raise Refusal(f"This is for SQLite. With PostgreSQL, use {instead}.")
    return Path(str(url.database))


def _restored(settings: Settings, source: Path, draft: Path) -> tuple[Path, int]:
    """A copy of the backup beside the database, checked, brought up to date, with a new epoch, and how many accounts were erased again."""
    try:
        shutil.copyfile(source, draft)
        draft.chmod(0o600)
        with closing(Database(f"sqlite:///{draft}")) as copy:
            copy.quick_check()
            copy.epoch()
            copy.upgrade()
            _new_epoch(copy)
            erased = _erase_again(settings, copy)
    except (OSError, DBAPIError, DamagedDatabase) as error:
        draft.unlink(missing_ok=True)
        raise Refusal(f"{source} cannot be restored: {type(error).__name__}.") from error
    finally:
        for rest in ("-journal", ".lock"):
            Path(f"{draft}{rest}").unlink(missing_ok=True)
    return draft, erased


def _put_aside(place: Path) -> Path:
    """Rename the old database; a journal left by a crash belongs to it and must not meet the new one."""
    old = place.with_suffix(f".before-{os.urandom(4).hex()}")
    journal = Path(f"{place}-journal")
    if journal.exists() and journal.stat().st_size:
        journal.rename(f"{old}-journal")
    place.rename(old)
    return old


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    os.fsync(handle)
    os.close(handle)


def _new_epoch(database: Database) -> None:
    with database.write() as connection:
        connection.execute(update(schema.meta).values(epoch=os.urandom(16)))


def _integrity(database: Database) -> None:
    with database.read() as connection:
        found = connection.exec_driver_sql("PRAGMA integrity_check(10)").scalars().all()
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if found != ["ok"] or broken:
        raise DamagedDatabase(f"SQLite finds the file damaged: {found} {broken}")


def _check_account(database: Database, account: Any, heads: dict[bytes, Head]) -> None:
    """Walk the account's feed, verifying each record on top of the one before it in its log."""
    seen: dict[bytes, Head] = {}
    counts = {"records": 0, "revisions": 0}
    for record in _feed(database, account.id):
        header = record.header
        try:
            verified = verify_record(record, seen.get(header.log, Head()))
        except ProtocolError as error:
            place = f"record {header.seq} of log {header.log.hex()}"
            raise DamagedDatabase(f"The chain breaks at {place}: {error}") from error
        seen[header.log] = verified.head
        if header.author == account.id_pk:
            counts["records"] += 1
            counts["revisions"] += len(verified.content.rows) if header.type == "put" else 0
    if counts != {"records": account.records, "revisions": account.revisions}:
        raise DamagedDatabase(f"The counters of account {account.id} are {counts}.")
    # The feed of a closed account ends early.
    heads |= {id: head for id, head in seen.items() if head.seq >= heads.get(id, Head()).seq}


def _feed(database: Database, account: int) -> Iterator[Record]:
    position, step = 0, 64
    while True:
        with database.read() as connection:
            frames = read_frames(connection, Stretch(account, position + 1, position + step))
        if not frames:
            return
        yield from parse_frames(b"".join(frames))
        position += step


if __name__ == "__main__":
    sys.exit(main())
