"""Failing vectors: one fault each, named after it, with the kind of failure it must raise."""

from collections.abc import Iterator
from typing import Any

from journal.protocol.credentials import password_parameters
from journal.protocol.invites import build_link, invite_id
from journal.protocol.items import seal_item
from journal.protocol.kdf import kdf
from journal.protocol.kit import kit_to_text
from journal.protocol.padding import pad
from journal.protocol.ring import ring_to_json
from journal.protocol.seal import CHUNK, HEADER, TAG, seal
from journal.wire.bundles import build_bundle
from journal.wire.encoding import b64_decode as d
from journal.wire.encoding import b64_encode as e
from journal.wire.encoding import build_json, lbl, u32be
from journal.wire.limits import SEALED_BODY
from tests.vectors.known import (
    ITEM,
    PAYLOAD,
    REV,
    account_key_input,
    answer_input,
    capture_input,
    grant_input,
    item_input,
    label_input,
    offer_input,
    ring_input,
)
from tests.vectors.record_faults import record_faults
from tests.vectors.world import (
    ORIGIN,
    PATIENT,
    STRANGER,
    THERAPIST,
    kept_raw,
    ring_of,
    secret,
)

Fault = tuple[str, str, dict[str, Any], str]
MALFORMED, UNSUPPORTED, WRONG_KEY, TAMPERED = "malformed", "unsupported", "wrong_key", "tampered"


def all_faults() -> Iterator[Fault]:
    """Every failing case: name, op, input and kind."""
    yield from _encoding()
    yield from _keys()
    yield from _sealing()
    yield from _padding()
    yield from _accounts()
    yield from _rings()
    yield from _items()
    yield from _grants()
    yield from _invites()
    yield from record_faults()
    yield from _captures()
    yield from _kem_keys()
    yield from _labels()


def _kem_keys() -> Iterator[Fault]:
    good, p = PATIENT.kem.public, 2**255 - 19
    lattice, curve = good[:1184], good[1184:]
    order_8 = 0x00B8495F16056286FDB1329CEB8D09DA6AC49FF1FAE35616AEB8413B7C7AEBE0
    other_8 = 0x57119FD0DD4E22D8868E1C58C45C44045BEF839C55B1D0B1248C50A3BC959C5F
    points = {"0": 0, "1": 1, "minus-1": p - 1, "p": p, "p-plus-1": p + 1}
    points |= {"of-order-8": order_8, "of-the-other-order-8": other_8, "0-with-its-top-bit": 2**255}
    keys = {
        f"with-its-curve-half-at-{name}": lattice + u.to_bytes(32, "little")
        for name, u in points.items()
    }
    # FIPS 203 section 7.2: numbers of 12 bits below 3,329; the first and second of a pair, the first and last pair.
    keys |= {
        "with-its-first-number-at-q": b"\x01\x0d" + bytes([good[2]]) + good[3:],
        "with-its-second-number-at-q": good[:1] + bytes([good[1] & 15 | 0x10, 0xD0]) + good[3:],
        "with-its-last-number-past-q": good[:1150] + bytes([good[1150] | 0xF0, 0xFF]) + good[1152:],
        "of-ones": b"\xff" * 1184 + curve,
        "of-zeros": bytes(1216),
    }
    for name, key in keys.items():
        bundle = build_bundle(PATIENT.identity.sign, PATIENT.public, 1, key)
        yield f"bundle-with-a-kem-key-{name}", "parse_bundle", {"bundle": e(bundle)}, MALFORMED
    for name in ("of-ones", "with-its-curve-half-at-0"):
        bundle = build_bundle(PATIENT.identity.sign, PATIENT.public, 1, keys[name])
        yield f"offer-with-a-kem-key-{name}", "open_offer", offer_input(PATIENT, bundle), MALFORMED
        bundle = build_bundle(THERAPIST.identity.sign, THERAPIST.public, 1, keys[name])
        given = answer_input(PATIENT, THERAPIST, bundle)
        yield f"answer-with-a-kem-key-{name}", "open_answer", given, MALFORMED


def flipped(text: str, at: int) -> str:
    """b64 bytes with one bit of the byte `at` changed."""
    data = bytearray(d(text))
    data[at] ^= 1
    return e(bytes(data))


