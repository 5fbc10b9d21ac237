"""Signing in and out: `/session`, `/challenges`, `/sessions`. See `docs/protocol.md` section 3."""

import hmac
import os
from typing import Any, Literal

from flask import Blueprint, Flask, Response, current_app, jsonify
from flask_login import current_user, login_required
from flask_wtf.csrf import generate_csrf
from sqlalchemy import ColumnElement, Row, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from journal.server import principal, schema
from journal.server.guard import Strict, b64_field, json_body
from journal.server.inventions import Invention, invent, recognise
from journal.server.principal import me
from journal.server.problems import Problem
from journal.server.secret import keyed
from journal.server.state import database, epoch_text, now, origin
from journal.wire.encoding import b64_encode, u32be
from journal.wire.errors import Malformed, ProtocolError
from journal.wire.handles import normalise_handle
from journal.wire.ids import account_id
from journal.wire.limits import DIGEST, ID, LABEL, SIGNATURE
from journal.wire.signatures import verify

CHALLENGE = DIGEST
CHALLENGE_SECONDS = 60
_STAMP = 16

_credential, _challenge, _session = schema.credential, schema.challenge, schema.session
NOBODY = bytes.fromhex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
"""A public key (RFC 8032, test 1) to verify with where there is no credential, so that both take as long."""

bp = Blueprint("sessions", __name__, url_prefix="/api/v1")


class Asking(Strict, frozen=True):
    """Names the credential to be challenged: its id, or a handle and the kind it has one of."""

    handle: str | None = None
    kind: Literal["password", "kit"] | None = None
    credential: str | None = None


class SigningIn(Strict, frozen=True):
    """A signed challenge."""

    id: str
    challenge: str
    signature: str


class Labelling(Strict, frozen=True):
    """A session's label."""

    label: str


def register(app: Flask) -> None:
    """Add the endpoints and the principal they make."""
    principal.register(app)
    app.register_blueprint(bp)


@bp.get("/session")
def show_session() -> Response:
    """Who this is, and the token for unsafe requests."""
    account = b64_encode(account_id(me.id_pk)) if current_user.is_authenticated else None
    return jsonify(
        csrf=generate_csrf(),
        epoch=epoch_text(),
        registration=current_app.config["REGISTRATION"],
        account=account,
    )


@bp.post("/challenges")
@json_body(Asking, 2_048)
def create_challenge(asking: Asking) -> Response:
    """A challenge, for credentials that exist and for those that do not alike. Nothing is stored of it."""
    if (asking.credential is None) == (asking.handle is None or asking.kind is None):
        raise Problem("invalid", "Name a handle and kind, or a credential.")
    wanted, invented = _by_credential(asking) if asking.credential else _by_handle(asking)
    query = select(_credential.c.id, _credential.c.kind, _credential.c.parameters)
    with database().read() as connection:
        found = connection.execute(
            query.join(schema.account, schema.account.c.id == _credential.c.account).where(wanted)
        ).one_or_none()
    id, kind, parameters = found or invented
    challenge = _challenge_for(id, u32be(now()) + os.urandom(_STAMP - 4))
    return jsonify(
        id=b64_encode(id),
        kind=kind,
        parameters=b64_encode(parameters),
        challenge=b64_encode(challenge),
    )


@bp.post("/sessions")
@json_body(SigningIn, 2_048)
def create_session(signing: SigningIn) -> tuple[Response, int]:
    """Sign in. Whatever is wrong, the answer is the same. The session this device had before ends."""
    before = me.session if current_user.is_authenticated else None
    id, challenge = b64_field(signing.id, ID), b64_field(signing.challenge, CHALLENGE)
    signature = b64_field(signing.signature, SIGNATURE)
    # The challenge is spent in a transaction of its own: a failure below must not bring it back.
    fresh = spend(id, challenge)
    with database().write() as connection:
        found = connection.execute(
            _credentials().where((_credential.c.id == id) & (schema.account.c.closed == 0))
        ).one_or_none()
        try:
            verify(
                found.verifier if found else NOBODY,
                signature,
                "login",
                origin().encode(),
                id,
                challenge,
            )
        except ProtocolError:
            raise Problem("sign-in-failed") from None
        if not found or not fresh:
            raise Problem("sign-in-failed")
        answer = _signed_in(connection, found)
        connection.execute(delete(_session).where(_session.c.id == before))
        token = principal.begin_session(connection, found.account)
    return principal.set_cookie(jsonify(answer), token), 201


