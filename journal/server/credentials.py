"""Replacing credentials: a new passphrase, a new kit. See `docs/protocol.md` section 3."""

from typing import Annotated

import msgspec
from flask import Blueprint, Flask, Response
from flask_login import login_required
from sqlalchemy import delete, insert
from sqlalchemy.exc import IntegrityError

from journal.server import schema
from journal.server.accounts import NewCredential, credential_row
from journal.server.guard import Strict, json_body
from journal.server.inventions import recognise
from journal.server.principal import me
from journal.server.problems import Problem
from journal.server.proof import proved
from journal.server.state import database

_credential, _session = schema.credential, schema.session

bp = Blueprint("credentials", __name__, url_prefix="/api/v1")


class Replacement(Strict, frozen=True):
    """The new credentials, at most one of each kind: each takes the place of the account's present one of its kind."""

    credentials: Annotated[list[NewCredential], msgspec.Meta(min_length=1, max_length=2)]


def register(app: Flask) -> None:
    """Add the endpoint."""
    app.register_blueprint(bp)


@bp.put("/credentials")
@login_required
@proved
@json_body(Replacement, 2_048)
def replace_credentials(replacement: Replacement) -> tuple[Response, int]:
    """All of them in one transaction, which also ends the account's other sessions."""
    rows = [credential_row(one) | {"account": me.account} for one in replacement.credentials]
    kinds = {row["kind"] for row in rows}
    if len(kinds) != len(rows):
        raise Problem("invalid", "At most one credential of each kind can be replaced.")
    # As at sign-up: an id of our own making is taken as much as a real one.
    if any(recognise(row["id"]) for row in rows):
        raise Problem("invalid", "This id is taken.")
    present = (_credential.c.account == me.account) & _credential.c.kind.in_(kinds)
    others = (_session.c.account == me.account) & (_session.c.id != me.session)
    try:
        with database().write() as connection:
            # Fewer: another device replaced them after this one had proved itself with what stood there before.
            if connection.execute(delete(_credential).where(present)).rowcount != len(kinds):
                raise Problem("proof-needed")
            connection.execute(insert(_credential), rows)
            connection.execute(delete(_session).where(others))
    except IntegrityError:
        raise Problem("invalid", "This id is taken.") from None
    return Response(status=204), 204