DEEP = {
    "65-lists-in-one-another": b"[" * 65 + b"]" * 65,
    "65-objects-in-one-another": b'{"a":' * 64 + b"{}" + b"}" * 64,
    "thousands-of-lists-in-one-another": b"[" * 6_000 + b"]" * 6_000,
    "65-lists-behind-a-quote-in-a-string": b'["\\"[",' + b"[" * 64 + b"]" * 65,
    "65-lists-behind-many-that-were-closed": b"[" + b"[]," * 100 + b"[" * 64 + b"]" * 65,
    "thousands-of-lists-that-never-close": b"[" * 6_000,
}
"""What is nested deeper than 64 objects and lists."""


def _encoding() -> Iterator[Fault]:
    texts = {
        "padding": "QQ==",
        "white-space": "QUFB QUFB",
        "line-end": "QUFB\n",
        "plus-and-slash": "-_+/",
        "stray-bits-of-one-byte": "QR",
        "stray-bits-of-two-bytes": "QUF",
        "one-lone-character": "QUFBQ",
        "letters-beyond-ascii": "QUFÀ",
    }
    for name, text in texts.items():
        yield f"b64-with-{name}", "b64_decode", {"text": text}, MALFORMED
    yield "b64-of-another-length", "b64_decode", {"text": e(bytes(17)), "length": 16}, MALFORMED
    yield "b64-that-is-a-number", "b64_decode", {"text": 12}, MALFORMED
    bodies = {
        "a-duplicate-member": b'{"a":1,"a":1}',
        "a-duplicate-member-written-with-escapes": b'{"a":1,"\\u0061":2}',
        "a-duplicate-member-inside": b'[{"b":{"a":1,"c":2,"a":3}}]',
        "a-byte-order-mark": b'\xef\xbb\xbf{"a":1}',
        "a-second-value": b"{}{}",
        "bytes-after-the-value": b"{}x",
        "nothing": b"",
        "a-comma-too-many": b"[1,]",
        "a-comment": b"{} // said",
        "single-quotes": b"{'a':1}",
        "a-leading-zero": b"[01]",
        "a-plus": b"[+1]",
        "not-a-number": b"[NaN]",
        "infinity": b"[-Infinity]",
        "a-control-character": b'["\x01"]',
        "invalid-utf-8": b'["\xff"]',
        "utf-16": '{"a":1}'.encode("utf-16-le"),
        "an-unfinished-string": b'["a',
        "an-unknown-escape": b'["\\x41"]',
        "a-form-feed-between": b"[1,\x0c2]",
    }
    for name, body in bodies.items():
        yield f"json-with-{name}", "parse_json", {"json": e(body)}, MALFORMED
    numbers = {
        "a-fraction": b"[1.5]",
        "a-whole-fraction": b"[1.0]",
        "an-exponent": b"[1e2]",
        "minus-zero": b"[-0]",
        "an-integer-past-2-53": b"[9007199254740992]",
        "an-integer-below-minus-2-53": b"[-9007199254740992]",
        "an-endless-integer": b"[" + b"9" * 400 + b"]",
    }
    for name, body in numbers.items():
        yield f"json-with-{name}", "parse_json", {"json": e(body)}, MALFORMED
    for name, body in DEEP.items():
        yield f"json-with-{name}", "parse_json", {"json": e(body)}, MALFORMED
        yield f"payload-with-{name}", "parse_payload", {"json": e(b'{"a":%s}' % body)}, MALFORMED
    for name in ("a-duplicate-member", "a-second-value", "not-a-number", "invalid-utf-8"):
        yield f"payload-with-{name}", "parse_payload", {"json": e(bodies[name])}, MALFORMED
    yield "payload-that-is-a-list", "parse_payload", {"json": e(b"[]")}, MALFORMED
    yield (
        "payload-with-a-number-past-every-float",
        "parse_payload",
        {"json": e(b'{"a":1e999}')},
        MALFORMED,
    )
    handles = {
        "too-short": "ab",
        "too-long": "a" * 65,
        "with-a-space": "an na",
        "led-by-a-dot": ".anna",
        "beyond-ascii": "jürgen",
        "with-a-line-end": "anna\n",
    }
    for name, text in handles.items():
        yield f"handle-{name}", "normalise_handle", {"text": text}, MALFORMED
    yield (
        "passphrase-of-fourteen",
        "normalise_passphrase",
        {"text": " fourteen chars \n"},
        MALFORMED,
    )
    yield "passphrase-of-fourteen-emoji", "normalise_passphrase", {"text": "🌿" * 14}, MALFORMED
    code = kit_to_text(PATIENT.kit)
    codes = {
        "with-a-slip": code[:-1] + ("0" if code[-1] != "0" else "1"),
        "with-two-characters-swapped": code[1] + code[0] + code[2:],
        "with-the-letter-u": "U" + code[1:],
        "cut-short": code[:-1],
        "with-a-character-more": code + "0",
    }
    for name, text in codes.items():
        yield f"kit-code-{name}", "text_to_kit", {"text": text}, MALFORMED


