"""Accounts: signing up, and what the server knows of one. See `docs/protocol.md` sections 2 and 3."""

import hmac
from typing import Annotated, Any, Literal

import msgspec
from flask import Blueprint, Flask, Response, current_app, jsonify
from flask_login import login_required
from sqlalchemy import Connection, bindparam, func, insert, select
from sqlalchemy.exc import IntegrityError

from journal.server import principal, schema
from journal.server.guard import Strict, b64_field, json_body
from journal.server.inventions import PARAMETERS, recognise
from journal.server.logs import Writer, find_place
from journal.server.principal import me
from journal.server.problems import Problem
from journal.server.space import require_space
from journal.server.state import account_room, database, epoch_text, now, receipts
from journal.wire.encoding import b64_encode
from journal.wire.errors import Malformed, ProtocolError
from journal.wire.handles import normalise_handle
from journal.wire.ids import account_id, erased_mark
from journal.wire.limits import ID, PUBLIC_KEY
from journal.wire.records import Record, parse_frames
from journal.wire.signatures import check_public_key

WRAPPED = 104

_GRANTED = (
    select(func.count())
    .select_from(schema.granted)
    .join(schema.log, schema.log.c.id == schema.granted.c.log)
    .where(schema.log.c.audience == bindparam("account"))
)

bp = Blueprint("accounts", __name__, url_prefix="/api/v1")


class NewCredential(Strict, frozen=True):
    """A credential as it is made with the account."""

    id: str
    kind: Literal["password", "kit"]
    verifier: str
    wrapped: str
    parameters: str


class SignUp(Strict, frozen=True):
    """A new account: one credential of each kind, and the first two records of its private log."""

    handle: str
    credentials: Annotated[list[NewCredential], msgspec.Meta(min_length=2, max_length=2)]
    records: str
    code: str | None = None


def register(app: Flask) -> None:
    """Add the endpoints."""
    app.register_blueprint(bp)


@bp.post("/accounts")
@json_body(SignUp, 524_288)
def create_account(sign_up: SignUp) -> tuple[Response, int]:
    """Make an account with its first two records, in one transaction, and sign in."""
    _check_registration(sign_up.code)
    handle = _handle(sign_up.handle)
    credentials = [credential_row(credential) for credential in sign_up.credentials]
    if {credential["kind"] for credential in credentials} != set(PARAMETERS):
        raise Problem("invalid", "One password and one kit credential are needed.")
    key, ring = _first_records(b64_field(sign_up.records))
    if receipts().find(erased_mark(key.header.author)):
        raise Problem("invalid", "The account of this key was erased.")
    require_space()
    # An id of our own making is taken as much as a real one: neither tells which handles have accounts.
    if any(recognise(credential["id"]) for credential in credentials):
        raise Problem("handle-taken")
    try:
        with database().write() as connection:
            token = _make(connection, handle, credentials, key, ring)
    except IntegrityError:
        raise Problem("handle-taken") from None
    answer = jsonify(account=b64_encode(account_id(key.header.author)), epoch=epoch_text())
    return principal.set_cookie(answer, token), 201


@bp.get("/account")
@login_required
def show_account() -> Response:
    """What the server knows about the account that asks."""
    account, credential = schema.account, schema.credential
    with database().read() as connection:
        row = connection.execute(select(account).where(account.c.id == me.account)).one()
        credentials = connection.execute(
            select(credential.c.id, credential.c.kind)
            .where(credential.c.account == me.account)
            .order_by(credential.c.kind)
        ).all()
        links = _links(connection)
        granted = connection.scalar(_GRANTED, {"account": me.account}) or 0
    return jsonify(
        handle=row.handle,
        id_pk=b64_encode(row.id_pk),
        created=row.created,
        credentials=[{"id": b64_encode(id), "kind": kind} for id, kind in credentials],
        links=links,
        records=row.records,
        revisions=row.revisions,
        readable=row.revisions + granted,
        bytes=row.bytes,
        delivered=row.delivered,
        room=account_room().of(row),
    )


def _check_registration(code: str | None) -> None:
    registration = current_app.config["REGISTRATION"]
    if registration == "open":
        return
    given = (code or "").encode(errors="surrogatepass")
    codes = current_app.config["REGISTRATION_CODES"] if registration == "code" else ()
    if not sum([hmac.compare_digest(given, wanted.encode()) for wanted in codes]):
        raise Problem("registration")


def _handle(text: str) -> str:
    try:
        handle = normalise_handle(text)
    except Malformed:
        raise Problem("invalid", "This cannot be a handle.") from None
    if handle != text:
        raise Problem("invalid", "The handle is not in its normal form.")
    return handle


def credential_row(given: NewCredential) -> dict[str, Any]:
    """Its row but for the account. Raises Problem for what is no credential of its kind."""
    parameters = b64_field(given.parameters, PARAMETERS[given.kind])
    if given.kind == "password" and parameters[0] != 1:
        raise Problem("invalid", "This profile is not known.")
    verifier = b64_field(given.verifier, PUBLIC_KEY)
    try:
        check_public_key(verifier)
    except Malformed:
        raise Problem("invalid", "A verifier is no public key.") from None
    return {
        "id": b64_field(given.id, ID),
        "kind": given.kind,
        "verifier": verifier,
        "wrapped": b64_field(given.wrapped, WRAPPED),
        "parameters": parameters,
    }


def _first_records(data: bytes) -> tuple[Record, Record]:
    try:
        records = parse_frames(data)
    except ProtocolError:
        raise Problem("invalid", "The first records do not parse.") from None
    if [record.header.type for record in records] != ["key", "ring"]:
        raise Problem("invalid", "The first records are `key` and `ring`.")
    key, ring = records
    if not key.header.private or ring.header.log != key.header.log:
        raise Problem("invalid", "The first records belong to the private log.")
    return key, ring


def _make(
    connection: Connection,
    handle: str,
    credentials: list[dict[str, Any]],
    key: Record,
    ring: Record,
) -> str:
    id_pk = key.header.author
    row = {"id_pk": id_pk, "handle": handle, "created": now()}
    account: int = connection.execute(insert(schema.account).values(row)).inserted_primary_key[0]  # type: ignore[index]
    connection.execute(
        insert(schema.credential), [credential | {"account": account} for credential in credentials]
    )
    place = find_place(connection, key.header.log, id_pk, id_pk)
    writer = Writer(connection, place, now(), account_room())
    try:
        writer.take(key)
        writer.take(ring)
    except ProtocolError:
        raise Problem("invalid", "The first records do not hold.") from None
    writer.finish()
    return principal.begin_session(connection, account)


def _links(connection: Connection) -> list[dict[str, Any]]:
    """The accounts that a pair log joins with this one, either way, and since when."""
    log, account = schema.log, schema.account
    other = func.coalesce(func.nullif(log.c.author, me.account), log.c.audience)
    pairs = (
        select(other.label("other"), func.min(log.c.created).label("since"))
        .where((log.c.author == me.account) | (log.c.audience == me.account))
        .where(log.c.author != log.c.audience)
        .group_by(other)
        .subquery()
    )
    found = connection.execute(
        select(account.c.id_pk, pairs.c.since)
        .join(pairs, pairs.c.other == account.c.id)
        .order_by(pairs.c.since, account.c.id)
    )
    return [{"id_pk": b64_encode(id_pk), "since": since} for id_pk, since in found]
