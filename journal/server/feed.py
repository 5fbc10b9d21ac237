"""`GET /feed`: one ordered list of everything an account may see, in pages cut between records.

A page is planned from the sizes in the feed and then read in stretches of about a mebibyte, each in a transaction of
its own, so that a slow reader holds neither a lock nor a whole page in memory.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from typing import Any, NamedTuple

from flask import Blueprint, Flask, Response, request
from flask_login import login_required
from sqlalchemy import Connection, Row, and_, bindparam, case, func, select

from journal.server import schema
from journal.server.database import Database
from journal.server.guard import BYTES
from journal.server.prepared import Prepared
from journal.server.principal import me
from journal.server.problems import Problem
from journal.server.state import database, epoch
from journal.wire import rows as wire_rows
from journal.wire.encoding import u32be
from journal.wire.feed import build_page
from journal.wire.limits import ID, PAGE, SAFE_INTEGER, SIGNATURE

STRETCH = 2**20
PAGE_RECORDS = 8_192

_feed, _record, _revision, _granted, _log = (
    schema.feed,
    schema.record,
    schema.revision,
    schema.granted,
    schema.log,
)


def _behind(table: Any, *columns: Any) -> Any:
    """Columns of what stands behind the feed positions of a Stretch."""
    return (
        select(*columns)
        .join_from(_feed, table, and_(table.c.log == _feed.c.log, table.c.seq == _feed.c.seq))
        .where(
            (_feed.c.account == bindparam("account"))
            & _feed.c.position.between(bindparam("first"), bindparam("last"))
        )
    )


def _granted_behind(*columns: Any) -> Any:
    query = _behind(_granted, *columns)
    query = query.join(_revision, _revision.c.id == _granted.c.revision)
    return query.join(_log, _log.c.id == _granted.c.log)


def _row_size(body: Any) -> Any:
    return case((body.is_(None), 1 + wire_rows.ROW), else_=1 + ID + ID + 4 + func.length(body))


# Bodies in grants are for the audience alone: the author has them in its own log.
_readable = case((_granted.c.live & (_log.c.audience == bindparam("account")), _revision.c.body))
_row = (_feed.c.position, _revision.c.item, _revision.c.rev, _revision.c.digest)

_RECORDS = Prepared(
    _behind(
        _record,
        _feed.c.position,
        _record.c.type,
        _record.c.header,
        _record.c.signature,
        _record.c.body,
    ).order_by(_feed.c.position)
)
_PUT_ROWS = Prepared(
    _behind(_revision, *_row, _revision.c.body).order_by(_feed.c.position, _revision.c.row)
)
_GRANT_ROWS = Prepared(_granted_behind(*_row, _readable).order_by(_feed.c.position, _granted.c.row))
_SIZES = (
    _behind(
        _record,
        func.sum(
            4
            + func.length(_record.c.header)
            + SIGNATURE
            + 4
            + case((_record.c.type == "put", 4), (_record.c.type == "grant", 8), else_=0)
            + func.length(_record.c.body)
        ),
    ),
    _behind(_revision, func.sum(_row_size(_revision.c.body))),
    _granted_behind(func.sum(_row_size(_readable))),
)
_ENTRIES = Prepared(
    select(_feed.c.position, _feed.c.size)
    .where((_feed.c.account == bindparam("account")) & (_feed.c.position > bindparam("after")))
    .order_by(_feed.c.position)
    .limit(PAGE_RECORDS + 1)
)
_END = select(func.max(_feed.c.position)).where(_feed.c.account == bindparam("account"))

bp = Blueprint("feed", __name__, url_prefix="/api/v1")


class Query(NamedTuple):
    """What is asked for: records behind `after`, at most about `limit` bytes of them."""

    after: int
    limit: int


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
        rest = _size(connection, stretches[1:])
    begun = build_page(epoch(), query.after, next, more, first)
    if not rest:
        return Response(begun, content_type=BYTES)
    pieces = chain([begun], _stream(database(), stretches[1:], rest))
    # With the length said beforehand, no page that was cut off can be taken for a whole one.
    return Response(pieces, content_type=BYTES, headers={"Content-Length": str(len(begun) + rest)})


def _query() -> Query:
    given = request.args.to_dict()
    query = Query(_whole(given.pop("after", "0")), _whole(given.pop("limit", str(PAGE))))
    if given or query.after > SAFE_INTEGER or not 1 <= query.limit <= PAGE:
        raise Problem("invalid", f"`limit` is between 1 and {PAGE}.")
    return query


def _whole(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 16:
        raise Problem("invalid", "`after` and `limit` are whole numbers.")
    return int(text)


def _plan(connection: Connection, account: int, query: Query) -> tuple[list[Stretch], int, bool]:
    """The page's stretches, the `after` of the next page, and whether anything follows."""
    entries = _ENTRIES.all(connection, {"account": account, "after": query.after})
    if not entries:
        if query.after > (connection.scalar(_END, {"account": account}) or 0):
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


class ChangedMeanwhile(Exception):
    """Something was withdrawn while a page was on its way: the answer is cut off and asked for again."""


def _stream(database: Database, stretches: list[Stretch], size: int) -> Iterator[bytes]:
    for stretch in stretches:
        with database.read() as connection:
            piece = b"".join(read_frames(connection, stretch))
        size -= len(piece)
        if size < 0:
            raise ChangedMeanwhile
        yield piece
    if size:
        raise ChangedMeanwhile


def _size(connection: Connection, stretches: list[Stretch]) -> int:
    """Bytes of the frames of these stretches, which follow one another."""
    if not stretches:
        return 0
    whole = Stretch(stretches[0].account, stretches[0].first, stretches[-1].last)._asdict()
    return sum(int(connection.scalar(query, whole) or 0) for query in _SIZES)


def read_frames(connection: Connection, stretch: Stretch) -> list[bytes]:
    """The frames of a stretch, with the bodies its account may read."""
    place = stretch._asdict()
    records = _RECORDS.all(connection, place)
    types = {record.type for record in records}
    rows = _by_position(_PUT_ROWS.run(connection, place).fetchall()) if "put" in types else {}
    if "grant" in types:
        rows |= _by_position(_GRANT_ROWS.run(connection, place).fetchall())
    return list(chain.from_iterable(_frame(record, rows) for record in records))


def _by_position(found: Iterable[Any]) -> dict[int, list[wire_rows.Row]]:
    rows: dict[int, list[wire_rows.Row]] = defaultdict(list)
    for position, item, rev, digest, body in found:
        rows[position].append(wire_rows.Row(item, rev, digest, body))
    return rows


def _frame(record: Any, rows: dict[int, list[wire_rows.Row]]) -> list[bytes]:
    payload = [record.body]
    if record.type in ("put", "grant"):
        own = rows[record.position]
        payload = [u32be(len(own)), wire_rows.build_rows(own)]
    if record.type == "grant":
        payload += [u32be(len(record.body)), record.body]
    size = sum(len(part) for part in payload)
    return [u32be(len(record.header)), record.header, record.signature, u32be(size), *payload]