def _keys() -> Iterator[Fault]:
    p = 2**255 - 19
    order_8 = 0x05FC536D880238B13933C6D305ACDFD5F098EFF289F4C345B027B2C28F95E826
    sign_bit = 2**255
    ys = {
        "0": 0,
        "1": 1,
        "minus-1": p - 1,
        "of-order-8": order_8,
        "minus-that-of-order-8": p - order_8,
    }
    for name, y in ys.items():
        for form, value in (("", y), ("-with-sign", y | sign_bit)):
            key = e(value.to_bytes(32, "little"))
            yield f"key-of-small-order-y-{name}{form}", "check_public_key", {"key": key}, MALFORMED
    for offset in (0, 1, 2, 18):
        for form, bit in (("", 0), ("-with-sign", sign_bit)):
            key = e((p + offset | bit).to_bytes(32, "little"))
            yield (
                f"key-not-canonical-p-plus-{offset}{form}",
                "check_public_key",
                {"key": key},
                MALFORMED,
            )
    yield "key-of-31-bytes", "check_public_key", {"key": e(PATIENT.public[:31])}, MALFORMED
    signature = PATIENT.identity.sign("record", b"a", b"b")
    holds = {
        "key": e(PATIENT.public),
        "signature": e(signature),
        "name": "record",
        "parts": [e(b"a"), e(b"b")],
    }
    order = 2**252 + 27742317777372353535851937790883648493
    malleated = signature[:32] + (int.from_bytes(signature[32:], "little") + order).to_bytes(
        32, "little"
    )
    changes: dict[str, dict[str, Any]] = {
        "under-another-label": {"name": "login"},
        "over-parts-swapped": {"parts": [e(b"b"), e(b"a")]},
        "over-parts-joined": {"parts": [e(b"ab")]},
        "over-a-part-more": {"parts": [e(b"a"), e(b"b"), ""]},
        "by-somebody-else": {"key": e(THERAPIST.public)},
        "with-a-flipped-bit": {"signature": flipped(e(signature), 0)},
        "with-s-beyond-the-order": {"signature": e(malleated)},
        "of-zeros": {"signature": e(bytes(64))},
    }
    for name, change in changes.items():
        yield f"signature-{name}", "verify", {**holds, **change}, TAMPERED
    yield "signature-of-63-bytes", "verify", {**holds, "signature": e(signature[:63])}, MALFORMED
    identity_point = (1).to_bytes(32, "little")
    forged = {**holds, "key": e(identity_point), "signature": e(identity_point + bytes(32))}
    yield "signature-for-everything-under-the-identity-point", "verify", forged, MALFORMED
    bundles = {
        "cut-short": (PATIENT.bundle[:-1], MALFORMED),
        "extended": (PATIENT.bundle + b"\0", MALFORMED),
        "of-epoch-0": (PATIENT.bundle[:32] + bytes(4) + PATIENT.bundle[36:], MALFORMED),
        "with-another-epoch": (PATIENT.bundle[:32] + u32be(2) + PATIENT.bundle[36:], TAMPERED),
        "with-another-kem-key": (
            PATIENT.bundle[:36] + THERAPIST.kem.public + PATIENT.bundle[-64:],
            TAMPERED,
        ),
        "under-another-identity": (THERAPIST.public + PATIENT.bundle[32:], TAMPERED),
        "with-a-flipped-signature": (d(flipped(e(PATIENT.bundle), -1)), TAMPERED),
        "under-a-small-order-key": (
            identity_point + PATIENT.bundle[32:-64] + identity_point + bytes(32),
            MALFORMED,
        ),
    }
    for name, (data, kind) in bundles.items():
        yield f"bundle-{name}", "parse_bundle", {"bundle": e(data)}, kind


