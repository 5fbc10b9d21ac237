"""Credentials and login (`docs/protocol.md` section 3)."""

from typing import NamedTuple

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from journal.protocol.kdf import kdf
from journal.protocol.keys import Identity
from journal.protocol.passphrase import normalise_passphrase
from journal.protocol.seal import open_sealed, seal
from journal.wire.encoding import h, lbl
from journal.wire.errors import Malformed, Unsupported
from journal.wire.limits import ID

PROFILE = 1
SALT = 16
KINDS = ("password", "kit", "passkey", "link")


class Credential(NamedTuple):
    """One row on the server: id (16), kind, verifier (32), wrapped (104), parameters."""

    id: bytes
    kind: str
    verifier: bytes
    wrapped: bytes
    parameters: bytes


def stretch(passphrase: bytes, salt: bytes, pepper: bytes) -> bytes:
    """STRETCH(P, S, K): Argon2id v1.3, profile 1 (64 MiB, 3 passes, 1 lane), 32 bytes (RFC 9106)."""
    argon2 = Argon2id(
        salt=salt, length=32, iterations=3, lanes=1, memory_cost=65_536, secret=pepper
    )
    return argon2.derive(passphrase)


def pepper(kit: bytes) -> bytes:
    """K = KDF(R, "pepper"): what a device keeps so that the passphrase alone unlocks it."""
    return kdf(kit, "pepper")


def password_secret(passphrase: str, pepper: bytes, salt: bytes, handle: str) -> bytes:
    """The x of a `password` credential; `handle` normalised. Raises Malformed for a short passphrase."""
    normal = normalise_passphrase(passphrase)
    return stretch(normal, h(lbl("salt", salt, handle.encode()))[:SALT], pepper)


def kit_secret(kit: bytes) -> bytes:
    """The x of a `kit` credential."""
    return kdf(kit, "kit")


def passkey_input() -> bytes:
    """The constant PRF input of every passkey; its 32-byte output is x."""
    return h(lbl("prf"))


def passkey_id(raw_id: bytes) -> bytes:
    """Id of the credential that belongs to the passkey `raw_id`."""
    return h(lbl("passkey", raw_id))[:ID]


def password_parameters(salt: bytes) -> bytes:
    """Parameters of a `password` credential: `u8 profile ‖ salt (16)`."""
    return bytes([PROFILE]) + salt


def parse_password_parameters(parameters: bytes) -> bytes:
    """The salt (16). Raises Unsupported for any profile but 1, Malformed for another length."""
    if len(parameters) != 1 + SALT:
        raise Malformed("password parameters of another length")
    if parameters[0] != PROFILE:
        raise Unsupported(f"a passphrase profile of number {parameters[0]}")
    return parameters[1:]


def make_credential(
    kind: str,
    x: bytes,
    id: bytes,
    parameters: bytes,
    id_pk: bytes,
    account_key: bytes,
) -> Credential:
    """The credential that lets x sign in and open A."""
    context = _context(kind, id_pk, id, parameters)
    wrapped = seal(kdf(x, "wrap", id), context, account_key)
    return Credential(id, kind, _login_key(x, id).public, wrapped, parameters)


def open_account_key(
    kind: str, x: bytes, id: bytes, parameters: bytes, id_pk: bytes, wrapped: bytes
) -> bytes:
    """A out of `wrapped`. Raises WrongKey (another x, account or row), Tampered or Malformed."""
    account_key = open_sealed(kdf(x, "wrap", id), _context(kind, id_pk, id, parameters), wrapped)
    if len(account_key) != 32:
        raise Malformed("an account key has 32 bytes")
    return account_key


def login_signature(x: bytes, id: bytes, origin: str, challenge: bytes) -> bytes:
    """SIGN(login key, "login", origin, id, challenge); `origin` as a browser writes it."""
    return _login_key(x, id).sign("login", origin.encode(), id, challenge)


def proof_signature(
    x: bytes, id: bytes, origin: str, challenge: bytes, act: str, body: bytes
) -> bytes:
    """SIGN(login key, "prove", origin, id, challenge, act, H(body)); `act` is method, space and path."""
    return _login_key(x, id).sign("prove", origin.encode(), id, challenge, act.encode(), h(body))


def _login_key(x: bytes, id: bytes) -> Identity:
    return Identity(kdf(x, "login", id))


def _context(kind: str, id_pk: bytes, id: bytes, parameters: bytes) -> bytes:
    if kind not in KINDS:
        raise Unsupported(f"a credential of kind {kind!r}")
    return lbl("wrap", kind.encode(), id_pk, id, parameters)
