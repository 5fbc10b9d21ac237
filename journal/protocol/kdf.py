"""KDF (`docs/protocol.md` section 1): HKDF-SHA-512 with an empty salt (RFC 5869)."""

import hmac

from journal.wire.encoding import lbl

_HASH = "sha512"

Prepared = hmac.HMAC
"""HMAC-SHA-512 (RFC 2104) under one key; what it has read of a text is never kept in it."""


def prepare(key: bytes) -> Prepared:
    """HKDF-Extract of `key`: do it once where many keys are derived from one."""
    return hmac.new(hmac.digest(bytes(64), key, _HASH), digestmod=_HASH)


def mac(prepared: Prepared, data: bytes) -> bytes:
    """The 64 bytes for `data`."""
    keyed = prepared.copy()
    keyed.update(data)
    return keyed.digest()


def derive(prepared: Prepared, name: str, *parts: bytes) -> bytes:
    """KDF(k, name, a…) from `prepare(k)`: 32 bytes."""
    return derive_labelled(prepared, lbl(name, *parts))


def derive_labelled(prepared: Prepared, label: bytes) -> bytes:
    """The same for a label that is made already."""
    return mac(prepared, label + b"\1")[:32]


def kdf(key: bytes, name: str, *parts: bytes) -> bytes:
    """KDF(k, name, a…): 32 bytes."""
    return derive(prepare(key), name, *parts)


def expand(prk: bytes, info: bytes, length: int) -> bytes:
    """HKDF-Expand with SHA-512 (RFC 5869 section 2.3), up to 16,320 bytes."""
    keyed, out, block = hmac.new(prk, digestmod=_HASH), b"", b""
    for counter in range(1, -(-length // 64) + 1):
        block = mac(keyed, block + info + counter.to_bytes(1))
        out += block
    return out[:length]
