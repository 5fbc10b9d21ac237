"""`GET /position`: a stream that says how far the account's feed reaches, as often as that changes, and nothing else.

The server program keeps the connection without a thread (`serving/listeners.py`). A push tells whoever listens in the same
process; what other processes and the operator's commands did, and which sessions have ended, `look` finds within seconds.
"""

from collections.abc import Iterable

from flask import Blueprint, Flask, Response, request
from flask_login import login_required
from sqlalchemy import bindparam, select

from journal.server import principal, schema
from journal.server.access_log import network
from journal.server.principal import me
from journal.server.problems import Problem
from journal.server.serving.listeners import ENVIRON, LISTENER, Listener, Listeners
from journal.server.state import database

AT_ONCE = 500
"""Sessions in one question to the database."""

_session, _account = schema.session, schema.account
_STANDING = (
    select(_session.c.id, _session.c.created, _session.c.seen, _account.c.position)
    .join(_account, _account.c.id == _session.c.account)
    .where(_session.c.id.in_(bindparam("sessions", expanding=True)))
)

bp = Blueprint("position", __name__, url_prefix="/api/v1")


def register(app: Flask) -> None:
    """Add the endpoint."""
    app.register_blueprint(bp)


@bp.get("/position")
@login_required
def follow_position() -> Response:
    """The newest place in the account's feed, and each that follows; without our server program the first alone."""
    listener = _listener()
    # Read when nothing that follows can be missed any more.
    position = _places([me.session]).get(me.session)
    if position is None:
        raise Problem("sign-in-needed")
    first = f"data: {position}\n\n"
    response = Response([first] if listener is None else iter([first]))
    response.content_type = "text/event-stream"
    response.headers["X-Accel-Buffering"] = "no"  # nginx hands on what comes as it comes
    if listener:
        listener.told = position
    return response


def tell(places: dict[int, int]) -> None:
    """The accounts that the push of this request has brought to these places hear of it, but for the session that made it."""
    listeners = _listeners()
    if listeners:
        listeners.tell(places, besides=me.session)


def look(app: Flask, listeners: Listeners) -> None:
    """Find what came about elsewhere: places that other processes gave out, and sessions that have ended."""
    asked = sorted(listeners.sessions())
    with app.app_context():
        for at in range(0, len(asked), AT_ONCE):
            some = asked[at : at + AT_ONCE]
            listeners.compare(some, _places(some))


def _listeners() -> Listeners | None:
    return request.environ.get(ENVIRON)


def _listener() -> Listener | None:
    """Whose connection stays open; None where nobody keeps it. Refuses with too-many."""
    listeners = _listeners()
    if listeners is None or request.method != "GET":
        return None
    listener = listeners.add(network(), me.account, me.session)
    if listener is None:
        raise Problem("too-many", retry_after=300)
    # The server program lets go of it, also where this request is refused after all.
    request.environ[LISTENER] = listener
    return listener


def _places(sessions: Iterable[bytes]) -> dict[bytes, int]:
    """The places of the accounts of those sessions that hold."""
    with database().read() as connection:
        found = connection.execute(_STANDING, {"sessions": list(sessions)}).all()
    return {row.id: row.position for row in found if principal.alive(row)}
