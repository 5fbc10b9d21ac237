"""Writes `packs.json`: signed packs that both readings open, and faults that both refuse. `python -m tests.vectors.packs`."""

import hashlib
import json
from pathlib import Path

from journal.packs.signing import canonical, public_key, read_pack, sign_pack
from journal.wire.encoding import b64_decode, b64_encode

SECRET = hashlib.sha256(b"a secret that is published in a test").digest()
OTHER = hashlib.sha256(b"another one").digest()

PLAIN = '{"format":1,"id":"clinic","version":1,"prompts":[]}'
LAID_OUT = """{
  "version": 1,
  "prompts": [],
  "id": "clinic",
  "format": 1
}
"""
WORDS = (
    '{"b": {"z": null, "a": [true, false, -7, 9007199254740991]}, "A": "Größe “x” \\u00e9 \\ud83c\\udf12",'
    ' "a-b": "\\\\ \\" / \\b\\f\\n\\r\\t \\u0000\\u001f\\u007f\\u2028", "a": "", "": 0}'
)
KEY = b64_encode(public_key(SECRET))


def flipped(signature: str) -> str:
    """The signature with one bit changed."""
    data = bytearray(b64_decode(signature))
    data[10] ^= 1
    return b64_encode(bytes(data))


def held(name: str, text: str) -> dict[str, str]:
    """A pack whose signature holds, with the bytes that were signed."""
    signature = sign_pack(SECRET, text.encode())
    signed = canonical(read_pack(text.encode())).decode()
    return {"name": name, "key": KEY, "text": text, "signature": signature, "canonical": signed}


def refused(name: str, kind: str, text: str = PLAIN, **other: str) -> dict[str, str]:
    """A pack that both readings refuse, and how."""
    signature = sign_pack(SECRET, PLAIN.encode())
    return {"name": name, "kind": kind, "key": KEY, "text": text, "signature": signature} | other


def build() -> dict[str, list[dict[str, str]]]:
    """All cases."""
    return {
        "held": [
            held("in one line", PLAIN),
            held("laid out, in another order", LAID_OUT),
            held("every kind of value and character", WORDS),
        ],
        "refused": [
            refused("one word changed", "tampered", PLAIN.replace("clinic", "clinik")),
            refused("a number changed", "tampered", PLAIN.replace('"version":1', '"version":2')),
            refused("a member added", "tampered", PLAIN.replace("{", '{"asked":"always",', 1)),
            refused(
                "one bit of the signature",
                "tampered",
                signature=flipped(sign_pack(SECRET, PLAIN.encode())),
            ),
            refused("another key signed", "tampered", signature=sign_pack(OTHER, PLAIN.encode())),
            refused("a short signature", "malformed", signature="AAAA"),
            refused("no signature", "malformed", signature=""),
            refused("a key nobody can own", "malformed", key=b64_encode(bytes(32))),
            refused("a member twice", "malformed", PLAIN.replace("{", '{"id":"clinic",', 1)),
            refused("a fraction", "malformed", PLAIN.replace('"version":1', '"version":1.5')),
            refused("a name beyond ASCII", "malformed", PLAIN.replace("{", '{"größe":1,', 1)),
            refused("half a surrogate pair", "malformed", PLAIN.replace("clinic", "\\ud800")),
            refused("not JSON", "malformed", PLAIN[:-1]),
        ],
    }


if __name__ == "__main__":
    path = Path(__file__).with_name("packs.json")
    path.write_text(json.dumps(build(), ensure_ascii=True, indent=1) + "\n")
