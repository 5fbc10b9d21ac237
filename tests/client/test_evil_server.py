"""A server that lies: each lie is refused or flagged by the kind it is, and nothing written is lost by it."""

import json

import pytest

from journal.client.clock import now
from journal.client.errors import Alarm, ClientError, Problem
from journal.client.outbox import Outbox
from journal.client.verify import verify_profile
from journal.protocol.credentials import login_signature
from journal.protocol.grants import seal_grant
from journal.protocol.invites import invite_id, parse_link, seal_answer, seal_offer
from journal.protocol.keys import Identity, KemKey, generate_secret
from journal.wire.bundles import build_bundle
from journal.wire.encoding import b64_decode, b64_encode
from journal.wire.errors import Malformed, ProtocolError, Tampered, Unsupported, WrongKey
from journal.wire.feed import Page, build_page, parse_page
from journal.wire.headers import Head
from journal.wire.records import (
    Record,
    build_frame,
    build_record,
    grant_content,
    parse_content,
    put_content,
    record_hash,
)
from tests.client.conftest import HANDLES, PASSPHRASES, link, texts
from tests.client.wire_tap import TappedServer

FEED, LOGIN = ("GET", "/api/v1/feed"), ("POST", "/api/v1/sessions")


def change_page(server: TappedServer, change) -> None:
    """The server shows pages as `change` makes them."""

    def rebuilt(data: bytes) -> bytes:
        page: Page = change(parse_page(data))
        return build_page(
            page.epoch, page.after, page.next, page.more, map(build_frame, page.records)
        )

    server.tap.changes[FEED] = rebuilt


def change_records(server: TappedServer, change) -> None:
    """The server shows each record of a page as `change` makes it; None leaves it out."""

    def changed(page: Page) -> Page:
        records = [one for record in page.records if (one := change(record)) is not None]
        return page._replace(records=records)

    change_page(server, changed)


def with_rows(record: Record, change) -> Record:
    """The put with its rows changed."""
    content = parse_content(record)
    return record._replace(payload=put_content(change(list(content.rows))).payload)


class Villain:
    """Somebody the server invents."""

    def __init__(self) -> None:
        self.identity = Identity(generate_secret())
        self.kem = KemKey(generate_secret())
        self.public = self.identity.public
        self.bundle = build_bundle(self.identity.sign, self.public, 1, self.kem.public)


def test_a_swapped_key_in_an_offer(server, ana, bo):
    """An offer resealed by the server does not open; one it could seal, for want of s, is by somebody else than the link says."""
    text = ana.people.invite(now())
    secret = parse_link(text).secret
    villain = Villain()
    sealed = [
        (seal_offer(generate_secret(), villain.bundle, "Ana", "patient", 2**33), WrongKey),
        (seal_offer(secret, villain.bundle, "Ana", "patient", 2**33), Tampered),
        (seal_offer(secret, ana.vault.me + villain.bundle[32:], "Ana", "patient", 2**33), Tampered),
    ]
    path = f"/api/v1/invites/{b64_encode(invite_id(secret))}"
    for offer, error in sealed:
        fake = b64_encode(offer)
        server.tap.change_json("GET", path, lambda answer, fake=fake: answer | {"offer": fake})
        with pytest.raises(error):
            bo.people.open_invite(text, now())
    assert bo.vault.ring.contacts == ()


def test_a_swapped_key_in_an_answer(server, ana, bo):
    """An answer by the server in the therapist's name is refused, and nobody is pinned."""
    text = ana.people.invite(now())
    opened, _ = bo.people.open_invite(text, now())
    bo.people.answer(opened)
    secret, villain = opened.secret, Villain()
    forged = [
        (
            seal_answer(
                generate_secret(), ana.vault.me, villain.identity, villain.bundle, "Bo", "therapist"
            ),
            WrongKey,
        ),
        (
            seal_answer(secret, bo.vault.me, villain.identity, villain.bundle, "Bo", "therapist"),
            WrongKey,
        ),
        (
            seal_answer(
                secret,
                ana.vault.me,
                villain.identity,
                bo.vault.me + villain.bundle[32:],
                "Bo",
                "therapist",
            ),
            Tampered,
        ),
    ]
    for answer, error in forged:
        fake = b64_encode(answer)

        def change(value, fake=fake):
            return {"invites": [one | {"answer": fake} for one in value["invites"]]}

        server.tap.change_json("GET", "/api/v1/invites", change)
        with pytest.raises(error):
            ana.people.waiting()
    assert ana.vault.ring.contacts == ()


def test_a_feed_that_goes_in_circles(server, ana):
    """A server that answers the same page for ever is not listened to for ever, and the words stay."""
    epoch = ana.store.get("epoch")
    server.tap.changes[FEED] = lambda _data: build_page(epoch, 0, 0, True, [])
    ana.write("kept here")
    with pytest.raises(Alarm):
        ana.sync()
    assert ana.outbox.count() == 1
    assert texts(ana) == ["kept here"]


