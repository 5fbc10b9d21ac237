"""Inputs of the known answers. `generate.py` adds the outputs; intermediate values stand in them."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from journal.protocol.devices import seal_device, seal_label
from journal.protocol.invites import build_link, seal_answer, seal_offer
from journal.protocol.items import seal_item
from journal.protocol.padding import pad
from journal.protocol.ring import ring_to_json, seal_ring
from journal.protocol.seal import seal
from journal.wire.encoding import b64_encode as e
from journal.wire.encoding import build_json, lbl
from journal.wire.headers import Head
from journal.wire.rows import Row, row_of
from tests.vectors.ops import head_to_json, json_to_head, row_to_json, run
from tests.vectors.world import (
    HANDLE,
    ORIGIN,
    PASSPHRASE,
    PATIENT,
    PEOPLE,
    STRANGER,
    THERAPIST,
    Person,
    kept_box,
    kept_capture,
    kit_of,
    password_of,
    ring_of,
    secret,
)

Known = tuple[str, str, dict[str, Any]]

ITEM, REV = secret("item", 16), secret("rev", 16)
PAYLOAD = {
    "v": 1,
    "kind": "entry",
    "prev": None,
    "written": {"at": "2026-11-21T18:04:05Z", "zone": "Europe/Lisbon"},
    "happened": {"at": "2026-11-21T16:00:00Z", "zone": "Europe/Lisbon"},
    "title": "After the second one",
    "text": "Stille. „Grün“, 緑, 🌿\nand a half of an emoji: \ud83c",
    "later": {"member": [1, 2.5, True, None]},
}
SIZES = (0, 1, 16_383, 16_384, 16_385, 50_000)


def all_known() -> Iterator[Known]:
    """Every case: name, op and input."""
    yield from _encoding()
    yield from _derivations()
    yield from _sealing()
    yield from _accounts()
    yield from _items()
    yield from _invites()
    yield from records()
    yield "capture", "open_capture", capture_input()
    for name, of in (("entry", e(ITEM)), ("form", "form course new")):
        yield f"draft-of-{name}", "draft_item", {"id_pk": e(PATIENT.public), "of": of}
    for name in ("", "Chrome on Android", "é" * 47 + "z", "\ufeff\0\x1b[2J\u202e"):
        yield f"label-of-{len(name.encode())}-bytes", "open_label", label_input(PATIENT, name)


def _encoding() -> Iterator[Known]:
    for length in range(5):
        yield f"b64-of-{length}-bytes", "b64_decode", {"text": e(secret("b64", length))}
    yield "pae-of-nothing", "pae", {"parts": []}
    yield "pae-of-one-empty-part", "pae", {"parts": [""]}
    yield "pae-of-three-parts", "pae", {"parts": [e(b"a"), "", e(secret("part", 300))]}
    yield "lbl-without-parts", "lbl", {"name": "prf", "parts": []}
    yield "lbl-with-parts", "lbl", {"name": "item", "parts": [e(ITEM), e(REV)]}
    value = {"a": [1, -2, 0, 9007199254740991, -9007199254740991], "b": {"c": "\u2028 \x7f \x01"}}
    yield "json-built", "build_json", {"value": value}
    text = b' {"a" : [1, -2, 9007199254740991] , "\\u0062":"\\ud83c\\udf3f","c":null,"d":true}\n'
    yield "json-with-white-space-and-escapes", "parse_json", {"json": e(text)}
    nested = b"[" * 64 + b"]" * 64
    yield "json-with-64-lists-in-one-another", "parse_json", {"json": e(nested)}
    yield (
        "payload-with-63-objects-in-its-own",
        "parse_payload",
        {"json": e(b'{"a":' * 63 + b"{}" + b"}" * 63)},
    )
    said = b'{"a":"' + b"[{" * 100 + b'\\"[[","b":[' + b"[],{}," * 100 + b"0]}"
    yield "payload-with-brackets-in-its-words", "parse_payload", {"json": e(said)}
    yield (
        "payload-with-many-escapes",
        "parse_payload",
        {"json": e(b'{"a":"%s"}' % (b"\\u0061" * 20_000))},
    )
    yield "payload-with-fractions", "parse_payload", {"json": e(b'{"x":0.5,"y":1e3,"z":-1.25E-2}')}
    for text in ("Ana.M@Example.org", "０１２abc", "x+y_z-9"):
        yield f"handle-{text.encode().hex()}", "normalise_handle", {"text": text}
    for text in (
        "  fifteen letters \r\n",
        "ｆｕｌｌ width letters",
        "ﬁfteen ﬂowers",
        "pässwörter für alle",
    ):
        yield f"passphrase-{text.encode().hex()}", "normalise_passphrase", {"text": text}


def _derivations() -> Iterator[Known]:
    key = e(secret("key"))
    yield "kdf-without-parts", "kdf", {"key": key, "name": "ring", "parts": []}
    yield "kdf-with-parts", "kdf", {"key": key, "name": "cek", "parts": [e(ITEM), e(REV)]}
    yield "kdf-of-twenty-bytes", "kdf", {"key": e(PATIENT.kit), "name": "pepper", "parts": []}
    stretched = {"passphrase": PASSPHRASE, "kit": e(PATIENT.kit), "salt": e(secret("salt", 16))}
    yield "stretch", "stretch", {**stretched, "handle": HANDLE}
    spaced = {**stretched, "passphrase": f" {PASSPHRASE}\n", "handle": HANDLE}
    yield "stretch-trims", "stretch", spaced
    yield (
        "stretch-beyond-ascii",
        "stretch",
        {**stretched, "passphrase": "Flüsse · 緑の川 · ﬁn · ⅷ viii", "handle": "a-b"},
    )
    for length in (5, 8, 9, 1028, 1100, 5000, 65_537, 262_000):
        yield f"padme-{length}", "padme", {"length": length}
        yield f"padded-length-{length}", "padded_length", {"length": length}
    for person in PEOPLE:
        one = {"sign": e(person.seed), "kem": e(person.kem_seed), "epoch": 1}
        yield f"keys-of-{person.name}", "keys", one
    yield (
        "keys-of-a-later-epoch",
        "keys",
        {"sign": e(PATIENT.seed), "kem": e(secret("kem 7")), "epoch": 7},
    )
    yield "mark-of-an-erased-account", "erased_mark", {"id_pk": e(PATIENT.public)}
    yield "log-private", "log_id", {"author": e(PATIENT.public), "audience": e(PATIENT.public)}
    yield "log-pair", "log_id", {"author": e(PATIENT.public), "audience": e(THERAPIST.public)}
    yield "conflict-copy", "conflict", {"item": e(ITEM), "rev": e(REV)}
    one, other = sorted((PATIENT.public, THERAPIST.public))
    yield "safety-number", "safety_number", {"one": e(one), "other": e(other)}
    yield "safety-number-asked-by-the-other", "safety_number", {"one": e(other), "other": e(one)}
    for number, kit in enumerate((bytes(20), b"\xff" * 20, PATIENT.kit)):
        yield f"kit-code-{number}", "kit_to_text", {"kit": e(kit)}
    code = str(run({"op": "kit_to_text", "input": {"kit": e(PATIENT.kit)}})["text"])
    slack = code.replace("-", " ").lower().replace("0", "o").replace("1", "l")
    yield "kit-code-read", "text_to_kit", {"text": code}
    yield "kit-code-read-slackly", "text_to_kit", {"text": f" {slack} "}


def _sealing() -> Iterator[Known]:
    key, context, salt = secret("seal key"), lbl("ring", b"x"), secret("seal salt", 24)
    for size in SIZES[:2]:
        fields = {"key": e(key), "context": e(context), "plaintext": e(secret("plain", size))}
        yield f"seal-{size}-bytes", "seal", {**fields, "salt": e(salt)}
    for size in SIZES:
        sealed = seal(key, context, secret("plain", size), salt)
        yield (
            f"open-{size}-bytes",
            "open_sealed",
            {"key": e(key), "context": e(context), "sealed": e(sealed)},
        )
    for size in (0, 1, 1020, 1021, 3000):
        yield f"pad-{size}-bytes", "pad", {"data": e(secret("pad", size))}
        yield f"unpad-{size}-bytes", "unpad", {"padded": e(pad(secret("pad", size)))}


def account_key_input(person: Person, kind: str) -> dict[str, Any]:
    """Input of `open_account_key` for that person's credential."""
    x, credential = password_of(person) if kind == "password" else kit_of(person)
    return {
        "kind": kind,
        "x": e(x),
        "id": e(credential.id),
        "parameters": e(credential.parameters),
        "id_pk": e(person.public),
        "wrapped": e(credential.wrapped),
    }


