"""Secret keys of an account (`docs/protocol.md` section 2)."""

import hashlib
import secrets

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.hpke import MLKEM768X25519PrivateKey

from journal.wire.encoding import h, lbl
from journal.wire.errors import Malformed

SECRET = 32


def generate_secret(length: int = SECRET) -> bytes:
    """Random bytes from the operating system: a seed, a key, an id or a salt."""
    return secrets.token_bytes(length)


class Identity:
    """An Ed25519 identity from its 32-byte seed. A person *is* `public` (id_pk)."""

    def __init__(self, seed: bytes) -> None:
        if len(seed) != SECRET:
            raise Malformed(f"a seed has {SECRET} bytes")
        self._key = Ed25519PrivateKey.from_private_bytes(seed)
        self.public = self._key.public_key().public_bytes_raw()

    def sign(self, name: str, *parts: bytes) -> bytes:
        """SIGN(id, name, a…): 64 bytes over LBL(name, a…)."""
        return self._key.sign(lbl(name, *parts))


class KemKey:
    """An X-Wing key (ML-KEM-768 with X25519) from its 32-byte seed; `public` has 1216 bytes."""

    def __init__(self, seed: bytes) -> None:
        if len(seed) != SECRET:
            raise Malformed(f"a seed has {SECRET} bytes")
        expanded = hashlib.shake_256(seed).digest(96)
        lattice = MLKEM768PrivateKey.from_seed_bytes(expanded[:64])
        curve = X25519PrivateKey.from_private_bytes(expanded[64:])
        self.private = MLKEM768X25519PrivateKey(lattice, curve)
        self.public = (
            lattice.public_key().public_bytes_raw() + curve.public_key().public_bytes_raw()
        )
        self.digest = h(self.public)