def test_an_older_database_under_the_same_epoch(ana):
    """The feed ends before where this device has read: a restore that nobody announced. All is compared, the person is told, nothing is lost."""
    ana.write("one")
    ana.sync()
    with ana.store.write():
        ana.store.put("cursor", b"99")
    ana.write("two")
    assert ("server-restored", None) in ana.sync().notices
    assert texts(ana) == ["one", "two"]
    assert ana.outbox.count() == 0


def test_another_past_under_the_same_epoch(server, ana):
    """What a server shows after such an unannounced restore must be what it showed before, as far as it goes."""
    ana.write("one")
    ana.sync()
    me, sign = ana.vault.me, ana.vault.identity.sign
    other = build_record(sign, me, me, Head(), "key", items=[])
    with ana.store.write():
        ana.store.put("cursor", b"99")
    change_records(server, lambda record: other if record.header.seq == 1 else record)
    with pytest.raises(Alarm):
        ana.sync()
    server.tap.changes.clear()
    ana.sync()
    assert texts(ana) == ["one"]


def test_an_older_head_for_a_new_device(server, devices, ana):
    """A server that hides the end of the log from a new device is caught by the heads in the ring and in its own answer."""
    ana.write("one")
    ana.sync()

    def hidden(page: Page) -> Page:
        return page._replace(records=[one for one in page.records if one.header.seq < 3])

    change_page(server, hidden)
    device = devices("fresh")
    with pytest.raises(Alarm):
        device.sign_in(server.url, HANDLES["ana"], PASSPHRASES["ana"], ana.kit)
    server.tap.changes.clear()
    device.sync()
    assert texts(device) == ["one"]


def test_a_forked_log(server, ana, second):
    """Once the server has shown two devices two pasts, it cannot bring them together again."""
    ana.write("one")
    ana.sync()
    me, sign = ana.vault.me, ana.vault.identity.sign
    head = second.store.log(me, me).head
    other = build_record(sign, me, me, head, "del", items=[bytes(16)], revs=[bytes(16)])
    change_records(server, lambda record: other if record.header.seq == head.seq + 1 else record)
    second.sync()
    server.tap.changes.clear()
    second.write("two")
    with pytest.raises(Alarm):
        second.sync()
    assert texts(second) == ["two"]


def test_a_changed_past(server, ana):
    """A record that was shown before and is another one now stops the sync."""
    ana.write("one")
    ana.sync()
    me, sign = ana.vault.me, ana.vault.identity.sign
    other = build_record(sign, me, me, Head(), "key", items=[])
    assert other.header.seq == 1
    with ana.store.write():
        ana.store.put("cursor", b"0")
    change_records(server, lambda record: other if record.header.seq == 1 else record)
    with pytest.raises(Alarm):
        ana.sync()


def test_a_dropped_body_is_missing(server, ana, second):
    """An entry whose body the server withholds is shown as missing, and never silently absent."""
    item = ana.write("withheld")
    ana.sync()

    def withheld(record: Record) -> Record:
        if record.header.type != "put":
            return record
        return with_rows(record, lambda rows: [row._replace(body=None) for row in rows])

    change_records(server, withheld)
    second.sync()
    (entry,) = second.entries()
    assert (entry.item, entry.problem) == (item, "missing")
    with pytest.raises(ClientError, match="did not give"):
        second.read(second.vault.me, item)
    assert [one["problem"] for one in verify_profile(second)["problems"]] == [
        "the server did not give it"
    ]
    server.tap.changes.clear()
    assert verify_profile(second)["problems"] == []
    assert texts(second) == ["withheld"]


def test_a_dropped_record(server, ana, second):
    """A record left out of the middle is noticed at once."""
    for n in range(3):
        ana.write(f"entry {n}")
        ana.sync()
    last = ana.store.log(ana.vault.me, ana.vault.me).head.seq
    change_records(server, lambda record: None if record.header.seq == last - 1 else record)
    with pytest.raises(Alarm, match="leaves out"):
        second.sync()
    assert texts(second) == []


def test_records_in_another_order(server, ana, second):
    """Two records swapped are noticed."""
    for n in range(2):
        ana.write(f"entry {n}")
        ana.sync()
    change_page(server, lambda page: page._replace(records=page.records[::-1]))
    with pytest.raises(Alarm):
        second.sync()


def test_a_replayed_login(server, devices, ana):
    """A login that was overheard cannot be used again: a challenge serves once."""
    device = devices("fresh")
    device.sign_in(server.url, HANDLES["ana"], PASSPHRASES["ana"], ana.kit)
    overheard = [body for method, path, body in server.tap.seen if (method, path) == LOGIN][-1]
    with pytest.raises(Problem) as caught:
        device.server._json(*LOGIN[:1], "sessions", json.loads(overheard))
    assert caught.value.reason == "sign-in-failed"