def _sealing() -> Iterator[Fault]:
    key, context, salt = secret("seal key"), lbl("ring", b"x"), secret("seal salt", 24)
    short = seal(key, context, secret("plain", 100), salt)
    long = seal(key, context, secret("plain", 2 * CHUNK + 5), salt)
    chunks = [long[HEADER + n * (CHUNK + TAG) :][: CHUNK + TAG] for n in range(3)]
    head = long[:HEADER]
    cases = {
        "empty": (b"", MALFORMED),
        "of-the-header-only": (short[:HEADER], MALFORMED),
        "cut-in-the-tag": (short[: HEADER + TAG - 1], MALFORMED),
        "without-its-short-last-chunk": (head + chunks[0], MALFORMED),
        "cut-to-an-impossible-length": (head + chunks[0] + chunks[1][:7], MALFORMED),
        "with-a-flipped-salt": (d(flipped(e(short), 0)), WRONG_KEY),
        "with-a-flipped-commitment": (d(flipped(e(short), 24)), WRONG_KEY),
        "with-a-flipped-byte": (d(flipped(e(short), HEADER)), TAMPERED),
        "with-a-flipped-tag": (d(flipped(e(short), -1)), TAMPERED),
        "cut-by-a-byte": (short[:-1], TAMPERED),
        "extended-by-a-byte": (short + b"\0", TAMPERED),
        "with-chunks-swapped": (head + chunks[1] + chunks[0] + chunks[2], TAMPERED),
        "with-a-chunk-twice": (head + chunks[0] + chunks[0] + chunks[2], TAMPERED),
        "with-a-chunk-left-out": (head + chunks[0] + chunks[2], TAMPERED),
    }
    fields = {"key": e(key), "context": e(context)}
    for name, (sealed, kind) in cases.items():
        yield f"sealed-{name}", "open_sealed", {**fields, "sealed": e(sealed)}, kind
    held = {**fields, "sealed": e(short)}
    yield "sealed-under-another-key", "open_sealed", {**held, "key": e(secret("other"))}, WRONG_KEY
    yield (
        "sealed-in-another-context",
        "open_sealed",
        {**held, "context": e(context + b"\0")},
        WRONG_KEY,
    )
    yield "sealed-under-a-key-of-31-bytes", "open_sealed", {**held, "key": e(key[:31])}, MALFORMED


def _padding() -> Iterator[Fault]:
    whole = pad(b"x" * 100)
    cases = {
        "empty": b"",
        "cut-by-a-byte": whole[:-1],
        "extended-by-a-zero": whole + b"\0",
        "with-filling-that-is-not-zero": whole[:-1] + b"\1",
        "with-filling-that-is-not-zero-at-once": whole[:104] + b"\1" + whole[105:],
        "with-a-length-past-the-end": u32be(1021) + whole[4:],
        "with-a-length-of-2-32": b"\xff" * 4 + whole[4:],
        "longer-than-its-data-asks": u32be(10) + b"x" * 10 + bytes(2034),
        "without-its-floor": u32be(10) + b"x" * 10,
    }
    for name, data in cases.items():
        yield f"padding-{name}", "unpad", {"padded": e(data)}, MALFORMED


