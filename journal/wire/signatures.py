"""Ed25519 (RFC 8032) as `docs/protocol.md` section 1 asks for it: SIGN is over LBL(name, a…)."""

from collections.abc import Callable

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from journal.wire.encoding import lbl
from journal.wire.errors import Malformed, Tampered
from journal.wire.limits import PUBLIC_KEY, SIGNATURE

Sign = Callable[..., bytes]
"""SIGN with a secret lent by its owner: `sign(name, *parts)` → 64 bytes over LBL(name, *parts)."""

_P = 2**255 - 19
_ORDER_8 = 0x05FC536D880238B13933C6D305ACDFD5F098EFF289F4C345B027B2C28F95E826
# y coordinates of the eight points whose order divides 8 (both signs of x): orders 1, 2, 4, 8, 8.
_SMALL_ORDER = {1, _P - 1, 0, _ORDER_8, _P - _ORDER_8}


def check_public_key(key: bytes) -> bytes:
    """`key` if it may be anybody's Ed25519 key.

    Raises Malformed for another length than 32, a y coordinate that is not canonical, and the
    small-order points: under those, one signature verifies for every message.
    """
    if len(key) != PUBLIC_KEY:
        raise Malformed("a public key has 32 bytes")
    y = int.from_bytes(key, "little") & (2**255 - 1)
    if y >= _P or y in _SMALL_ORDER:
        raise Malformed("a public key nobody can own")
    return key


def verify(public_key: bytes, signature: bytes, name: str, *parts: bytes) -> None:
    """`signature` is SIGN by `public_key` over LBL(name, *parts).

    Raises Malformed for a key `check_public_key` refuses or a signature of another length than 64,
    Tampered where the signature does not hold.
    """
    key = Ed25519PublicKey.from_public_bytes(check_public_key(public_key))
    if len(signature) != SIGNATURE:
        raise Malformed("a signature has 64 bytes")
    try:
        key.verify(signature, lbl(name, *parts))
    except InvalidSignature as error:
        raise Tampered(f"the signature over {name!r} does not hold") from error