def test_a_relayed_challenge(server, ana):
    """A server that passes on another server's challenge gets a signature that does not hold there."""
    asked = ana.server.challenge({"handle": HANDLES["ana"], "kind": "password"})
    id, x = ana.vault.login_key
    asked_for = b64_decode(asked["challenge"])
    signature = login_signature(x, id, "https://elsewhere.example", asked_for)
    with pytest.raises(Problem) as caught:
        ana.server.sign_in(id, b64_decode(asked["challenge"]), signature)
    assert caught.value.reason == "sign-in-failed"


@pytest.mark.parametrize("profile", [0, 2, 255])
def test_a_lowered_profile(server, devices, ana, profile, monkeypatch):
    """A server that asks for another stretching is refused before the passphrase is stretched or anything is sent."""
    stretched = []
    monkeypatch.setattr("journal.protocol.credentials.stretch", lambda *_: stretched.append(1))
    parameters = b64_encode(bytes([profile]) + bytes(16))
    server.tap.change_json(
        "POST", "/api/v1/challenges", lambda value: value | {"parameters": parameters}
    )
    device = devices("fresh")
    before = len(server.tap.seen)
    with pytest.raises(Unsupported):
        device.sign_in(server.url, HANDLES["ana"], PASSPHRASES["ana"], ana.kit)
    assert stretched == []
    assert [path for _, path, _ in server.tap.seen[before:]] == [
        "/api/v1/session",
        "/api/v1/challenges",
    ]


def test_signing_in_never_makes_keys(server, devices, ana, bo):
    """An empty ring, somebody else's, an older one, another account: errors all, and nothing is sent or kept."""
    foreign = ana.server.account()["id_pk"] != bo.server.account()["id_pk"]
    assert foreign
    answers = [
        {"ring": {"generation": 1, "body": b64_encode(bytes(1100))}},
        {"ring": {"generation": 2, "body": None}},
        {"wrapped": b64_encode(bytes(104))},
        {"id_pk": b64_encode(bo.vault.me)},
    ]
    for change in answers:

        def lie(value, change=change):
            if change.get("ring", {}).get("body", "") is None:
                return value | {
                    "ring": value["ring"] | {"generation": value["ring"]["generation"] + 1}
                }
            return value | change

        server.tap.change_json(*LOGIN, lie)
        device = devices("fresh")
        before = len(server.tap.seen)
        with pytest.raises((ProtocolError, ClientError)):
            device.sign_in(server.url, HANDLES["ana"], PASSPHRASES["ana"], ana.kit)
        assert device.store.get("id_pk") is None
        assert {path for method, path, _ in server.tap.seen[before:] if method == "POST"} <= {
            "/api/v1/challenges",
            "/api/v1/sessions",
        }


def test_a_planted_record(server, ana, second):
    """Records without the account's signature never get in: unsigned, signed by another, or with another's name in it."""
    me, villain = second.vault.me, Villain()
    head = second.store.log(me, me).head

    def planted(sign) -> Record:
        return build_record(sign, me, me, head, "del", items=[bytes(16)], revs=[bytes(16)])

    own = planted(ana.vault.identity.sign)
    pair = build_record(villain.identity.sign, villain.public, bo_like(), Head(), "open")
    lies = [
        (planted(lambda *_: bytes(64)), Tampered),
        (planted(villain.identity.sign), Tampered),
        (own._replace(signature=own.signature[::-1]), Tampered),
        (pair, Tampered),
    ]
    for record, error in lies:
        change_page(server, lambda page, record=record: page._replace(records=[record]))
        with pytest.raises(error):
            second.sync()
    assert second.store.log(me, me).head == head


def bo_like() -> bytes:
    """The id_pk of somebody else."""
    return Identity(bytes(range(32))).public


def test_swapped_bodies(server, ana, second):
    """The bodies of two entries exchanged: the signature does not hold over it."""
    ana.write("one")
    ana.write("two")
    ana.sync()

    def swapped(record: Record) -> Record:
        if record.header.type != "put":
            return record
        return with_rows(
            record,
            lambda rows: [rows[0]._replace(body=rows[1].body), rows[1]._replace(body=rows[0].body)],
        )

    change_records(server, swapped)
    with pytest.raises(Tampered):
        second.sync()
    assert texts(second) == []


