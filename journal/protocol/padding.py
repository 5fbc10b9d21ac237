"""Padding before sealing (`docs/protocol.md` section 1; Padmé: Nikitin et al., PoPETs 2019)."""

from journal.wire.encoding import u32be
from journal.wire.errors import Malformed

FLOOR = 1_024
ITEM_FLOOR = 4_096
"""Of what an item says: an entry of a page or two and every questionnaire have one size. Version 0.1 padded these to `FLOOR` too."""


def padme(length: int) -> int:
    """`length` (from 2) rounded up so that its size tells O(log log) bits: at most 12 % more."""
    exponent = length.bit_length() - 1
    step = (1 << (exponent - exponent.bit_length())) - 1
    return (length + step) & ~step


def padded_length(length: int, floor: int = FLOOR) -> int:
    """Size of `pad` for `length` bytes."""
    return max(floor, padme(4 + length))


def pad(data: bytes, floor: int = FLOOR) -> bytes:
    """`u32be(len) ‖ data ‖ zeros` up to `padded_length`."""
    return (u32be(len(data)) + data).ljust(padded_length(len(data), floor), b"\0")


def unpad(padded: bytes, floors: tuple[int, ...] = (FLOOR,)) -> bytes:
    """The data of `pad` with one of these floors. Raises Malformed for a wrong total length or filling that is not zero."""
    length = int.from_bytes(padded[:4])
    sizes = [padded_length(length, floor) for floor in floors]
    if 4 + length > len(padded) or len(padded) not in sizes:
        raise Malformed("padding of a wrong length")
    if padded.count(0, 4 + length) != len(padded) - 4 - length:
        raise Malformed("padding that is not zero")
    return padded[4 : 4 + length]
