"""The kit code on paper (`docs/protocol.md` section 2)."""

from journal.wire.encoding import h, lbl
from journal.wire.errors import Malformed

KIT = 20
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans("OIL", "011", "- \t\r\n")
_CHARACTERS = 36


def kit_to_text(kit: bytes) -> str:
    """R (20 bytes) as nine groups of four Crockford base32 characters; the last group is the check."""
    number = int.from_bytes(kit) << 20 | _check(kit)
    digits = [_ALPHABET[number >> 5 * place & 31] for place in reversed(range(_CHARACTERS))]
    return "-".join("".join(digits[start : start + 4]) for start in range(0, _CHARACTERS, 4))


def text_to_kit(text: str) -> bytes:
    """R from what a person typed: case, spaces and hyphens do not matter, O reads as 0, I and L as 1.

    Raises Malformed for another length, other characters (U among them) and a wrong check.
    """
    typed = text.upper().translate(_READ_AS)
    if len(typed) != _CHARACTERS or not set(typed) <= set(_ALPHABET):
        raise Malformed("not a kit code")
    number = 0
    for character in typed:
        number = number << 5 | _ALPHABET.index(character)
    kit = (number >> 20).to_bytes(KIT)
    if number & 0xFFFFF != _check(kit):
        raise Malformed("a kit code with a slip in it")
    return kit


def _check(kit: bytes) -> int:
    return int.from_bytes(h(lbl("kit-check", kit))[:3]) >> 4
