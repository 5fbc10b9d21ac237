"""`POST /records`: what is taken into the logs, and what is not."""

import os
import threading
from collections.abc import Callable

import pytest
from flask import Flask

from journal.server import records as endpoint
from journal.wire.bundles import build_bundle
from journal.wire.encoding import b64_encode, build_json, h, u32be
from journal.wire.limits import PUSH_RECORDS, PUT_PAYLOAD
from journal.wire.records import (
    Content,
    Record,
    build_frame,
    build_record,
    parse_content,
    plain_content,
    put_content,
)
from journal.wire.rows import Row, row_of
from tests.server.people import Person


def test_a_put_is_accepted_and_read_back(patient: Person):
    """An accepted record stands in the feed byte for byte, body included."""
    record = patient.put()
    result = patient.push(record)[patient.log()]
    assert (result["accepted"], result["problem"]) == (1, None)
    head = patient.heads[patient.log()]
    assert result["head"] == {"seq": 3, "hash": b64_encode(head.hash)}
    assert patient.feed()[-1] == record


def test_the_answer_says_where_what_is_new_stands(linked: tuple[Person, Person]):
    """Each log's new records lie between two places of the author's feed, and nothing else does; what was there before is not counted."""
    patient, therapist = linked
    row, end = patient.row(), patient.page().next
    put = patient.put(row)
    patient.push(put)
    records = [patient.put(), patient.grant(therapist, [row]), patient.put()]
    results = patient.push(put, *records)
    private, pair = (results[patient.log(audience)]["added"] for audience in (None, therapist))
    assert (private, pair) == (
        {"after": end + 1, "next": end + 3},
        {"after": end + 3, "next": end + 4},
    )
    assert patient.page(end + 1).records[:2] == [records[0], records[2]]
    assert patient.page(end + 3).records[0].header == records[1].header
    # Not in the audience's feed, which is another one.
    assert therapist.page().next != end + 4


def test_a_push_of_which_nothing_is_taken_adds_nothing(patient: Person, stranger: Person):
    """Refused from its first record on, there is no place."""
    result = patient.push(patient.record(stranger, "open"))[patient.log(stranger)]
    assert (result["accepted"], result["added"]) == (0, None)


def test_every_private_type_is_kept(patient: Person):
    """`key`, `ring`, `device`, `put` and `del` come back as they were sent."""
    row = patient.row()
    records = [
        patient.ring_record(),
        patient.record(patient, "device", plain_content(os.urandom(1_080))),
        patient.put(row),
        patient.delete(row),
    ]
    assert patient.push(*records)[patient.log()]["accepted"] == 4
    assert patient.feed()[2:] == records


def test_the_same_push_again_has_no_effect(linked: tuple[Person, Person]):
    """An answer that was lost: the same bytes are accepted again, and nothing is there twice."""
    patient, therapist = linked
    row = patient.row()
    records = [patient.put(row), patient.grant(therapist, [row]), patient.ring_record()]
    first = patient.push(*records)
    before, counted = patient.feed(), patient.get("/account").json
    again = patient.push(*records)
    assert {result["added"] for result in again.values()} == {None}
    assert again == {log: result | {"added": None} for log, result in first.items()}
    assert patient.feed() == before
    assert patient.get("/account").json == counted
    assert len(therapist.feed()) == 5


def test_a_push_that_is_half_known_goes_on(patient: Person):
    """Stored records are counted as accepted, and the new ones behind them are stored."""
    records = [patient.put() for _ in range(4)]
    patient.push(*records[:2])
    result = patient.push(*records)[patient.log()]
    assert (result["accepted"], result["head"]["seq"]) == (4, 6)
    assert patient.feed()[2:] == records


def test_a_record_twice_in_one_push(patient: Person):
    """Doubled within a push, it counts twice and is stored once."""
    record = patient.put()
    assert patient.push(record, record)[patient.log()]["accepted"] == 2
    assert patient.feed()[2:] == [record]


def test_a_stale_record_is_told_where_the_head_is(patient: Person):
    """The second device's record on an old head is refused, with the head to link to."""
    other = Person.other_device(patient)
    other.sign_in()
    patient.push(patient.put())
    result = other.push(other.put())[other.log()]
    assert (result["accepted"], result["problem"]["type"]) == (0, "/problems/stale")
    head = patient.heads[patient.log()]
    assert result["head"] == {"seq": head.seq, "hash": b64_encode(head.hash)}


def test_a_gap_is_stale(patient: Person):
    """A record that skips one is refused, and what comes after it too."""
    records = [patient.put() for _ in range(3)]
    result = patient.push(records[0], records[2])[patient.log()]
    assert (result["accepted"], result["problem"]["index"]) == (1, 1)
    assert result["problem"]["type"] == "/problems/stale"
    assert patient.feed()[2:] == records[:1]


