"""Names of a person's devices: sealed bodies of `device` records (`docs/protocol.md` section 5), labels of sessions (section 3)."""

from journal.protocol.kdf import kdf
from journal.protocol.padding import pad, unpad
from journal.protocol.seal import open_sealed, seal
from journal.wire.encoding import build_json, integer, lbl, members, parse_json, text
from journal.wire.errors import Malformed, Unsupported
from journal.wire.limits import LABEL

NAME = 95
"""The most bytes of a name in a label."""


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


def seal_label(account_key: bytes, id_pk: bytes, session: bytes, name: str) -> bytes:
    """Label (168 bytes) of the session with that id (16). Raises Malformed for a name of more than `NAME` bytes."""
    data = name.encode()
    if len(data) > NAME:
        raise Malformed("a name longer than a label holds")
    plaintext = bytes([len(data)]) + data.ljust(NAME, b"\0")
    return seal(kdf(account_key, "session"), lbl("session", id_pk, session), plaintext)


def open_label(account_key: bytes, id_pk: bytes, session: bytes, label: bytes) -> str:
    """The name in a label, whatever characters it holds. Raises Malformed, WrongKey (of another session) or Tampered."""
    if len(label) != LABEL:
        raise Malformed("a label of another length")
    plaintext = open_sealed(kdf(account_key, "session"), lbl("session", id_pk, session), label)
    end = 1 + plaintext[0]
    if end > len(plaintext) or any(plaintext[end:]):
        raise Malformed("a label that is filled otherwise")
    try:
        return plaintext[1:end].decode()
    except UnicodeDecodeError as error:
        raise Malformed("a name that is not UTF-8") from error
