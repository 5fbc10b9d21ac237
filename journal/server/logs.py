"""The logs: what is taken into them, in one transaction a log. See `docs/protocol.md` section 5.

The rules of the chain are `journal.wire`'s; here stand those that need the database: what is stored already, which
revisions are held, who is linked with whom, who may read what.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, insert, select, tuple_, update

from journal.server import log_statements as statements
from journal.server import schema
from journal.server.state import Room
from journal.wire import rows as wire_rows
from journal.wire.bundles import check_kem_key
from journal.wire.encoding import u16be, u32be
from journal.wire.errors import ProtocolError, Stale, Tampered
from journal.wire.headers import Head, Header
from journal.wire.ids import log_id
from journal.wire.limits import ID, SIGNATURE
from journal.wire.records import Content, Record, Verified, parse_content, verify_record

_log, _record, _revision = schema.log, schema.record, schema.revision
_granted, _tombstone, _feed = schema.granted, schema.tombstone, schema.feed

DAY = 86_400
GIVEN_A_DAY = 2**28
"""Bytes that one log may bring to its audience within a day: an honest journal shared at once is far below."""
GIVEN_RECORDS_A_DAY = 5_000
SLACK = 2**20
"""Bytes beyond its quota in which an account can still delete and take back."""

_FRAME = 4 + SIGNATURE + 4
_DIGEST_ROW = 1 + wire_rows.ROW
_BODY_ROW = 1 + ID + ID + 4


class Refused(ProtocolError):
    """A record is not taken for a reason only the server can have; `kind` is the problem's name."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class Held(NamedTuple):
    """A revision this server holds; `size` of its body, None where the body was never sent or is erased."""

    id: int
    item: bytes
    rev: bytes
    digest: bytes
    size: int | None


class Place(NamedTuple):
    """Where records go: the locked rows of author and audience, and the log if it has begun."""

    log_id: bytes
    author: Any
    audience: Any
    log: Any


def find_place(connection: Connection, log_id: bytes, author: bytes, audience: bytes) -> Place:
    """Lock both accounts, always in the same order: that gives feed positions and heads one order."""
    found = statements.ACCOUNTS.all(connection, {"author": author, "audience": audience})
    by_key = {row.id_pk: row for row in found}
    log = statements.LOG.first(connection, {"log_id": log_id})
    return Place(log_id, by_key.get(author), by_key.get(audience), log)


