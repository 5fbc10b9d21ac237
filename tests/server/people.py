"""People made with the real protocol code, each with the one device they use: a Flask test client."""

import copy
import os
from collections.abc import Sequence
from typing import Any

from flask import Flask
from werkzeug.test import TestResponse

from journal.protocol import invites
from journal.protocol.credentials import (
    Credential,
    login_signature,
    make_credential,
    proof_signature,
)
from journal.protocol.devices import seal_label
from journal.protocol.grants import seal_grant
from journal.protocol.items import CekSource, seal_item
from journal.protocol.keys import Identity, KemKey, generate_secret
from journal.protocol.ring import Epoch, Ring, seal_ring
from journal.wire.bundles import build_bundle
from journal.wire.encoding import b64_decode, b64_encode, build_json, h
from journal.wire.feed import Page, parse_page
from journal.wire.headers import Head
from journal.wire.ids import account_id, log_id
from journal.wire.records import (
    EMPTY,
    Content,
    Record,
    build_frame,
    build_record,
    grant_content,
    plain_content,
    put_content,
    verify_record,
)
from journal.wire.rows import Place, Row, row_of

API = "/api/v1"
ORIGIN = "http://localhost"


class Person:
    """Keys, heads of the own logs, and calls to the server in this person's name."""

    def __init__(self, app: Flask, handle: str, role: str = "patient") -> None:
        self.app, self.handle, self.role = app, handle, role
        self.origin: str = getattr(app, "origin", ORIGIN)
        self.client = app.test_client()
        self.identity_seed, self.kem_seed = generate_secret(), generate_secret()
        self.identity, self.kem = Identity(self.identity_seed), KemKey(self.kem_seed)
        self.account_key, self.kit, self.journal = (generate_secret(n) for n in (32, 20, 32))
        self.ceks = CekSource(self.journal)
        self.id_pk = self.identity.public
        self.bundle = build_bundle(self.identity.sign, self.id_pk, 1, self.kem.public)
        self.secrets = {"password": generate_secret(), "kit": generate_secret()}
        self.credentials = {kind: self.new_credential(kind, x) for kind, x in self.secrets.items()}
        self.heads: dict[bytes, Head] = {}
        self.csrf = ""

    @classmethod
    def other_device(cls, person: "Person") -> "Person":
        """The same person on another device, not signed in there."""
        other = copy.copy(person)
        other.client, other.csrf, other.heads = person.app.test_client(), "", dict(person.heads)
        return other

    # What this person sends.

    def fetch_csrf(self) -> str:
        """The token for unsafe requests, fetched once."""
        if not self.csrf:
            self.csrf = self.client.get(f"{API}/session").json["csrf"]
        return self.csrf

    def call(self, method: str, path: str, **more: Any) -> TestResponse:
        """A request with the forgery token, as a client sends it."""
        headers = {"X-CSRFToken": self.fetch_csrf(), "Origin": self.origin} | more.pop(
            "headers", {}
        )
        return self.client.open(API + path, method=method, headers=headers, **more)

    def get(self, path: str) -> TestResponse:
        """A GET below the API."""
        return self.client.get(API + path)

    def post(self, path: str, json: Any = None) -> TestResponse:
        """A POST of JSON below the API."""
        return self.call("POST", path, json=json)

    def sign_up(self, **more: Any) -> TestResponse:
        """Make the account; the heads of the private log are remembered."""
        return self.post("/accounts", self.sign_up_body() | more)

    def sign_up_body(self) -> dict[str, Any]:
        """The body of a sign-up that holds."""
        self.heads.clear()
        records = [self.record(self, "key", plain_content(self.bundle)), self.ring_record()]
        return {
            "handle": self.handle,
            "credentials": [credential_json(one) for one in self.credentials.values()],
            "records": b64_encode(b"".join(build_frame(record) for record in records)),
        }

    def challenge(self, kind: str = "password") -> dict[str, str]:
        """A challenge for one of the person's own credentials."""
        return self.post("/challenges", {"handle": self.handle, "kind": kind}).json

    def signed(self, challenge: dict[str, str], kind: str = "password") -> dict[str, str]:
        """The body that answers a challenge."""
        id, asked = b64_decode(challenge["id"]), b64_decode(challenge["challenge"])
        signature = login_signature(self.secrets[kind], id, self.origin, asked)
        return {
            "id": challenge["id"],
            "challenge": challenge["challenge"],
            "signature": b64_encode(signature),
        }

    def sign_in(self, kind: str = "password") -> TestResponse:
        """Sign in with a credential of this kind."""
        return self.post("/sessions", self.signed(self.challenge(kind), kind))

    def session_id(self) -> str:
        """The id of the session this device has, b64."""
        own = (one for one in self.get("/sessions").json["sessions"] if one["current"])
        return str(next(own)["id"])

    def name_session(self, name: str) -> TestResponse:
        """Leave this device's name, sealed, with its session."""
        id = self.session_id()
        label = seal_label(self.account_key, self.id_pk, b64_decode(id), name)
        return self.call("PUT", f"/sessions/{id}/label", json={"label": b64_encode(label)})

    def proof(
        self, method: str, path: str, body: bytes = b"", kind: str = "password"
    ) -> dict[str, str]:
        """The header that proves one request, path below the API, with a credential of this kind."""
        told = self.challenge(kind)
        id, asked = b64_decode(told["id"]), b64_decode(told["challenge"])
        act = f"{method} {API}{path}"
        signature = proof_signature(self.secrets[kind], id, self.origin, asked, act, body)
        return {"Afterglow-Proof": f"{told['id']}.{told['challenge']}.{b64_encode(signature)}"}

    def proved(
        self, method: str, path: str, json: Any = None, kind: str = "password"
    ) -> TestResponse:
        """A request with its proof."""
        body = b"" if json is None else build_json(json)
        more = {"data": body, "content_type": "application/json"} if body else {}
        return self.call(method, path, headers=self.proof(method, path, body, kind), **more)

    def renew(self, *kinds: str, by: str = "password") -> TestResponse:
        """Replace credentials by new ones of these kinds, which this person uses from then on where that was taken."""
        secrets = self.secrets | {kind: generate_secret() for kind in kinds}
        made = {kind: self.new_credential(kind, secrets[kind]) for kind in kinds}
        body = {"credentials": [credential_json(one) for one in made.values()]}
        answer = self.proved("PUT", "/credentials", body, by)
        if answer.status_code == 204:
            self.secrets, self.credentials = secrets, self.credentials | made
        return answer

    def push(self, *records: Record) -> dict[str, Any]:
        """Push records; the answer's results by log id."""
        answer = self.push_bytes(b"".join(build_frame(record) for record in records))
        assert answer.status_code == 200, answer.text
        return {b64_decode(result["log"]): result for result in answer.json["results"]}

    def push_bytes(self, data: bytes) -> TestResponse:
        """Push frames as they are."""
        more = {"data": data, "content_type": "application/octet-stream"}
        return self.call("POST", "/records", **more)

    def page(self, after: int = 0, limit: int | None = None) -> Page:
        """One page of the feed."""
        more = f"&limit={limit}" if limit else ""
        answer = self.get(f"/feed?after={after}{more}")
        assert answer.status_code == 200, answer.text
        return parse_page(answer.data)

    def feed(self) -> list[Record]:
        """Every record this person may see."""
        records, after, more = [], 0, True
        while more:
            page = self.page(after)
            records, after, more = records + page.records, page.next, page.more
        return records

    # Records, each signed on top of the last one this person made in the same log.

    def log(self, audience: "Person | None" = None) -> bytes:
        """Id of the log from this person to `audience`, of the private log without one."""
        return log_id(self.id_pk, (audience or self).id_pk)

    def record(
        self, audience: "Person", type: str, content: Content = EMPTY, **more: Any
    ) -> Record:
        """The next record of a log; it counts as written."""
        head = self.heads.get(self.log(audience), Head())
        record = build_record(
            self.identity.sign, self.id_pk, audience.id_pk, head, type, content, **more
        )
        # A grant is verified with its rows at hand, whatever form it travels in.
        whole = record._replace(payload=_with_rows(content)) if type == "grant" else record
        self.heads[self.log(audience)] = verify_record(whole, head).head
        return record

    def ring_record(self) -> Record:
        """The ring of the next generation."""
        generation = self.heads[self.log()].generation + 1
        ring = Ring(
            sign=self.identity_seed,
            kem=(Epoch(1, self.kem_seed),),
            journal=(Epoch(1, self.journal),),
            kit=self.kit,
            name=self.handle.title(),
            role=self.role,
        )
        sealed = seal_ring(self.account_key, self.id_pk, generation, ring)
        return self.record(self, "ring", plain_content(sealed), generation=generation)

    def row(self, text: str = "words", item: bytes | None = None) -> Row:
        """A sealed revision of an item, a new one without `item`."""
        item, rev = item or os.urandom(16), os.urandom(16)
        payload = {"v": 1, "kind": "entry", "prev": None, "text": text}
        sealed = seal_item(self.ceks.cek(item, rev), self.id_pk, item, rev, payload)
        return row_of(item, rev, sealed)

    def put(self, *rows: Row) -> Record:
        """A put of these rows, of one new entry without any."""
        return self.record(self, "put", put_content(rows or (self.row(),)), epoch=1)

    def delete(self, *rows: Row) -> Record:
        """A del of the items of these rows."""
        items, revs = [row.item for row in rows], [row.rev for row in rows]
        return self.record(self, "del", items=items, revs=revs)

    def grant(
        self, audience: "Person", rows: Sequence[Row], places: Sequence[Place] | None = None
    ) -> Record:
        """A grant of these revisions, named by `places` on the way up where given."""
        ceks = [self.ceks.cek(row.item, row.rev) for row in rows]
        box = seal_grant(audience.kem.public, self.id_pk, audience.id_pk, rows, ceks)
        bare = [row._replace(body=None) for row in rows]
        content = grant_content(bare, box, places)
        return self.record(audience, "grant", content, kem=h(audience.kem.public))

    def revoke(self, audience: "Person", *rows: Row) -> Record:
        """A revoke of the items of these rows."""
        return self.record(audience, "revoke", items=[row.item for row in rows])

    def ack(self, peer: "Person") -> Record:
        """An ack of the head of the peer's log to this person."""
        head = peer.heads[peer.log(self)]
        return self.record(peer, "ack", peer_seq=head.seq, peer_hash=head.hash)

    # Invites.

    def invite(self, expires: int) -> bytes:
        """Leave an offer on the server: its secret s."""
        secret = generate_secret()
        offer = invites.seal_offer(secret, self.bundle, self.handle, self.role, expires)
        answer = self.put_invite(invites.invite_id(secret), offer, expires)
        assert answer.status_code == 201, answer.text
        return secret

    def put_invite(self, id: bytes, offer: bytes, expires: int) -> TestResponse:
        """PUT an invite."""
        body = {"offer": b64_encode(offer), "expires": expires}
        return self.call("PUT", f"/invites/{b64_encode(id)}", json=body)

    def answer(self, inviter: "Person", secret: bytes) -> TestResponse:
        """Answer an invite."""
        sealed = invites.seal_answer(
            secret, inviter.id_pk, self.identity, self.bundle, self.handle, self.role
        )
        return self.post_answer(invites.invite_id(secret), sealed)

    def post_answer(self, id: bytes, sealed: bytes) -> TestResponse:
        """POST an answer as it is."""
        return self.post(f"/invites/{b64_encode(id)}/answer", {"answer": b64_encode(sealed)})

    def link(self, other: "Person", expires: int) -> None:
        """Both logs between two people are opened, this one having invited."""
        assert other.answer(self, self.invite(expires)).status_code == 201
        for author, audience in ((self, other), (other, self)):
            result = author.push(author.record(audience, "open"))[author.log(audience)]
            assert result["problem"] is None, result

    @property
    def account(self) -> str:
        """The account's id as the server writes it."""
        return b64_encode(account_id(self.id_pk))

    def new_credential(self, kind: str, x: bytes) -> Credential:
        """A credential of this kind for the secret x."""
        # Stretching a passphrase takes 0.1 s and is tested with the protocol: any secret does here.
        parameters = b"\1" + os.urandom(16) if kind == "password" else b""
        return make_credential(kind, x, os.urandom(16), parameters, self.id_pk, self.account_key)


def credential_json(credential: Credential) -> dict[str, str]:
    """A credential as a sign-up carries it."""
    return {
        "id": b64_encode(credential.id),
        "kind": credential.kind,
        "verifier": b64_encode(credential.verifier),
        "wrapped": b64_encode(credential.wrapped),
        "parameters": b64_encode(credential.parameters),
    }


def _with_rows(content: Content) -> bytes:
    return grant_content(content.rows, content.box).payload
