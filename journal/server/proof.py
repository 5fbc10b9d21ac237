"""What changes who gets in wants more than a session: the answer to a fresh challenge. See `docs/protocol.md` section 3.

A session can be stolen; the login key is derived anew from the passphrase or the kit each time. What is signed names
the method, the path and the body, so that an answer does this one thing and nothing else.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import request
from sqlalchemy import select

from journal.server import schema
from journal.server.guard import b64_field
from journal.server.principal import me
from journal.server.problems import Problem
from journal.server.sessions import CHALLENGE, NOBODY, spend
from journal.server.state import database, origin
from journal.wire.encoding import h
from journal.wire.errors import ProtocolError
from journal.wire.limits import ID, SIGNATURE
from journal.wire.signatures import verify

HEADER = "Afterglow-Proof"
_LENGTHS = (ID, CHALLENGE, SIGNATURE)

View = Callable[..., Any]


def proved(view: View) -> View:
    """Runs the view only where the request carries a proof. Stands below `login_required`, above `json_body`.

    Whatever is wrong with the proof, the refusal is the same `proof-needed`.
    """
    return _checking(view, None)


def proved_by(kind: str) -> Callable[[View], View]:
    """As `proved`, by a credential of one kind."""
    return lambda view: _checking(view, kind)


def _checking(view: View, kind: str | None) -> View:
    @wraps(view)
    def check(**path: Any) -> Any:
        _require_proof(kind)
        return view(**path)

    return check


def _require_proof(kind: str | None) -> None:
    """Raises Problem unless a credential of this session's account, of that kind, has signed this very request."""
    id, challenge, signature = _proof()
    # Spent first, and for good: a failure below must not bring it back.
    fresh = spend(id, challenge)
    credential = schema.credential
    mine = (credential.c.id == id) & (credential.c.account == me.account)
    if kind:
        mine &= credential.c.kind == kind
    with database().read() as connection:
        verifier = connection.scalar(select(credential.c.verifier).where(mine))
    act = f"{request.method} {request.path}".encode()
    signed = (origin().encode(), id, challenge, act, h(request.get_data()))
    try:
        verify(verifier or NOBODY, signature, "prove", *signed)
    except ProtocolError:
        raise Problem("proof-needed") from None
    if not verifier or not fresh:
        raise Problem("proof-needed")


def _proof() -> tuple[bytes, bytes, bytes]:
    parts = request.headers.get(HEADER, "").split(".")
    try:
        id, challenge, signature = (
            b64_field(part, length) for part, length in zip(parts, _LENGTHS, strict=True)
        )
    except (Problem, ValueError):
        raise Problem("proof-needed") from None
    return id, challenge, signature
