"""Sealed bodies of `device` records (`docs/protocol.md` section 5)."""

from journal.protocol.kdf import kdf
from journal.protocol.padding import pad, unpad
from journal.protocol.seal import open_sealed, seal
from journal.wire.encoding import build_json, integer, lbl, members, parse_json, text
from journal.wire.errors import Unsupported


def seal_device(account_key: bytes, id_pk: bytes, name: str, at: int) -> bytes:
    """Body of the record a device appends when it signs in; `at` in seconds since 1970."""
    plaintext = pad(build_json({"v": 1, "name": name, "at": at}))
    return seal(kdf(account_key, "device"), lbl("device", id_pk), plaintext)


def open_device(account_key: bytes, id_pk: bytes, sealed: bytes) -> tuple[str, int]:
    """Name of the device and when it signed in (seconds). Raises what `open_sealed` and `unpad` raise."""
    plaintext = unpad(open_sealed(kdf(account_key, "device"), lbl("device", id_pk), sealed))
    value = members(parse_json(plaintext), ("v", "name", "at"))
    if value["v"] != 1:
        raise Unsupported("a device record of another version")
    return text(value["name"]), integer(value["at"])
