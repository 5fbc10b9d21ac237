"""KDF (`docs/protocol.md` section 1): HKDF-SHA-512 with an empty salt (RFC 5869)."""

from hashlib import sha512

from journal.wire.encoding import lbl

_BLOCK = 128  # of SHA-512 (RFC 2104)
_IPAD = bytes(byte ^ 0x36 for byte in range(256))
_OPAD = bytes(byte ^ 0x5C for byte in range(256))


class Hmac:
    """HMAC-SHA-512 (RFC 2104) under one key of up to 128 bytes; several times as fast as `hmac.digest` here."""

    __slots__ = ("_inner", "_outer")

    def __init__(self, key: bytes) -> None:
        padded = key.ljust(_BLOCK, b"\0")
        self._inner, self._outer = padded.translate(_IPAD), padded.translate(_OPAD)

    def digest(self, data: bytes) -> bytes:
        """The 64 bytes for `data`."""
        return sha512(self._outer + sha512(self._inner + data).digest()).digest()


def prepare(key: bytes) -> Hmac:
    """HKDF-Extract of `key`: do it once where many keys are derived from one."""
    return Hmac(Hmac(bytes(64)).digest(key))


def derive(prepared: Hmac, name: str, *parts: bytes) -> bytes:
    """KDF(k, name, a…) from `prepare(k)`: 32 bytes."""
    return derive_labelled(prepared, lbl(name, *parts))


def derive_labelled(prepared: Hmac, label: bytes) -> bytes:
    """The same for a label that is made already."""
    return prepared.digest(label + b"\1")[:32]


def kdf(key: bytes, name: str, *parts: bytes) -> bytes:
    """KDF(k, name, a…): 32 bytes."""
    return derive(prepare(key), name, *parts)


def expand(prk: bytes, info: bytes, length: int) -> bytes:
    """HKDF-Expand with SHA-512 (RFC 5869 section 2.3), up to 16,320 bytes."""
    keyed, out, block = Hmac(prk), b"", b""
    for counter in range(1, -(-length // 64) + 1):
        block = keyed.digest(block + info + counter.to_bytes(1))
        out += block
    return out[:length]
