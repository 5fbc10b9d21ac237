"""journal.wire.encoding: text and bytes have one form, and readers refuse every other."""

import json
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.wire.encoding import (
    Cursor,
    b64_decode,
    b64_encode,
    build_json,
    lbl,
    members,
    pae,
    parse_json,
    parse_payload,
    u16be,
    u32be,
    u64be,
    u64le,
)
from journal.wire.errors import Malformed

integers = st.integers(-(2**53) + 1, 2**53 - 1)
values = st.recursive(
    st.none() | st.booleans() | integers | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)
parts = st.lists(st.binary(max_size=40), max_size=5)


@given(st.binary(max_size=100))
def test_b64_gives_back_the_bytes(data):
    """Decoding what was encoded gives the same bytes, without padding on the way."""
    text = b64_encode(data)
    assert b64_decode(text, len(data)) == data
    assert set(text) <= set(string.ascii_letters + string.digits + "-_")


@given(st.text(alphabet=string.printable, max_size=8))
def test_b64_has_one_form(text):
    """Whatever text is taken at all is exactly what an encoder would write."""
    try:
        data = b64_decode(text)
    except Malformed:
        return
    assert b64_encode(data) == text


@given(values)
def test_json_gives_back_the_value(value):
    """Strict JSON comes back as the value it was built from, lone surrogates included."""
    assert parse_json(build_json(value)) == value


@given(values)
def test_json_is_json(value):
    """What is built is plain JSON to any other reader."""
    assert json.loads(build_json(value)) == value


@given(st.dictionaries(st.text(), values | st.floats(allow_nan=False, allow_infinity=False)))
def test_payload_keeps_fractions(value):
    """A payload may hold fractions, and keeps members nobody knows."""
    assert parse_payload(build_json(value)) == value


def test_a_lone_surrogate_survives():
    """Half an emoji, which has no UTF-8 form, is carried by its escape."""
    assert build_json("\ud83c") == b'"\\ud83c"'


def test_deep_nesting_is_malformed():
    """A reader does not fall over on nesting that no writer makes."""
    with pytest.raises(Malformed):
        parse_json(b"[" * 200_000 + b"]" * 200_000)


@given(parts, parts)
def test_pae_is_unambiguous(one, other):
    """Two lists of parts have the same encoding only when they are the same list."""
    assert (pae(*one) == pae(*other)) == (one == other)


@given(
    st.sampled_from(["item", "ring", "rec"]), parts, st.sampled_from(["item", "ring", "rec"]), parts
)
def test_labels_separate_domains(name, one, other_name, other):
    """Neither another name nor other parts ever give the same label."""
    assert (lbl(name, *one) == lbl(other_name, *other)) == ((name, one) == (other_name, other))


def test_integers_have_their_width_and_order():
    """The four integer forms are as wide as their names say."""
    assert (u16be(1), u32be(1), u64be(1)) == (b"\0\1", b"\0\0\0\1", b"\0" * 7 + b"\1")
    assert u64le(1) == b"\1" + b"\0" * 7


def test_members_are_neither_missing_nor_unknown():
    """An object is taken with exactly the members named, the optional ones among them or not."""
    assert members({"a": 1}, ("a",), ("b",)) == {"a": 1}
    assert members({"a": 1, "b": 2}, ("a",), ("b",)) == {"a": 1, "b": 2}
    for value in ({}, {"b": 2}, {"a": 1, "c": 3}, [], None):
        with pytest.raises(Malformed):
            members(value, ("a",), ("b",))


@given(st.binary(max_size=20), st.integers(0, 30))
def test_a_cursor_never_reads_past_the_end(data, length):
    """Taking more than there is is malformed, and leaves nothing half read."""
    cursor = Cursor(data)
    if length <= len(data):
        assert cursor.take(length) == data[:length]
    else:
        with pytest.raises(Malformed):
            cursor.take(length)
        assert cursor.position == 0