def test_of_two_writers_at_once_exactly_one_is_first(patient: Person):
    """Eight devices write on the same head at once: one is accepted, seven are stale, and the chain is whole."""
    devices = [Person.other_device(patient) for _ in range(8)]
    results = []
    for device in devices:
        device.sign_in()

    def write(device: Person) -> None:
        results.append(device.push(device.put())[device.log()])

    threads = [threading.Thread(target=write, args=(device,)) for device in devices]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(result["accepted"] for result in results) == [0] * 7 + [1]
    assert {r["problem"]["type"] for r in results if r["problem"]} == {"/problems/stale"}
    assert len(patient.feed()) == 3


def test_logs_of_one_push_have_results_of_their_own(linked: tuple[Person, Person]):
    """A fault in one log does not keep the other log's records out."""
    patient, therapist = linked
    good, bad = patient.put(), patient.record(therapist, "close")
    results = patient.push(bad._replace(signature=bytes(64)), good)
    assert results[patient.log()]["problem"] is None
    assert results[patient.log(therapist)]["problem"]["type"] == "/problems/tampered"


def test_records_before_a_fault_are_kept(patient: Person):
    """The push is cut at the first record that does not hold; `index` says which."""
    records = [patient.put() for _ in range(3)]
    records[1] = records[1]._replace(signature=bytes(64))
    result = patient.push(*records)[patient.log()]
    assert result["accepted"] == result["problem"]["index"] == 1
    assert result["head"]["seq"] == 3
    assert len(patient.feed()) == 3


def _signed(person: Person, header: bytes, payload: bytes = b"") -> bytes:
    """A frame around any header bytes, correctly signed."""
    signature = person.identity.sign("record", header)
    return u32be(len(header)) + header + signature + u32be(len(payload)) + payload


def _header(person: Person, content: Content, **changes: object) -> bytes:
    head = person.heads[person.log()]
    value = {
        "v": 1,
        "log": b64_encode(person.log()),
        "author": b64_encode(person.id_pk),
        "audience": b64_encode(person.id_pk),
        "seq": head.seq + 1,
        "prev": b64_encode(head.hash),
        "type": "put",
        "body": b64_encode(h(content.canonical)),
        "epoch": 1,
    }
    return build_json({name: v for name, v in (value | changes).items() if v is not None})


FAULTY_HEADERS = {
    "another version": ({"v": 2}, "unsupported"),
    "an unknown type": ({"type": "purge", "epoch": None}, "unsupported"),
    "an unknown member": ({"urgent": 1}, "malformed"),
    "a missing member": ({"epoch": None}, "malformed"),
    "a pair type": ({"type": "open", "epoch": None}, "malformed"),
    "seq 0": ({"seq": 0}, "malformed"),
    "a seq of text": ({"seq": "3"}, "malformed"),
    "a body of nothing": ({"body": b64_encode(bytes(31))}, "malformed"),
    "a previous hash of another record": ({"prev": b64_encode(bytes(32))}, "stale"),
    "a body that is not there": ({"body": b64_encode(bytes(32))}, "tampered"),
}


@pytest.mark.parametrize("fault", list(FAULTY_HEADERS))
def test_a_signed_record_with_a_faulty_header_is_refused(patient: Person, fault: str):
    """Correctly signed, one fault in the header: refused by its name, and nothing is kept."""
    changes, problem = FAULTY_HEADERS[fault]
    content = put_content([patient.row()])
    frame = _signed(patient, _header(patient, content, **changes), content.payload)
    answer = patient.push_bytes(frame)
    assert answer.status_code == 200
    (result,) = answer.json["results"]
    assert result["problem"]["type"] == f"/problems/{problem}"
    assert (result["accepted"], result["head"]["seq"]) == (0, 2)
    assert len(patient.feed()) == 2


def _faulty_payloads(patient: Person) -> dict[str, tuple[bytes, str]]:
    row = patient.row()
    good = put_content([row]).payload
    twice = put_content([row, row]).payload
    return {
        "no rows": (u32be(0), "malformed"),
        "fewer rows than said": (u32be(2) + good[4:], "malformed"),
        "a byte too many": (good + b"\0", "malformed"),
        "an unknown form": (u32be(1) + b"\3" + good[5:], "malformed"),
        "a row by place": (u32be(1) + b"\2" + bytes(6), "malformed"),
        "a revision twice": (twice, "malformed"),
        "a changed body": (good[:-1] + bytes([good[-1] ^ 1]), "tampered"),
        "too long": (u32be(1) + bytes(PUT_PAYLOAD), "malformed"),
    }


