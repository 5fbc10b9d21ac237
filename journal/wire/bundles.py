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
    """The bundle in `data`, its signature verified.

    Raises Malformed (length, epoch 0, refused key) or Tampered (signature).
    """
    if len(data) != BUNDLE:
        raise Malformed(f"a bundle has {BUNDLE} bytes")
    cursor = Cursor(data)
    id_pk, epoch = cursor.take(PUBLIC_KEY), integer(cursor.number(4), 1, U32)
    kem_pk, signature = cursor.take(KEM_PUBLIC_KEY), cursor.take(SIGNATURE)
    verify(id_pk, signature, "bundle", id_pk, u32be(epoch), kem_pk)
    return Bundle(id_pk, epoch, kem_pk, data)
