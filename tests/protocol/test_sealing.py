"""journal.protocol: kdf, seal, padding, box. Opening gives the input, and any change is refused."""

import pytest
from cryptography.cobblestone import Cobblestone256Decryptor, Cobblestone256Encryptor
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF, HKDFExpand
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.protocol.box import box, open_box
from journal.protocol.kdf import derive, expand, kdf, prepare
from journal.protocol.padding import pad, padded_length, padme, unpad
from journal.protocol.seal import open_sealed, seal, sealed_length
from journal.wire.encoding import lbl
from journal.wire.errors import Malformed, ProtocolError, Tampered, WrongKey
from tests.vectors.world import PATIENT, THERAPIST

keys = st.binary(min_size=32, max_size=32)
contexts = st.binary(max_size=80)
sizes = st.integers(0, 40_000) | st.sampled_from([0, 1, 16_383, 16_384, 16_385, 32_768])
plaintexts = st.builds(lambda size, byte: bytes([byte]) * size, sizes, st.integers(0, 255))


@given(
    st.binary(min_size=1, max_size=64),
    st.sampled_from(["cek", "ring"]),
    st.lists(st.binary(max_size=40)),
)
def test_kdf_is_hkdf_sha_512(key, name, parts):
    """KDF is the library's HKDF-SHA-512 with an empty salt, prepared or not."""
    expected = HKDF(hashes.SHA512(), 32, None, lbl(name, *parts)).derive(key)
    assert kdf(key, name, *parts) == expected == derive(prepare(key), name, *parts)


@given(keys, st.binary(max_size=300), st.integers(1, 400))
def test_expand_is_hkdf_expand(key, info, length):
    """HKDF-Expand over several blocks is the library's."""
    assert expand(key, info, length) == HKDFExpand(hashes.SHA512(), length, info).derive(key)


@given(keys, contexts, plaintexts)
def test_sealing_is_cobblestone(key, context, plaintext):
    """What we seal the library opens, and what it seals we open."""
    sealed = seal(key, context, plaintext)
    decryptor = Cobblestone256Decryptor(key, context=context)
    assert decryptor.update(sealed) + decryptor.finalize() == plaintext
    encryptor = Cobblestone256Encryptor(key, context=context)
    theirs = encryptor.update(plaintext) + encryptor.finalize()
    assert open_sealed(key, context, theirs) == plaintext
    assert seal(key, context, plaintext, theirs[:24]) == theirs
    assert len(sealed) == sealed_length(len(plaintext))


@settings(max_examples=300)
@given(keys, contexts, st.binary(max_size=200), st.data())
def test_any_flipped_bit_is_refused(key, context, plaintext, data):
    """A changed salt or commitment is a wrong key, any other changed bit is tampering."""
    sealed = bytearray(seal(key, context, plaintext))
    bit = data.draw(st.integers(0, len(sealed) * 8 - 1))
    sealed[bit // 8] ^= 1 << bit % 8
    with pytest.raises(WrongKey if bit < 56 * 8 else Tampered):
        open_sealed(key, context, bytes(sealed))


@given(keys, contexts, plaintexts, st.data())
def test_any_cut_is_refused(key, context, plaintext, data):
    """No beginning of a sealed message opens."""
    sealed = seal(key, context, plaintext)
    with pytest.raises((Malformed, WrongKey, Tampered)):
        open_sealed(key, context, sealed[: data.draw(st.integers(0, len(sealed) - 1))])


@given(keys, contexts, contexts)
def test_a_context_separates(key, one, other):
    """A message opens in its own context and in no other."""
    sealed = seal(key, one, b"m")
    if one == other:
        assert open_sealed(key, other, sealed) == b"m"
    else:
        with pytest.raises(WrongKey):
            open_sealed(key, other, sealed)


def test_no_two_salts_are_equal():
    """Sealing the same twice gives two messages."""
    assert len({seal(bytes(32), b"", b"m")[:24] for _ in range(200)}) == 200


@given(st.binary(max_size=5000))
def test_padding_comes_off(data):
    """Unpad gives back what pad took, and every size is one of few."""
    padded = pad(data)
    assert unpad(padded) == data
    assert len(padded) == padded_length(len(data)) >= 1024


def test_padme_costs_at_most_12_percent():
    """Padmé never shrinks, never adds more than 12 %, and has 241 sizes below 300 kB from 1 KiB on."""
    lengths = range(2, 300_000)
    assert all(length <= padme(length) <= length * 1.12 for length in lengths)
    assert len({padded_length(length) for length in range(262_144)}) < 250


@given(st.binary(max_size=3000), st.data())
def test_padding_has_one_form(data, draw):
    """No other bytes unpad to anything but what their padding says."""
    padded = bytearray(pad(data))
    at = draw.draw(st.integers(0, len(padded) - 1))
    padded[at] ^= draw.draw(st.integers(1, 255))
    try:
        found = unpad(bytes(padded))
    except Malformed:
        return
    assert pad(found) == bytes(padded)


@given(st.binary(max_size=100), st.binary(max_size=200))
def test_a_box_opens_for_its_reader(info, plaintext):
    """A box gives its plaintext back to the key it was made for."""
    data = box(THERAPIST.kem.public, info, plaintext)
    assert open_box(THERAPIST.kem, info, data) == plaintext


@given(st.data())
def test_a_box_refuses_any_change(data):
    """Another reader, another info or one flipped bit: nothing opens."""
    made = bytearray(box(THERAPIST.kem.public, b"info", b"twelve bytes"))
    with pytest.raises(Tampered):
        open_box(PATIENT.kem, b"info", bytes(made))
    with pytest.raises(Tampered):
        open_box(THERAPIST.kem, b"inf0", bytes(made))
    bit = data.draw(st.integers(0, len(made) * 8 - 1))
    made[bit // 8] ^= 1 << bit % 8
    with pytest.raises(ProtocolError):
        open_box(THERAPIST.kem, b"info", bytes(made))


def test_boxes_never_repeat():
    """Every box has an encapsulation of its own."""
    assert len({box(THERAPIST.kem.public, b"", b"m")[:1120] for _ in range(50)}) == 50


@pytest.mark.parametrize("key", [b"", bytes(1215), b"\xff" * 1216])
def test_no_box_for_what_is_no_key(key):
    """Bytes that are no KEM public key are malformed, not a crash."""
    with pytest.raises(Malformed):
        box(key, b"", b"m")