@pytest.mark.parametrize("fault", list(_faulty_payloads(Person(Flask("x"), "x"))))
def test_a_faulty_payload_is_refused(patient: Person, fault: str):
    """One fault in the payload of an otherwise good put: refused by its name."""
    payload, problem = _faulty_payloads(patient)[fault]
    record = patient.put(patient.row())._replace(payload=payload)
    result = patient.push(record)[patient.log()]
    assert result["problem"]["type"] == f"/problems/{problem}"
    assert len(patient.feed()) == 2


@pytest.mark.parametrize("key", ["ones", "zeros", "curve"])
def test_a_key_nobody_can_seal_to_is_refused(linked: tuple[Person, Person], key: str):
    """A KEM key that is none is `malformed`, in the private log and in a pair log, and nobody sees it."""
    therapist, patient = linked
    good = therapist.kem.public
    kem_pk = {"ones": b"\xff" * 1216, "zeros": bytes(1216), "curve": good[:1184] + bytes(32)}[key]
    bundle = build_bundle(therapist.identity.sign, therapist.id_pk, 2, kem_pk)
    before = len(patient.feed())
    for audience in (therapist, patient):
        log = therapist.log(audience)
        record = therapist.record(audience, "key", plain_content(bundle))
        assert therapist.push(record)[log]["problem"]["type"] == "/problems/malformed"
    assert len(patient.feed()) == before


def test_rings_follow_one_another(patient: Person):
    """A ring that skips a generation is stale."""
    sign, key, content = patient.identity.sign, patient.id_pk, plain_content(os.urandom(2_000))
    head = patient.heads[patient.log()]
    for generation, problem in ((1, "stale"), (3, "stale"), (2, None)):
        ring = build_record(sign, key, key, head, "ring", content, generation=generation)
        result = patient.push(ring)[patient.log()]
        found = result["problem"] and result["problem"]["type"]
        assert found == (problem and f"/problems/{problem}")


def test_another_accounts_log_is_closed_to_all(patient: Person, stranger: Person):
    """Somebody else's own, correctly signed record is not taken from another session, and no head is told."""
    record = stranger.put()
    result = patient.push(record)[stranger.log()]
    assert result["problem"]["type"] == "/problems/tampered"
    assert result["head"] == {"seq": 0, "hash": b64_encode(bytes(32))}
    assert len(stranger.feed()) == 2


def test_a_foreign_record_between_own_ones(patient: Person, stranger: Person):
    """The same log id with another author cannot be: the record stands in its own log and is refused there."""
    results = patient.push(patient.put(), stranger.put(), patient.put())
    assert results[patient.log()]["accepted"] == 2
    assert results[stranger.log()]["accepted"] == 0


def test_logs_to_people_who_are_not_linked(patient: Person, stranger: Person, app: Flask):
    """An account nobody linked with and one that does not exist are answered alike."""
    nobody = Person(app, "nobody")
    results = [
        patient.push(patient.record(other, "open"))[patient.log(other)]
        for other in (stranger, nobody)
    ]
    for result in results:
        result.pop("log")
    assert results[0] == results[1]
    assert results[0]["problem"]["type"] == "/problems/not-linked"
    assert len(stranger.feed()) == 2


def test_a_pair_log_begins_with_open(linked: tuple[Person, Person], stranger: Person):
    """Nothing else may come first, and `open` may not come again."""
    patient, therapist = linked
    content = put_content([patient.row()])
    for type, seq, to in (("close", 1, stranger), ("open", 2, therapist)):
        place = {"log": b64_encode(patient.log(to)), "audience": b64_encode(to.id_pk), "seq": seq}
        header = _header(patient, content, type=type, epoch=None, **place)
        (result,) = patient.push_bytes(_signed(patient, header)).json["results"]
        assert result["problem"]["type"] == "/problems/malformed"


def test_nothing_follows_a_close(linked: tuple[Person, Person]):
    """A closed log takes no more records; its own close again has no effect."""
    patient, therapist = linked
    close = patient.record(therapist, "close")
    log = patient.log(therapist)
    assert patient.push(close)[log]["problem"] is None
    patient.heads[log] = patient.heads[log]._replace(closed=False)
    late = patient.ack(therapist)
    assert patient.push(late)[log]["problem"]["type"] == "/problems/malformed"
    assert patient.push(close)[log]["accepted"] == 1


def test_a_revision_stands_for_one_text(patient: Person):
    """The same revision with another body is tampered, later and within one push; with the same body it is accepted."""
    row = patient.row()
    other = row_of(row.item, row.rev, os.urandom(1_100))
    moved = Row(os.urandom(16), row.rev, row.digest, row.body)
    patient.push(patient.put(row))
    for wrong in (other, moved):
        device = Person.other_device(patient)
        device.sign_in()
        result = device.push(device.put(wrong))[patient.log()]
        assert result["problem"]["type"] == "/problems/tampered"
    assert patient.push(patient.put(row))[patient.log()]["accepted"] == 1
    fresh = patient.row()
    twin = row_of(fresh.item, fresh.rev, os.urandom(1_100))
    result = patient.push(patient.put(fresh), patient.put(twin))[patient.log()]
    assert (result["accepted"], result["problem"]["type"]) == (1, "/problems/tampered")


