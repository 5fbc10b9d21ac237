"""Pages of the feed (`docs/api.md`): `u32be length ‖ JSON ‖ frames`."""

from collections.abc import Iterable
from typing import NamedTuple

from journal.wire.encoding import (
    Cursor,
    b64_decode,
    b64_encode,
    build_json,
    integer,
    members,
    parse_json,
    u32be,
)
from journal.wire.errors import Malformed
from journal.wire.limits import HEADER, ID
from journal.wire.records import FrameReader, Record, build_frame, parse_frames


class Page(NamedTuple):
    """One page: the server's epoch, the place asked for, the place to ask for next, and the records."""

    epoch: bytes
    after: int
    next: int
    more: bool
    records: list[Record]


def build_page(epoch: bytes, after: int, next: int, more: bool, frames: Iterable[bytes]) -> bytes:
    """A page of finished `frames`."""
    data = build_json({"epoch": b64_encode(epoch), "after": after, "next": next, "more": more})
    return b"".join((u32be(len(data)), data, *frames))


def parse_page(data: bytes) -> Page:
    """The page in `data`; its records are parsed and not verified. Raises Malformed or Unsupported."""
    cursor = Cursor(data)
    head = _parse_head(cursor)
    return head._replace(records=parse_frames(data[cursor.position :]))


def whole_frames(data: bytes) -> bytes | None:
    """What came whole of a page that broke off: a page of its whole frames, with more to come; None where there is none.

    Places only go up, so the next page may be asked for from behind these frames.
    """
    cursor = Cursor(data)
    try:
        head = _parse_head(cursor)
    except Malformed:
        return None
    records = FrameReader().feed(data[cursor.position :])
    if not records:
        return None
    following = head.after + len(records)
    return build_page(head.epoch, head.after, following, True, map(build_frame, records))


def _parse_head(cursor: Cursor) -> Page:
    value = members(parse_json(cursor.prefixed(HEADER)), ("epoch", "after", "next", "more"))
    epoch, after = b64_decode(value["epoch"], ID), integer(value["after"])
    following = integer(value["next"], after)
    if not isinstance(value["more"], bool):
        raise Malformed("not true or false")
    return Page(epoch, after, following, value["more"], [])
