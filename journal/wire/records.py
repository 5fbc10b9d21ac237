"""Records: header ‖ signature ‖ payload, their frames and the one verifier (`docs/protocol.md` section 5)."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from journal.wire.bundles import Bundle, read_bundle
from journal.wire.encoding import Cursor, h, lbl, u32be
from journal.wire.errors import Malformed, Stale, Tampered
from journal.wire.headers import Head, Header, build_header, parse_header
from journal.wire.limits import (
    BUNDLE,
    DEVICE,
    GRANT_ROWS,
    HEADER,
    ID,
    PUT_PAYLOAD,
    PUT_ROWS,
    RING,
    SEALED_BODY,
    SIGNATURE,
    box_length,
)
from journal.wire.rows import (
    Place,
    Resolve,
    Row,
    build_rows,
    canonical_rows,
    parse_rows,
)
from journal.wire.signatures import Sign, verify

_PAYLOAD_LIMITS = {
    "key": BUNDLE,
    "ring": RING,
    "device": DEVICE,
    "put": PUT_PAYLOAD,
    # With every body in form 1, as the audience receives it.
    "grant": 4 + GRANT_ROWS * (1 + ID + ID + 4 + SEALED_BODY) + 4 + box_length(GRANT_ROWS),
}


class Record(NamedTuple):
    """One record as it travels, its header parsed. Nothing is verified yet."""

    header: Header
    signature: bytes
    payload: bytes


class Content(NamedTuple):
    """What a record carries: the payload as it travels and the canonical body that is hashed."""

    payload: bytes = b""
    canonical: bytes = b""
    rows: Sequence[Row] = ()
    box: bytes = b""


EMPTY = Content()


class Verified(NamedTuple):
    """What `verify_record` found: the head after the record, and what the record carries."""

    head: Head
    content: Content
    bundle: Bundle | None = None
    """Of a `key` record."""


def plain_content(data: bytes) -> Content:
    """Content of `key`, `ring` and `device` records: the same bytes in both places."""
    return Content(data, data)


def put_content(rows: Sequence[Row]) -> Content:
    """Content of a `put` of 1 to 1,024 rows."""
    return Content(u32be(len(rows)) + build_rows(rows), canonical_rows(rows), rows)


def grant_content(
    rows: Sequence[Row], box: bytes, places: Sequence[Place] | None = None
) -> Content:
    """Content of a `grant` of 1 to 64 rows with its box; on the way up `places` may stand for the rows."""
    payload = u32be(len(rows)) + build_rows(places or rows) + u32be(len(box)) + box
    return Content(payload, u32be(len(rows)) + canonical_rows(rows) + box, rows, box)


def build_record(
    sign: Sign,
    author: bytes,
    audience: bytes,
    head: Head,
    type: str,
    content: Content = EMPTY,
    **more: Any,
) -> Record:
    """The signed record that follows `head` in the log from `author` to `audience`.

    `sign` is the author's identity, lent; `more` are the type's members (see `build_header`).
    """
    data = build_header(author, audience, head, type, h(content.canonical), **more)
    return Record(parse_header(data), sign("record", data), content.payload)


def record_hash(record: Record) -> bytes:
    """H(LBL("rec", header, signature)): what the next record names as `prev`."""
    return h(lbl("rec", record.header.data, record.signature))


def build_frame(record: Record) -> bytes:
    """The record as it lies on the wire and on disk."""
    data = record.header.data
    return b"".join(
        (
            u32be(len(data)),
            data,
            record.signature,
            u32be(len(record.payload)),
            record.payload,
        )
    )


class FrameReader:
    """Reads records from frames that arrive in pieces of any size."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, data: bytes) -> list[Record]:
        """The records that `data` completes. Raises Malformed or Unsupported."""
        cursor = Cursor(self._rest + data)
        records = []
        while (end := _frame_end(cursor)) is not None:
            records.append(_read_frame(cursor))
            cursor.position = end
        self._rest = cursor.data[cursor.position :]
        return records

    def finish(self) -> None:
        """No frame is left unfinished, else Malformed."""
        if self._rest:
            raise Malformed("a frame is cut short")


