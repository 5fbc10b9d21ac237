"""What only this device has: operations in the order they were made, and frames signed but not yet answered for."""

from collections.abc import Iterable
from typing import NamedTuple

from journal.client.store import Store
from journal.wire.headers import parse_header
from journal.wire.records import Record

PLAIN = ("ring", "device", "key", "open", "ack", "close")
"""Kinds whose content is made when they are linked: the newest ring, the peer's head then."""


class Op(NamedTuple):
    """One operation on one log.

    `put` has item, rev, base; `del` item and base (last rev seen); `grant` item and rev; `revoke` item; the others none.
    `again`: it stood in a log that the server lost. `frame`: seq of the signed record that says it. `aside`: why the
    server refused it.
    """

    n: int
    log: bytes
    kind: str
    item: bytes = b""
    rev: bytes = b""
    base: bytes | None = None
    size: int = 0
    again: bool = False
    frame: int | None = None
    aside: str | None = None


class Sent(NamedTuple):
    """A signed record, stored before it is sent; rows in digest form."""

    log: bytes
    seq: int
    hash: bytes
    record: Record


class Outbox:
    """Operations and signed frames of a store. Changing methods want `store.write()` around them."""

    def __init__(self, store: Store) -> None:
        self._db = store.db

    def add(
        self,
        log: bytes,
        kind: str,
        item: bytes = b"",
        rev: bytes = b"",
        base: bytes | None = None,
        size: int = 0,
    ) -> None:
        """Queue an operation at the end; a plain one only if the same is not waiting already."""
        if kind in PLAIN:
            query = "SELECT 1 FROM outbox WHERE log = ? AND kind = ? AND frame IS NULL"
            if self._db.execute(query, (log, kind)).fetchone():
                return
        self.add_many([Op(0, log, kind, item, rev, base, size)])

    def add_many(self, ops: Iterable[Op]) -> None:
        """Queue operations at the end, in order."""
        self._db.executemany(
            "INSERT INTO outbox (log, kind, item, rev, base, size, again) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(op.log, op.kind, op.item, op.rev, op.base, op.size, op.again) for op in ops],
        )

    def add_in_front(self, ops: list[Op]) -> None:
        """Queue operations before all others, in order."""
        first = self._db.execute("SELECT COALESCE(MIN(n), 1) FROM outbox").fetchone()[0]
        rows = [(first - len(ops) + place, *op[1:8]) for place, op in enumerate(ops)]
        self._db.executemany(
            "INSERT INTO outbox (n, log, kind, item, rev, base, size, again) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            rows,
        )

    def ops(self) -> list[Op]:
        """Every operation, in order."""
        return [Op(*row) for row in self._db.execute("SELECT * FROM outbox ORDER BY n")]

    def has(self, kind: str, log: bytes | None = None) -> bool:
        """Whether an operation of that kind is waiting, signed or not, on this log or on any."""
        query = "SELECT 1 FROM outbox WHERE kind = ? AND (? IS NULL OR log = ?)"
        return bool(self._db.execute(query, (kind, log, log)).fetchone())

    def rebase(self, n: int, base: bytes | None) -> None:
        """The operation stands on what was below the revision it stood on."""
        self._db.execute("UPDATE outbox SET base = ? WHERE n = ?", (base, n))

    def count(self) -> int:
        """How many operations only this device has."""
        return int(self._db.execute("SELECT COUNT(*) FROM outbox").fetchone()[0])

    def remove(self, ns: Iterable[int]) -> None:
        """Operations with nothing left to do."""
        self._db.executemany("DELETE FROM outbox WHERE n = ?", [(n,) for n in ns])

    def replace_put(self, n: int, item: bytes, rev: bytes, size: int) -> None:
        """The queued revision is published as a conflict copy instead."""
        self._db.execute(
            "UPDATE outbox SET item = ?, rev = ?, base = NULL, size = ?, again = 0 WHERE n = ?",
            (item, rev, size, n),
        )

    def rename_grants(self, rev: bytes, item: bytes, new: bytes) -> None:
        """Queued grants of a revision speak of another one from now on."""
        query = "UPDATE outbox SET item = ?, rev = ? WHERE kind = 'grant' AND rev = ?"
        self._db.execute(query, (item, new, rev))

    def take_back(self, log: bytes, items: Iterable[bytes]) -> None:
        """Another device has revoked these: grants that only come back from a lost log are older, and go."""
        query = "DELETE FROM outbox WHERE log = ? AND kind = 'grant' AND again AND item = ?"
        self._db.executemany(query, [(log, item) for item in items])

    def sent(self) -> list[Sent]:
        """Signed frames in order within each log."""
        query = "SELECT log, seq, hash, header, signature, payload FROM sent ORDER BY log, seq"
        return [
            Sent(log, seq, hash, Record(parse_header(header), signature, payload))
            for log, seq, hash, header, signature, payload in self._db.execute(query)
        ]

    def sign(self, frame: Sent, ns: Iterable[int]) -> None:
        """Keep a signed frame that says these operations."""
        record = frame.record
        row = (*frame[:3], record.header.data, record.signature, record.payload)
        self._db.execute("INSERT INTO sent VALUES (?, ?, ?, ?, ?, ?)", row)
        self._db.executemany(
            "UPDATE outbox SET frame = ? WHERE n = ?", [(frame.seq, n) for n in ns]
        )

    def acked(self, log: bytes, seq: int) -> None:
        """The server has this frame: it and what it says are no longer waiting."""
        self._db.execute("DELETE FROM sent WHERE log = ? AND seq = ?", (log, seq))
        self._db.execute("DELETE FROM outbox WHERE log = ? AND frame = ?", (log, seq))

    def unlink(self, log: bytes) -> None:
        """The frames of a log are dead: what they say is queued again."""
        self._db.execute("DELETE FROM sent WHERE log = ?", (log,))
        self._db.execute("UPDATE outbox SET frame = NULL WHERE log = ?", (log,))

    def keep_aside(self, ns: Iterable[int], reason: str) -> None:
        """No record can be made of these operations: they are kept, and tried again one by one."""
        query = "UPDATE outbox SET aside = ? WHERE n = ?"
        self._db.executemany(query, [(reason, n) for n in ns])

    def set_aside(self, log: bytes, seq: int, reason: str) -> None:
        """The server refuses what this frame says; its operations are kept, and tried again one by one."""
        query = "UPDATE outbox SET aside = ? WHERE log = ? AND frame = ?"
        self._db.execute(query, (reason, log, seq))
        self.unlink(log)