@bp.get("/sessions")
@login_required
def list_sessions() -> Response:
    """The account's own sessions, newest first."""
    query = select(_session).where(_session.c.account == me.account)
    with database().read() as connection:
        rows = connection.execute(query.order_by(_session.c.created.desc())).all()
    return jsonify(
        sessions=[
            {
                "id": b64_encode(row.id),
                "created": row.created,
                "seen": row.seen,
                "current": row.id == me.session,
                "label": b64_encode(row.label) if row.label else None,
            }
            for row in rows
            if principal.alive(row)
        ]
    )


@bp.put("/sessions/<id>/label")
@login_required
@json_body(Labelling, 2_048)
def label_session(labelling: Labelling, id: str) -> tuple[Response, int]:
    """Name the session that asks. It says its id: one that has another by now must not be given a label made for this."""
    label = b64_field(labelling.label, LABEL)
    if b64_path(id) != me.session:
        raise Problem("not-found")
    with database().write() as connection:
        connection.execute(update(_session).where(_session.c.id == me.session).values(label=label))
    return Response(status=204), 204


@bp.delete("/sessions/<id>")
@login_required
def delete_session(id: str) -> tuple[Response, int]:
    """End one of the account's sessions, this one or another."""
    wanted = me.session if id == "current" else b64_path(id)
    mine = (_session.c.id == wanted) & (_session.c.account == me.account)
    with database().write() as connection:
        ended = connection.execute(delete(_session).where(mine)).rowcount
    if not ended:
        raise Problem("not-found")
    response = Response(status=204)
    return (principal.clear_cookie(response) if wanted == me.session else response), 204


def b64_path(text: str) -> bytes:
    """An id in a path: what is no id is simply not there."""
    try:
        return b64_field(text, ID)
    except Problem:
        raise Problem("not-found") from None


def _challenge_for(id: bytes, stamp: bytes) -> bytes:
    """The time in seconds and 12 random bytes, and what shows that this server has asked for `id` then: 32 bytes."""
    mark = keyed(current_app.config["SECRET_KEY"], "challenge", stamp.hex(), id.hex())
    return stamp + mark[: CHALLENGE - _STAMP]


def spend(id: bytes, challenge: bytes) -> bool:
    """Whether the challenge is one for `id`, in time, and not used before; from now on it is."""
    stamp = challenge[:_STAMP]
    if not hmac.compare_digest(challenge, _challenge_for(id, stamp)):
        return False
    expires = int.from_bytes(stamp[:4]) + CHALLENGE_SECONDS
    if expires < now():
        return False
    row = {"challenge": challenge, "credential": id, "expires": expires}
    try:
        with database().write() as connection:
            connection.execute(delete(_challenge).where(_challenge.c.expires < now()))
            connection.execute(insert(_challenge), row)
    except IntegrityError:
        return False
    return True


def _by_handle(asking: Asking) -> tuple[ColumnElement[bool], Invention]:
    try:
        handle = normalise_handle(asking.handle or "")
    except Malformed:
        raise Problem("invalid", "This cannot be a handle.") from None
    kind = asking.kind or ""
    wanted = (schema.account.c.handle == handle) & (_credential.c.kind == kind)
    return wanted, invent(handle, kind)


def _by_credential(asking: Asking) -> tuple[ColumnElement[bool], Invention]:
    id = b64_field(asking.credential or "", ID)
    return _credential.c.id == id, recognise(id) or Invention(id, "passkey", b"")


def _credentials() -> Any:
    account = schema.account
    return select(_credential, account.c.handle, account.c.id_pk, account.c.ring_seq).join(
        account, account.c.id == _credential.c.account
    )


def _signed_in(connection: Any, found: Row[Any]) -> dict[str, Any]:
    """What a device needs to open the account: nothing in it is readable to us."""
    log, record = schema.log, schema.record
    head = connection.execute(
        select(log.c.id, log.c.seq, log.c.hash, log.c.generation).where(
            (log.c.author == found.account) & (log.c.audience == found.account)
        )
    ).one()
    ring = connection.scalars(
        select(record.c.body).where((record.c.log == head.id) & (record.c.seq == found.ring_seq))
    ).one()
    return {
        "account": b64_encode(account_id(found.id_pk)),
        "id_pk": b64_encode(found.id_pk),
        "handle": found.handle,
        "kind": found.kind,
        "parameters": b64_encode(found.parameters),
        "wrapped": b64_encode(found.wrapped),
        "ring": {"generation": head.generation, "body": b64_encode(ring)},
        "head": {"seq": head.seq, "hash": b64_encode(head.hash)},
        "epoch": epoch_text(),
    }
