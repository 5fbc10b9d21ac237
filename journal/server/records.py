"""`POST /records`: frames of one or several logs, each log its own transaction with a result of its own."""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType
from typing import Any, NamedTuple

from flask import Blueprint, Flask, Response, g, jsonify, request
from flask_login import login_required
from sqlalchemy import Connection, select
from sqlalchemy.exc import DBAPIError

from journal.server import schema
from journal.server.database import out_of_space
from journal.server.guard import BYTES, takes
from journal.server.logs import Writer, find_place, head_of
from journal.server.position import tell
from journal.server.principal import me
from journal.server.problems import WITHIN_PUSH, Problem, type_uri
from journal.server.space import require_space
from journal.server.state import Room, account_room, database, epoch_text, now
from journal.wire.encoding import Cursor, b64_decode, b64_encode, parse_json
from journal.wire.errors import Malformed, ProtocolError
from journal.wire.headers import Head, Header, parse_header
from journal.wire.ids import log_id
from journal.wire.limits import HEADER, ID, PUSH, PUSH_RECORDS, SIGNATURE
from journal.wire.records import Record

bp = Blueprint("records", __name__, url_prefix="/api/v1")


class Result(NamedTuple):
    """What became of the records of one log."""

    accepted: int
    head: Head
    problem: str | None = None
    added: tuple[int, int] | None = None
    """The place in the author's feed before the first new record, and that of the last; None if nothing was added."""
    places: Mapping[int, int] = MappingProxyType({})
    """Where the feeds of author and audience end now, by account, if anything was added."""


def register(app: Flask) -> None:
    """Add the endpoint."""
    app.register_blueprint(bp)


@bp.post("/records")
@login_required
@takes(BYTES, PUSH)
def push_records() -> Response:
    """Take records. The answer leaves when every accepted one is durable."""
    data = request.get_data(cache=False)
    require_space(len(data))
    logs = _split(data)
    own = log_id(me.id_pk, me.id_pk)
    # The private log first, whatever the order in the push: grants name revisions in it.
    results = {id: _store(id, logs[id]) for id in sorted(logs, key=lambda log: log != own)}
    tell({account: at for one in results.values() for account, at in one.places.items()})
    g.reason = next((result.problem for result in results.values() if result.problem), None)
    return jsonify(epoch=epoch_text(), results=[_told(id, results[id]) for id in logs])


def _split(data: bytes) -> dict[bytes, list[Record | ProtocolError]]:
    """Records by log, in order. One whose header does not hold stands there as its error."""
    logs: dict[bytes, list[Record | ProtocolError]] = {}
    cursor = Cursor(data)
    try:
        if _count(data) > PUSH_RECORDS:
            raise Problem("too-large")
        while cursor.position < len(data):
            header, signature = cursor.prefixed(HEADER), cursor.take(SIGNATURE)
            log, record = _read(header, signature, cursor.prefixed(PUSH))
            logs.setdefault(log, []).append(record)
    except Malformed:
        raise Problem("malformed") from None
    return logs


def _count(data: bytes) -> int:
    """Frames in a push, as far as one more than it may have: nothing of them is read but their lengths."""
    cursor, count = Cursor(data), 0
    while cursor.position < len(data) and count <= PUSH_RECORDS:
        for skipped in (0, SIGNATURE):
            cursor.take(skipped)
            cursor.take(cursor.number(4))
        count += 1
    return count


def _read(data: bytes, signature: bytes, payload: bytes) -> tuple[bytes, Record | ProtocolError]:
    try:
        header = parse_header(data)
    except ProtocolError as error:
        value = parse_json(data)
        return b64_decode(value.get("log") if isinstance(value, dict) else None, ID), error
    return header.log, Record(header, signature, payload)


def _store(id: bytes, entries: list[Record | ProtocolError]) -> Result:
    first = entries[0]
    if isinstance(first, ProtocolError):
        return Result(0, _head(id), first.kind)
    if first.header.author != me.id_pk:
        return Result(0, Head(), "tampered")
    try:
        return database().run(partial(_take, id, first.header, entries, now(), account_room()))
    except DBAPIError as error:
        if not out_of_space(error):
            raise
        return Result(0, _head(id), "out-of-space")


def _take(
    id: bytes,
    header: Header,
    entries: list[Record | ProtocolError],
    now: int,
    room: Room,
    connection: Connection,
) -> Result:
    """As many records of one log as hold; `header` is of the first."""
    place = find_place(connection, id, header.author, header.audience)
    # Closed or erased since this request was let in.
    if place.author is None or place.author.closed:
        raise Problem("sign-in-needed")
    writer = Writer(connection, place, now, room)
    problem, accepted = None, 0
    try:
        for entry in entries:
            if isinstance(entry, ProtocolError):
                raise entry
            writer.take(entry)
            accepted += 1
    except ProtocolError as error:
        problem = error.kind
    writer.finish()
    return Result(accepted, writer.head, problem, writer.added, writer.places)


def _head(id: bytes) -> Head:
    """The stored head of a log of this account's own."""
    table = schema.log
    query = select(table).where((table.c.log_id == id) & (table.c.author == me.account))
    with database().read() as connection:
        return head_of(connection.execute(query).one_or_none())


def _told(id: bytes, result: Result) -> dict[str, Any]:
    problem = None
    if result.problem:
        problem = {
            "type": type_uri(result.problem),
            "detail": WITHIN_PUSH[result.problem],
            "index": result.accepted,
        }
    head = {"seq": result.head.seq, "hash": b64_encode(result.head.hash)}
    added = {"after": result.added[0], "next": result.added[1]} if result.added else None
    return {
        "log": b64_encode(id),
        "accepted": result.accepted,
        "head": head,
        "added": added,
        "problem": problem,
    }
