"""The database: SQLite in one file, or PostgreSQL. Opening, transactions, upgrades, checks."""

import fcntl
import os
import sqlite3
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, inspect, select, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DatabaseError, DBAPIError

from journal.server import schema

HEAD = "0005"
"""The newest migration; `tests/server/test_migrations.py` holds it to Alembic's own answer."""

_PRAGMAS = (
    # One row of a 2 KB revision fills more than half of SQLite's usual 4 KiB page.
    "PRAGMA page_size = 16384",
    # Not WAL: the SQLite of Debian 12 (3.40) has its reset bug, and a backup has no side file to forget.
    "PRAGMA journal_mode = TRUNCATE",
    "PRAGMA synchronous = FULL",
    # In KiB: a whole push stays in memory until it is committed.
    "PRAGMA cache_size = -8192",
    # Longer than a backup holds writers up.
    "PRAGMA busy_timeout = 30000",
    "PRAGMA foreign_keys = ON",
    # Erased bodies leave the file.
    "PRAGMA secure_delete = ON",
    "PRAGMA mmap_size = 0",
)
_UPGRADE_LOCK = 0x616674657267


Answer = TypeVar("Answer")


PROBE = 3.0
"""Seconds that a check of health waits for a lock."""
_FAULTS = {
    "SQLITE_BUSY": "database-locked",
    "SQLITE_LOCKED": "database-locked",
    "SQLITE_READONLY": "database-read-only",
    "SQLITE_CORRUPT": "database-damaged",
    "SQLITE_NOTADB": "database-damaged",
    "SQLITE_IOERR": "disk-error",
    "SQLITE_FULL": "disk-full",
    "55P03": "database-locked",
    "57014": "database-locked",
    "25006": "database-read-only",
    "53100": "disk-full",
    "XX001": "database-damaged",
    "XX002": "database-damaged",
}
"""What the operator is told, by the name that SQLite or PostgreSQL has for it."""


class Missing(Exception):
    """The file of the database is not where it was, or is another one."""


class DamagedDatabase(Exception):
    """SQLite's own check found the file broken: nothing is served from it."""


class _Job:
    """A task on its way through `Database.run`."""

    def __init__(self, task: Callable[[Connection], Any]) -> None:
        self.task = task
        self.answer: Any = None
        self.error: Exception | None = None
        self.done = False