def _accounts() -> Iterator[Fault]:
    for profile in (0, 2, 255):
        parameters = e(bytes([profile]) + bytes(16))
        yield (
            f"password-of-profile-{profile}",
            "parse_password_parameters",
            {"parameters": parameters},
            UNSUPPORTED,
        )
    for name, data in {
        "without-salt": b"\1",
        "with-numbers": password_parameters(bytes(16)) + u32be(1),
    }.items():
        yield (
            f"password-parameters-{name}",
            "parse_password_parameters",
            {"parameters": e(data)},
            MALFORMED,
        )
    held = account_key_input(PATIENT, "password")
    other = account_key_input(STRANGER, "password")
    changes = {
        "by-another-passphrase": {"x": e(secret("another x"))},
        "of-another-account": {"id_pk": e(THERAPIST.public)},
        "of-another-credential": {"id": e(secret("kit id", 16))},
        "as-another-kind": {"kind": "kit"},
        "with-another-salt": {"parameters": e(password_parameters(bytes(16)))},
        "swapped-with-another-account-s": {"wrapped": other["wrapped"]},
        "with-a-flipped-salt": {"wrapped": flipped(held["wrapped"], 0)},
        "with-a-flipped-commitment": {"wrapped": flipped(held["wrapped"], 55)},
    }
    for name, change in changes.items():
        yield f"account-key-{name}", "open_account_key", {**held, **change}, WRONG_KEY
    for name, at in (("byte", HEADER), ("tag", -1)):
        changed = {**held, "wrapped": flipped(held["wrapped"], at)}
        yield f"account-key-with-a-flipped-{name}", "open_account_key", changed, TAMPERED
    yield (
        "account-key-cut-short",
        "open_account_key",
        {**held, "wrapped": held["wrapped"][:60]},
        MALFORMED,
    )
    yield "account-key-of-an-unknown-kind", "open_account_key", {**held, "kind": "sms"}, UNSUPPORTED
    fields = {"account_key": e(PATIENT.account_key), "id_pk": e(PATIENT.public)}
    device = seal(
        kdf(PATIENT.account_key, "device"),
        lbl("device", PATIENT.public),
        pad(b'{"v":2,"name":"x","at":1}'),
    )
    yield "device-of-version-2", "open_device", {**fields, "sealed": e(device)}, UNSUPPORTED
    yield (
        "device-of-another-account",
        "open_device",
        {"account_key": fields["account_key"], "id_pk": e(STRANGER.public), "sealed": e(device)},
        WRONG_KEY,
    )


def _rings() -> Iterator[Fault]:
    held = ring_input(PATIENT, 5, THERAPIST)
    yield "ring-of-another-generation", "open_ring", {**held, "generation": 6}, WRONG_KEY
    yield "ring-of-another-account", "open_ring", {**held, "id_pk": e(STRANGER.public)}, WRONG_KEY
    yield (
        "ring-under-another-account-key",
        "open_ring",
        {**held, "account_key": e(secret("other"))},
        WRONG_KEY,
    )
    yield (
        "ring-with-a-flipped-byte",
        "open_ring",
        {**held, "sealed": flipped(held["sealed"], 60)},
        TAMPERED,
    )
    yield (
        "ring-that-is-an-item",
        "open_ring",
        {**held, "sealed": item_input(PATIENT)["sealed"]},
        WRONG_KEY,
    )
    value = ring_to_json(ring_of(PATIENT, THERAPIST))
    contact = value["contacts"][0]
    changes: dict[str, tuple[dict[str, Any], str]] = {
        "of-version-2": ({"v": 2, "more": 1}, UNSUPPORTED),
        "with-the-seed-of-somebody-else": ({"sign": e(STRANGER.seed)}, TAMPERED),
        "with-an-unknown-member": ({"escrow": e(secret("x"))}, MALFORMED),
        "without-its-first-epoch": ({"journal": []}, MALFORMED),
        "with-an-epoch-twice": ({"kem": value["kem"] * 2}, MALFORMED),
        "with-an-epoch-0": ({"kem": [{"epoch": 0, "seed": e(bytes(32))}]}, MALFORMED),
        "with-a-short-kit": ({"kit": e(bytes(19))}, MALFORMED),
        "with-a-role-nobody-has": ({"role": "admin"}, MALFORMED),
        "with-a-contact-twice": ({"contacts": [contact, contact]}, MALFORMED),
        "with-somebody-else-s-bundle": (
            {"contacts": [contact | {"bundle": e(STRANGER.bundle)}]},
            TAMPERED,
        ),
        "with-a-changed-bundle": (
            {"contacts": [contact | {"bundle": flipped(contact["bundle"], 99)}]},
            TAMPERED,
        ),
        "with-dosing-that-is-a-number": ({"contacts": [contact | {"dosing": 1}]}, MALFORMED),
        "with-a-fraction": ({"contacts": [contact | {"since": 1.5}]}, MALFORMED),
    }
    for name, (change, kind) in changes.items():
        yield (
            f"ring-{name}",
            "open_ring",
            {**held, "sealed": _sealed_ring(build_json(value | change))},
            kind,
        )
    doubled = build_json(value)[:-1] + b',"v":1}'
    yield (
        "ring-with-a-duplicate-member",
        "open_ring",
        {**held, "sealed": _sealed_ring(doubled)},
        MALFORMED,
    )
    missing = build_json({name: one for name, one in value.items() if name != "heads"})
    yield (
        "ring-with-a-missing-member",
        "open_ring",
        {**held, "sealed": _sealed_ring(missing)},
        MALFORMED,
    )
    stranger = ring_to_json(ring_of(STRANGER))
    yield (
        "rings-of-two-people-merged",
        "merge_rings",
        {"earlier": value, "later": stranger},
        TAMPERED,
    )


