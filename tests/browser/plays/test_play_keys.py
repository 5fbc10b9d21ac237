"""What an engine does with keys: every seed is one that any of them can open."""

import base64
import random

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

PUBLICS = """async (seeds) => {
  const { Identity } = await import("/static/js/protocol/keys.js");
  const bytesOf = (text) => Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
  const publics = [];
  for (const seed of seeds)
    publics.push(btoa(String.fromCharCode(...(await Identity.fromSeed(bytesOf(seed))).public)));
  return publics;
}"""


def _b64(text: bytes) -> str:
    return base64.b64encode(text).decode()


def test_an_identity_opens_whatever_its_seed_begins_with(people, server, engine):
    """WebKitGTK refuses one seed in 256 in PKCS#8: an account that begins so could not be made or opened there."""
    dice = random.Random(7)
    seeds = [bytes([first]) + dice.randbytes(31) for first in range(256)]
    seeds += [bytes(zeros) + dice.randbytes(32 - zeros) for zeros in range(1, 9)]
    seeds.append(bytes(32))
    expected = [
        _b64(Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw())
        for seed in seeds
    ]
    ada = people.patient(server, engine=engine)
    ada.opens()
    assert ada.page.evaluate(PUBLICS, [_b64(seed) for seed in seeds]) == expected
