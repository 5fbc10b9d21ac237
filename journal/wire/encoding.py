"""Conventions of `docs/protocol.md` section 1: integers, b64, strict JSON, PAE, LBL, H."""

import base64
import binascii
import hashlib
import json
import math
import re
from typing import Any

from journal.wire.errors import Malformed
from journal.wire.limits import JSON_DEPTH, SAFE_INTEGER

_B64 = re.compile(r"[A-Za-z0-9_-]*\Z")
_INTEGER = re.compile(r"(?:0|-?[1-9][0-9]{0,15})\Z")
_STRING = re.compile(rb'"(?:[^"\\]|\\.)*+"?', re.DOTALL)
_NO_BRACKET = bytes(set(range(256)) - set(b"[]{}"))
_PREFIX = "afterglow/v1/"


def u8(value: int) -> bytes:
    """`value` as one byte."""
    return value.to_bytes(1)


def u16be(value: int) -> bytes:
    """`value` as two bytes, most significant first."""
    return value.to_bytes(2)


def u32be(value: int) -> bytes:
    """`value` as four bytes, most significant first."""
    return value.to_bytes(4)


def u64be(value: int) -> bytes:
    """`value` as eight bytes, most significant first."""
    return value.to_bytes(8)


def u64le(value: int) -> bytes:
    """`value` as eight bytes, least significant first."""
    return value.to_bytes(8, "little")


def h(data: bytes) -> bytes:
    """H(x): SHA-256 (FIPS 180-4), 32 bytes."""
    return hashlib.sha256(data).digest()


def pae(*parts: bytes) -> bytes:
    """PAE(a, b, …): unambiguous concatenation, as in PASETO v4."""
    out = [len(parts).to_bytes(8, "little")]
    for part in parts:
        out += (len(part).to_bytes(8, "little"), part)
    return b"".join(out)


def lbl(name: str, *parts: bytes) -> bytes:
    """LBL(name, a, …): PAE under the prefix "afterglow/v1/" and the label's name."""
    return pae((_PREFIX + name).encode(), *parts)


class Label:
    """LBL(name, fixed…, more…) for one name and unchanging first parts: `label(more…)`."""

    __slots__ = ("_count", "_head")

    def __init__(self, name: str, *fixed: bytes) -> None:
        self._count = 1 + len(fixed)
        self._head = pae((_PREFIX + name).encode(), *fixed)[8:]

    def __call__(self, *more: bytes) -> bytes:
        """The whole label."""
        out = [(self._count + len(more)).to_bytes(8, "little"), self._head]
        for part in more:
            out += (len(part).to_bytes(8, "little"), part)
        return b"".join(out)