def ring_input(person: Person, generation: int, *contacts: Person) -> dict[str, Any]:
    """Input of `open_ring`."""
    sealed = seal_ring(person.account_key, person.public, generation, ring_of(person, *contacts))
    return {
        "account_key": e(person.account_key),
        "id_pk": e(person.public),
        "generation": generation,
        "sealed": e(sealed),
    }


def _accounts() -> Iterator[Known]:
    for kind in ("password", "kit"):
        yield f"account-key-by-{kind}", "open_account_key", account_key_input(PATIENT, kind)
        x = account_key_input(PATIENT, kind)
        login = {"x": x["x"], "id": x["id"], "origin": ORIGIN, "challenge": e(secret("challenge"))}
        yield f"login-by-{kind}", "login", login
        act = {"act": "PUT /api/v1/credentials", "request": e(b'{"credentials":[]}')}
        yield f"proof-by-{kind}", "prove", login | act
    yield "proof-without-a-body", "prove", login | {"act": "DELETE /api/v1/account", "request": ""}
    yield "kit-secret", "kit_secret", {"kit": e(PATIENT.kit)}
    yield "password-parameters", "parse_password_parameters", {"parameters": e(b"\1" + bytes(16))}
    yield "passkey-input", "passkey_input", {}
    yield "passkey-id", "passkey_id", {"raw_id": e(secret("raw id", 48))}
    yield "ring-of-a-new-account", "open_ring", ring_input(PATIENT, 1)
    yield "ring-with-contacts", "open_ring", ring_input(PATIENT, 300, THERAPIST, STRANGER)
    earlier, later = (
        ring_to_json(ring_of(PATIENT, THERAPIST)),
        ring_to_json(ring_of(PATIENT, STRANGER)),
    )
    later["name"] = "Ana Maria"
    later["heads"][0]["seq"] = 6
    later["journal"] = [later["journal"][0], {"epoch": 3, "key": e(secret("journal 3"))}]
    later["contacts"].append({**earlier["contacts"][0], "verified": "in_person", "dosing": False})
    yield "rings-merged", "merge_rings", {"earlier": earlier, "later": later}
    yield "ring-rebased", "rebase_ring", rings_of_two_devices()
    sealed = seal_device(PATIENT.account_key, PATIENT.public, "Telefon von Ana", 1_800_000_000)
    fields = {"account_key": e(PATIENT.account_key), "id_pk": e(PATIENT.public)}
    yield "device", "open_device", {**fields, "sealed": e(sealed)}


