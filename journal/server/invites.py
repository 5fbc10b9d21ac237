"""Invites: a sealed offer, a sealed answer, and that it is answered once. See `docs/protocol.md` section 7."""

from typing import Any

from flask import Blueprint, Flask, Response, jsonify
from flask_login import login_required
from sqlalchemy import Connection, Row, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from journal.server import schema
from journal.server.guard import Strict, b64_field, json_body
from journal.server.principal import me
from journal.server.problems import Problem
from journal.server.sessions import b64_path
from journal.server.space import require_space
from journal.server.state import account_room, database, now
from journal.wire.encoding import b64_encode

LIFETIME = 72 * 3_600
KEPT = 30 * 86_400
"""Seconds an answered invite stays after it has expired, for an inviter who was away."""
OPEN_AT_ONCE = 20
KEPT_BYTES = 2**21
"""Of offers and answers that one inviter may have here at a time: some three hundred links within a month."""
SEALED = 16_384

_invite = schema.invite

bp = Blueprint("invites", __name__, url_prefix="/api/v1/invites")


class Offer(Strict, frozen=True):
    """A sealed offer and the second it ends."""

    offer: str
    expires: int


class Answer(Strict, frozen=True):
    """A sealed answer."""

    answer: str


def register(app: Flask) -> None:
    """Add the endpoints."""
    app.register_blueprint(bp)


@bp.put("/<id>")
@login_required
@json_body(Offer, 32_768)
def create_invite(offer: Offer, id: str) -> tuple[Response, int]:
    """Keep an offer. The same offer again has no effect."""
    row = {
        "id": b64_path(id),
        "inviter": me.account,
        "offer": b64_field(offer.offer, most=SEALED),
        "expires": offer.expires,
        "contested": False,
    }
    if not now() < offer.expires <= now() + LIFETIME:
        raise Problem("invalid", "An invite lives at most 72 hours.")
    require_space()
    try:
        with database().write() as connection:
            found = _keep(connection, row)
    except IntegrityError:
        raise Problem("invite-spent") from None
    return jsonify(state=_state(found)), 201


@bp.get("")
@login_required
def list_invites() -> Response:
    """The account's own invites, those that end last first."""
    with database().read() as connection:
        rows = connection.execute(
            select(_invite)
            .where((_invite.c.inviter == me.account) & _kept())
            .order_by(_invite.c.expires.desc(), _invite.c.id)
        ).all()
    return jsonify(
        invites=[
            {
                "id": b64_encode(row.id),
                "state": _state(row),
                "answer": b64_encode(row.answer) if row.answer is not None else None,
                "expires": row.expires,
            }
            for row in rows
        ]
    )


@bp.get("/<id>")
@login_required
def show_invite(id: str) -> Response:
    """The offer, to whoever holds the link and so knows the id."""
    with database().read() as connection:
        row = _find(connection, b64_path(id))
    return jsonify(offer=b64_encode(row.offer), state=_state(row))


@bp.post("/<id>/answer")
@login_required
@json_body(Answer, 32_768)
def answer_invite(answer: Answer, id: str) -> tuple[Response, int]:
    """Keep the first answer. The same one again has no effect; another one makes the invite contested."""
    sealed = b64_field(answer.answer, most=SEALED)
    with database().write() as connection:
        row = _find(connection, b64_path(id), lock=True)
        if row.inviter == me.account:
            raise Problem("not-found")
        mine = _invite.c.id == row.id
        spent = row.answer is not None and (row.answerer, row.answer) != (me.account, sealed)
        change: dict[str, Any] = {"answer": sealed, "answerer": me.account}
        if spent:
            change = {"contested": True}
        connection.execute(update(_invite).where(mine).values(change))
    # Raised only now: the mark must stay.
    if spent:
        raise Problem("invite-spent")
    return jsonify(state="contested" if row.contested else "answered"), 201


@bp.delete("/<id>")
@login_required
def delete_invite(id: str) -> tuple[Response, int]:
    """Withdraw an invite, or put away an answered one."""
    mine = (_invite.c.id == b64_path(id)) & (_invite.c.inviter == me.account)
    with database().write() as connection:
        gone = connection.execute(delete(_invite).where(mine)).rowcount
    if not gone:
        raise Problem("not-found")
    return Response(status=204), 204


def delete_dead_invites(connection: Connection) -> None:
    """Remove invites past their time."""
    connection.execute(delete(_invite).where(~_kept()))


def _keep(connection: Connection, row: dict[str, Any]) -> Row[Any] | None:
    """Store a new invite; answers the stored one where the same offer is there already."""
    _lock_account(connection)
    found = connection.execute(select(_invite).where(_invite.c.id == row["id"])).one_or_none()
    if found is None:
        delete_dead_invites(connection)
        _check_open(connection)
        _check_bytes(connection, len(row["offer"]))
        connection.execute(insert(_invite), row)
    elif (found.inviter, found.offer) != (row["inviter"], row["offer"]):
        raise Problem("invite-spent")
    return found


def _kept() -> Any:
    """Unanswered ones until they end; answered ones longer."""
    answered = _invite.c.answer.is_not(None) & (_invite.c.expires > now() - KEPT)
    return (_invite.c.expires > now()) | answered


def _find(connection: Connection, id: bytes, lock: bool = False) -> Row[Any]:
    """An invite that has not ended. Missing and ended ones are not told apart."""
    query = select(_invite).where((_invite.c.id == id) & (_invite.c.expires > now()))
    row = connection.execute(query.with_for_update() if lock else query).one_or_none()
    if row is None:
        raise Problem("not-found")
    return row


def _lock_account(connection: Connection) -> None:
    account = schema.account
    connection.execute(select(account.c.id).where(account.c.id == me.account).with_for_update())


def _check_open(connection: Connection) -> None:
    mine = (
        (_invite.c.inviter == me.account) & _invite.c.answer.is_(None) & (_invite.c.expires > now())
    )
    count, first = connection.execute(
        select(func.count(), func.min(_invite.c.expires)).where(mine)
    ).one()
    if count >= OPEN_AT_ONCE:
        raise Problem("too-many", retry_after=first - now())


def _check_bytes(connection: Connection, more: int) -> None:
    """Invites count to their author: what is kept of them has a measure, and takes of the account's room."""
    size = func.length(_invite.c.offer) + func.coalesce(func.length(_invite.c.answer), 0)
    mine = _invite.c.inviter == me.account
    kept, first = connection.execute(
        select(func.coalesce(func.sum(size), 0), func.min(_invite.c.expires)).where(mine)
    ).one()
    row = connection.execute(select(schema.account).where(schema.account.c.id == me.account)).one()
    if row.bytes + row.delivered + kept + more > account_room().of(row):
        raise Problem("too-large")
    if kept + more > KEPT_BYTES:
        raise Problem("too-many", retry_after=first + KEPT - now())


def _state(row: Row[Any] | None) -> str:
    if row is None or row.answer is None:
        return "open"
    return "contested" if row.contested else "answered"
