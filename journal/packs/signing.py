"""Signatures over packs: `docs/packs.md`, "Signing". Ed25519 over LBL("pack", canonical bytes)."""

import json
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from journal.wire.encoding import b64_decode, b64_encode, lbl, parse_json
from journal.wire.errors import Malformed
from journal.wire.signatures import verify

LABEL = "pack"


def read_pack(data: bytes) -> Any:
    """The JSON in a pack's file. Raises Malformed for doubled members, fractions, and what is not UTF-8 or not JSON."""
    return parse_json(data)


def canonical(pack: Any) -> bytes:
    """The bytes that are signed: members in the order of their names, no white space, UTF-8.

    Raises Malformed for member names that are not ASCII, since languages order others differently, and for half a
    surrogate pair, which has no UTF-8.
    """
    _check_names(pack)
    text = json.dumps(pack, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise Malformed("half a surrogate pair") from error


def _check_names(value: Any) -> None:
    if isinstance(value, list):
        for one in value:
            _check_names(one)
    elif isinstance(value, dict):
        for name, one in value.items():
            if not name.isascii():
                raise Malformed("a member's name is not ASCII")
            _check_names(one)


def new_secret() -> bytes:
    """A new Ed25519 seed, 32 bytes."""
    return Ed25519PrivateKey.generate().private_bytes_raw()


def public_key(secret: bytes) -> bytes:
    """The public key of a seed, 32 bytes. Raises ValueError for a seed of another length."""
    return Ed25519PrivateKey.from_private_bytes(secret).public_key().public_bytes_raw()


def sign_pack(secret: bytes, data: bytes) -> str:
    """The signature over a pack's file, b64. Raises Malformed where the file is not strict JSON."""
    signed = lbl(LABEL, canonical(read_pack(data)))
    return b64_encode(Ed25519PrivateKey.from_private_bytes(secret).sign(signed))


def open_pack(key: bytes, data: bytes, signature: str) -> Any:
    """The pack in `data`, signed by `key`.

    Raises Malformed where pack, key or signature cannot be read, Tampered where the signature does not hold.
    """
    pack = read_pack(data)
    verify(key, b64_decode(signature), LABEL, canonical(pack))
    return pack
