"""Failing records, frames and pages: one fault each."""

from collections.abc import Callable, Iterator
from typing import Any

from journal.wire.encoding import b64_decode as d
from journal.wire.encoding import b64_encode as e
from journal.wire.encoding import build_json, h, parse_json, u32be
from journal.wire.feed import build_page
from journal.wire.headers import Head
from journal.wire.rows import Row
from tests.vectors.known import built, grant_step, record_input, rows_of
from tests.vectors.ops import head_to_json, row_to_json
from tests.vectors.world import PATIENT, STRANGER, THERAPIST, Person, secret

Fault = tuple[str, str, dict[str, Any], str]
MALFORMED, UNSUPPORTED, TAMPERED, STALE = "malformed", "unsupported", "tampered", "stale"
START = Head()
GOING = Head(4, secret("going"), 2, 1)
CLOSED = Head(4, secret("going"), 0, 0, True)


def record_faults() -> Iterator[Fault]:
    """Every failing case of records, frames and pages."""
    yield from _headers()
    yield from _chains()
    yield from _payloads()
    yield from _signed_bodies()
    yield from _frames()


def frame(header: bytes, signature: bytes, payload: bytes) -> bytes:
    """A frame whatever it holds."""
    return u32be(len(header)) + header + signature + u32be(len(payload)) + payload


def signed(author: Person, header: dict[str, Any] | bytes, payload: bytes = b"") -> bytes:
    """A frame whose signature holds over whatever header it has."""
    data = header if isinstance(header, bytes) else build_json(header)
    return frame(data, author.identity.sign("record", data), payload)


def put_input(head: Head = START, rows: list[Row] | None = None) -> dict[str, Any]:
    """Input of `build_record` for a put."""
    listed = [row_to_json(row) for row in rows or rows_of(PATIENT, 2)]
    return record_input(PATIENT, PATIENT, "put", head, rows=listed, members={"epoch": 1})


def _good() -> tuple[dict[str, Any], bytes]:
    out = built(put_input())
    return parse_json(out["header"].encode()), _payload(out)


def _payload(out: dict[str, Any]) -> bytes:
    data, header = d(out["frame"]), out["header"].encode()
    return data[4 + len(header) + 64 + 4 :]


def _case(name: str, data: bytes, kind: str, head: Head = START) -> Fault:
    return name, "verify_record", {"frame": e(data), "head": head_to_json(head)}, kind


