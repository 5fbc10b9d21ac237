"""Boxes of `grant` records (`docs/protocol.md` section 6)."""

from collections.abc import Iterable, Sequence

from journal.protocol.box import box, open_box
from journal.protocol.keys import KemKey
from journal.wire.encoding import h, lbl
from journal.wire.errors import Malformed, WrongKey
from journal.wire.limits import CEK, GRANT_ROWS
from journal.wire.rows import Row, canonical_rows


def seal_grant(
    kem_pk: bytes, author: bytes, audience: bytes, rows: Sequence[Row], ceks: Sequence[bytes]
) -> bytes:
    """Box of the content keys of 1 to 64 `rows`, in their order, for the audience's `kem_pk`."""
    if len(rows) != len(ceks) or not 1 <= len(rows) <= GRANT_ROWS:
        raise Malformed(f"a grant covers 1 to {GRANT_ROWS} revisions, each with its key")
    return box(kem_pk, _info(author, audience, h(kem_pk), rows), b"".join(ceks))


def open_grant(
    keys: Iterable[KemKey],
    author: bytes,
    audience: bytes,
    kem: bytes,
    rows: Sequence[Row],
    data: bytes,
) -> list[bytes]:
    """Content keys of `rows` out of the box, for whichever of `keys` the grant names by `kem`.

    Raises WrongKey when it names none of them, Tampered when the box does not open for these two
    people and these rows.
    """
    key = next((key for key in keys if key.digest == kem), None)
    if key is None:
        raise WrongKey("a grant for a key that is not here")
    ceks = open_box(key, _info(author, audience, kem, rows), data)
    if len(ceks) != CEK * len(rows):
        raise Malformed("a box of another length than its rows ask for")
    return [ceks[start : start + CEK] for start in range(0, len(ceks), CEK)]


def _info(author: bytes, audience: bytes, kem: bytes, rows: Sequence[Row]) -> bytes:
    return lbl("grant", author, audience, kem, canonical_rows(rows))
