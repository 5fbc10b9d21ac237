"""Answers about credentials that do not exist: the same whenever, and however, somebody asks for them."""

import hmac
from typing import NamedTuple

from flask import current_app

from journal.server.secret import keyed

PARAMETERS = {"password": 17, "kit": 0}
"""Length of a credential's parameters by kind."""

_HALF = 8


class Invention(NamedTuple):
    """A credential's id, kind and parameters."""

    id: bytes
    kind: str
    parameters: bytes


def invent(handle: str, kind: str) -> Invention:
    """What a handle without an account is answered."""
    return _of(keyed(_secret(), "id", handle, kind)[:_HALF], kind)


def recognise(id: bytes) -> Invention | None:
    """The invention that has this id. Its second half is made of the first, so that nothing has to be remembered."""
    inventions = [_of(id[:_HALF], kind) for kind in PARAMETERS]
    return next((one for one in inventions if hmac.compare_digest(one.id, id)), None)


def _of(seed: bytes, kind: str) -> Invention:
    secret = _secret()
    mark = keyed(secret, "mark", seed.hex(), kind)[:_HALF]
    salt = keyed(secret, "salt", seed.hex())[: PARAMETERS["password"] - 1]
    return Invention(seed + mark, kind, b"\1" + salt if kind == "password" else b"")


def _secret() -> bytes:
    secret: bytes = current_app.config["SECRET_KEY"]
    return secret
