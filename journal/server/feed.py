"""`GET /feed`: one ordered list of everything an account may see, in pages cut between records.

A page is planned from the sizes in the feed and then read in stretches of about a mebibyte, each in a transaction of
its own, so that a slow reader holds neither a lock nor a whole page in memory.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain, pairwise
from typing import Any, NamedTuple

import msgspec
from flask import Blueprint, Flask, Response, request
from flask_login import login_required
from sqlalchemy import Connection, Row, and_, case, func, select

from journal.server import schema
from journal.server.database import Database
from journal.server.guard import BYTES
from journal.server.principal import me
from journal.server.problems import Problem
from journal.server.state import database, epoch
from journal.wire import rows as wire_rows
from journal.wire.encoding import u32be
from journal.wire.feed import build_page
from journal.wire.limits import PAGE

STRETCH = 2**20
PAGE_RECORDS = 8_192

_feed, _record, _revision, _granted, _log = (
    schema.feed,
    schema.record,
    schema.revision,
    schema.granted,
    schema.log,
)

bp = Blueprint("feed", __name__, url_prefix="/api/v1")


class Query(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is asked for: records behind `after`, at most about `limit` bytes of them."""

    after: int = 0
    limit: int = PAGE


class Stretch(NamedTuple):
    """Feed positions `first` to `last` of one account."""

    account: int
    first: int
    last: int


def register(app: Flask) -> None:
    """Add the endpoint."""
    app.register_blueprint(bp)


@bp.get("/feed")
@login_required
def show_feed() -> Response:
    """One page. It holds at least one record when there is one behind `after`."""
    query = _query()
    with database().read() as connection:
        stretches, next, more = _plan(connection, me.account, query)
        first = read_frames(connection, stretches[0]) if stretches else []
    data = build_page(epoch(), query.after, next, more, first)
    if len(stretches) <= 1:
        return Response(data, content_type=BYTES)
    return Response(chain([data], _stream(database(), stretches[1:])), content_type=BYTES)


def _query() -> Query:
    try:
        query = msgspec.convert(request.args.to_dict(), Query, strict=False)
    except msgspec.ValidationError:
        raise Problem("invalid", "`after` and `limit` are whole numbers.") from None
    if not 0 <= query.after < 2**53 or not 1 <= query.limit <= PAGE:
        raise Problem("invalid", f"`limit` is between 1 and {PAGE}, `after` not below 0.")
    return query


def _plan(connection: Connection, account: int, query: Query) -> tuple[list[Stretch], int, bool]:
    """The page's stretches, the `after` of the next page, and whether anything follows."""
    here = _feed.c.account == account
    entries = connection.execute(
        select(_feed.c.position, _feed.c.size)
        .where(here & (_feed.c.position > query.after))
        .order_by(_feed.c.position)
        .limit(PAGE_RECORDS + 1)
    ).all()
    if not entries:
        last = connection.scalar(select(func.max(_feed.c.position)).where(here))
        if query.after > (last or 0):
            raise Problem("feed-ahead")
        return [], query.after, False
    taken = _fitting(entries, query.limit)
    stretches = [Stretch(account, first, last) for first, last in _cut(entries[:taken])]
    return stretches, entries[taken - 1].position, taken < len(entries)


def _fitting(entries: list[Row[Any]] | Any, limit: int) -> int:
    """How many entries fit the limit: at least one, at most PAGE_RECORDS."""
    total = 0
    for count, entry in enumerate(entries[:PAGE_RECORDS]):
        total += entry.size
        if count and total > limit:
            return count
    return min(len(entries), PAGE_RECORDS)


def _cut(entries: Any) -> Iterator[tuple[int, int]]:
    """First and last positions of stretches of about STRETCH bytes."""
    first, total = entries[0].position, 0
    for before, entry in pairwise(entries):
        total += before.size
        if total + entry.size > STRETCH:
            yield first, before.position
            first, total = entry.position, 0
    yield first, entries[-1].position


def _stream(database: Database, stretches: list[Stretch]) -> Iterator[bytes]:
    for stretch in stretches:
        with database.read() as connection:
            frames = read_frames(connection, stretch)
        yield b"".join(frames)


def read_frames(connection: Connection, stretch: Stretch) -> list[bytes]:
    """The frames of a stretch, with the bodies its account may read."""
    columns = _record.c
    records = connection.execute(
        _behind(
            stretch,
            select(_feed.c.position, columns.type, columns.header, columns.signature, columns.body),
            _record,
        )
    ).all()
    types = {record.type for record in records}
    rows = _put_rows(connection, stretch) if "put" in types else {}
    if "grant" in types:
        rows |= _grant_rows(connection, stretch)
    return list(chain.from_iterable(_frame(record, rows) for record in records))


def _behind(stretch: Stretch, query: Any, table: Any) -> Any:
    joined = query.join_from(
        _feed, table, and_(table.c.log == _feed.c.log, table.c.seq == _feed.c.seq)
    )
    return joined.where(
        (_feed.c.account == stretch.account) & _feed.c.position.between(stretch.first, stretch.last)
    ).order_by(_feed.c.position)


def _put_rows(connection: Connection, stretch: Stretch) -> dict[int, list[wire_rows.Row]]:
    columns = _revision.c
    query = select(_feed.c.position, columns.item, columns.rev, columns.digest, columns.body)
    return _by_position(connection, _behind(stretch, query, _revision).order_by(columns.row))


def _grant_rows(connection: Connection, stretch: Stretch) -> dict[int, list[wire_rows.Row]]:
    """Bodies for the audience alone: the author has them in its own log."""
    columns = _revision.c
    readable = _granted.c.live & (_log.c.audience == stretch.account)
    body = case((readable, columns.body))
    query = _behind(
        stretch, select(_feed.c.position, columns.item, columns.rev, columns.digest, body), _granted
    )
    query = query.join(_revision, columns.id == _granted.c.revision).join(
        _log, _log.c.id == _granted.c.log
    )
    return _by_position(connection, query.order_by(_granted.c.row))


def _by_position(connection: Connection, query: Any) -> dict[int, list[wire_rows.Row]]:
    found: dict[int, list[wire_rows.Row]] = defaultdict(list)
    for position, item, rev, digest, body in connection.execute(query):
        found[position].append(wire_rows.Row(item, rev, digest, body))
    return found


def _frame(record: Any, rows: dict[int, list[wire_rows.Row]]) -> list[bytes]:
    payload = [record.body]
    if record.type in ("put", "grant"):
        own = rows[record.position]
        payload = [u32be(len(own)), wire_rows.build_rows(own)]
    if record.type == "grant":
        payload += [u32be(len(record.body)), record.body]
    size = sum(len(part) for part in payload)
    return [u32be(len(record.header)), record.header, record.signature, u32be(size), *payload]
