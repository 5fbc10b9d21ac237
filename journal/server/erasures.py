"""Asking for one's account to be erased, taking that back, and the receipt: `/erasure`, `/erasures`. See `docs/protocol.md` section 3.

A session reads how it stands and takes it back. To ask wants a proof of the login key, to have it done at once a second
proof, of the kit's.
"""

from flask import Blueprint, Flask, Response, current_app, jsonify
from flask_login import login_required
from sqlalchemy import Connection, Row, delete, insert, select, update

from journal.server import principal, schema
from journal.server.erase import erase, erased_and_kept
from journal.server.guard import Strict, b64_field, json_body
from journal.server.principal import me
from journal.server.problems import Problem
from journal.server.proof import proved, proved_by
from journal.server.receipts import Receipt
from journal.server.state import database, now, receipts
from journal.wire.encoding import b64_encode
from journal.wire.errors import ProtocolError
from journal.wire.limits import DIGEST
from journal.wire.records import parse_frames

WAIT = 7 * 86_400
"""Seconds between asking and erasing."""

_erasure = schema.erasure

bp = Blueprint("erasures", __name__, url_prefix="/api/v1")


class Leaving(Strict, frozen=True):
    """Frames of one `close` for each pair log that has not ended, signed beforehand: b64."""

    closes: str


def register(app: Flask) -> None:
    """Add the endpoints."""
    app.register_blueprint(bp)


@bp.get("/erasure")
@login_required
def show_erasure() -> Response:
    """Whether one has asked and when it is due, what would be erased, how long backups are kept, who signs the receipt."""
    with database().read() as connection:
        row = _asked(connection)
        counts = erased_and_kept(connection, me.account)
    return jsonify(
        due=row.due if row else None,
        wait=WAIT,
        backups=current_app.config["BACKUP_DAYS"] * 86_400,
        key=b64_encode(receipts().key),
        counts=counts,
    )


@bp.post("/erasure")
@login_required
@proved
@json_body(Leaving, 524_288)
def ask_erasure(leaving: Leaving) -> tuple[Response, int]:
    """Have the account erased when the wait is over. Asked again, the wait does not begin anew."""
    closes = _closes(leaving)
    with database().write() as connection:
        account = schema.account
        connection.execute(select(account.c.id).where(account.c.id == me.account).with_for_update())
        row = _asked(connection)
        due = row.due if row else now() + WAIT
        values = {"account": me.account, "asked": now(), "due": due, "closes": closes}
        if row is None:
            connection.execute(insert(_erasure), values)
        else:
            _keep_closes(connection, closes)
    return jsonify(due=due), 201


@bp.put("/erasure/closes")
@login_required
@json_body(Leaving, 524_288)
def renew_closes(leaving: Leaving) -> tuple[Response, int]:
    """The logs went on since one has asked: `close` records that follow their heads as they are now."""
    closes = _closes(leaving)
    with database().write() as connection:
        if not _keep_closes(connection, closes):
            raise Problem("not-found")
    return Response(status=204), 204


@bp.delete("/erasure")
@login_required
def take_back() -> tuple[Response, int]:
    """Nothing is erased."""
    with database().write() as connection:
        gone = connection.execute(delete(_erasure).where(_erasure.c.account == me.account)).rowcount
    if not gone:
        raise Problem("not-found")
    return Response(status=204), 204


@bp.post("/erasure/now")
@login_required
@proved_by("kit")
@json_body(Leaving, 524_288)
def erase_now(leaving: Leaving) -> Response:
    """Erase the account without the rest of the wait. The receipt; every session ends with it."""
    closes = _closes(leaving)
    with database().write() as connection:
        if not _keep_closes(connection, closes):
            raise Problem("not-found")
    receipt = erase(database(), receipts(), me.account, now(), asked=True)
    if receipt is None:
        raise Problem("not-found")
    # The file is written anew with the next request: this one is answered first.
    current_app.extensions["journal.cleaned"] = 0
    return principal.clear_cookie(_told(receipt))


@bp.get("/erasures/<id>")
def show_receipt(id: str) -> Response:
    """The receipt of an account by its mark, which only those know who know its public key."""
    try:
        receipt = receipts().find(b64_field(id, DIGEST))
    except Problem:
        receipt = None
    if receipt is None:
        raise Problem("not-found")
    return _told(receipt)


def _told(receipt: Receipt) -> Response:
    return jsonify(**receipt._asdict())


def _asked(connection: Connection) -> Row[tuple[int, int, int, bytes]] | None:
    return connection.execute(
        select(_erasure).where(_erasure.c.account == me.account)
    ).one_or_none()


def _keep_closes(connection: Connection, closes: bytes) -> bool:
    """Whether there was somewhere to keep them."""
    mine = _erasure.c.account == me.account
    return bool(connection.execute(update(_erasure).where(mine).values(closes=closes)).rowcount)


def _closes(leaving: Leaving) -> bytes:
    """Whether they follow their heads shows when they are taken."""
    frames = b64_field(leaving.closes)
    try:
        headers = [record.header for record in parse_frames(frames)]
    except ProtocolError:
        raise Problem("invalid", "The records do not parse.") from None
    if any(header.type != "close" or header.author != me.id_pk for header in headers):
        raise Problem("invalid", "Only `close` records of one's own are kept.")
    return frames