def label_input(person: Person, name: str) -> dict[str, Any]:
    """Input of `open_label` for a session of that person."""
    session = secret("session", 16)
    return {
        "account_key": e(person.account_key),
        "id_pk": e(person.public),
        "session": e(session),
        "sealed": e(seal_label(person.account_key, person.public, session, name)),
    }


def rings_of_two_devices() -> dict[str, Any]:
    """One device compared a contact's number and spent an invite; meanwhile the other closed another contact and took a name."""
    base = ring_to_json(ring_of(PATIENT, THERAPIST, STRANGER))
    mine, theirs = deepcopy(base), deepcopy(base)
    mine["contacts"][0]["verified"] = "in_person"
    mine["invites"] = []
    theirs["name"] = "Ana Maria"
    theirs["contacts"][1]["state"] = "closed"
    theirs["kit"] = e(secret("kit of the other device", 20))
    return {"base": base, "mine": mine, "theirs": theirs}


def sealed_by(person: Person, item: bytes, rev: bytes, payload: dict[str, Any]) -> Row:
    """Row with the sealed body of a revision."""
    cek = person.cek(item, rev)
    return row_of(item, rev, seal_item(cek, person.public, item, rev, payload, secret("salt", 24)))


def item_input(person: Person, payload: dict[str, Any] = PAYLOAD) -> dict[str, Any]:
    """Input of `open_item` for ITEM and REV."""
    row = sealed_by(person, ITEM, REV, payload)
    return {
        "journal": e(person.journal),
        "author": e(person.public),
        "item": e(ITEM),
        "rev": e(REV),
        "sealed": e(row.body or b""),
    }


