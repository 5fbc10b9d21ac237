"""The profile on disk: one SQLite file with sealed bodies as received, record headers and signatures, and what is waiting.

Nothing in it can be read without the passphrase: titles, texts, names and dates stand only in sealed bytes. In the clear
stand ids, sizes and the order of records, and the address and handle that unlocking needs. Every transaction is durable
when it returns (synchronous=FULL).
"""

import fcntl
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from journal.client.errors import ClientError
from journal.wire.encoding import h, u32be
from journal.wire.errors import Tampered
from journal.wire.headers import Head, Header, parse_header
from journal.wire.ids import log_id
from journal.wire.records import (
    Content,
    Record,
    Verified,
    grant_content,
    parse_content,
    put_content,
    record_hash,
)
from journal.wire.rows import ROW, Row

VERSION = 1
_SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE log (
  id BLOB PRIMARY KEY, author BLOB NOT NULL, audience BLOB NOT NULL, seq INTEGER NOT NULL, hash BLOB NOT NULL,
  generation INTEGER NOT NULL, epoch INTEGER NOT NULL, closed INTEGER NOT NULL, shown INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE record (
  log BLOB NOT NULL, seq INTEGER NOT NULL, hash BLOB NOT NULL, header BLOB NOT NULL, signature BLOB NOT NULL,
  payload BLOB NOT NULL, PRIMARY KEY (log, seq)) WITHOUT ROWID;
CREATE TABLE person (n INTEGER PRIMARY KEY, id_pk BLOB NOT NULL UNIQUE);
CREATE TABLE revision (
  id INTEGER PRIMARY KEY, author INTEGER NOT NULL, item BLOB NOT NULL, rev BLOB NOT NULL, digest BLOB NOT NULL,
  epoch INTEGER NOT NULL, seq INTEGER, place INTEGER);
CREATE UNIQUE INDEX revision_rev ON revision (rev, author);
CREATE TABLE body (revision INTEGER PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE item (
  author INTEGER NOT NULL, item BLOB NOT NULL, rev BLOB NOT NULL, deleted INTEGER NOT NULL,
  PRIMARY KEY (item, author)) WITHOUT ROWID;
CREATE TABLE share (
  log BLOB NOT NULL, item BLOB NOT NULL, rev BLOB NOT NULL, live INTEGER NOT NULL, PRIMARY KEY (log, item)) WITHOUT ROWID;
CREATE TABLE outbox (
  n INTEGER PRIMARY KEY, log BLOB NOT NULL, kind TEXT NOT NULL, item BLOB, rev BLOB, base BLOB,
  size INTEGER NOT NULL DEFAULT 0, again INTEGER NOT NULL DEFAULT 0, frame INTEGER, aside TEXT);
CREATE TABLE sent (
  log BLOB NOT NULL, seq INTEGER NOT NULL, hash BLOB NOT NULL, header BLOB NOT NULL, signature BLOB NOT NULL,
  payload BLOB NOT NULL, PRIMARY KEY (log, seq)) WITHOUT ROWID;
CREATE TABLE pack (n INTEGER PRIMARY KEY, sealed BLOB NOT NULL);
"""

_PRAGMAS = (
    # A sealed body of two kilobytes and its neighbours share a page instead of wasting half of one each.
    "page_size = 16384",
    # Not WAL: SQLite 3.40, which some systems still have, can lose a transaction when it resets its WAL.
    "journal_mode = TRUNCATE",
    "synchronous = FULL",
    # What stopped being shared leaves the file.
    "secure_delete = ON",
)


@dataclass(frozen=True)
class Log:
    """One log as this device has it. `shown`: the server has shown or taken 1…shown under its present epoch."""

    author: bytes
    audience: bytes
    head: Head = field(default_factory=Head)
    shown: int = 0

    @property
    def id(self) -> bytes:
        """The log id."""
        return log_id(self.author, self.audience)


class Revision(NamedTuple):
    """A revision held here.

    `seq`, `place`: where a record names it, in the log from its author to this account; None while it is only here.
    """

    id: int
    author: bytes
    item: bytes
    rev: bytes
    digest: bytes
    epoch: int
    seq: int | None
    place: int | None

    @property
    def row(self) -> Row:
        """As a row without its body."""
        return Row(self.item, self.rev, self.digest)


class Share(NamedTuple):
    """The last revision of an item that a pair log grants; `live` until a revoke or the close."""

    log: bytes
    item: bytes
    rev: bytes
    live: bool


class Store:
    """A profile folder. `write()` is a transaction; every changing method wants one around it."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.folder = folder
        path = folder / "profile.sqlite3"
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
        self.db = sqlite3.connect(path, isolation_level=None, timeout=60)
        for pragma in _PRAGMAS:
            self.db.execute(f"PRAGMA {pragma}")
        self._create()
        self._people: dict[int, bytes] = {}
        self._numbers: dict[bytes, int] = {}

    def _create(self) -> None:
        version = self.db.execute("PRAGMA user_version").fetchone()[0]
        if version == VERSION:
            return
        if version > VERSION:
            raise ClientError("profile", "This profile was made by a newer Afterglow.")
        with self.write():
            for statement in _SCHEMA.split(";"):
                self.db.execute(statement)
            self.db.execute(f"PRAGMA user_version = {VERSION}")

    def close(self) -> None:
        """Close the file."""
        self.db.close()

    @contextmanager
    def write(self) -> Iterator[None]:
        """One transaction, durable when it returns, nothing of it when it raises."""
        self.db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.db.execute("ROLLBACK")
            self._read_people()
            raise
        self.db.execute("COMMIT")

    @contextmanager
    def one_syncing(self) -> Iterator[None]:
        """One process of this device syncs at a time; others wait."""
        with (self.folder / "sync.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def get(self, name: str) -> bytes | None:
        """A value of the profile."""
        row = self.db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def put(self, name: str, value: bytes | None) -> None:
        """Keep a value of the profile, or drop it."""
        if value is None:
            self.db.execute("DELETE FROM meta WHERE name = ?", (name,))
        else:
            self.db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def logs(self) -> dict[bytes, Log]:
        """Every log there is, by its id."""
        rows = self.db.execute(
            "SELECT id, author, audience, seq, hash, generation, epoch, closed, shown FROM log"
        )
        return {
            id: Log(author, audience, Head(seq, hash, generation, epoch, bool(closed)), shown)
            for id, author, audience, seq, hash, generation, epoch, closed, shown in rows
        }

    def log(self, author: bytes, audience: bytes) -> Log:
        """The log from one id_pk to another, empty where nothing stands in it."""
        return self.logs().get(log_id(author, audience)) or Log(author, audience)

    def save_log(self, log: Log) -> None:
        """Keep where a log stands."""
        head = log.head
        row = (log.id, log.author, log.audience, *head[:4], head.closed, log.shown)
        self.db.execute("INSERT OR REPLACE INTO log VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)

    def hash_at(self, log: bytes, seq: int) -> bytes | None:
        """Record hash of what is stored there."""
        query = "SELECT hash FROM record WHERE log = ? AND seq = ?"
        row = self.db.execute(query, (log, seq)).fetchone()
        return row[0] if row else None

    def records(self, log: bytes, start: int = 1) -> Iterator[Record]:
        """Stored records of a log from `start` on, rows in digest form."""
        query = (
            "SELECT header, signature, payload FROM record WHERE log = ? AND seq >= ? ORDER BY seq"
        )
        for header, signature, payload in self.db.execute(query, (log, start)).fetchall():
            yield Record(parse_header(header), signature, payload)

    def append(self, record: Record, verified: Verified, *, late: bool = False) -> None:
        """Keep a verified record and what it says; a `late` one says nothing. Raises Tampered for a revision that has another text here."""
        header, content = record.header, verified.content
        payload = bare_payload(header, content)
        row = (header.log, header.seq, record_hash(record), header.data, record.signature, payload)
        self.db.execute("INSERT OR REPLACE INTO record VALUES (?, ?, ?, ?, ?, ?)", row)
        if late:
            return
        match header.type:
            case "put":
                self._take_revisions(header, content.rows)
                self._set_items(header.author, content.rows)
            case "del":
                self._end_items(header.author, header.items)
            case "grant":
                if header.author != self.me:
                    self._take_revisions(header, content.rows)
                    self._set_items(header.author, content.rows)
                shares = [(header.log, row.item, row.rev) for row in content.rows]
                self.db.executemany("INSERT OR REPLACE INTO share VALUES (?, ?, ?, 1)", shares)
            case "revoke":
                self._end_shares(header, header.items)
            case "close":
                live = [one.item for one in self.shares() if one.log == header.log and one.live]
                self._end_shares(header, live)

    @property
    def me(self) -> bytes:
        """The id_pk of the account of this profile."""
        return self.get("id_pk") or b""

    def _number(self, id_pk: bytes) -> int:
        """How this profile numbers a person."""
        if id_pk not in self._numbers:
            self._read_people()
        if id_pk not in self._numbers:
            self.db.execute("INSERT INTO person (id_pk) VALUES (?)", (id_pk,))
            self._read_people()
        return self._numbers[id_pk]

    def _read_people(self) -> None:
        self._people = dict(self.db.execute("SELECT n, id_pk FROM person"))
        self._numbers = {id_pk: number for number, id_pk in self._people.items()}

    def _person(self, number: int) -> bytes:
        """The id_pk of a number."""
        if number not in self._people:
            self._read_people()
        return self._people[number]

    def _take_revisions(self, header: Header, rows: Sequence[Row]) -> None:
        """Keep the revisions of a record: those made here are there already, those of other devices are new."""
        author = self._number(header.author)
        held = self._held(author, [row.rev for row in rows])
        if any(held.get(row.rev, row[:3])[-3:] != row[:3] for row in rows):
            raise Tampered("a revision stands for two texts")
        places = [(header.seq, place, row) for place, row in enumerate(rows)]
        self.db.executemany(
            "UPDATE revision SET seq = ?, place = ? WHERE id = ?",
            [(seq, place, held[row.rev][0]) for seq, place, row in places if row.rev in held],
        )
        first = self._next_id()
        fresh = [(seq, place, row) for seq, place, row in places if row.rev not in held]
        self.db.executemany(
            "INSERT INTO revision VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (id, author, *row[:3], header.epoch, seq, place)
                for id, (seq, place, row) in enumerate(fresh, first)
            ],
        )
        ids = {row.rev: id for id, (_, _, row) in enumerate(fresh, first)}
        bodies = [
            (ids.get(row.rev) or held[row.rev][0], row.body) for row in rows if row.body is not None
        ]
        self.db.executemany("INSERT OR REPLACE INTO body VALUES (?, ?)", bodies)

    def fill(self, record: Record) -> None:
        """Bodies that were missing here and come with a record that is here already."""
        header = record.header
        if header.type not in ("put", "grant") or (
            header.type == "grant" and header.author == self.me
        ):
            return
        content = parse_content(record)
        if h(content.canonical) != header.body:
            raise Tampered("the body is not the one that was signed")
        author = self._number(header.author)
        rows = self.db.execute("SELECT item FROM item WHERE author = ? AND deleted", (author,))
        ended = {item for (item,) in rows} if header.type == "grant" else set()
        held = self._held(author, [row.rev for row in content.rows if row.item not in ended])
        bodies = [
            (held[row.rev][0], row.body) for row in content.rows if row.body and row.rev in held
        ]
        self.db.executemany("INSERT OR IGNORE INTO body VALUES (?, ?)", bodies)

    def _held(self, author: int, revs: list[bytes]) -> dict[bytes, tuple[Any, ...]]:
        """By rev: (id, item, rev, digest) of those that are here."""
        marks = ",".join("?" * len(revs))
        query = f"SELECT id, item, rev, digest FROM revision WHERE rev IN ({marks}) AND author = ?"  # noqa: S608
        return {row[2]: row for row in self.db.execute(query, (*revs, author))}

    def _next_id(self) -> int:
        found = self.db.execute("SELECT COALESCE(MAX(id), 0) + 1 FROM revision").fetchone()
        return int(found[0])

    def _set_items(self, author: bytes, rows: Iterable[Row]) -> None:
        number = self._number(author)
        values = [(number, row.item, row.rev) for row in rows]
        self.db.executemany("INSERT OR REPLACE INTO item VALUES (?, ?, ?, 0)", values)

    def _end_items(self, author: bytes, items: Iterable[bytes]) -> None:
        number = self._number(author)
        self.db.executemany(
            "UPDATE item SET deleted = 1 WHERE author = ? AND item = ?",
            [(number, item) for item in items],
        )

    def _end_shares(self, header: Header, items: Iterable[bytes]) -> None:
        """What is no longer shared with this person is erased here too."""
        items = list(items)
        self.db.executemany(
            "UPDATE share SET live = 0 WHERE log = ? AND item = ?",
            [(header.log, item) for item in items],
        )
        if header.author == self.me:
            return
        self._end_items(header.author, items)
        self.db.executemany(
            "DELETE FROM body WHERE revision IN (SELECT id FROM revision WHERE author = ? AND item = ?)",
            [(self._number(header.author), item) for item in items],
        )

    def add_revisions(self, author: bytes, rows: Iterable[Row], epoch: int) -> None:
        """Keep revisions that were sealed here and stand in no record yet."""
        numbered, number = list(enumerate(rows, self._next_id())), self._number(author)
        self.db.executemany(
            "INSERT INTO revision (id, author, item, rev, digest, epoch) VALUES (?, ?, ?, ?, ?, ?)",
            [(id, number, *row[:3], epoch) for id, row in numbered],
        )
        bodies = [(id, row.body) for id, row in numbered]
        self.db.executemany("INSERT INTO body VALUES (?, ?)", bodies)

    def drop_revision(self, author: bytes, rev: bytes) -> None:
        """Forget a revision that will never stand in a record."""
        found = self.revision(author, rev)
        if found and found.seq is None:
            self.db.execute("DELETE FROM body WHERE revision = ?", (found.id,))
            self.db.execute("DELETE FROM revision WHERE id = ?", (found.id,))

    def revision(self, author: bytes, rev: bytes) -> Revision | None:
        """The revision of that name."""
        query = "SELECT * FROM revision WHERE author = ? AND rev = ?"
        row = self.db.execute(query, (self._number(author), rev)).fetchone()
        return Revision(row[0], author, *row[2:]) if row else None

    def queued_revisions(self, author: bytes) -> dict[bytes, Revision]:
        """By rev: the revisions that queued operations name."""
        query = (
            "SELECT DISTINCT r.* FROM outbox o JOIN revision r ON r.rev = o.rev AND r.author = ?"
        )
        rows = self.db.execute(query, (self._number(author),))
        return {row[3]: Revision(row[0], author, *row[2:]) for row in rows}

    def revisions(self) -> Iterator[tuple[Revision, bytes | None]]:
        """Every revision with its body, as they came."""
        query = (
            "SELECT r.*, b.body FROM revision r LEFT JOIN body b ON b.revision = r.id ORDER BY r.id"
        )
        for id, author, *row, body in self.db.execute(query):
            yield Revision(id, self._person(author), *row), body

    def body(self, author: bytes, rev: bytes) -> bytes | None:
        """Sealed body of a revision, None where it is not here."""
        query = "SELECT body FROM body WHERE revision = (SELECT id FROM revision WHERE author = ? AND rev = ?)"
        row = self.db.execute(query, (self._number(author), rev)).fetchone()
        return row[0] if row else None

    def items(self) -> Iterator[tuple[bytes, bytes, bytes, bool]]:
        """(author, item, rev, deleted) of every item, as the logs say."""
        query = "SELECT author, item, rev, deleted FROM item"
        self._read_people()
        for author, item, rev, deleted in self.db.execute(query):
            yield self._people[author], item, rev, bool(deleted)

    def shares(self) -> list[Share]:
        """What pair logs grant."""
        rows = self.db.execute("SELECT log, item, rev, live FROM share")
        return [Share(log, item, rev, bool(live)) for log, item, rev, live in rows]

    def whole(self, record: Record, content: Content) -> Content:
        """The content of a put in this profile with every body that is here."""
        if record.header.type != "put":
            return content
        query = (
            "SELECT r.rev, b.body FROM outbox o JOIN revision r ON r.rev = o.rev AND r.author = ?"
            " JOIN body b ON b.revision = r.id WHERE o.log = ? AND o.frame = ? AND o.kind = 'put'"
        )
        header = record.header
        number = self._number(header.author)
        bodies = dict(self.db.execute(query, (number, header.log, header.seq)))
        for row in content.rows:
            if row.rev not in bodies:
                bodies[row.rev] = self.body(header.author, row.rev)
        return put_content([row._replace(body=bodies[row.rev]) for row in content.rows])

    def rewind(self, log: Log, start: int) -> Log:
        """Forget the records of a log from `start` on; answers what is left of it. Items are what the rest says."""
        self.db.execute("DELETE FROM record WHERE log = ? AND seq >= ?", (log.id, start))
        self.db.execute("DELETE FROM sent WHERE log = ?", (log.id,))
        self.db.execute("DELETE FROM share WHERE log = ?", (log.id,))
        if log.audience == self.me:
            number = self._number(log.author)
            self.db.execute(
                "UPDATE revision SET seq = NULL, place = NULL WHERE author = ? AND seq >= ?",
                (number, start),
            )
            self.db.execute("DELETE FROM item WHERE author = ?", (number,))
        return replace(log, head=Head(), shown=0)

    def packs(self) -> list[bytes]:
        """The sealed summary, in order."""
        return [row[0] for row in self.db.execute("SELECT sealed FROM pack ORDER BY n")]

    def add_pack(self, sealed: bytes) -> None:
        """Add to the sealed summary."""
        self.db.execute("INSERT INTO pack (sealed) VALUES (?)", (sealed,))

    def drop_packs(self) -> None:
        """Empty the sealed summary, to be written anew."""
        self.db.execute("DELETE FROM pack")


def bare_payload(header: Header, content: Content) -> bytes:
    """The payload with its rows in digest form: the signature holds over it all the same."""
    if header.type == "put":
        rows, canonical = u32be(len(content.rows)), content.canonical
        return rows + b"".join(
            [b"\0" + canonical[at : at + ROW] for at in range(0, len(canonical), ROW)]
        )
    if header.type == "grant":
        return grant_content([row._replace(body=None) for row in content.rows], content.box).payload
    return content.payload
