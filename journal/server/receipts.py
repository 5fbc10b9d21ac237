"""Receipts of erased accounts, in a file of their own beside the database: `DATA_DIR/erased`, a JSON line each.

The file is no part of a backup, so that a restored one does not bring an account back (see `erase.py`). It names nobody:
an account stands in it by its mark, which only those can compute who know the account's public key.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from journal.server import secret
from journal.wire.encoding import b64_decode, b64_encode, build_json, lbl, parse_json
from journal.wire.errors import Malformed
from journal.wire.ids import erased_mark

NAME = "erased"


class Receipt(NamedTuple):
    """What was erased and when, as the server signed it: `text` is JSON, `key` an Ed25519 public key."""

    text: str
    key: str
    signature: str

    @property
    def told(self) -> dict[str, Any]:
        """The members of the text."""
        value: dict[str, Any] = parse_json(self.text.encode())
        return value


class Receipts:
    """The list in one folder, signed with a key made of the server's secret."""

    def __init__(self, data_dir: str | Path) -> None:
        self._path = Path(data_dir) / NAME
        seed = secret.keyed(secret.read_or_make(data_dir), "receipts")
        self._signer = Ed25519PrivateKey.from_private_bytes(seed)
        self._read_at: tuple[tuple[int, int, int] | None, dict[bytes, Receipt]] = None, {}

    @property
    def key(self) -> bytes:
        """The public key of the signatures: another one where the file `secret-key` was lost."""
        return self._signer.public_key().public_bytes_raw()

    def find(self, mark: bytes) -> Receipt | None:
        """The receipt of one account."""
        return self._by_mark().get(mark)

    def marks(self) -> set[bytes]:
        """Everybody who was erased."""
        return set(self._by_mark())

    def keep(self, id_pk: bytes, now: int, counts: dict[str, Any]) -> Receipt:
        """Make a receipt, on the disk when this returns; the one there is, where the account was erased before."""
        mark = erased_mark(id_pk)
        if found := self.find(mark):
            return found
        text = build_json({"v": 1, "mark": b64_encode(mark), "at": now, **counts})
        signature = self._signer.sign(lbl("receipt", text))
        receipt = Receipt(text.decode(), b64_encode(self.key), b64_encode(signature))
        self._append(build_json(receipt._asdict()) + b"\n")
        return receipt

    def _append(self, line: bytes) -> None:
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            # A line that was cut off by a crash is not made part of the next one.
            size = os.fstat(handle).st_size
            cut = size > 0 and os.pread(handle, 1, size - 1) != b"\n"
            os.write(handle, b"\n" * cut + line)
            os.fsync(handle)
        finally:
            os.close(handle)

    def _by_mark(self) -> dict[bytes, Receipt]:
        """Read anew when the file is another one than it was: other processes write to it too."""
        state = self._state()
        read_at, receipts = self._read_at
        if state != read_at:
            # Looked at before it was read: what comes in between is read the next time.
            receipts = {b64_decode(one.told["mark"]): one for one in self._read()}
            self._read_at = state, receipts
        return receipts

    def _state(self) -> tuple[int, int, int] | None:
        try:
            found = self._path.stat()
        except FileNotFoundError:
            return None
        return found.st_ino, found.st_size, found.st_mtime_ns

    def _read(self) -> Iterator[Receipt]:
        try:
            lines = self._path.read_bytes().splitlines()
        except FileNotFoundError:
            return
        for line in lines:
            try:
                yield Receipt(**parse_json(line))
            except Malformed:
                continue