def b64_encode(data: bytes) -> str:
    """base64url without padding (RFC 4648 section 5)."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def b64_decode(text: object, length: int | None = None) -> bytes:
    """Bytes of canonical b64 `text`; `length` bytes where one is given.

    Raises Malformed for anything but text, for padding, white space, other alphabets,
    non-zero trailing bits and another length.
    """
    if not isinstance(text, str) or not _B64.match(text):
        raise Malformed("not base64url text")
    try:
        data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except binascii.Error as error:
        raise Malformed("not base64url text") from error
    if b64_encode(data) != text:
        raise Malformed("base64url text with stray bits")
    if length is not None and len(data) != length:
        raise Malformed(f"expected {length} bytes, found {len(data)}")
    return data


def build_json(value: object) -> bytes:
    """`value` as JSON without white space outside strings, members in the order given."""
    try:
        return _ENCODER.encode(value).encode()
    except UnicodeEncodeError:
        # A lone surrogate (half of an emoji cut by an editor) has no UTF-8 form; its escape has one.
        return _ESCAPING_ENCODER.encode(value).encode()


def parse_json(data: bytes) -> Any:
    """Value of strict JSON (`docs/protocol.md` section 1): integers of ±(2^53−1) only.

    Raises Malformed for invalid UTF-8, a byte order mark, duplicate members, fractions, exponents,
    integers out of range, more than 64 objects and lists in one another, and anything after the value.
    """
    return _parse(data, _STRICT_DECODER)


def parse_payload(data: bytes) -> dict[str, Any]:
    """The one JSON object of an item payload (`docs/protocol.md` section 9): fractions are allowed.

    Raises Malformed as `parse_json` does, and for a value that is not an object.
    """
    value = _parse(data, _PAYLOAD_DECODER)
    if not isinstance(value, dict):
        raise Malformed("a payload is one object")
    return value


def members(
    value: object, required: tuple[str, ...], optional: tuple[str, ...] = ()
) -> dict[str, Any]:
    """`value` if it is an object with every required member and no unknown one, else Malformed."""
    if not isinstance(value, dict):
        raise Malformed("not an object")
    if missing := [name for name in required if name not in value]:
        raise Malformed(f"missing member {missing[0]!r}")
    if len(value) > len(required):
        for name in value:
            if name not in required and name not in optional:
                raise Malformed(f"unknown member {name!r}")
    return value


def integer(value: object, least: int = 0, most: int = SAFE_INTEGER) -> int:
    """`value` if it is an integer between `least` and `most`, else Malformed."""
    if type(value) is not int or not least <= value <= most:
        raise Malformed(f"not an integer between {least} and {most}")
    return value


def text(value: object) -> str:
    """`value` if it is text, else Malformed."""
    if not isinstance(value, str):
        raise Malformed("not text")
    return value


class Cursor:
    """Reads fixed and length-prefixed fields from bytes; every overrun is Malformed."""

    __slots__ = ("data", "position")

    def __init__(self, data: bytes, position: int = 0) -> None:
        self.data = data
        self.position = position

    def take(self, length: int) -> bytes:
        """The next `length` bytes."""
        end = self.position + length
        if end > len(self.data):
            raise Malformed("cut short")
        taken = self.data[self.position : end]
        self.position = end
        return taken

    def number(self, width: int) -> int:
        """The next `width` bytes as an unsigned integer, most significant first."""
        return int.from_bytes(self.take(width))

    def prefixed(self, limit: int) -> bytes:
        """The bytes behind a u32be length of at most `limit`."""
        length = self.number(4)
        if length > limit:
            raise Malformed(f"a length of {length} is over the limit of {limit}")
        return self.take(length)

    def done(self) -> None:
        """Nothing is left, else Malformed."""
        if self.position != len(self.data):
            raise Malformed("bytes after the end")


def _parse(data: bytes, decoder: json.JSONDecoder) -> Any:
    _check_depth(data)
    try:
        return decoder.decode(data.decode())
    except (ValueError, RecursionError) as error:
        raise Malformed("not JSON") from error


def _check_depth(data: bytes) -> None:
    """Before anything is parsed, so that no limit of the interpreter is met first."""
    if data.count(b"[") + data.count(b"{") <= JSON_DEPTH:
        return
    depth = 0
    for bracket in _STRING.sub(b"", data).translate(None, _NO_BRACKET):
        depth += 1 if bracket in b"[{" else -1
        if depth > JSON_DEPTH:
            raise Malformed("JSON nested too deeply")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise Malformed("duplicate member")
    return value


def _integer(digits: str) -> int:
    if not _INTEGER.match(digits) or abs(int(digits)) > SAFE_INTEGER:
        raise Malformed("not an integer within ±(2^53−1)")
    return int(digits)


def _payload_integer(digits: str) -> int | float:
    return int(digits) if len(digits) <= 16 else _fraction(digits)


def _fraction(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise Malformed("a number beyond every float")
    return value


def _no_number(_: str) -> Any:
    raise Malformed("not an integer within ±(2^53−1)")


# Made once: making one costs as much as reading a whole entry with it.
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)
_ESCAPING_ENCODER = json.JSONEncoder(separators=(",", ":"), allow_nan=False)
_STRICT_DECODER = json.JSONDecoder(
    object_pairs_hook=_object,
    parse_int=_integer,
    parse_float=_no_number,
    parse_constant=_no_number,
)
_PAYLOAD_DECODER = json.JSONDecoder(
    object_pairs_hook=_object,
    parse_int=_payload_integer,
    parse_float=_fraction,
    parse_constant=_no_number,
)