def _headers() -> Iterator[Fault]:
    header, payload = _good()
    small = e((1).to_bytes(32, "little"))
    changes: dict[str, tuple[dict[str, Any], str]] = {
        "of-version-0": ({"v": 0}, UNSUPPORTED),
        "of-version-2": ({"v": 2}, UNSUPPORTED),
        "of-version-2-with-members-nobody-knows": ({"v": 2, "suite": 7}, UNSUPPORTED),
        "of-a-version-in-words": ({"v": "1"}, MALFORMED),
        "of-an-unknown-type": ({"type": "rename"}, UNSUPPORTED),
        "with-an-unknown-member": ({"note": "x"}, MALFORMED),
        "with-a-member-of-another-type": ({"generation": 1}, MALFORMED),
        "with-another-log-id": ({"log": e(secret("log", 16))}, TAMPERED),
        "with-another-audience-than-its-log": ({"audience": e(THERAPIST.public)}, TAMPERED),
        "with-a-short-log-id": ({"log": e(bytes(15))}, MALFORMED),
        "with-seq-0": ({"seq": 0}, MALFORMED),
        "with-a-seq-in-words": ({"seq": "1"}, MALFORMED),
        "with-a-true-seq": ({"seq": True}, MALFORMED),
        "with-a-short-prev": ({"prev": e(bytes(31))}, MALFORMED),
        "with-a-padded-prev": ({"prev": e(bytes(32)) + "="}, MALFORMED),
        "with-epoch-0": ({"epoch": 0}, MALFORMED),
        "with-an-epoch-past-32-bits": ({"epoch": 2**32}, MALFORMED),
        "by-a-small-order-author": ({"author": small, "audience": small}, MALFORMED),
    }
    for name, (change, kind) in changes.items():
        yield _case(f"header-{name}", signed(PATIENT, header | change, payload), kind)
    for member in ("v", "log", "prev", "body", "epoch"):
        rest = {name: value for name, value in header.items() if name != member}
        yield _case(f"header-without-{member}", signed(PATIENT, rest, payload), MALFORMED)
    data = build_json(header)
    texts: dict[str, bytes] = {
        "with-a-duplicate-member": data[:-1] + b',"seq":1}',
        "with-a-fractional-seq": data.replace(b'"seq":1', b'"seq":1.0'),
        "with-stray-bits-in-prev": data.replace(b'AAAAA","type"', b'AAAAB","type"'),
        "that-is-a-list": b"[" + data + b"]",
        "with-bytes-after-it": data + b"{}",
        "over-its-limit": data + b" " * (16_385 - len(data)),
    }
    for name, text in texts.items():
        yield _case(f"header-{name}", signed(PATIENT, text, payload), MALFORMED)
    items = [e(secret(f"item {n}", 16)) for n in range(65)]
    deletes: dict[str, Any] = {
        "of-nothing": [],
        "of-65-items": [[item, item] for item in items],
        "of-an-item-twice": [[items[0], items[1]], [items[0], items[2]]],
        "without-the-last-revision": [items[0]],
        "with-three-ids-an-item": [[items[0], items[1], items[2]]],
    }
    empty = header | {"type": "del", "body": e(h(b""))}
    del empty["epoch"]
    for name, value in deletes.items():
        yield _case(f"del-{name}", signed(PATIENT, empty | {"items": value}), MALFORMED)
    pair = parse_json(_open_header())
    revokes = {
        "of-nothing": [],
        "of-65-items": items,
        "of-an-item-twice": [items[0], items[0]],
        "of-a-pair": [[items[0], items[1]]],
    }
    later = pair | {"seq": 5, "prev": e(GOING.hash)}
    for name, value in revokes.items():
        data = signed(PATIENT, later | {"type": "revoke", "items": value})
        yield _case(f"revoke-{name}", data, MALFORMED, GOING)
    yield _case(
        "ack-of-seq-0",
        signed(PATIENT, later | {"type": "ack", "peer_seq": 0, "peer_hash": e(bytes(32))}),
        MALFORMED,
        GOING,
    )
    yield _case("open-in-the-middle", signed(PATIENT, later), MALFORMED, GOING)
    yield _case("pair-log-without-open", signed(PATIENT, pair | {"type": "close"}), MALFORMED)
    for type, member in (
        ("put", {"epoch": 1}),
        ("del", {"items": deletes["of-an-item-twice"][:1]}),
        ("ring", {"generation": 1}),
        ("device", {}),
    ):
        yield _case(
            f"{type}-in-a-pair-log",
            signed(PATIENT, later | {"type": type, **member}),
            MALFORMED,
            GOING,
        )
    for type, member in (
        ("grant", {"kem": e(bytes(32))}),
        ("open", {}),
        ("close", {}),
        ("revoke", {"items": items[:1]}),
    ):
        yield _case(
            f"{type}-in-a-private-log", signed(PATIENT, empty | {"type": type, **member}), MALFORMED
        )


def _open_header() -> bytes:
    return built(record_input(PATIENT, THERAPIST, "open", START))["header"].encode()


def _chains() -> Iterator[Fault]:
    whole = d(built(put_input(GOING))["frame"])
    heads = {
        "after-a-gap": GOING._replace(seq=3),
        "already-there": GOING._replace(seq=5),
        "on-another-past": GOING._replace(hash=secret("another past")),
        "in-the-middle-of-an-empty-log": START,
    }
    for name, head in heads.items():
        yield _case(f"record-{name}", whole, STALE, head)
    ring = record_input(
        PATIENT, PATIENT, "ring", GOING, data=e(bytes(2000)), members={"generation": 3}
    )
    data = d(built(ring)["frame"])
    for name, generation in (("again", 3), ("too-late", 4), ("too-early", 1)):
        yield _case(f"ring-record-{name}", data, STALE, GOING._replace(generation=generation))
    key = d(built(record_input(PATIENT, PATIENT, "key", GOING, data=e(PATIENT.bundle)))["frame"])
    yield _case("key-record-of-the-same-epoch", key, STALE, GOING)
    yield _case("key-record-of-an-earlier-epoch", key, STALE, GOING._replace(epoch=5))
    ack = record_input(
        PATIENT, THERAPIST, "ack", CLOSED, members={"peer_seq": 1, "peer_hash": e(bytes(32))}
    )
    yield _case("record-after-close", d(built(ack)["frame"]), MALFORMED, CLOSED)


