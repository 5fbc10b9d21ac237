"""SEAL (`docs/protocol.md` section 1): Cobblestone-256 of c2sp.org/chunked-encryption.

Written out rather than taken from `cryptography.cobblestone` because the commitment must be told apart
from every later failure, and a given salt makes sealing repeatable. Tests hold both equal.
"""

import hmac
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from journal.protocol.kdf import expand
from journal.wire.errors import Malformed, Tampered, WrongKey

KEY = 32
SALT = 24
HEADER = SALT + 32
CHUNK = 16_384
TAG = 16

_INFO = b"c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0"


def sealed_length(length: int) -> int:
    """Sealed size of `length` bytes."""
    return HEADER + length + TAG * (length // CHUNK + 1)


def seal(key: bytes, context: bytes, plaintext: bytes, salt: bytes | None = None) -> bytes:
    """SEAL(k, c, m). A given `salt` (24 bytes) regenerates an earlier result; never give one for a new message."""
    if salt is None:
        salt = secrets.token_bytes(SALT)
    aead, nonce, commitment = _schedule(key, context, salt)
    out = [salt, commitment]
    for index in range(len(plaintext) // CHUNK + 1):
        chunk = plaintext[index * CHUNK : (index + 1) * CHUNK]
        out.append(aead.encrypt(_nonce(nonce, index), chunk, None))
    return b"".join(out)


def open_sealed(key: bytes, context: bytes, sealed: bytes) -> bytes:
    """The plaintext of SEAL(k, c, m).

    Raises Malformed (a length no message has), WrongKey (commitment: another key, context or salt) or
    Tampered (a chunk does not authenticate).
    """
    length = len(sealed) - HEADER
    if length < TAG or length % (CHUNK + TAG) < TAG:
        raise Malformed("a length no sealed message has")
    aead, nonce, commitment = _schedule(key, context, sealed[:SALT])
    if not hmac.compare_digest(commitment, sealed[SALT:HEADER]):
        raise WrongKey("sealed under another key or context")
    try:
        if length < CHUNK + TAG:
            return aead.decrypt(nonce, sealed[HEADER:], None)
        starts = range(HEADER, len(sealed), CHUNK + TAG)
        chunks = [sealed[start : start + CHUNK + TAG] for start in starts]
        numbered = enumerate(chunks)
        return b"".join([aead.decrypt(_nonce(nonce, n), one, None) for n, one in numbered])
    except InvalidTag as error:
        raise Tampered("a sealed message was changed") from error


def _schedule(key: bytes, context: bytes, salt: bytes) -> tuple[AESGCM, bytes, bytes]:
    """The AEAD under the message key, the base nonce and the commitment."""
    if len(key) != KEY:
        raise Malformed(f"a sealing key has {KEY} bytes")
    if len(salt) != SALT:
        raise Malformed(f"a salt has {SALT} bytes")
    material = expand(key, _INFO + salt + context, 32 + 12 + 32)
    return AESGCM(material[:32]), material[32:44], material[44:]


def _nonce(base: bytes, index: int) -> bytes:
    return (int.from_bytes(base) ^ index).to_bytes(12) if index else base
