"""Published vectors: Cobblestone (C2SP), HMAC-SHA-512 (RFC 4231), Ed25519 (RFC 8032), Argon2id (RFC 9106), X-Wing."""

import hashlib
import hmac
import json
import zlib
from pathlib import Path

import pytest
from cryptography.cobblestone import Cobblestone128Decryptor, Cobblestone256Decryptor
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from journal.protocol.kdf import mac
from journal.protocol.keys import Identity, KemKey
from journal.protocol.seal import open_sealed
from journal.wire.errors import Malformed, ProtocolError, WrongKey

VECTORS = Path(__file__).parent.parent / "vectors"


def cobblestone(bits: int) -> list[dict[str, object]]:
    """The published cases of that key size."""
    name = f"c2sp_chunked_encryption_aes_{bits}_gcm_test.json"
    return json.loads((VECTORS / name).read_text())["testGroups"][0]["tests"]


def fields(case) -> tuple[bytes, bytes, bytes]:
    """Key, context and ciphertext of a case."""
    ciphertext = zlib.decompress(bytes.fromhex(case["ct"]))
    return bytes.fromhex(case["key"]), bytes.fromhex(case["ctx"]), ciphertext


@pytest.mark.parametrize("case", cobblestone(256), ids=lambda case: case["comment"])
def test_cobblestone_256(case):
    """Valid messages open to the published text, all others are refused."""
    key, context, ciphertext = fields(case)
    if case["result"] == "valid":
        plaintext = open_sealed(key, context, ciphertext)
        assert hashlib.sha512(plaintext).hexdigest() == case["msgSha512"]
        return
    with pytest.raises(ProtocolError) as caught:
        open_sealed(key, context, ciphertext)
    if {"WrongKey", "WrongContext"} & set(case["flags"]):
        assert isinstance(caught.value, WrongKey)
    if "InvalidKeySize" in case["flags"]:
        assert isinstance(caught.value, Malformed)


@pytest.mark.parametrize("bits", [128, 256])
def test_cobblestone_of_the_library(bits):
    """The installed library agrees with the published cases of both sizes, so it may stand as a second opinion."""
    decryptor = {128: Cobblestone128Decryptor, 256: Cobblestone256Decryptor}[bits]
    for case in cobblestone(bits):
        key, context, ciphertext = fields(case)
        try:
            opening = decryptor(key, context=context)
            valid = opening.update(ciphertext) + opening.finalize() is not None
        except (InvalidTag, ValueError):
            valid = False
        assert valid == (case["result"] == "valid")


def test_hmac_sha512():
    """RFC 4231, test cases 1 and 2."""
    for key, data, digest in (
        (b"\x0b" * 20, b"Hi There", "87aa7cdea5ef619d4ff0b4241a1d6cb0"),
        (
            b"Jefe",
            b"what do ya want for nothing?",
            "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554",
        ),
    ):
        keyed = hmac.new(key, digestmod="sha512")
        # Twice: what was read before is not kept in what is prepared.
        assert [mac(keyed, data).hex().startswith(digest) for _ in range(2)] == [True, True]


def test_ed25519():
    """RFC 8032, section 7.1, test 1."""
    seed = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
    identity = Identity(bytes.fromhex(seed))
    public = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
    assert identity.public.hex() == public
    assert identity._key.sign(b"").hex() == (
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
        "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
    )


def test_argon2id():
    """RFC 9106, section 5.3: the installed Argon2id with a secret input."""
    argon2 = Argon2id(
        salt=b"\2" * 16,
        length=32,
        iterations=3,
        lanes=4,
        memory_cost=32,
        ad=b"\4" * 12,
        secret=b"\3" * 8,
    )
    tag = "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"
    assert argon2.derive(b"\1" * 32).hex() == tag


def test_x_wing():
    """The first key of the X-Wing draft: seed to public key."""
    seed = "7f9c2ba4e88f827d616045507605853ed73b8093f6efbc88eb1a6eacfa66ef26"
    public = KemKey(bytes.fromhex(seed)).public
    assert len(public) == 1216
    assert public.hex().startswith(
        "e2236b35a8c24b39b10aa1323a96a919a2ced88400633a7b07131713fc14b2b5"
    )