def _items() -> Iterator[Known]:
    fields = {name: value for name, value in item_input(PATIENT).items() if name != "sealed"}
    salted = {**fields, "salt": e(secret("salt", 24))}
    plain = {
        "v": 1,
        "kind": "comment",
        "text": "Grün 緑 🌿",
        "parent": {"author": "AA", "n": [0, -5]},
    }
    yield "item-sealed", "seal_item", {**salted, "payload": plain}
    yield (
        "item-of-many-chunks",
        "seal_item",
        {**salted, "payload": {"v": 1, "kind": "entry", "text": "x" * 40_000}},
    )
    yield "item-opened-with-members-nobody-knows", "open_item", item_input(PATIENT)
    context = lbl("item", PATIENT.public, ITEM, REV)
    early = seal(PATIENT.cek(ITEM, REV), context, pad(build_json(plain)), secret("salt", 24))
    yield "item-padded-as-by-version-0-1", "open_item", {**fields, "sealed": e(early)}


def offer_input(inviter: Person, bundle: bytes) -> dict[str, Any]:
    """Input of `open_offer`."""
    s = secret("invite")
    sealed = seal_offer(s, bundle, "Ana", inviter.role, 1_800_000_000)
    return {"secret": e(s), "inviter": e(inviter.public), "sealed": e(sealed)}


def answer_input(inviter: Person, invitee: Person, bundle: bytes) -> dict[str, Any]:
    """Input of `open_answer`."""
    s = secret("invite")
    sealed = seal_answer(s, inviter.public, invitee.identity, bundle, "Bo", invitee.role)
    return {"secret": e(s), "inviter": e(inviter.public), "sealed": e(sealed)}


def _invites() -> Iterator[Known]:
    s = secret("invite")
    yield "invite-id", "invite_id", {"secret": e(s)}
    yield (
        "invite-link",
        "build_link",
        {"origin": ORIGIN, "inviter": e(PATIENT.public), "secret": e(s)},
    )
    link = build_link("https://journal.example.org", THERAPIST.public, s)
    yield "invite-link-read", "parse_link", {"link": f" {link}\n"}
    yield "offer", "open_offer", offer_input(PATIENT, PATIENT.bundle)
    yield "answer", "open_answer", answer_input(PATIENT, THERAPIST, THERAPIST.bundle)


def record_input(
    author: Person, audience: Person, type: str, head: Head, **more: Any
) -> dict[str, Any]:
    """Input of `build_record`; members of the type under `members`."""
    return {
        "sign": e(author.seed),
        "audience": e(audience.public),
        "head": head_to_json(head),
        "type": type,
        "members": {},
        **more,
    }


def built(i: dict[str, Any]) -> dict[str, Any]:
    """Output of `build_record` for `i`."""
    return run({"op": "build_record", "input": i})


def rows_of(person: Person, count: int) -> list[Row]:
    """Rows with small sealed bodies, numbered."""
    return [
        sealed_by(
            person,
            secret(f"item {n}", 16),
            secret(f"rev {n}", 16),
            {"v": 1, "kind": "note", "n": n},
        )
        for n in range(count)
    ]


def chain(
    name: str, author: Person, audience: Person, steps: list[dict[str, Any]]
) -> Iterator[Known]:
    """Build cases and verify cases of a log, each record upon the one before."""
    head = Head()
    for number, step in enumerate(steps, 1):
        i = record_input(author, audience, head=head, **step)
        yield f"{name}-{number}-{step['type']}-built", "build_record", i
        verified = {"frame": built(i)["frame"], "head": head_to_json(head)}
        if "places" in i:
            full = [row_to_json(Row(*(row_of_json(row)))) for row in i["rows"]]
            verified["places"] = [
                [place, row] for place, row in zip(i["places"], full, strict=True)
            ]
        yield f"{name}-{number}-{step['type']}-verified", "verify_record", verified
        head = json_to_head(run({"op": "verify_record", "input": verified})["head"])


def row_of_json(value: dict[str, Any]) -> Row:
    """The row of `row_to_json` without its body."""
    from tests.vectors.ops import json_to_row

    return json_to_row(value)._replace(body=None)


def grant_step(name: str, rows: list[Row], **more: Any) -> dict[str, Any]:
    """A grant of the patient's rows to the therapist."""
    return {
        "type": "grant",
        "rows": [row_to_json(row) for row in rows],
        "box": e(kept_box(name, PATIENT, THERAPIST, rows)),
        "members": {"kem": e(THERAPIST.kem.digest)},
        **more,
    }