class Database:
    """Short transactions over one engine. `write` is durable when its block has been left."""

    def __init__(self, url: str, threads: int = 8) -> None:
        self.url = make_url(url)
        self.sqlite = self.url.get_backend_name() == "sqlite"
        self.engine = _sqlite_engine(url) if self.sqlite else _postgres_engine(url, threads)
        # SQLite would let the threads of this process wait for one another in sleeps of up to 100 ms.
        self._turn: AbstractContextManager[Any] = threading.Lock() if self.sqlite else nullcontext()
        self._waiting: deque[_Job] = deque()
        self._held: int | None = None
        self._file = _identity(self.url.database) if self.sqlite else None
        self._freed = False
        self.damaged = False
        """Whether somebody has met a damaged page."""

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection for reading. On SQLite each statement sees the newest state."""
        with self._turn, self.engine.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction: committed with full sync at the end of the block, undone by an exception."""
        with self._turn, self._begun() as connection:
            yield connection

    def run(self, task: Callable[[Connection], Answer]) -> Answer:
        """What `task` answers, once its transaction is durable; its exception if it raises one.

        On SQLite the tasks that wait for their turn at the same time share one transaction, each within a
        savepoint, and so one sync of the disk. `task` may be called a second time, and by another thread: it
        uses its arguments alone, and nothing of the request.
        """
        if not self.sqlite:
            with self.write() as connection:
                return task(connection)
        job = _Job(task)
        self._waiting.append(job)
        with self._turn:
            if not job.done:
                self._run_waiting()
        if job.error:
            raise job.error
        answer: Answer = job.answer
        return answer

    def upgrade(self) -> None:
        """Bring the tables to the newest migration; the first start makes them."""
        if self.revision() == HEAD:
            return
        with self._upgrading():
            if self.revision() != HEAD:
                self._run_migrations()

    def revision(self) -> str | None:
        """The migration the tables stand at, None for an empty database."""
        with self.read() as connection:
            if not inspect(connection).has_table("alembic_version"):
                return None
            found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
            return found

    def quick_check(self) -> None:
        """Raises DamagedDatabase when SQLite finds its file broken. PostgreSQL looks after itself."""
        if not self.sqlite:
            return
        try:
            with self.read() as connection:
                found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
        except DatabaseError as error:
            found = error.orig
        if found != "ok":
            raise DamagedDatabase(f"the database is damaged ({found}). Restore a backup.")

    def probe(self) -> None:
        """Read and write, and undo it, within a few seconds. Raises Missing, DBAPIError or sqlite3.Error."""
        if not self.sqlite:
            self._probe_postgres()
        elif not self._turn.acquire(timeout=PROBE):  # type: ignore[attr-defined]
            raise _named("SQLITE_BUSY")
        else:
            try:
                self._probe_sqlite()
            finally:
                self._turn.release()  # type: ignore[attr-defined]

    def _probe_sqlite(self) -> None:
        if _identity(self.url.database) != self._file:
            raise Missing
        if self.damaged:
            raise _named("SQLITE_CORRUPT")
        # A connection of its own: it finds the file by its name, as the next start would.
        address = f"file:{quote(str(self.url.database))}?mode=rw"
        with closing(sqlite3.connect(address, uri=True, timeout=PROBE)) as connection:
            connection.isolation_level = None
            connection.execute("PRAGMA journal_mode = TRUNCATE")
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("UPDATE meta SET created = created")
            connection.execute("ROLLBACK")

    def _probe_postgres(self) -> None:
        with self.engine.connect() as connection:
            connection.execute(text(f"SET LOCAL lock_timeout = {int(PROBE * 1000)}"))
            connection.execute(text(f"SET LOCAL statement_timeout = {int(PROBE * 1000)}"))
            connection.execute(text("UPDATE meta SET created = created"))
            connection.rollback()

    def epoch(self) -> bytes:
        """The server's epoch (16 bytes), made with the database and at every restore."""
        with self.read() as connection:
            found: bytes = connection.scalars(select(schema.meta.c.epoch)).one()
            return found

    def note_freed(self, connection: Connection) -> None:
        """Remember, in this transaction, that `overwrite_freed` has something to do."""
        if self.sqlite:
            connection.exec_driver_sql("PRAGMA user_version = 1")
        self._freed = True

    def overwrite_freed(self) -> None:
        """Where rows were erased: SQLite writes its file anew, PostgreSQL frees their place for others.

        SQLite needs the size of its file once more on the disk. Raises DBAPIError; it is tried again the next time then.
        """
        if self.sqlite:
            with self.read() as connection:
                if connection.exec_driver_sql("PRAGMA user_version").scalar():
                    connection.exec_driver_sql("VACUUM")
                    connection.exec_driver_sql("PRAGMA user_version = 0")
        elif self._freed:
            names = ", ".join(schema.metadata.tables)
            with self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as one:
                one.exec_driver_sql(f"VACUUM {names}")
        self._freed = False

    def hold(self, alone: bool = False) -> bool:
        """Mark the SQLite file as in use until `close`; `alone` asks that nobody else uses it."""
        if not self.sqlite:
            return True
        if self._held is None:
            self._held = os.open(f"{self.url.database}.serving", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(self._held, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def close(self) -> None:
        """Close every connection, and let go of the file."""
        self.engine.dispose()
        if self._held is not None:
            os.close(self._held)
            self._held = None

    @contextmanager
    def _begun(self) -> Iterator[Connection]:
        with self.engine.connect() as connection:
            connection.execution_options(begin="BEGIN IMMEDIATE")
            with connection.begin():
                yield connection

    def _run_waiting(self) -> None:
        jobs = [self._waiting.popleft() for _ in range(len(self._waiting))]
        try:
            self._run_together(jobs)
        except DBAPIError:
            # The whole transaction is undone; alone, each finds out whether it was its own fault.
            for job in jobs:
                self._run_alone(job)
        for job in jobs:
            job.done = True

    def _run_together(self, jobs: list["_Job"]) -> None:
        if len(jobs) == 1:
            self._run_alone(jobs[0])
            return
        with self._begun() as connection:
            for job in jobs:
                job.error = None
                try:
                    with connection.begin_nested():
                        job.answer = job.task(connection)
                except DBAPIError:
                    raise
                except Exception as error:  # noqa: BLE001
                    job.error = error

    def _run_alone(self, job: "_Job") -> None:
        job.error = None
        try:
            with self._begun() as connection:
                job.answer = job.task(connection)
        except Exception as error:  # noqa: BLE001
            job.error = error

    @contextmanager
    def _upgrading(self) -> Iterator[None]:
        """One process upgrades at a time."""
        if not self.sqlite:
            with self.engine.connect() as connection:
                connection.execute(text(f"SELECT pg_advisory_xact_lock({_UPGRADE_LOCK})"))
                yield
            return
        with Path(f"{self.url.database}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _run_migrations(self) -> None:
        from alembic import command
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
        with self.write() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, HEAD)


def fault(error: DBAPIError | sqlite3.Error) -> str:
    """What is wrong with the database, in a word of the list that operators are given."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    name = getattr(cause, "sqlstate", None) or getattr(cause, "sqlite_errorname", None) or ""
    # SQLite's extended names begin with those of the list.
    return next(
        (word for known, word in _FAULTS.items() if name.startswith(known)), "database-unreachable"
    )


def _named(name: str) -> sqlite3.Error:
    error = sqlite3.OperationalError(name)
    error.sqlite_errorname = name
    return error


def _identity(path: str | None) -> tuple[int, int] | None:
    try:
        found = Path(str(path)).stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def out_of_space(error: DBAPIError) -> bool:
    """Whether the disk (or the limit of the file) is full."""
    name = getattr(error.orig, "sqlite_errorname", "")
    return name == "SQLITE_FULL" or getattr(error.orig, "sqlstate", "") == "53100"


def _sqlite_engine(url: str) -> Engine:
    path = make_url(url).database
    if not path:
        raise ValueError("SQLite needs a file")
    # Made before SQLite makes it, so that nobody else on the machine can read it.
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    # One connection: its users take turns anyway, and it has one cache.
    engine = create_engine(url, pool_size=1, max_overflow=0, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _: object) -> None:
        connection.isolation_level = None  # transactions are begun below, not by the driver
        for pragma in _PRAGMAS:
            connection.execute(pragma)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        if begin := connection.get_execution_options().get("begin"):
            connection.exec_driver_sql(begin)

    return engine


def _postgres_engine(url: str, threads: int) -> Engine:
    return create_engine(
        url,
        pool_size=threads,
        hide_parameters=True,
        pool_pre_ping=True,
        # A database that does not answer is not waited for until TCP gives up.
        connect_args={
            "options": "-c synchronous_commit=on",
            "connect_timeout": 5,
            "tcp_user_timeout": 30_000,
        },
    )
