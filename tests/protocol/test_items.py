"""journal.protocol: items and grants."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.protocol.grants import open_grant, seal_grant
from journal.protocol.items import CekSource, open_item, seal_item
from journal.protocol.padding import pad
from journal.protocol.seal import seal
from journal.wire.encoding import build_json, lbl
from journal.wire.errors import Malformed, ProtocolError, WrongKey
from journal.wire.rows import Row
from tests.vectors.world import PATIENT, STRANGER, THERAPIST, secret

ids = st.binary(min_size=16, max_size=16)
numbers = st.integers(-(2**53) + 1, 2**53 - 1) | st.floats(allow_nan=False, allow_infinity=False)
payloads = st.dictionaries(
    st.text(max_size=8), st.text(max_size=500) | numbers | st.none(), max_size=6
)
rows = st.lists(
    st.builds(Row, ids, ids, st.binary(min_size=32, max_size=32)), min_size=1, max_size=64
)


@given(ids, ids, payloads)
def test_an_item_opens_to_what_was_sealed(item, rev, more):
    """A payload comes back whole, with members and fractions nobody knows."""
    payload = {**more, "v": 1, "kind": "entry"}
    cek = PATIENT.cek(item, rev)
    sealed = seal_item(cek, PATIENT.public, item, rev, payload)
    assert open_item(cek, PATIENT.public, item, rev, sealed) == payload


@given(ids, ids, ids, ids)
def test_every_revision_has_its_own_key(item, rev, other_item, other_rev):
    """Content keys differ as soon as item or revision differ, also when the two are swapped."""
    source = CekSource(PATIENT.journal)
    same = (item, rev) == (other_item, other_rev)
    assert (source.cek(item, rev) == source.cek(other_item, other_rev)) == same


@given(ids, ids)
def test_a_body_is_nobody_else_s(item, rev):
    """The same key and bytes under another author's name do not open."""
    cek = PATIENT.cek(item, rev)
    sealed = seal_item(cek, PATIENT.public, item, rev, {"v": 1, "kind": "entry"})
    with pytest.raises(WrongKey):
        open_item(cek, THERAPIST.public, item, rev, sealed)


def test_short_entries_have_one_size():
    """Entries of a page cannot be told apart by their size."""
    sizes = set()
    for length in (0, 1, 100, 900, 4_000):
        payload = {"v": 1, "kind": "entry", "text": "x" * length}
        sizes.add(len(seal_item(secret("k"), PATIENT.public, bytes(16), bytes(16), payload)))
    assert len(sizes) == 1


def test_bodies_of_version_0_1_open():
    """Their padding ends at another floor; one between the two is nobody's."""
    cek, payload = PATIENT.cek(bytes(16), bytes(16)), {"v": 1, "kind": "entry"}
    context = lbl("item", PATIENT.public, bytes(16), bytes(16))

    def opened(floor: int) -> dict[str, Any]:
        sealed = seal(cek, context, pad(build_json(payload), floor))
        return open_item(cek, PATIENT.public, bytes(16), bytes(16), sealed)

    assert opened(1_024) == opened(4_096) == payload
    with pytest.raises(Malformed):
        opened(2_048)


@given(rows)
def test_a_grant_gives_its_keys_to_its_audience(granted):
    """The audience, and nobody else, gets the content keys in the order of the rows."""
    ceks = [PATIENT.cek(row.item, row.rev) for row in granted]
    data = seal_grant(THERAPIST.kem.public, PATIENT.public, THERAPIST.public, granted, ceks)
    fields = (PATIENT.public, THERAPIST.public, THERAPIST.kem.digest, granted, data)
    assert open_grant([STRANGER.kem, THERAPIST.kem], *fields) == ceks
    with pytest.raises(WrongKey):
        open_grant([STRANGER.kem], *fields)


@given(rows, st.data())
def test_a_grant_is_bound_to_its_rows(granted, data):
    """One bit changed in any row, and the box stays closed."""
    ceks = [PATIENT.cek(row.item, row.rev) for row in granted]
    sealed = seal_grant(THERAPIST.kem.public, PATIENT.public, THERAPIST.public, granted, ceks)
    at, field = (
        data.draw(st.integers(0, len(granted) - 1)),
        data.draw(st.sampled_from(["item", "rev", "digest"])),
    )
    changed = bytearray(getattr(granted[at], field))
    changed[0] ^= 1
    moved = [*granted]
    moved[at] = granted[at]._replace(**{field: bytes(changed)})
    with pytest.raises(ProtocolError):
        open_grant(
            [THERAPIST.kem], PATIENT.public, THERAPIST.public, THERAPIST.kem.digest, moved, sealed
        )


def test_a_grant_covers_one_to_64():
    """Neither an empty grant nor one of 65 revisions, nor one with a key missing, is ever made."""
    row = Row(bytes(16), bytes(16), bytes(32))
    for count, keys in ((0, 0), (65, 65), (2, 1)):
        with pytest.raises(Malformed):
            seal_grant(
                THERAPIST.kem.public,
                PATIENT.public,
                THERAPIST.public,
                [row] * count,
                [bytes(32)] * keys,
            )


LABELS = ["record", "login", "accept", "bundle"]


@given(st.sampled_from(LABELS), st.sampled_from(LABELS), st.lists(st.binary(max_size=20)))
def test_a_signature_serves_one_purpose(one, other, parts):
    """A signature made under one label never has the message of another."""
    assert (lbl(one, *parts) == lbl(other, *parts)) == (one == other)
