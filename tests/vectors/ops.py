"""What each `op` of a vector does, in Python. `static/js` has its twin in `tests/js/vectors/ops.js`.

A case is `{"name", "op", "input", "output"}`, a failing one has `"kind"` instead of `"output"`. Bytes are b64 text
everywhere. A case holds when the op, given `input`, answers exactly `output`, or fails with exactly that kind.
"""

from collections.abc import Callable
from typing import Any

from journal.protocol.captures import capture_item, open_capture
from journal.protocol.credentials import (
    kit_secret,
    login_signature,
    open_account_key,
    parse_password_parameters,
    passkey_id,
    passkey_input,
    password_secret,
    pepper,
    proof_signature,
)
from journal.protocol.devices import open_device, open_label
from journal.protocol.drafts import draft_item
from journal.protocol.grants import open_grant
from journal.protocol.invites import (
    build_link,
    invite_id,
    open_answer,
    open_offer,
    parse_link,
)
from journal.protocol.items import CekSource, open_item, seal_item
from journal.protocol.kdf import kdf
from journal.protocol.keys import Identity, KemKey
from journal.protocol.kit import kit_to_text, text_to_kit
from journal.protocol.padding import pad, padded_length, padme, unpad
from journal.protocol.passphrase import normalise_passphrase
from journal.protocol.ring import merge_rings, open_ring, rebase_ring, ring_from_json, ring_to_json
from journal.protocol.safety_number import safety_number
from journal.protocol.seal import open_sealed, seal, sealed_length
from journal.wire.bundles import build_bundle, parse_bundle
from journal.wire.encoding import (
    b64_decode,
    b64_encode,
    build_json,
    h,
    lbl,
    pae,
    parse_json,
    parse_payload,
)
from journal.wire.feed import build_page, parse_page
from journal.wire.handles import normalise_handle
from journal.wire.headers import Head
from journal.wire.ids import account_id, conflict_item, conflict_rev, erased_mark, log_id
from journal.wire.records import (
    EMPTY,
    Content,
    Record,
    build_frame,
    build_record,
    grant_content,
    parse_frames,
    plain_content,
    put_content,
    record_hash,
    verify_record,
)
from journal.wire.rows import Place, Row, row_of
from journal.wire.signatures import check_public_key, verify

Value = dict[str, Any]
d, e = b64_decode, b64_encode


def run(case: Value) -> Value:
    """Output of the case's op for its input."""
    return OPS[case["op"]](case["input"])


def head_to_json(head: Head) -> Value:
    """A head with its hash as b64."""
    return head._asdict() | {"hash": e(head.hash)}


def json_to_head(value: Value) -> Head:
    """The head of `head_to_json`."""
    return Head(**value | {"hash": d(value["hash"])})


def row_to_json(row: Row) -> Value:
    """A row with its bytes as b64, `body` null where it is not at hand."""
    return {
        "item": e(row.item),
        "rev": e(row.rev),
        "digest": e(row.digest),
        "body": None if row.body is None else e(row.body),
    }


def json_to_row(value: Value) -> Row:
    """A row of `{"item","rev","digest","body"}`; `digest` may be absent where `body` is there."""
    if value.get("body") is not None:
        return row_of(d(value["item"]), d(value["rev"]), d(value["body"]))
    return Row(d(value["item"]), d(value["rev"]), d(value["digest"]))


def _parts(i: Value) -> list[bytes]:
    return [d(part) for part in i["parts"]]


def _stretch(i: Value) -> Value:
    k, salt = pepper(d(i["kit"])), d(i["salt"])
    x = password_secret(i["passphrase"], k, salt, i["handle"])
    normal = normalise_passphrase(i["passphrase"])
    s = h(lbl("salt", salt, i["handle"].encode()))[:16]
    return {"p": e(normal), "k": e(k), "s": e(s), "x": e(x)}


def _login(i: Value) -> Value:
    x, id = d(i["x"]), d(i["id"])
    seed = kdf(x, "login", id)
    signature = login_signature(x, id, i["origin"], d(i["challenge"]))
    return {"seed": e(seed), "verifier": e(Identity(seed).public), "signature": e(signature)}


def _prove(i: Value) -> Value:
    x, id, body = d(i["x"]), d(i["id"]), d(i["request"])
    signature = proof_signature(x, id, i["origin"], d(i["challenge"]), i["act"], body)
    return {"signature": e(signature)}


def _keys(i: Value) -> Value:
    identity, kem = Identity(d(i["sign"])), KemKey(d(i["kem"]))
    return {
        "id_pk": e(identity.public),
        "account": e(account_id(identity.public)),
        "kem_pk": e(kem.public),
        "kem_digest": e(kem.digest),
        "bundle": e(build_bundle(identity.sign, identity.public, i["epoch"], kem.public)),
    }


def _parse_bundle(i: Value) -> Value:
    bundle = parse_bundle(d(i["bundle"]))
    return {"id_pk": e(bundle.id_pk), "epoch": bundle.epoch, "kem_pk": e(bundle.kem_pk)}