def test_a_planted_item_under_a_foreign_key(server, ana, second):
    """Even a correctly signed row whose body was not sealed under the journal's key is flagged, and not shown."""
    ana.write("mine")
    row = ana.vault.seal_revision({"v": 1, "kind": "entry", "text": "x"}, None, None)
    planted = row._replace(item=generate_secret(16))
    with ana.store.write():
        ana.store.add_revisions(ana.vault.me, [planted], 1)
        Outbox(ana.store).add(
            ana.profile.own, "put", planted.item, planted.rev, None, len(planted.body)
        )
    ana.sync()
    second.sync()
    assert {one.problem for one in second.entries() if one.item == planted.item} == {"wrong_key"}
    assert texts(second) == ["", "mine"]


def test_a_foreign_grant(server, ana, bo, join):
    """A grant to somebody else, one in the patient's name, one by nobody: none shows anything."""
    link(ana, bo)
    cy, villain = join("cy"), Villain()
    ana.share([ana.write("for bo")], bo.vault.me)
    ana.sync()
    original: list[Record] = []
    change_records(server, lambda record: original.append(record) or record)
    bo.sync()
    to_bo = [record for record in original if record.header.author == ana.vault.me]
    rows = list(parse_content(to_bo[-1]).rows)

    def forged(author: bytes) -> list[Record]:
        """A log to cy that begins now, signed by the villain."""
        kem, sign = KemKey(cy.vault.ring.kem[0].secret), villain.identity.sign
        opened = build_record(sign, author, cy.vault.me, Head(), "open")
        content = grant_content(
            rows, seal_grant(kem.public, author, cy.vault.me, rows, [bytes(32)] * len(rows))
        )
        head = Head(1, record_hash(opened))
        return [
            opened,
            build_record(sign, author, cy.vault.me, head, "grant", content, kem=kem.digest),
        ]

    for records in (to_bo, forged(ana.vault.me)):
        change_page(server, lambda page, records=records: page._replace(records=records))
        with pytest.raises(Tampered):
            cy.sync()
    of_nobody = forged(villain.public)
    change_page(server, lambda page: page._replace(records=of_nobody))
    cy.sync()
    # All that cy has is what they say of themselves.
    assert {(one.author, one.document["kind"]) for one in cy.items.listed()} <= {
        (cy.vault.me, "boundary")
    }


def test_a_grant_to_a_key_not_ours(server, ana, bo):
    """A signed grant whose box is for another key is flagged as such, and the entry is not shown."""
    link(ana, bo)
    contact = ana.vault.contact(bo.vault.me)
    other = KemKey(generate_secret())
    bundle = build_bundle(bo.vault.identity.sign, bo.vault.me, 2, other.public)
    ana.vault.change(ana.vault.ring.with_contact(contact._replace(bundle=bundle)))
    ana.share([ana.write("sealed to nobody")], bo.vault.me)
    ana.sync()
    bo.sync()
    assert [one.problem for one in bo.entries(ana.vault.me)] == ["wrong_key"]


def test_unlinked_people_stay_unseen(server, ana, bo):
    """Whoever the server says has opened a log to us is nobody until they are pinned by an invite."""
    villain = Villain()
    opened = build_record(villain.identity.sign, villain.public, ana.vault.me, Head(), "open")
    change_page(server, lambda page: page._replace(records=[opened]))
    ana.sync()
    assert ana.vault.ring.contacts == ()
    assert not any(op.kind in ("open", "ack", "ring") for op in ana.outbox.ops())


def test_a_push_answer_that_lies(server, ana):
    """A server that claims the log has moved, and shows nothing, is caught; the words stay in the outbox."""
    stale = {"type": "/problems/stale", "detail": "", "index": 0}

    def lie(answer):
        results = [one | {"accepted": 0, "problem": stale} for one in answer["results"]]
        return answer | {"results": results}

    server.tap.change_json("POST", "/api/v1/records", lie)
    server.tap.changes[FEED] = lambda data: build_page(parse_page(data).epoch, 2, 2, False, [])
    ana.write("kept")
    with pytest.raises(Alarm, match="does not show it"):
        ana.sync()
    assert texts(ana) == ["kept"]
    assert ana.entries()[0].kept == "device"


@pytest.mark.parametrize("garbage", [b"", b"{}", b"\0\0\0\2{}", b"<html>", b"\xff" * 100])
def test_garbage_for_a_page(server, ana, garbage):
    """An answer that is no page changes nothing here."""
    server.tap.changes[FEED] = lambda _data: garbage
    before = ana.store.logs()
    with pytest.raises(Malformed):
        ana.sync()
    assert ana.store.logs() == before


def test_records_of_a_later_version(server, ana, second):
    """A record this reader does not know stops the sync with `unsupported`, and is not skipped."""
    ana.write("one")
    ana.sync()

    def later(data: bytes) -> bytes:
        return data.replace(b'{"v":1,', b'{"v":2,', 1)

    server.tap.changes[FEED] = later
    with pytest.raises(Unsupported):
        second.sync()
