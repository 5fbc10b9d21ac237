"""BOX (`docs/protocol.md` section 1): single-shot HPKE base mode with X-Wing (RFC 9180, draft-ietf-hpke-pq)."""

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, MLKEM768X25519PublicKey, Suite

from journal.protocol.keys import KemKey
from journal.wire.errors import Malformed, Tampered
from journal.wire.limits import BOX_ENC, KEM_PUBLIC_KEY, TAG

_SUITE = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
_LATTICE = 1_184


def box(kem_pk: bytes, info: bytes, plaintext: bytes) -> bytes:
    """BOX(pk, i, m): enc (1120) ‖ ciphertext. Raises Malformed for what is not a KEM public key."""
    if len(kem_pk) != KEM_PUBLIC_KEY:
        raise Malformed(f"a KEM public key has {KEM_PUBLIC_KEY} bytes")
    try:
        public = MLKEM768X25519PublicKey(
            MLKEM768PublicKey.from_public_bytes(kem_pk[:_LATTICE]),
            X25519PublicKey.from_public_bytes(kem_pk[_LATTICE:]),
        )
        return _SUITE.encrypt(plaintext, public, info=info)
    except ValueError as error:
        raise Malformed("not a KEM public key") from error


def open_box(key: KemKey, info: bytes, data: bytes) -> bytes:
    """The plaintext of BOX for `key`. Raises Malformed (too short) or Tampered (key, info or bytes differ)."""
    if len(data) < BOX_ENC + TAG:
        raise Malformed("a box is cut short")
    try:
        return _SUITE.decrypt(data, key.private, info=info)
    except (InvalidTag, ValueError) as error:
        raise Tampered("a box does not open") from error