def _sealed_ring(data: bytes) -> str:
    context = lbl("ring", PATIENT.public, u32be(5))
    return e(seal(kdf(PATIENT.account_key, "ring"), context, pad(data)))


def _items() -> Iterator[Fault]:
    held = item_input(PATIENT)
    changes = {
        "under-another-item": {"item": e(secret("other", 16))},
        "under-another-rev": {"rev": e(secret("other", 16))},
        "with-item-and-rev-swapped": {"item": held["rev"], "rev": held["item"]},
        "under-another-author": {"author": e(THERAPIST.public)},
        "by-a-foreign-journal": {"journal": e(THERAPIST.journal)},
        "swapped-with-another-person-s": {"sealed": item_input(THERAPIST)["sealed"]},
        "with-a-flipped-salt": {"sealed": flipped(held["sealed"], 0)},
    }
    for name, change in changes.items():
        yield f"item-{name}", "open_item", {**held, **change}, WRONG_KEY
    changed = {**held, "sealed": flipped(held["sealed"], 500)}
    yield "item-with-a-flipped-byte", "open_item", changed, TAMPERED
    yield "item-cut-by-a-byte", "open_item", {**held, "sealed": e(d(held["sealed"])[:-1])}, TAMPERED
    cek, context = PATIENT.cek(ITEM, REV), lbl("item", PATIENT.public, ITEM, REV)
    plain = {
        "of-version-2": (pad(b'{"v":2,"kind":"entry"}'), UNSUPPORTED),
        "without-a-version": (pad(b'{"kind":"entry"}'), UNSUPPORTED),
        "without-a-kind": (pad(b'{"v":1}'), MALFORMED),
        "that-is-a-list": (pad(b'[{"v":1,"kind":"entry"}]'), MALFORMED),
        "with-a-duplicate-member": (pad(b'{"v":1,"kind":"entry","kind":"note"}'), MALFORMED),
        "with-dirty-padding": (pad(build_json(PAYLOAD))[:-1] + b"\1", MALFORMED),
        "without-padding": (build_json({"v": 1, "kind": "entry"}), MALFORMED),
        "padded-to-neither-floor": (pad(build_json(PAYLOAD), 2_048), MALFORMED),
    }
    for name, (data, kind) in plain.items():
        yield f"item-{name}", "open_item", {**held, "sealed": e(seal(cek, context, data))}, kind
    fields = {name: value for name, value in held.items() if name != "sealed"}
    long = {
        **fields,
        "salt": e(bytes(24)),
        "payload": {"v": 1, "kind": "entry", "text": "x" * SEALED_BODY},
    }
    yield "item-too-long-to-seal", "seal_item", long, MALFORMED
    foreign = seal_item(PATIENT.cek(ITEM, REV), THERAPIST.public, ITEM, REV, PAYLOAD)
    yield "item-planted-under-another-name", "open_item", {**held, "sealed": e(foreign)}, WRONG_KEY


