"""The server's secret: 32 random bytes in a file of their own, outside the database and its backups."""

import contextlib
import hashlib
import hmac
import os
from pathlib import Path

from flask import Flask, current_app

NAME = "secret-key"


def register(app: Flask) -> None:
    """Lend the secret to Flask."""
    app.config["SECRET_KEY"] = prepare(app.config["DATA_DIR"])


def prepare(data_dir: str | Path) -> bytes:
    """The secret; it and its folder are made where they are missing."""
    folder = Path(data_dir)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return read_or_make(folder / NAME)


def read_or_make(path: Path) -> bytes:
    """The secret in `path`, made with mode 0600 by whoever comes first."""
    if not path.exists():
        draft = path.with_name(f"{NAME}.{os.getpid()}")
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(os.urandom(32))
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileExistsError):
            path.hardlink_to(draft)
        draft.unlink()
    return path.read_bytes()


def keyed(purpose: str, *parts: str) -> bytes:
    """HMAC-SHA-256 under the server's secret: 32 bytes that nobody else can compute."""
    data = "\0".join((purpose, *parts)).encode()
    return hmac.digest(current_app.config["SECRET_KEY"], data, hashlib.sha256)