def _seal_item(i: Value) -> Value:
    author, item, rev = d(i["author"]), d(i["item"]), d(i["rev"])
    cek = CekSource(d(i["journal"])).cek(item, rev)
    sealed = seal_item(cek, author, item, rev, i["payload"], d(i["salt"]))
    return {"cek": e(cek), "context": e(lbl("item", author, item, rev)), "sealed": e(sealed)}


def _open_item(i: Value) -> Value:
    item, rev = d(i["item"]), d(i["rev"])
    cek = CekSource(d(i["journal"])).cek(item, rev)
    return {"payload": open_item(cek, d(i["author"]), item, rev, d(i["sealed"]))}


def _conflict(i: Value) -> Value:
    item, rev = d(i["item"]), d(i["rev"])
    return {"item": e(conflict_item(item, rev)), "rev": e(conflict_rev(item, rev))}


def _content(i: Value) -> Content:
    if "box" in i:
        places = [Place(*place) for place in i["places"]] if "places" in i else None
        return grant_content([json_to_row(row) for row in i["rows"]], d(i["box"]), places)
    if "rows" in i:
        return put_content([json_to_row(row) for row in i["rows"]])
    return plain_content(d(i["data"])) if "data" in i else EMPTY


def _type_members(i: Value) -> Value:
    more = dict(i["members"])
    if i["type"] == "del":
        more = {"items": [d(a) for a, _ in more["items"]], "revs": [d(b) for _, b in more["items"]]}
    elif i["type"] == "revoke":
        more = {"items": [d(item) for item in more["items"]]}
    return {name: d(v) if isinstance(v, str) else v for name, v in more.items()}


def _build_record(i: Value) -> Value:
    identity = Identity(d(i["sign"]))
    audience = d(i["audience"]) if i["audience"] else identity.public
    content = _content(i)
    record = build_record(
        identity.sign,
        identity.public,
        audience,
        json_to_head(i["head"]),
        i["type"],
        content,
        **_type_members(i),
    )
    return {
        "header": record.header.data.decode(),
        "signature": e(record.signature),
        "canonical": e(content.canonical),
        "hash": e(record_hash(record)),
        "frame": e(build_frame(record)),
    }


def _verify_record(i: Value) -> Value:
    (record,) = parse_frames(d(i["frame"]))
    places = {tuple(place): json_to_row(row) for place, row in i.get("places", [])}
    resolve = (lambda seq, row: places[seq, row]) if places else None
    verified = verify_record(record, json_to_head(i["head"]), resolve)
    return {
        "type": record.header.type,
        "head": head_to_json(verified.head),
        "rows": [row_to_json(row) for row in verified.content.rows],
        "box": e(verified.content.box),
    }


def _record_to_json(record: Record) -> Value:
    return {"log": e(record.header.log), "seq": record.header.seq, "hash": e(record_hash(record))}


def _parse_page(i: Value) -> Value:
    page = parse_page(d(i["page"]))
    records = [_record_to_json(record) for record in page.records]
    return page._asdict() | {"epoch": e(page.epoch), "records": records}


def _build_page(i: Value) -> Value:
    frames = [d(frame) for frame in i["frames"]]
    return {"page": e(build_page(d(i["epoch"]), i["after"], i["next"], i["more"], frames))}


def _open_account_key(i: Value) -> Value:
    fields = [d(i[name]) for name in ("x", "id", "parameters", "id_pk", "wrapped")]
    return {"account_key": e(open_account_key(i["kind"], *fields))}


def _open_ring(i: Value) -> Value:
    ring = open_ring(d(i["account_key"]), d(i["id_pk"]), i["generation"], d(i["sealed"]))
    return {"ring": ring_to_json(ring)}


def _open_device(i: Value) -> Value:
    name, at = open_device(d(i["account_key"]), d(i["id_pk"]), d(i["sealed"]))
    return {"name": name, "at": at}


def _open_label(i: Value) -> Value:
    fields = [d(i[name]) for name in ("account_key", "id_pk", "session", "sealed")]
    return {"name": open_label(*fields)}


def _open_grant(i: Value) -> Value:
    rows = [json_to_row(row) for row in i["rows"]]
    keys = [KemKey(d(seed)) for seed in i["seeds"]]
    ceks = open_grant(keys, d(i["author"]), d(i["audience"]), d(i["kem"]), rows, d(i["box"]))
    return {"ceks": [e(cek) for cek in ceks]}


def _open_capture(i: Value) -> Value:
    keys, id_pk, id = [KemKey(d(seed)) for seed in i["seeds"]], d(i["id_pk"]), d(i["id"])
    payload = open_capture(keys, id_pk, id, d(i["kem"]), d(i["box"]))
    return {"payload": e(payload), "item": e(capture_item(id_pk, id))}


