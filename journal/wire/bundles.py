"""Bundles (`docs/protocol.md` section 2): an identity and the KEM key it has in one epoch."""

from typing import NamedTuple

from journal.wire.encoding import Cursor, integer, u32be
from journal.wire.errors import Malformed
from journal.wire.limits import BUNDLE, KEM_PUBLIC_KEY, PUBLIC_KEY, SIGNATURE, U32
from journal.wire.signatures import Sign, verify


class Bundle(NamedTuple):
    """A verified bundle; `data` are its 1316 bytes."""

    id_pk: bytes
    epoch: int
    kem_pk: bytes
    data: bytes


def build_bundle(sign: Sign, id_pk: bytes, epoch: int, kem_pk: bytes) -> bytes:
    """Bundle of `id_pk` (32) with `kem_pk` (1216) for `epoch` (from 1), signed by `sign`: 1316 bytes."""
    return id_pk + u32be(epoch) + kem_pk + sign("bundle", id_pk, u32be(epoch), kem_pk)


def parse_bundle(data: bytes) -> Bundle:
    """The bundle in `data`, its signature verified and its KEM key one that can be sealed to.

    Raises Malformed (length, epoch 0, refused key) or Tampered (signature).
    """
    bundle = read_bundle(data)
    check_kem_key(bundle.kem_pk)
    return bundle


def read_bundle(data: bytes) -> Bundle:
    """As `parse_bundle`, without a look at the KEM key: for rings and logs, which hold what was let in before keys were looked at."""
    if len(data) != BUNDLE:
        raise Malformed(f"a bundle has {BUNDLE} bytes")
    cursor = Cursor(data)
    id_pk, epoch = cursor.take(PUBLIC_KEY), integer(cursor.number(4), 1, U32)
    kem_pk, signature = cursor.take(KEM_PUBLIC_KEY), cursor.take(SIGNATURE)
    verify(id_pk, signature, "bundle", id_pk, u32be(epoch), kem_pk)
    return Bundle(id_pk, epoch, kem_pk, data)


_CURVE = 32
_VECTOR = KEM_PUBLIC_KEY - _CURVE - 32
"""Bytes of 768 numbers of 12 bits; 32 bytes of a seed follow."""
_Q = 3_329
_P = 2**255 - 19
_ORDER_8 = (
    0x00B8495F16056286FDB1329CEB8D09DA6AC49FF1FAE35616AEB8413B7C7AEBE0,
    0x57119FD0DD4E22D8868E1C58C45C44045BEF839C55B1D0B1248C50A3BC959C5F,
)
_SMALL_ORDER = {0, 1, _P - 1, *_ORDER_8}
"""u coordinates with which X25519 gives zeros for every secret (RFC 7748 section 6.1)."""


def check_kem_key(key: bytes) -> bytes:
    """`key` (1216 bytes) if something can be sealed to it.

    Raises Malformed where a number of the ML-KEM half is not below q (FIPS 203 section 7.2), or the X25519 half is of small order.
    """
    for at in range(0, _VECTOR, 3):
        two = int.from_bytes(key[at : at + 3], "little")
        if two & 0xFFF >= _Q or two >> 12 >= _Q:
            raise Malformed("not an ML-KEM public key")
    u = int.from_bytes(key[-_CURVE:], "little") & (2**255 - 1)
    if u % _P in _SMALL_ORDER:
        raise Malformed("an X25519 key of small order")
    return key
