"""The server's secret: 32 random bytes in a file of their own, outside the database and its backups."""

import contextlib
import hashlib
import hmac
import os
from pathlib import Path

NAME = "secret-key"


def read_or_make(data_dir: str | Path) -> bytes:
    """The secret in its folder; both are made where they are missing, the file with mode 0600."""
    path = Path(data_dir) / NAME
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not path.exists():
        _make(path)
    return path.read_bytes()


def _make(path: Path) -> None:
    """A whole file or none, and whoever comes first has made it."""
    draft = path.with_name(f"{NAME}.{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(os.urandom(32))
        file.flush()
        os.fsync(file.fileno())
    with contextlib.suppress(FileExistsError):
        path.hardlink_to(draft)
    draft.unlink()


def keyed(secret: bytes, purpose: str, *parts: str) -> bytes:
    """HMAC-SHA-256 under the server's secret: 32 bytes that nobody else can compute."""
    data = "\0".join((purpose, *parts)).encode()
    return hmac.digest(secret, data, hashlib.sha256)
