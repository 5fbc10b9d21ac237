"""Invites (`docs/protocol.md` section 7). The secret s travels in a link's fragment and never to a server."""

import re
from typing import NamedTuple

from journal.protocol.kdf import kdf
from journal.protocol.keys import Identity
from journal.protocol.padding import pad, unpad
from journal.protocol.seal import open_sealed, seal
from journal.wire.bundles import Bundle, parse_bundle
from journal.wire.encoding import (
    b64_decode,
    b64_encode,
    build_json,
    h,
    integer,
    lbl,
    members,
    parse_json,
    text,
)
from journal.wire.errors import Malformed, Tampered, Unsupported
from journal.wire.limits import BUNDLE, ID, PUBLIC_KEY, SIGNATURE
from journal.wire.signatures import check_public_key, verify

SECRET = 32
ROLES = ("patient", "therapist")

_LINK = re.compile(r"(https?://[^/?#\s]+)/i#(\d+)\.([^.]+)\.([^.]+)\Z")


class Link(NamedTuple):
    """What an invite link holds: the server's origin, the inviter's id_pk, the secret s."""

    origin: str
    inviter: bytes
    secret: bytes


class Offer(NamedTuple):
    """What an invitee learns of the inviter. `expires` in seconds since 1970."""

    bundle: Bundle
    name: str
    role: str
    expires: int


class Answer(NamedTuple):
    """What an inviter learns of the invitee."""

    bundle: Bundle
    name: str
    role: str


def invite_id(secret: bytes) -> bytes:
    """Id of the invite with secret s: 16 bytes."""
    return h(lbl("invite", secret))[:ID]


def build_link(origin: str, inviter: bytes, secret: bytes) -> str:
    """The link an inviter shows or sends with their own app."""
    return f"{origin}/i#1.{b64_encode(inviter)}.{b64_encode(secret)}"


def parse_link(link: str) -> Link:
    """The parts of an invite link. Raises Malformed, or Unsupported for another version."""
    match = _LINK.match(link.strip())
    if not match:
        raise Malformed("not an invite link")
    origin, version, inviter, secret = match.groups()
    if version != "1":
        raise Unsupported(f"an invite of version {version}")
    inviter_pk = check_public_key(b64_decode(inviter, PUBLIC_KEY))
    return Link(origin, inviter_pk, b64_decode(secret, SECRET))


def seal_offer(secret: bytes, bundle: bytes, name: str, role: str, expires: int) -> bytes:
    """The offer an inviter leaves on the server."""
    value = {"v": 1, "bundle": b64_encode(bundle), "name": name, "role": role, "expires": expires}
    return seal(kdf(secret, "offer"), _offer_context(secret), pad(build_json(value)))


def open_offer(secret: bytes, inviter: bytes, sealed: bytes) -> Offer:
    """The offer, if it is by the `inviter` (id_pk) of the link.

    Raises Tampered for somebody else's bundle or a signature that does not hold, and what
    `open_sealed` and `unpad` raise.
    """
    plaintext = unpad(open_sealed(kdf(secret, "offer"), _offer_context(secret), sealed))
    value = _members(plaintext, "expires")
    bundle = parse_bundle(b64_decode(value["bundle"], BUNDLE))
    if bundle.id_pk != inviter:
        raise Tampered("the offer is not by the person of the link")
    return Offer(bundle, text(value["name"]), _role(value), integer(value["expires"]))


def seal_answer(
    secret: bytes,
    inviter: bytes,
    invitee: Identity,
    bundle: bytes,
    name: str,
    role: str,
) -> bytes:
    """The answer of `invitee` to the invite of `inviter` (id_pk)."""
    signature = invitee.sign("accept", inviter, invitee.public, invite_id(secret))
    value = {
        "v": 1,
        "bundle": b64_encode(bundle),
        "name": name,
        "role": role,
        "signature": b64_encode(signature),
    }
    context = _answer_context(secret, inviter)
    return seal(kdf(secret, "accept"), context, pad(build_json(value)))


def open_answer(secret: bytes, inviter: bytes, sealed: bytes) -> Answer:
    """The answer to one's own invite, bundle and signature verified.

    Raises Tampered where one of them does not hold, and what `open_sealed` and `unpad` raise.
    """
    context = _answer_context(secret, inviter)
    value = _members(unpad(open_sealed(kdf(secret, "accept"), context, sealed)), "signature")
    bundle = parse_bundle(b64_decode(value["bundle"], BUNDLE))
    signature = b64_decode(value["signature"], SIGNATURE)
    verify(bundle.id_pk, signature, "accept", inviter, bundle.id_pk, invite_id(secret))
    return Answer(bundle, text(value["name"]), _role(value))


def _offer_context(secret: bytes) -> bytes:
    return lbl("offer", invite_id(secret))


def _answer_context(secret: bytes, inviter: bytes) -> bytes:
    return lbl("accept", inviter, invite_id(secret))


def _members(plaintext: bytes, last: str) -> dict[str, object]:
    value = members(parse_json(plaintext), ("v", "bundle", "name", "role", last))
    if value["v"] != 1:
        raise Unsupported("an invite of another version")
    return value


def _role(value: dict[str, object]) -> str:
    if value["role"] not in ROLES:
        raise Malformed("a role nobody has")
    return text(value["role"])