def _grants() -> Iterator[Fault]:
    held = grant_input()
    rows = held["rows"]
    changes: dict[str, tuple[dict[str, Any], str]] = {
        "for-a-key-that-is-not-here": ({"seeds": [e(STRANGER.kem_seed)]}, WRONG_KEY),
        "that-names-another-key": ({"kem": e(STRANGER.kem.digest)}, TAMPERED),
        "readdressed-to-another-audience": ({"audience": e(STRANGER.public)}, TAMPERED),
        "under-another-author-s-name": ({"author": e(STRANGER.public)}, TAMPERED),
        "with-author-and-audience-swapped": (
            {"author": held["audience"], "audience": held["author"]},
            TAMPERED,
        ),
        "with-rows-swapped": ({"rows": [rows[1], rows[0], rows[2]]}, TAMPERED),
        "with-a-row-left-out": ({"rows": rows[:2]}, TAMPERED),
        "with-a-row-of-another-item": (
            {"rows": [rows[0] | {"item": e(ITEM)}, *rows[1:]]},
            TAMPERED,
        ),
        "with-a-row-of-another-revision": (
            {"rows": [rows[0] | {"rev": e(REV)}, *rows[1:]]},
            TAMPERED,
        ),
        "with-a-row-of-another-body": (
            {"rows": [rows[0] | {"digest": rows[1]["digest"]}, *rows[1:]]},
            TAMPERED,
        ),
        "with-a-flipped-lattice-part": ({"box": flipped(held["box"], 0)}, TAMPERED),
        "with-a-flipped-curve-part": ({"box": flipped(held["box"], 1100)}, TAMPERED),
        "with-a-flipped-byte": ({"box": flipped(held["box"], 1121)}, TAMPERED),
        "with-a-flipped-tag": ({"box": flipped(held["box"], -1)}, TAMPERED),
        "cut-by-a-byte": ({"box": e(d(held["box"])[:-1])}, TAMPERED),
        "extended-by-a-byte": ({"box": e(d(held["box"]) + b"\0")}, TAMPERED),
        "without-a-tag": ({"box": e(d(held["box"])[:1125])}, MALFORMED),
    }
    for name, (change, kind) in changes.items():
        yield f"grant-{name}", "open_grant", {**held, **change}, kind


def _captures() -> Iterator[Fault]:
    held = capture_input()
    id = secret("capture of something else", 16)
    info = lbl("capture", d(held["id_pk"]), d(held["kem"]), id)
    bare = kept_raw("capture without padding", PATIENT, info, b"{}")
    far = kept_raw("capture too long", PATIENT, info, pad(bytes(131_073)))
    changes: dict[str, tuple[dict[str, Any], str]] = {
        "for-a-key-that-is-not-here": ({"seeds": [e(STRANGER.kem_seed)]}, WRONG_KEY),
        "that-names-another-key": ({"kem": e(STRANGER.kem.digest)}, TAMPERED),
        "under-another-id": ({"id": e(secret("another", 16))}, TAMPERED),
        "of-another-person": ({"id_pk": e(STRANGER.public)}, TAMPERED),
        "that-is-a-grant": ({"box": grant_input()["box"]}, TAMPERED),
        "with-a-flipped-byte": ({"box": flipped(held["box"], 1121)}, TAMPERED),
        "cut-to-the-quick": ({"box": e(d(held["box"])[:1125])}, MALFORMED),
        "without-padding": ({"id": e(id), "box": e(bare)}, MALFORMED),
        "too-long-to-be-filed": ({"id": e(id), "box": e(far)}, MALFORMED),
    }
    for name, (change, kind) in changes.items():
        yield f"capture-{name}", "open_capture", {**held, **change}, kind


