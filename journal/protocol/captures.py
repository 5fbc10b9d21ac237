"""Captures (`docs/protocol.md` section 4): words taken while a device is locked, sealed with public values alone."""

from collections.abc import Iterable

from journal.protocol.box import box, open_box
from journal.protocol.keys import KemKey
from journal.protocol.padding import pad, unpad
from journal.wire.encoding import h, lbl
from journal.wire.errors import Malformed, WrongKey
from journal.wire.limits import CAPTURE, ID


def seal_capture(kem_pk: bytes, id_pk: bytes, capture_id: bytes, payload: bytes) -> bytes:
    """Box of an entry's payload JSON to the account's own `kem_pk`. Raises Malformed past 131,072 bytes of it."""
    if len(payload) > CAPTURE:
        raise Malformed("a capture too long to be filed")
    return box(kem_pk, _info(id_pk, h(kem_pk), capture_id), pad(payload))


def open_capture(
    keys: Iterable[KemKey], id_pk: bytes, capture_id: bytes, kem: bytes, data: bytes
) -> bytes:
    """Payload JSON out of a capture, not parsed, for whichever of `keys` it names by `kem`.

    Raises WrongKey when it is sealed to none of them, Tampered where person, id or bytes differ, Malformed past
    131,072 bytes of payload.
    """
    key = next((key for key in keys if key.digest == kem), None)
    if key is None:
        raise WrongKey("a capture for a key that is not here")
    payload = unpad(open_box(key, _info(id_pk, kem, capture_id), data))
    if len(payload) > CAPTURE:
        raise Malformed("a capture too long to be filed")
    return payload


def capture_item(id_pk: bytes, capture_id: bytes) -> bytes:
    """The item that a capture is filed as, 16 bytes: the same however often it is tried."""
    return h(lbl("capture-item", id_pk, capture_id))[:ID]


def _info(id_pk: bytes, kem: bytes, capture_id: bytes) -> bytes:
    return lbl("capture", id_pk, kem, capture_id)
