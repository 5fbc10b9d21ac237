"""journal.wire.records: what is built is read back, and nothing else passes for it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.wire.errors import Malformed, ProtocolError, Stale
from journal.wire.feed import build_page, parse_page, whole_frames
from journal.wire.headers import Head
from journal.wire.limits import GRANT_ROWS, box_length
from journal.wire.records import (
    FrameReader,
    build_frame,
    build_record,
    grant_content,
    parse_frames,
    put_content,
    record_hash,
    verify_record,
)
from journal.wire.rows import Place, Row, row_of
from tests.vectors.world import PATIENT, THERAPIST

ids = st.binary(min_size=16, max_size=16)
bodies = st.binary(min_size=1, max_size=300)
rows_with_bodies = st.lists(
    st.builds(row_of, ids, ids, bodies), min_size=1, max_size=8, unique_by=lambda row: row.rev
)
hashes = st.binary(min_size=32, max_size=32)
heads = st.builds(Head, st.integers(0, 2**40), hashes, closed=st.just(False))


def put(rows: list[Row], head: Head = Head()):  # noqa: B008
    """A put of those rows in the patient's private log."""
    sign, me = PATIENT.identity.sign, PATIENT.public
    return build_record(sign, me, me, head, "put", put_content(rows), epoch=1)


@given(rows_with_bodies, heads)
def test_a_put_comes_back(rows, head):
    """A built put verifies on its head and gives back every row with its body."""
    record = put(rows, head)
    (read,) = parse_frames(build_frame(record))
    verified = verify_record(read, head)
    assert read == record
    assert list(verified.content.rows) == rows
    assert verified.head[:2] == (head.seq + 1, record_hash(record))


@given(rows_with_bodies, st.data())
def test_erasing_bodies_leaves_the_record_whole(rows, data):
    """Any rows may lose their bodies: the signature and the hash still hold."""
    kept = data.draw(st.lists(st.booleans(), min_size=len(rows), max_size=len(rows)))
    thinned = [
        row if keep else row._replace(body=None) for row, keep in zip(rows, kept, strict=True)
    ]
    record = put(rows)._replace(payload=put_content(thinned).payload)
    assert list(verify_record(record, Head()).content.rows) == thinned


@settings(max_examples=300)
@given(rows_with_bodies, st.data())
def test_any_flipped_bit_fails(rows, data):
    """One bit changed anywhere in a frame is never accepted as another record."""
    frame = bytearray(build_frame(put(rows)))
    bit = data.draw(st.integers(0, len(frame) * 8 - 1))
    frame[bit // 8] ^= 1 << bit % 8
    with pytest.raises(ProtocolError):
        verify_record(*parse_frames(bytes(frame)), Head())


@given(rows_with_bodies, st.data())
def test_any_cut_fails(rows, data):
    """A frame that ends early is malformed wherever it ends."""
    frame = build_frame(put(rows))
    with pytest.raises(Malformed):
        parse_frames(frame[: data.draw(st.integers(1, len(frame) - 1))])


@given(st.lists(rows_with_bodies, min_size=1, max_size=4), st.data())
def test_frames_come_in_pieces(batches, data):
    """However the bytes are cut on their way, the same records come out in the same order."""
    records, head = [], Head()
    for rows in batches:
        records.append(put(rows, head))
        head = verify_record(records[-1], head).head
    stream = b"".join(build_frame(record) for record in records)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(stream)), max_size=6)))
    reader, read = FrameReader(), []
    for start, end in zip([0, *cuts], [*cuts, len(stream)], strict=True):
        read += reader.feed(stream[start:end])
    reader.finish()
    assert read == records
    page = parse_page(build_page(bytes(16), 3, 9, True, map(build_frame, records)))
    assert (page.after, page.next, page.more, page.records) == (3, 9, True, records)


@given(rows_with_bodies, st.data())
def test_a_grant_by_place_is_the_grant_by_name(rows, data):
    """The short form on the way up and the long one on the way down carry the same signature."""
    places = [Place(data.draw(st.integers(1, 2**32 - 1)), n) for n in range(len(rows))]
    box = bytes(box_length(len(rows)))
    head = Head(1, bytes(32))
    contents = [grant_content(rows, box, places), grant_content(rows, box)]
    held = dict(zip(places, rows, strict=True))
    found = []
    for content in contents:
        sign, me, other = PATIENT.identity.sign, PATIENT.public, THERAPIST.public
        record = build_record(sign, me, other, head, "grant", content, kem=THERAPIST.kem.digest)
        found.append((record.header, verify_record(record, head, lambda *at: held[Place(*at)])))
    assert found[0][0] == found[1][0]
    assert [row[:3] for row in found[0][1].content.rows] == [row[:3] for row in rows]


def test_the_largest_grant_fits_its_limit():
    """64 revisions with the largest bodies still make one record."""
    rows = [row_of(bytes([n]) * 16, bytes([n]) * 16, bytes(262_144)) for n in range(GRANT_ROWS)]
    content = grant_content(rows, bytes(box_length(GRANT_ROWS)))
    head = Head(1, bytes(32))
    sign, me, other = PATIENT.identity.sign, PATIENT.public, THERAPIST.public
    record = build_record(sign, me, other, head, "grant", content, kem=bytes(32))
    (read,) = parse_frames(build_frame(record))
    assert len(verify_record(read, head).content.rows) == GRANT_ROWS


def test_a_whole_body_fits_one_put():
    """A single row may be a whole sealed body."""
    row = row_of(bytes(16), bytes(16), bytes(262_144))
    assert verify_record(put([row]), Head()).head.seq == 1


def test_a_record_follows_one_head_only():
    """The same record does not follow any head but its own."""
    first = put([row_of(bytes(16), bytes(16), b"a")])
    head = verify_record(first, Head()).head
    second = put([row_of(bytes(16), b"\1" * 16, b"b")], head)
    assert verify_record(second, head).head.seq == 2
    for wrong in (Head(), head._replace(hash=bytes(32)), verify_record(second, head).head):
        with pytest.raises(Stale):
            verify_record(second, wrong)


def test_of_a_page_that_broke_off_whole_frames_are_kept():
    """Wherever a page is cut, what came whole makes a page with more to come behind it; of less than a frame nothing is kept."""
    rows = [[row_of(bytes([n]) * 16, bytes([n]) * 16, b"body")] for n in range(3)]
    frames = [build_frame(put(one)) for one in rows]
    page = build_page(bytes(16), 12, 90, False, frames)
    ends = [len(page) - len(b"".join(frames[n + 1 :])) for n in range(3)]
    for cut in range(len(page) + 1):
        count = sum(end <= cut for end in ends)
        wanted = build_page(bytes(16), 12, 12 + count, True, frames[:count]) if count else None
        assert whole_frames(page[:cut]) == wanted
    assert whole_frames(b"<html>no page") is None