def _payloads() -> Iterator[Fault]:
    header, payload = _good()
    rows = rows_of(PATIENT, 2)
    bare = b"".join(b"\0" + b"".join(row[:3]) for row in rows)
    numbered = b"".join(b"\0" + secret(f"row {n}", 64) for n in range(1025))
    long = b"\1" + bytes(32) + u32be(262_145) + bytes(262_145)
    payloads = {
        "of-no-rows": u32be(0),
        "of-1025-rows": u32be(1025) + numbered,
        "of-more-rows-than-it-holds": u32be(3) + bare,
        "of-fewer-rows-than-it-holds": u32be(1) + bare,
        "with-bytes-after-its-rows": payload + b"\0",
        "cut-by-a-byte": payload[:-1],
        "with-a-row-of-form-3": u32be(1) + b"\3" + bytes(64),
        "with-a-row-by-place": u32be(1) + b"\2" + bytes(6),
        "with-a-revision-twice": u32be(2) + bare[:65] * 2,
        "with-a-body-over-its-limit": u32be(1) + long,
        "over-its-limit": u32be(1) + bytes(1_048_576),
        "of-nothing": b"",
    }
    for name, data in payloads.items():
        yield _case(f"put-{name}", signed(PATIENT, header, data), MALFORMED)
    grant = built(
        record_input(
            PATIENT, THERAPIST, head=GOING, **grant_step("grant of three", rows_of(PATIENT, 3))
        )
    )
    head, good = grant["header"].encode(), _payload(grant)
    box = good[-(1120 + 96 + 16) :]
    three = good[: -len(box) - 4]
    sixty_five = (
        u32be(65) + numbered[: 65 * 65] + u32be(1120 + 65 * 32 + 16) + bytes(1120 + 65 * 32 + 16)
    )
    grants = {
        "with-a-box-too-short": three + u32be(len(box) - 32) + box[:-32],
        "with-a-box-too-long": three + u32be(len(box) + 32) + box + bytes(32),
        "of-65-rows": sixty_five,
        "without-a-box": three,
        "of-no-rows": u32be(0) + u32be(1136) + bytes(1136),
    }
    for name, data in grants.items():
        yield _case(f"grant-{name}", signed(PATIENT, head, data), MALFORMED, GOING)
    placed = frame(
        head, d(grant["signature"]), u32be(3) + (b"\2" + bytes(6)) * 3 + u32be(len(box)) + box
    )
    yield _case("grant-by-place-where-no-places-are-known", placed, MALFORMED, GOING)
    yield _case("open-with-a-payload", signed(PATIENT, _open_header(), b"x"), MALFORMED)
    bundle = record_input(PATIENT, PATIENT, "key", START, data=e(PATIENT.bundle))
    key = built(bundle)["header"].encode()
    yield _case("key-record-over-its-limit", signed(PATIENT, key, PATIENT.bundle + b"x"), MALFORMED)