def _invites() -> Iterator[Fault]:
    link = build_link(ORIGIN, PATIENT.public, secret("invite"))
    parts = link.split(".")
    small = e((1).to_bytes(32, "little"))
    links = {
        "of-version-2": (link.replace("#1.", "#2."), UNSUPPORTED),
        "without-its-secret": (".".join(parts[:2]), MALFORMED),
        "with-a-short-secret": (link[:-2], MALFORMED),
        "with-a-part-more": (f"{link}.x", MALFORMED),
        "by-nobody": (".".join((parts[0], small, parts[2])), MALFORMED),
        "with-another-path": (link.replace("/i#", "/j#"), MALFORMED),
        "with-its-secret-in-the-query": (link.replace("/i#", "/i?"), MALFORMED),
        "of-another-scheme": (link.replace("http:", "ftp:"), MALFORMED),
    }
    for name, (text, kind) in links.items():
        yield f"invite-link-{name}", "parse_link", {"link": text}, kind
    offer = offer_input(PATIENT, PATIENT.bundle)
    swapped = offer_input(PATIENT, STRANGER.bundle)
    mixed = PATIENT.public + STRANGER.bundle[32:]
    offers: dict[str, tuple[dict[str, Any], str]] = {
        "with-another-secret": ({**offer, "secret": e(secret("other"))}, WRONG_KEY),
        "of-somebody-else-than-the-link-s": (swapped, TAMPERED),
        "read-with-another-link": ({**offer, "inviter": e(STRANGER.public)}, TAMPERED),
        "with-a-bundle-that-does-not-hold": (offer_input(PATIENT, mixed), TAMPERED),
        "with-a-short-bundle": (offer_input(PATIENT, PATIENT.bundle[:-1]), MALFORMED),
        "with-a-flipped-byte": ({**offer, "sealed": flipped(offer["sealed"], 70)}, TAMPERED),
        "that-is-an-answer": (
            {**offer, "sealed": answer_input(PATIENT, THERAPIST, THERAPIST.bundle)["sealed"]},
            WRONG_KEY,
        ),
    }
    value = {"v": 1, "bundle": e(PATIENT.bundle), "name": "Ana", "role": "patient", "expires": 9}
    contents = {
        "of-version-2": ({"v": 2}, UNSUPPORTED),
        "with-an-unknown-member": ({"code": "x"}, MALFORMED),
        "with-a-role-nobody-has": ({"role": "operator"}, MALFORMED),
        "that-expires-in-a-fraction": ({"expires": 0.5}, MALFORMED),
        "with-a-name-that-is-a-number": ({"name": 7}, MALFORMED),
    }
    for name, (change, kind) in contents.items():
        offers[name] = ({**offer, "sealed": _sealed_offer(value | change)}, kind)
    for name, (i, kind) in offers.items():
        yield f"offer-{name}", "open_offer", i, kind
    answer = answer_input(PATIENT, THERAPIST, THERAPIST.bundle)
    answers = {
        "with-another-secret": ({**answer, "secret": e(secret("other"))}, WRONG_KEY),
        "to-another-inviter": ({**answer, "inviter": e(STRANGER.public)}, WRONG_KEY),
        "with-somebody-else-s-bundle": (
            answer_input(PATIENT, THERAPIST, STRANGER.bundle),
            TAMPERED,
        ),
        "with-a-flipped-byte": ({**answer, "sealed": flipped(answer["sealed"], 70)}, TAMPERED),
        "signed-for-another-invite": (
            _answer_signed("accept", PATIENT.public, secret("other")),
            TAMPERED,
        ),
        "signed-for-another-inviter": (
            _answer_signed("accept", STRANGER.public, secret("invite")),
            TAMPERED,
        ),
        "signed-under-another-label": (
            _answer_signed("login", PATIENT.public, secret("invite")),
            TAMPERED,
        ),
    }
    for name, (i, kind) in answers.items():
        yield f"answer-{name}", "open_answer", i, kind


def _sealed_offer(value: dict[str, Any]) -> str:
    s = secret("invite")
    return e(seal(kdf(s, "offer"), lbl("offer", invite_id(s)), pad(build_json(value))))


def _answer_signed(label: str, inviter: bytes, invite: bytes) -> dict[str, Any]:
    s = secret("invite")
    signature = THERAPIST.identity.sign(label, inviter, THERAPIST.public, invite_id(invite))
    value = {
        "v": 1,
        "bundle": e(THERAPIST.bundle),
        "name": "Bo",
        "role": "therapist",
        "signature": e(signature),
    }
    context = lbl("accept", PATIENT.public, invite_id(s))
    sealed = seal(kdf(s, "accept"), context, pad(build_json(value)))
    return {"secret": e(s), "inviter": e(PATIENT.public), "sealed": e(sealed)}


def _labels() -> Iterator[Fault]:
    held = label_input(PATIENT, "Firefox on Windows")
    other = {"session": e(secret("another session", 16)), "id_pk": e(STRANGER.public)}
    for name, value in other.items():
        yield f"label-of-another-{name}", "open_label", held | {name: value}, WRONG_KEY
    yield "label-of-another-length", "open_label", held | {"sealed": held["sealed"][:-4]}, MALFORMED
    changed = d(held["sealed"])[:-1] + bytes([d(held["sealed"])[-1] ^ 1])
    yield "label-that-was-changed", "open_label", held | {"sealed": e(changed)}, TAMPERED
    key, context = (
        kdf(PATIENT.account_key, "session"),
        lbl("session", PATIENT.public, secret("session", 16)),
    )
    filled = {
        "whose-length-is-none": b"\x60" + bytes(95),
        "with-filling-that-is-none": b"\1ab" + bytes(93),
        "that-is-no-text": b"\1\xff" + bytes(94),
    }
    for name, plaintext in filled.items():
        sealed = {"sealed": e(seal(key, context, plaintext))}
        yield f"label-{name}", "open_label", held | sealed, MALFORMED