def _open_offer(i: Value) -> Value:
    offer = open_offer(d(i["secret"]), d(i["inviter"]), d(i["sealed"]))
    return offer._asdict() | {"bundle": e(offer.bundle.data)}


def _open_answer(i: Value) -> Value:
    answer = open_answer(d(i["secret"]), d(i["inviter"]), d(i["sealed"]))
    return answer._asdict() | {"bundle": e(answer.bundle.data)}


def _parse_link(i: Value) -> Value:
    link = parse_link(i["link"])
    return {"origin": link.origin, "inviter": e(link.inviter), "secret": e(link.secret)}


def _check_public_key(i: Value) -> Value:
    check_public_key(d(i["key"]))
    return {}


def _verify(i: Value) -> Value:
    verify(d(i["key"]), d(i["signature"]), i["name"], *_parts(i))
    return {}


def _open_sealed(i: Value) -> Value:
    return {"plaintext": e(open_sealed(d(i["key"]), d(i["context"]), d(i["sealed"])))}


def _seal(i: Value) -> Value:
    sealed = seal(d(i["key"]), d(i["context"]), d(i["plaintext"]), d(i["salt"]))
    return {"sealed": e(sealed), "length": sealed_length(len(d(i["plaintext"])))}


def _merge_rings(i: Value) -> Value:
    merged = merge_rings(ring_from_json(i["earlier"]), ring_from_json(i["later"]))
    return {"ring": ring_to_json(merged)}


def _rebase_ring(i: Value) -> Value:
    rings = (ring_from_json(i[name]) for name in ("base", "mine", "theirs"))
    return {"ring": ring_to_json(rebase_ring(*rings))}


OPS: dict[str, Callable[[Value], Value]] = {
    "b64_decode": lambda i: {"bytes": e(d(i["text"], i.get("length")))},
    "parse_json": lambda i: {"value": parse_json(d(i["json"]))},
    "parse_payload": lambda i: {"value": parse_payload(d(i["json"]))},
    "build_json": lambda i: {"json": e(build_json(i["value"]))},
    "pae": lambda i: {"bytes": e(pae(*_parts(i)))},
    "lbl": lambda i: {"bytes": e(lbl(i["name"], *_parts(i)))},
    "kdf": lambda i: {"key": e(kdf(d(i["key"]), i["name"], *_parts(i)))},
    "padme": lambda i: {"length": padme(i["length"])},
    "padded_length": lambda i: {"length": padded_length(i["length"])},
    "pad": lambda i: {"padded": e(pad(d(i["data"])))},
    "unpad": lambda i: {"data": e(unpad(d(i["padded"])))},
    "seal": _seal,
    "open_sealed": _open_sealed,
    "check_public_key": _check_public_key,
    "verify": _verify,
    "keys": _keys,
    "parse_bundle": _parse_bundle,
    "erased_mark": lambda i: {"mark": e(erased_mark(d(i["id_pk"])))},
    "account_id": lambda i: {"id": e(account_id(d(i["id_pk"])))},
    "log_id": lambda i: {"id": e(log_id(d(i["author"]), d(i["audience"])))},
    "conflict": _conflict,
    "normalise_handle": lambda i: {"handle": normalise_handle(i["text"])},
    "normalise_passphrase": lambda i: {"bytes": e(normalise_passphrase(i["text"]))},
    "kit_to_text": lambda i: {"text": kit_to_text(d(i["kit"]))},
    "text_to_kit": lambda i: {"kit": e(text_to_kit(i["text"]))},
    "kit_secret": lambda i: {"x": e(kit_secret(d(i["kit"])))},
    "stretch": _stretch,
    "login": _login,
    "prove": _prove,
    "parse_password_parameters": lambda i: {
        "salt": e(parse_password_parameters(d(i["parameters"])))
    },
    "passkey_input": lambda _: {"input": e(passkey_input())},
    "passkey_id": lambda i: {"id": e(passkey_id(d(i["raw_id"])))},
    "open_account_key": _open_account_key,
    "open_ring": _open_ring,
    "merge_rings": _merge_rings,
    "rebase_ring": _rebase_ring,
    "seal_item": _seal_item,
    "open_item": _open_item,
    "open_device": _open_device,
    "open_label": _open_label,
    "open_grant": _open_grant,
    "open_capture": _open_capture,
    "draft_item": lambda i: {"item": e(draft_item(d(i["id_pk"]), i["of"]))},
    "build_record": _build_record,
    "verify_record": _verify_record,
    "build_page": _build_page,
    "parse_page": _parse_page,
    "invite_id": lambda i: {"id": e(invite_id(d(i["secret"])))},
    "build_link": lambda i: {"link": build_link(i["origin"], d(i["inviter"]), d(i["secret"]))},
    "parse_link": _parse_link,
    "open_offer": _open_offer,
    "open_answer": _open_answer,
    "safety_number": lambda i: {"groups": safety_number(d(i["one"]), d(i["other"]))},
}