class Writer:
    """Takes records into one log, within one transaction. `finish` writes what is left."""

    def __init__(self, connection: Connection, place: Place, now: int, room: Room) -> None:
        """`now` in seconds."""
        self._connection, self._place, self._now = connection, place, now
        self._room = room.of(place.author)
        self._log: int | None = place.log.id if place.log else None
        self._private = place.audience is not None and place.audience.id == place.author.id
        self.head = head_of(place.log)
        self._ring_seq: int = place.author.ring_seq
        self._bytes: int = place.author.bytes
        self._delivered: int = place.author.delivered
        self._given = _Given.of(place.log, now)
        self._more_records = self._more_revisions = 0
        self._positions = {row.id: row.position for row in (place.author, place.audience) if row}
        self._pending: dict[Any, list[dict[str, Any]]] = {table: [] for table in statements.INSERTS}
        self._deleted: set[bytes] | None = None
        self._ended: bool | None = None

    def take(self, record: Record) -> None:
        """Verify one record and take it; one that is stored already has no effect. Raises ProtocolError."""
        header, place = record.header, self._place
        if header.author != place.author.id_pk:
            raise Tampered("another account's log")
        if place.audience is None:
            raise Refused("not-linked")
        if header.seq <= self.head.seq:
            self._compare(record)
            return
        known = self._places(record) if header.type == "grant" else {}
        verified = verify_record(record, self.head, lambda seq, row: _resolved(known, seq, row))
        if verified.bundle:
            check_kem_key(verified.bundle.kem_pk)
        held = self._held(verified.content, known.values()) if header.type == "grant" else {}
        fresh = self._fresh(held.values())
        self._allow(header, verified.content, sum(_more(held) for held in fresh))
        self._append(record, verified, held, {held.id for held in fresh})

    @property
    def places(self) -> dict[int, int]:
        """Where the feeds of author and audience end now, by account; empty if nothing was added."""
        return dict(self._positions) if self._more_records else {}

    @property
    def added(self) -> tuple[int, int] | None:
        """In the author's feed, the place before the first new record and that of the last: what is between them is new records of this log alone."""
        author = self._place.author
        return (author.position, self._positions[author.id]) if self._more_records else None

    def finish(self) -> None:
        """Write everything that is pending, the head, and the counters of both accounts."""
        self._flush()
        if not self._more_records:
            return
        author, audience = self._place.author, self._place.audience
        statements.SET_HEAD.run(self._connection, {"log": self._log, **self.head._asdict()})
        counts = {
            "account": author.id,
            "position": self._positions[author.id],
            "ring_seq": self._ring_seq,
            "size": self._bytes,
            "delivered": self._delivered,
            "more_records": self._more_records,
            "more_revisions": self._more_revisions,
        }
        statements.SET_COUNTS.run(self._connection, counts)
        if audience and not self._private:
            position = {"account": audience.id, "position": self._positions[audience.id]}
            statements.SET_POSITION.run(self._connection, position)
            given = {"log": self._log, **self._given._asdict()}
            statements.SET_GIVEN.run(self._connection, given)

    def _compare(self, record: Record) -> None:
        self._flush()
        place = {"log": self._log, "seq": record.header.seq}
        stored = statements.STORED.first(self._connection, place)
        if stored != (record.header.data, record.signature):
            raise Stale("another record stands there")

    def _allow(self, header: Header, content: Content, bodies: int) -> None:
        """What verifying cannot know: links, revisions under another hash, and room; `bodies` are bytes for the audience."""
        if header.type not in ("ack", "close") and self._is_ended():
            raise Refused("not-linked")
        if header.type == "open" and not self._linked():
            raise Refused("not-linked")
        if header.type == "put":
            self._check_revs(content.rows)
        own = len(header.data) + len(content.payload) + _FRAME
        given = 0 if self._private else own + bodies
        slack = SLACK if header.type in ("revoke", "del", "close") else 0
        if self._bytes + self._delivered + own + given > self._room + slack:
            raise Refused("too-large")
        if given and header.type != "close" and not self._given.fits(given):
            raise Refused("too-many")

    def _is_ended(self) -> bool:
        """Whether the audience has closed its log to the author, or the operator this one: both accounts are locked, so it stays so."""
        if self._ended is None:
            place = self._place
            back = log_id(place.audience.id_pk, place.author.id_pk)
            log = (
                None if self._private else statements.LOG.first(self._connection, {"log_id": back})
            )
            self._ended = bool((log and log.closed) or (place.log and place.log.ended))
        return self._ended

    def _linked(self) -> bool:
        ends = {"author": self._place.author.id, "audience": self._audience()}
        return any(
            query.first(self._connection, ends)
            for query in (statements.ANSWERED, statements.OPENED)
        )

    def _check_revs(self, rows: Iterable[wire_rows.Row]) -> None:
        wanted = {row.rev: (row.item, row.digest) for row in rows}
        known = {rev: (item, digest) for rev, item, digest in self._stored_revs(list(wanted))}
        for row in self._pending[_revision]:
            if row["rev"] in wanted:
                known[row["rev"]] = (row["item"], row["digest"])
        if any(wanted[rev] != found for rev, found in known.items()):
            raise Tampered("a revision stands for two texts")

    def _stored_revs(self, revs: list[bytes]) -> Iterable[Any]:
        if len(revs) == 1:
            return statements.ONE_REV.all(self._connection, {"log": self._log, "rev": revs[0]})
        return self._connection.execute(statements.MANY_REVS, {"log": self._log, "revs": revs})

    def _places(self, record: Record) -> dict[tuple[int, int], Held]:
        """The revisions that the grant names by their place in the author's private log, in one query."""
        places: list[tuple[int, int]] = []

        def note(seq: int, row: int) -> wire_rows.Row:
            places.append((seq, row))
            return wire_rows.Row(b"", u32be(seq) + u16be(row), b"")

        parse_content(record, note)
        if not places:
            return {}
        query = statements.held(
            self._private_log(), tuple_(_revision.c.seq, _revision.c.row).in_(places)
        )
        return {(row[5], row[6]): Held(*row[:5]) for row in self._connection.execute(query)}

    def _held(self, content: Content, found: Iterable[Held]) -> dict[bytes, Held]:
        """Every revision of a grant as this server holds it. Raises unknown-revision."""
        by_rev = {held.rev: held for held in found}
        if missing := [row.rev for row in content.rows if row.rev not in by_rev]:
            query = statements.held(self._private_log(), _revision.c.rev.in_(missing))
            by_rev |= {row[2]: Held(*row[:5]) for row in self._connection.execute(query)}
        for row in content.rows:
            held = by_rev.get(row.rev)
            if held is None or (held.item, held.digest) != (row.item, row.digest):
                raise Refused("unknown-revision")
        return by_rev

    def _fresh(self, held: Iterable[Held]) -> list[Held]:
        """Those whose bodies the audience is not handed already and may be: each is delivered once."""
        wanted = [one for one in held if one.item not in self._tombstones()]
        if not wanted or self._log is None:
            return wanted
        self._flush()
        named = {"log": self._log, "revisions": [one.id for one in wanted]}
        live = set(self._connection.execute(statements.LIVE, named).scalars())
        return [one for one in wanted if one.id not in live]

    def _append(
        self, record: Record, verified: Verified, held: dict[bytes, Held], fresh: set[int]
    ) -> None:
        header, content = record.header, verified.content
        if self._log is None:
            self._begin()
        self.head = verified.head
        stored = content.box if header.type == "grant" else content.payload
        self._pending[_record].append(
            {
                "log": self._log,
                "seq": header.seq,
                "type": header.type,
                "header": header.data,
                "signature": record.signature,
                "body": b"" if header.type == "put" else stored,
            }
        )
        size = own = _FRAME + len(header.data) + len(content.payload)
        match header.type:
            case "put":
                self._take_put(header.seq, content)
            case "grant":
                own = _FRAME + len(header.data) + 8 + len(content.box) + _DIGEST_ROW * len(held)
                size = own + self._take_grant(header.seq, content, held, fresh)
            case "open":
                self._approve()
            case "del":
                self._take_del(header.items)
            case "revoke":
                self._withdraw(_granted.c.item.in_(header.items))
            case "close":
                self._withdraw(_granted.c.live)
            case "ring":
                self._ring_seq = header.seq
        self._more_records += 1
        self._bytes += own
        self._give(self._place.author.id, header.seq, own)
        # Nobody reads the feed of a closed account any more.
        if not self._private and not self._place.audience.closed:
            self._give(self._audience(), header.seq, size)
            self._delivered += size
            self._given = self._given.more(size)

    def _begin(self) -> None:
        values = {
            "log_id": self._place.log_id,
            "author": self._place.author.id,
            "audience": self._audience(),
            "created": self._now,
        }
        row = values | self.head._asdict()
        self._log = self._connection.execute(insert(_log).values(row)).inserted_primary_key[0]  # type: ignore[index]

    def _give(self, account: int, seq: int, size: int) -> None:
        self._positions[account] += 1
        self._pending[_feed].append(
            {
                "account": account,
                "position": self._positions[account],
                "log": self._log,
                "seq": seq,
                "size": size,
            }
        )

    def _take_put(self, seq: int, content: Content) -> None:
        self._pending[_revision] += [
            {
                "log": self._log,
                "seq": seq,
                "row": number,
                "item": row.item,
                "rev": row.rev,
                "digest": row.digest,
                "body": row.body,
            }
            for number, row in enumerate(content.rows)
        ]
        self._more_revisions += len(content.rows)
        if back := self._tombstones() & {row.item for row in content.rows}:
            self._connection.execute(
                delete(_tombstone).where(
                    (_tombstone.c.log == self._log) & _tombstone.c.item.in_(back)
                )
            )
            self._tombstones().difference_update(back)

    def _take_grant(
        self, seq: int, content: Content, held: dict[bytes, Held], fresh: set[int]
    ) -> int:
        """How many bytes more than digests the audience reads: only rows that hand out a body are live."""
        more = 0
        for number, row in enumerate(content.rows):
            found = held[row.rev]
            live = found.id in fresh
            self._pending[_granted].append(
                {
                    "log": self._log,
                    "seq": seq,
                    "row": number,
                    "revision": found.id,
                    "item": row.item,
                    "live": live,
                }
            )
            more += _more(found) if live else 0
        return more

    def _approve(self) -> None:
        """Two people who have opened their logs to one another are no longer new."""
        ends = {"author": self._place.author.id, "audience": self._audience()}
        if statements.OPENED.first(self._connection, ends):
            accounts = {"accounts": list(ends.values())}
            self._connection.execute(statements.APPROVE.values(approved=True), accounts)

    def _take_del(self, items: tuple[bytes, ...]) -> None:
        """Nobody but the author is given these bodies from now on; housekeeping erases them later."""
        self._flush()
        old = (_tombstone.c.log == self._log) & _tombstone.c.item.in_(items)
        self._connection.execute(delete(_tombstone).where(old))
        rows = [{"log": self._log, "item": item, "at": self._now} for item in items]
        self._connection.execute(insert(_tombstone), rows)
        self._tombstones().update(items)
        logs = select(_log.c.id).where(_log.c.author == self._place.author.id)
        self._connection.execute(
            update(_granted)
            .where(_granted.c.log.in_(logs) & _granted.c.item.in_(items))
            .values(live=False)
        )

    def _withdraw(self, which: Any) -> None:
        self._flush()
        self._connection.execute(
            update(_granted).where((_granted.c.log == self._log) & which).values(live=False)
        )

    def _tombstones(self) -> set[bytes]:
        """Items of the author that are deleted now."""
        if self._deleted is None:
            found = statements.TOMBSTONES.all(self._connection, {"log": self._private_log()})
            self._deleted = {row.item for row in found}
        return self._deleted

    def _private_log(self) -> int | None:
        if self._private:
            return self._log
        found: int = statements.PRIVATE_LOG.first(
            self._connection, {"author": self._place.author.id}
        ).id
        return found

    def _audience(self) -> int:
        if self._place.audience is None:
            raise Refused("not-linked")
        audience: int = self._place.audience.id
        return audience

    def _flush(self) -> None:
        for table, pending in self._pending.items():
            if pending:
                statements.INSERTS[table].many(self._connection, pending)
                pending.clear()


class _Given(NamedTuple):
    """What a log has brought to its audience since a second at most a day ago."""

    since: int
    size: int = 0
    records: int = 0

    @classmethod
    def of(cls, log: Any, now: int) -> "_Given":
        if log is None or now - log.given_since >= DAY:
            return cls(now)
        return cls(log.given_since, log.given_bytes, log.given_records)

    def fits(self, size: int) -> bool:
        return self.size + size <= GIVEN_A_DAY and self.records < GIVEN_RECORDS_A_DAY

    def more(self, size: int) -> "_Given":
        return _Given(self.since, self.size + size, self.records + 1)


def _more(held: Held) -> int:
    """Bytes by which a row with its body is longer than its digest."""
    return 0 if held.size is None else _BODY_ROW + held.size - _DIGEST_ROW


def head_of(log: Any) -> Head:
    """The head of a row of the table `log`; of a log that has not begun, where there is none."""
    return Head(log.seq, log.hash, log.generation, log.epoch, bool(log.closed)) if log else Head()


def _resolved(known: dict[tuple[int, int], Held], seq: int, row: int) -> wire_rows.Row:
    held = known.get((seq, row))
    if held is None:
        raise Refused("unknown-revision")
    return wire_rows.Row(held.item, held.rev, held.digest)