def parse_frames(data: bytes) -> list[Record]:
    """All records of `data`, which holds whole frames only. Raises Malformed or Unsupported."""
    reader = FrameReader()
    records = reader.feed(data)
    reader.finish()
    return records


def parse_content(record: Record, resolve: Resolve | None = None) -> Content:
    """What the record carries, the canonical body rebuilt from the rows. Raises Malformed."""
    header, payload = record.header, record.payload
    if len(payload) > _PAYLOAD_LIMITS.get(header.type, 0):
        raise Malformed(f"a payload of {len(payload)} bytes is too long for {header.type!r}")
    cursor = Cursor(payload)
    match header.type:
        case "put":
            rows = parse_rows(cursor, _count(cursor, PUT_ROWS))
            content = Content(payload, canonical_rows(rows), rows)
        case "grant":
            rows = parse_rows(cursor, _count(cursor, GRANT_ROWS), resolve)
            box = cursor.prefixed(box_length(GRANT_ROWS))
            if len(box) != box_length(len(rows)):
                raise Malformed("a box of another length than its rows ask for")
            content = Content(payload, u32be(len(rows)) + canonical_rows(rows) + box, rows, box)
        case _:
            cursor.take(len(payload))
            content = plain_content(payload)
    cursor.done()
    return content


def verify_record(record: Record, head: Head, resolve: Resolve | None = None) -> Verified:
    """The record holds and follows `head`; answers the head after it and what it carries.

    Checks in the order of `docs/protocol.md` section 5. Raises Malformed (payload, limits, a closed
    log), Tampered (signature, body hash, a bundle of somebody else) or Stale (seq, prev, generation,
    epoch). What parse_header refuses was refused before.
    """
    header = record.header
    content = parse_content(record, resolve)
    verify(header.author, record.signature, "record", header.data)
    if h(content.canonical) != header.body:
        raise Tampered("the body is not the one that was signed")
    bundle = _own_bundle(record) if header.type == "key" else None
    return Verified(_next_head(record, head, bundle), content, bundle)


def _count(cursor: Cursor, most: int) -> int:
    count = cursor.number(4)
    if not 1 <= count <= most:
        raise Malformed(f"{count} rows, where 1 to {most} may stand")
    return count


def _own_bundle(record: Record) -> Bundle:
    bundle = read_bundle(record.payload)
    if bundle.id_pk != record.header.author:
        raise Tampered("the bundle is not its author's")
    return bundle


def _next_head(record: Record, head: Head, bundle: Bundle | None) -> Head:
    header = record.header
    if header.seq != head.seq + 1 or header.prev != head.hash:
        raise Stale(f"record {header.seq} does not follow record {head.seq}")
    if head.closed:
        raise Malformed("nothing follows a 'close'")
    generation, epoch = head.generation, head.epoch
    if header.type == "ring":
        if header.generation != generation + 1:
            raise Stale(f"ring {header.generation} does not follow ring {generation}")
        generation = header.generation
    if bundle:
        if bundle.epoch <= epoch:
            raise Stale(f"bundle {bundle.epoch} does not follow bundle {epoch}")
        epoch = bundle.epoch
    return Head(header.seq, record_hash(record), generation, epoch, header.type == "close")


def _frame_end(cursor: Cursor) -> int | None:
    """Where the next frame ends, or None while it is not whole."""
    start, available = cursor.position, len(cursor.data)
    if available < start + 4:
        return None
    length = int.from_bytes(cursor.data[start : start + 4])
    if length > HEADER:
        raise Malformed(f"a header has at most {HEADER} bytes")
    payload = start + 4 + length + SIGNATURE
    if available < payload + 4:
        return None
    size = int.from_bytes(cursor.data[payload : payload + 4])
    if size > _PAYLOAD_LIMITS["grant"]:
        raise Malformed("a payload over every limit")
    end = payload + 4 + size
    return end if end <= available else None


def _read_frame(cursor: Cursor) -> Record:
    header = parse_header(cursor.prefixed(HEADER))
    return Record(header, cursor.take(SIGNATURE), cursor.prefixed(_PAYLOAD_LIMITS["grant"]))
