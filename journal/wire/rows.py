"""Rows of `put` and `grant` payloads in their three forms (`docs/protocol.md` section 5)."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from journal.wire.encoding import Cursor, h, u16be, u32be
from journal.wire.errors import Malformed
from journal.wire.limits import DIGEST, ID, SEALED_BODY

ROW = ID + ID + DIGEST


class Row(NamedTuple):
    """One revision: item (16), rev (16), H(sealed body) (32), and the sealed body where it is at hand."""

    item: bytes
    rev: bytes
    digest: bytes
    body: bytes | None = None


class Place(NamedTuple):
    """A row of a grant on its way up: row `row` (from 0) of the `put` with `seq` in the author's private log."""

    seq: int
    row: int


Resolve = Callable[[int, int], Row]
"""Lent by whoever holds the author's private log: (seq, row) → that row. Raises what it likes for a missing one."""


def row_of(item: bytes, rev: bytes, body: bytes) -> Row:
    """The row of a sealed body, its hash computed."""
    return Row(item, rev, h(body), body)


def build_rows(rows: Iterable[Row | Place]) -> bytes:
    """Rows as they travel: form 1 where the body is at hand, form 0 where it is not, form 2 for a Place."""
    out: list[bytes] = []
    for row in rows:
        if isinstance(row, Place):
            out += (b"\2", u32be(row.seq), u16be(row.row))
        elif row.body is None:
            out += (b"\0", row.item, row.rev, row.digest)
        else:
            out += (b"\1", row.item, row.rev, u32be(len(row.body)), row.body)
    return b"".join(out)


def canonical_rows(rows: Iterable[Row]) -> bytes:
    """What is hashed and signed: `item ‖ rev ‖ H(sealed body)` for every row."""
    return b"".join([part for row in rows for part in row[:3]])


def parse_rows(cursor: Cursor, count: int, resolve: Resolve | None = None) -> list[Row]:
    """The next `count` rows; form 2 only where `resolve` is lent.

    Raises Malformed for an unknown form, a body over its limit, bytes that end early, or a revision
    that stands twice.
    """
    rows: list[Row] = []
    for _ in range(count):
        row, cursor.position = _parse_row(cursor, resolve)
        rows.append(row)
    if len({row.rev for row in rows}) != count:
        raise Malformed("a revision stands twice in one record")
    return rows


def _parse_row(cursor: Cursor, resolve: Resolve | None) -> tuple[Row, int]:
    """A row and where it ends. Sliced by hand: an upload of 10,000 revisions passes here four times."""
    data, at = cursor.data, cursor.position
    form = data[at : at + 1]
    item, rev = data[at + 1 : at + 17], data[at + 17 : at + 33]
    if form == b"\1":
        size = int.from_bytes(data[at + 33 : at + 37])
        end = at + 37 + size
        if size > SEALED_BODY:
            raise Malformed(f"a body of {size} bytes")
        if end <= len(data):
            return row_of(item, rev, data[at + 37 : end]), end
    elif form == b"\0":
        if at + 1 + ROW <= len(data):
            return Row(item, rev, data[at + 33 : at + 65]), at + 65
    elif form == b"\2" and resolve:
        if at + 7 <= len(data):
            place = int.from_bytes(data[at + 1 : at + 5]), int.from_bytes(data[at + 5 : at + 7])
            return resolve(*place)._replace(body=None), at + 7
    elif form:
        raise Malformed(f"a row of form {form[0]}")
    raise Malformed("cut short")
