"""Signatures over packs. `tests/js/vault/packs.test.js` reads the same vectors."""

import json
from pathlib import Path

import pytest

from journal.packs.signing import canonical, new_secret, open_pack, public_key, read_pack, sign_pack
from journal.wire.encoding import b64_decode
from journal.wire.errors import ProtocolError, Tampered
from tests.vectors import packs

VECTORS = json.loads((Path(packs.__file__).with_name("packs.json")).read_text())


def named(cases):
    """Each case under its name."""
    return [pytest.param(case, id=case["name"]) for case in cases]


@pytest.mark.parametrize("case", named(VECTORS["held"]))
def test_what_was_signed_opens(case):
    """However it is laid out: the bytes that are signed are always the same."""
    text = case["text"].encode()
    assert canonical(read_pack(text)).decode() == case["canonical"]
    assert open_pack(b64_decode(case["key"]), text, case["signature"]) == json.loads(case["text"])


@pytest.mark.parametrize("case", named(VECTORS["refused"]))
def test_what_was_not_signed_so_is_refused(case):
    """Each by the kind of fault that the app names too."""
    with pytest.raises(ProtocolError) as caught:
        open_pack(b64_decode(case["key"]), case["text"].encode(), case["signature"])
    assert caught.value.kind == case["kind"]


def test_the_vectors_are_those_of_the_code():
    """Signatures are deterministic, so the file can be written anew and stays the same."""
    assert packs.build() == VECTORS


def test_a_signature_is_for_packs_alone():
    """The bytes alone, without their label, are not what was signed."""
    secret = new_secret()
    text = b'{"id":"clinic"}'
    signature = sign_pack(secret, text)
    assert open_pack(public_key(secret), text, signature) == {"id": "clinic"}
    with pytest.raises(Tampered):
        open_pack(public_key(new_secret()), text, signature)
