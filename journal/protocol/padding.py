"""Padding before sealing (`docs/protocol.md` section 1; Padmé: Nikitin et al., PoPETs 2019)."""

from journal.wire.encoding import u32be
from journal.wire.errors import Malformed

FLOOR = 1_024


def padme(length: int) -> int:
    """`length` (from 2) rounded up so that its size tells O(log log) bits: at most 12 % more."""
    exponent = length.bit_length() - 1
    step = (1 << (exponent - exponent.bit_length())) - 1
    return (length + step) & ~step


def padded_length(length: int) -> int:
    """Size of `pad` for `length` bytes."""
    return max(FLOOR, padme(4 + length))


def pad(data: bytes) -> bytes:
    """`u32be(len) ‖ data ‖ zeros` up to `padded_length`."""
    return (u32be(len(data)) + data).ljust(padded_length(len(data)), b"\0")


def unpad(padded: bytes) -> bytes:
    """The data of `pad`. Raises Malformed for a wrong total length or filling that is not zero."""
    length = int.from_bytes(padded[:4])
    if len(padded) < FLOOR or 4 + length > len(padded) or len(padded) != padded_length(length):
        raise Malformed("padding of a wrong length")
    if padded.count(0, 4 + length) != len(padded) - 4 - length:
        raise Malformed("padding that is not zero")
    return padded[4 : 4 + length]
