"""Items (`docs/protocol.md` sections 2 and 4)."""

from functools import lru_cache
from typing import Any

from journal.protocol.kdf import derive_labelled, prepare
from journal.protocol.padding import FLOOR, ITEM_FLOOR, pad, unpad
from journal.protocol.seal import open_sealed, seal
from journal.wire.encoding import Label, build_json, parse_payload
from journal.wire.errors import Malformed, Unsupported
from journal.wire.limits import SEALED_BODY

VERSION = 1
_CEK = Label("cek")


@lru_cache(maxsize=64)
def _context(author: bytes) -> Label:
    """LBL("item", author, …): what every body of one author is sealed under."""
    return Label("item", author)


class CekSource:
    """Content keys of one epoch of J: `cek(item, rev)` is KDF(J, "cek", item, rev), 32 bytes."""

    def __init__(self, journal_key: bytes) -> None:
        self._prepared = prepare(journal_key)

    def cek(self, item: bytes, rev: bytes) -> bytes:
        """The content key of one revision."""
        return derive_labelled(self._prepared, _CEK(item, rev))


def seal_item(
    cek: bytes,
    author: bytes,
    item: bytes,
    rev: bytes,
    payload: dict[str, Any],
    salt: bytes | None = None,
) -> bytes:
    """Sealed body of a revision by `author` (id_pk). Raises Malformed past 262,144 bytes."""
    plaintext = pad(build_json(payload), ITEM_FLOOR)
    sealed = seal(cek, _context(author)(item, rev), plaintext, salt)
    if len(sealed) > SEALED_BODY:
        raise Malformed("an item too long to be sealed in one body")
    return sealed


def open_item(cek: bytes, author: bytes, item: bytes, rev: bytes, sealed: bytes) -> dict[str, Any]:
    """Payload of a sealed body, members and kinds nobody knows included.

    Raises what `open_sealed` and `unpad` raise, Malformed for what is no payload, Unsupported for a
    payload of another version.
    """
    plaintext = open_sealed(cek, _context(author)(item, rev), sealed)
    payload = parse_payload(unpad(plaintext, (ITEM_FLOOR, FLOOR)))
    if payload.get("v") != VERSION:
        raise Unsupported("a payload of another version")
    if not isinstance(payload.get("kind"), str):
        raise Malformed("a payload without a kind")
    return payload
