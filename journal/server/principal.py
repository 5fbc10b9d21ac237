"""Who is asking: the session table behind the cookie, and Flask-Login in front of it.

The cookie holds 32 random bytes; the table holds their hash, so that a stolen database opens no session. A session
ends 30 days after it was last seen and 90 days after it began: the journal itself is locked on the device by its
own rules, and a person who writes once a week should not be asked for a kit code.
"""

import os
from datetime import UTC, datetime
from typing import Any

from flask import Flask, Request, Response, request
from flask_login import LoginManager, UserMixin, current_user
from sqlalchemy import Connection, bindparam, delete, insert, select, update

from journal.server import schema
from journal.server.prepared import Prepared
from journal.server.problems import Problem
from journal.server.serving.requests import KNOWN
from journal.server.state import database, now
from journal.wire.encoding import b64_decode, b64_encode, h
from journal.wire.errors import Malformed

SLIDING = 30 * 86_400
ABSOLUTE = 90 * 86_400
SEEN_EVERY = 3_600
"""Seconds between two notes of when a session was seen: most requests write nothing."""

TOKEN = 32


class Principal(UserMixin):
    """The account behind a session that holds."""

    def __init__(self, row: Any) -> None:
        self.account: int = row.account
        self.id_pk: bytes = row.id_pk
        self.session: bytes = row.id

    def get_id(self) -> str:
        """Flask-Login's word for the account; never stored."""
        return str(self.account)


me: Principal = current_user
"""The principal of the running request, behind `login_required`."""

_session = schema.session
_LOAD = Prepared(
    select(
        _session.c.id,
        _session.c.account,
        _session.c.created,
        _session.c.seen,
        schema.account.c.id_pk,
        schema.account.c.seen.label("account_seen"),
    )
    .join(schema.account, schema.account.c.id == _session.c.account)
    .where(_session.c.token_hash == bindparam("token_hash"))
)


def register(app: Flask) -> None:
    """Load the principal from the cookie; say sign-in-needed where there is none."""
    manager = LoginManager(app)
    # Off: it would tie a session to the network address and sign out every phone that moves.
    manager.session_protection = None
    manager.request_loader(_load)

    @manager.unauthorized_handler
    def needed() -> None:
        raise Problem("sign-in-needed")


def cookie_name() -> str:
    """Browsers keep a `__Host-` cookie to HTTPS, to this host, and to cookies this host set itself."""
    return "__Host-session" if request.is_secure else "session"


def begin_session(connection: Connection, account: int) -> str:
    """A new session of the account: its token, to be set with `set_cookie` after the transaction."""
    token, at = os.urandom(TOKEN), now()
    delete_dead_sessions(connection, account)
    _note_month(connection, account, at)
    connection.execute(
        insert(_session),
        {
            "token_hash": h(token),
            "id": os.urandom(16),
            "account": account,
            "created": at,
            "seen": at,
        },
    )
    return b64_encode(token)


def set_cookie(response: Response, token: str) -> Response:
    """Hand the session to the browser. It may keep it for the longest time; the table decides."""
    response.set_cookie(
        cookie_name(),
        token,
        max_age=ABSOLUTE,
        secure=request.is_secure,
        httponly=True,
        samesite="Lax",
    )
    return response


def clear_cookie(response: Response) -> Response:
    """Take the session from the browser."""
    response.delete_cookie(cookie_name(), secure=request.is_secure, httponly=True, samesite="Lax")
    return response


def delete_dead_sessions(connection: Connection, account: int | None = None) -> None:
    """Remove sessions past their time, of one account or of all."""
    dead = (_session.c.seen < now() - SLIDING) | (_session.c.created < now() - ABSOLUTE)
    if account is not None:
        dead &= _session.c.account == account
    connection.execute(delete(_session).where(dead))


def alive(row: Any) -> bool:
    """Whether a session row still holds."""
    at = now()
    return bool(row.seen >= at - SLIDING and row.created >= at - ABSOLUTE)


def _load(request: Request) -> Principal | None:
    try:
        token_hash = h(b64_decode(request.cookies.get(cookie_name(), ""), TOKEN))
    except Malformed:
        return None
    with database().read() as connection:
        row = _LOAD.first(connection, {"token_hash": token_hash})
    if row is None or not alive(row):
        return None
    request.environ[KNOWN] = True
    if row.seen < now() - SEEN_EVERY:
        with database().write() as connection:
            connection.execute(
                update(_session).where(_session.c.token_hash == token_hash).values(seen=now())
            )
            if row.account_seen != month_of(now()):
                _note_month(connection, row.account, now())
    return Principal(row)


def month_of(seconds: int, months_before: int = 0) -> int:
    """The first second of the month in which a second lies, UTC, or of an earlier month."""
    at = datetime.fromtimestamp(seconds, UTC)
    years, month = divmod(at.year * 12 + at.month - 1 - months_before, 12)
    return int(datetime(years, month + 1, 1, tzinfo=UTC).timestamp())


def _note_month(connection: Connection, account: int, at: int) -> None:
    table = schema.account
    connection.execute(update(table).where(table.c.id == account).values(seen=month_of(at)))