def test_rows_without_bodies_are_kept_as_digests(patient: Person):
    """A put pushed again after a restore may lack bodies that were erased: its rows come back in form 0."""
    full, bare = patient.row(), patient.row()._replace(body=None)
    record = patient.put(full, bare)
    assert patient.push(record)[patient.log()]["accepted"] == 1
    assert patient.feed()[-1] == record


def test_a_full_account_is_too_large(make_app: Callable[..., Flask]):
    """Past ACCOUNT_MEGABYTES nothing more is taken, and what is there stays."""
    person = Person(make_app(ACCOUNT_MEGABYTES=1), "ana")
    person.sign_up()
    body = os.urandom(200_000)
    for _ in range(5):
        row = row_of(os.urandom(16), os.urandom(16), body)
        assert person.push(person.put(row))[person.log()]["problem"] is None
    row = row_of(os.urandom(16), os.urandom(16), body)
    result = person.push(person.put(row))[person.log()]
    assert (result["accepted"], result["problem"]["type"]) == (0, "/problems/too-large")
    assert len(person.feed()) == 7


@pytest.mark.parametrize(
    "data",
    [
        b"\0",
        b"\xff" * 40,
        u32be(3) + b"{}{" + bytes(68),
        u32be(2) + b"{}" + bytes(68),
        bytes(range(100, 164)),
    ],
)
def test_a_push_that_is_no_frames_is_malformed(patient: Person, data: bytes):
    """Bytes that belong to no log are refused as a whole."""
    answer = patient.push_bytes(data)
    assert (answer.status_code, answer.json["type"]) == (400, "/problems/malformed")


def test_a_push_cut_short_changes_nothing(patient: Person):
    """A body that ends within a frame is refused, the whole frames before it too."""
    frames = build_frame(patient.put()) + build_frame(patient.put())
    assert patient.push_bytes(frames[:-1]).json["type"] == "/problems/malformed"
    assert len(patient.feed()) == 2


def test_an_empty_push_is_fine(patient: Person):
    """No frames, no results."""
    more = {"environ_overrides": {"CONTENT_LENGTH": "0"}}
    answer = patient.call("POST", "/records", content_type="application/octet-stream", **more)
    assert answer.json["results"] == []


def test_a_push_has_at_most_256_records(patient: Person):
    """One more is refused as a whole; 256 are taken."""
    records: list[Record] = [
        patient.record(patient, "device", plain_content(b"x")) for _ in range(PUSH_RECORDS + 1)
    ]
    answer = patient.push_bytes(b"".join(build_frame(record) for record in records))
    assert (answer.status_code, answer.json["type"]) == (413, "/problems/too-large")
    assert patient.push(*records[:-1])[patient.log()]["accepted"] == PUSH_RECORDS


def test_ten_thousand_entries_up_and_down(patient: Person, app: Flask):
    """10,000 sealed bodies of 2.4 KB go up in 7 requests and come down in 5, all of them."""
    rows = [row_of(os.urandom(16), os.urandom(16), os.urandom(2_400)) for _ in range(10_000)]
    puts = [patient.put(*rows[start : start + 425]) for start in range(0, 10_000, 425)]
    pushes = [puts[start : start + 4] for start in range(0, len(puts), 4)]
    assert len(pushes) <= 7
    for push in pushes:
        assert patient.push(*push)[patient.log()]["problem"] is None
    page, requests, digests = patient.page(2), 1, set[bytes]()
    while True:
        digests |= {h(body) for record in page.records for body in _bodies(record)}
        if not page.more:
            break
        page, requests = patient.page(page.next), requests + 1
    assert digests == {row.digest for row in rows}
    assert requests <= 5


def _bodies(record: Record) -> list[bytes]:
    return [row.body for row in parse_content(record).rows if row.body is not None]


def test_frames_are_counted_before_one_is_read(patient: Person, monkeypatch: pytest.MonkeyPatch):
    """Thousands of junk frames cost no more than their lengths."""

    def read(*_: object) -> None:
        raise AssertionError("a header was read")

    monkeypatch.setattr(endpoint, "parse_header", read)
    junk = u32be(1) + b"[" + b"\0" * 64 + u32be(0)
    answer = patient.push_bytes(junk * (PUSH_RECORDS + 1))
    assert (answer.status_code, answer.json["type"]) == (413, "/problems/too-large")