def _signed_bodies() -> Iterator[Fault]:
    out = built(put_input())
    header, payload, signature = out["header"].encode(), _payload(out), d(out["signature"])
    rows = rows_of(PATIENT, 2)
    swapped = [rows[0]._replace(body=rows[1].body), rows[1]._replace(body=rows[0].body)]
    body_at = 4 + 1 + 32 + 4 + 200
    cases: dict[str, bytes] = {
        "signed-by-somebody-else": frame(header, STRANGER.identity.sign("record", header), payload),
        "signed-under-another-label": frame(
            header, PATIENT.identity.sign("login", header), payload
        ),
        "signed-without-a-label": frame(header, _bare_signature(header), payload),
        "with-a-flipped-signature": frame(header, _flip(signature, 5), payload),
        "without-a-signature": frame(header, bytes(64), payload),
        "with-white-space-added-after-signing": frame(header[:-1] + b" }", signature, payload),
        "with-another-epoch-after-signing": frame(
            header.replace(b'"epoch":1', b'"epoch":2'), signature, payload
        ),
        "with-a-flipped-body": frame(header, signature, _flip(payload, body_at)),
        "with-a-flipped-item": frame(header, signature, _flip(payload, 4 + 1)),
        "with-a-flipped-rev": frame(header, signature, _flip(payload, 4 + 1 + 16)),
        "with-two-bodies-swapped": frame(
            header, signature, _payload(built(put_input(rows=swapped)))
        ),
        "with-rows-in-another-order": frame(
            header, signature, _payload(built(put_input(rows=rows[::-1])))
        ),
        "with-a-row-left-out": frame(header, signature, _payload(built(put_input(rows=rows[:1])))),
        "with-a-row-more": frame(
            header, signature, _payload(built(put_input(rows=rows_of(PATIENT, 3))))
        ),
    }
    for name, data in cases.items():
        yield _case(f"record-{name}", data, TAMPERED)
    grant = record_input(
        PATIENT, THERAPIST, head=GOING, **grant_step("grant of three", rows_of(PATIENT, 3))
    )
    other = built(grant)
    changed = frame(other["header"].encode(), d(other["signature"]), _flip(_payload(other), -1))
    yield _case("grant-record-with-a-flipped-box", changed, TAMPERED, GOING)
    places = [row_to_json(row._replace(body=None)) for row in rows_of(PATIENT, 3)]
    wrong = [[[4, 0], places[1]], [[4, 1], places[0]], [[8, 0], places[2]]]
    up = {**grant, "places": [[4, 0], [4, 1], [8, 0]]}
    i = {"frame": built(up)["frame"], "head": head_to_json(GOING), "places": wrong}
    yield "grant-record-by-places-that-hold-something-else", "verify_record", i, TAMPERED
    key = built(record_input(PATIENT, PATIENT, "key", START, data=e(THERAPIST.bundle)))
    yield _case("key-record-with-somebody-else-s-bundle", d(key["frame"]), TAMPERED)
    bundle = _flip(PATIENT.bundle, 40)
    key = built(record_input(PATIENT, PATIENT, "key", START, data=e(bundle)))
    yield _case("key-record-with-a-bundle-that-does-not-hold", d(key["frame"]), TAMPERED)


def _bare_signature(header: bytes) -> bytes:
    return PATIENT.identity._key.sign(header)


def _flip(data: bytes, at: int) -> bytes:
    changed = bytearray(data)
    changed[at] ^= 1
    return bytes(changed)


def _frames() -> Iterator[Fault]:
    whole = d(built(put_input())["frame"])
    cuts: dict[str, Callable[[bytes], bytes]] = {
        "cut-in-its-first-length": lambda data: data[:3],
        "cut-in-its-header": lambda data: data[:50],
        "cut-in-its-payload": lambda data: data[:-1],
        "with-a-byte-after-it": lambda data: data + b"\0",
        "with-a-header-length-over-the-limit": lambda data: u32be(16_385) + data[4:],
        "with-a-header-length-of-2-32": lambda data: b"\xff" * 4 + data[4:],
    }
    for name, cut in cuts.items():
        yield _case(f"frame-{name}", cut(whole), MALFORMED)
    epoch = secret("epoch", 16)
    page = build_page(epoch, 0, 1, False, [whole])
    value = {"epoch": e(epoch), "after": 5, "next": 5, "more": False}
    pages = {
        "cut-short": page[:-1],
        "cut-in-its-length": page[:2],
        "that-goes-backwards": _page(value | {"next": 4}),
        "with-a-number-for-more": _page(value | {"more": 0}),
        "with-an-unknown-member": _page(value | {"total": 9}),
        "with-a-short-epoch": _page(value | {"epoch": e(bytes(15))}),
        "with-a-negative-place": _page(value | {"after": -1}),
    }
    for name, data in pages.items():
        yield f"page-{name}", "parse_page", {"page": e(data)}, MALFORMED
    unknown = signed(PATIENT, parse_json(built(put_input())["header"].encode()) | {"v": 9})
    yield (
        "page-with-a-record-of-another-version",
        "parse_page",
        {"page": e(build_page(epoch, 0, 1, False, [unknown]))},
        UNSUPPORTED,
    )


def _page(value: dict[str, Any]) -> bytes:
    data = build_json(value)
    return u32be(len(data)) + data
