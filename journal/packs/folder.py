"""`DATA_DIR/packs`: the packs of a server, each with its signature, and the public key of whoever signs them."""

import os
from pathlib import Path
from typing import NamedTuple

FOLDER = "packs"
KEY = "operator.pub"
LARGEST = 1_048_576
"""Bytes of one pack."""


class Installed(NamedTuple):
    """One pack as it lies there; `signature` is None where the file beside it is missing."""

    name: str
    text: str
    signature: str | None


def read_key(data_dir: Path) -> str | None:
    """The operator's public key, b64; None where none was made."""
    path = data_dir / FOLDER / KEY
    return path.read_text("ascii").strip() if path.exists() else None


def write_key(data_dir: Path, key: str) -> Path:
    """Puts the operator's public key, b64, where the server finds it."""
    path = data_dir / FOLDER / KEY
    write(path, key + "\n")
    return path


def installed(data_dir: Path) -> list[Installed]:
    """All packs there, by name; nothing of them is checked. What is too long or not UTF-8 is left out."""
    found = []
    for path in sorted((data_dir / FOLDER).glob("*.json")):
        if path.stat().st_size > LARGEST:
            continue
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        found.append(Installed(path.stem, text, _signature(path)))
    return found


def put(data_dir: Path, id: str, text: str, signature: str) -> Path:
    """Puts a pack and its signature there: the signature first, so that no reader finds a pack without one."""
    path = data_dir / FOLDER / f"{id}.json"
    write(signature_path(path), signature + "\n")
    write(path, text)
    return path


def signature_path(pack: Path) -> Path:
    """Where the signature of a pack's file lies: beside it."""
    return pack.with_suffix(".sig")


def _signature(pack: Path) -> str | None:
    path = signature_path(pack)
    return path.read_text("ascii", errors="replace").strip() if path.exists() else None


def write(path: Path, text: str, mode: int = 0o644) -> None:
    """A whole file or none, in a folder that is made where it is missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode), "wb") as file:
        file.write(text.encode())
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