def private_steps() -> list[dict[str, Any]]:
    """A private log: key, ring, device, put in both forms, del, ring, key, put."""
    ring = [d["sealed"] for d in (ring_input(PATIENT, 1), ring_input(PATIENT, 2, THERAPIST))]
    device = seal_device(PATIENT.account_key, PATIENT.public, "laptop", 1_800_000_000)
    rows = rows_of(PATIENT, 3)
    bare = [row_to_json(rows[0]), row_to_json(rows[1]._replace(body=None))]
    deleted = [[e(rows[0].item), e(rows[0].rev)], [e(rows[1].item), e(rows[1].rev)]]
    return [
        {"type": "key", "data": e(PATIENT.bundle)},
        {"type": "ring", "data": ring[0], "members": {"generation": 1}},
        {"type": "device", "data": e(device)},
        {"type": "put", "rows": bare, "members": {"epoch": 1}},
        {"type": "del", "members": {"items": deleted}},
        {"type": "ring", "data": ring[1], "members": {"generation": 2}},
        {"type": "key", "data": e(PATIENT.bundle_of(STRANGER.kem, 4))},
        {"type": "put", "rows": [row_to_json(rows[2])], "members": {"epoch": 2}},
    ]


def pair_steps() -> list[dict[str, Any]]:
    """A pair log: open, grants in every form, ack, revoke, key, close."""
    rows = rows_of(PATIENT, 3)
    bodiless = [row._replace(body=None) for row in rows]
    return [
        {"type": "open"},
        grant_step("grant of one", rows[:1]),
        grant_step("grant of three", bodiless),
        grant_step("grant of three", rows, places=[[4, 0], [4, 1], [8, 0]]),
        {"type": "ack", "members": {"peer_seq": 3, "peer_hash": e(secret("peer"))}},
        {"type": "revoke", "members": {"items": [e(row.item) for row in rows[:2]]}},
        {"type": "key", "data": e(PATIENT.bundle_of(STRANGER.kem, 4))},
        {"type": "close"},
    ]


def records() -> Iterator[Known]:
    """Logs, a grant's box and pages of the feed."""
    yield from chain("private", PATIENT, PATIENT, private_steps())
    yield from chain("pair", PATIENT, THERAPIST, pair_steps())
    yield "grant-box", "open_grant", grant_input()
    frames = [
        run({"op": op, "input": i})["frame"]
        for _, op, i in chain("private", PATIENT, PATIENT, private_steps()[:2])
        if op == "build_record"
    ]
    page = {"epoch": e(secret("epoch", 16)), "after": 0, "next": 2, "more": True, "frames": frames}
    empty = {**page, "after": 2, "more": False, "frames": []}
    for name, i in (("page-of-two-records", page), ("page-of-nothing", empty)):
        yield f"{name}-built", "build_page", i
        yield name, "parse_page", {"page": run({"op": "build_page", "input": i})["page"]}


def capture_input() -> dict[str, Any]:
    """Input of `open_capture` for words that were taken on the patient's locked device."""
    id = secret("capture", 16)
    payload = build_json(
        {
            "v": 1,
            "kind": "entry",
            "prev": None,
            "written": {"at": "2026-11-22T03:14:30Z", "zone": "Europe/Lisbon"},
            "happened": {"at": "2026-11-22T03:12:00Z", "zone": "Europe/Lisbon"},
            "text": "eine Tür, Licht 🌒",
            "captured": True,
        }
    )
    return {
        "seeds": [e(STRANGER.kem_seed), e(PATIENT.kem_seed)],
        "id_pk": e(PATIENT.public),
        "id": e(id),
        "kem": e(PATIENT.kem.digest),
        "box": e(kept_capture("capture", PATIENT, id, payload)),
    }


def grant_input() -> dict[str, Any]:
    """Input of `open_grant` for the grant of three."""
    rows = rows_of(PATIENT, 3)
    return {
        "seeds": [e(STRANGER.kem_seed), e(THERAPIST.kem_seed)],
        "author": e(PATIENT.public),
        "audience": e(THERAPIST.public),
        "kem": e(THERAPIST.kem.digest),
        "rows": [row_to_json(row._replace(body=None)) for row in rows],
        "box": e(kept_box("grant of three", PATIENT, THERAPIST, rows)),
    }
