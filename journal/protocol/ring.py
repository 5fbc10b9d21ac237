"""The ring (`docs/protocol.md` section 2): every secret of an account but A, sealed under A."""

from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from journal.protocol.invites import ROLES
from journal.protocol.kdf import kdf
from journal.protocol.keys import Identity
from journal.protocol.kit import KIT
from journal.protocol.padding import pad, padded_length, unpad
from journal.protocol.seal import open_sealed, seal, sealed_length
from journal.wire.bundles import read_bundle
from journal.wire.encoding import (
    b64_decode,
    b64_encode,
    build_json,
    integer,
    lbl,
    members,
    parse_json,
    text,
    u32be,
)
from journal.wire.errors import Malformed, Tampered, Unsupported
from journal.wire.limits import BUNDLE, DIGEST, ID, PUBLIC_KEY, RING, U32

VERIFIED = ("link", "in_person")
STATES = ("waiting", "linked", "closed")
RESERVE = 16_384
"""Bytes that stay free for whoever is linked last: a contact with the heads of both logs takes some 2,100."""


class Epoch(NamedTuple):
    """A KEM seed or a journal key (32 bytes) and the epoch it belongs to, from 1."""

    epoch: int
    secret: bytes


class Contact(NamedTuple):
    """A pinned person. `dosing`: they may see dosing sessions; `since` in seconds since 1970."""

    id_pk: bytes
    bundle: bytes
    name: str
    role: str
    verified: str
    state: str
    dosing: bool
    since: int


class OpenInvite(NamedTuple):
    """An invite of one's own that may still be answered; `expires` in seconds since 1970."""

    id: bytes
    secret: bytes
    expires: int


class LogHead(NamedTuple):
    """The head of a log as this account knew it."""

    log: bytes
    seq: int
    hash: bytes


@dataclass(frozen=True)
class Ring:
    """Everything `docs/protocol.md` section 2 puts into the ring."""

    sign: bytes
    kem: tuple[Epoch, ...]
    journal: tuple[Epoch, ...]
    kit: bytes
    name: str
    role: str
    contacts: tuple[Contact, ...] = ()
    invites: tuple[OpenInvite, ...] = ()
    heads: tuple[LogHead, ...] = field(default=())

    def contact(self, id_pk: bytes) -> Contact | None:
        """The pinned person with that id_pk."""
        return next((contact for contact in self.contacts if contact.id_pk == id_pk), None)

    def with_contact(self, contact: Contact) -> "Ring":
        """This ring with one element of `contacts` added or replaced as a whole."""
        return replace(self, contacts=_union(self.contacts, (contact,), "id_pk"))


def seal_ring(account_key: bytes, id_pk: bytes, generation: int, ring: Ring) -> bytes:
    """Body of the `ring` record of `generation` (from 1). Raises Malformed past 1,048,576 bytes."""
    context = lbl("ring", id_pk, u32be(generation))
    sealed = seal(kdf(account_key, "ring"), context, pad(build_json(ring_to_json(ring))))
    if len(sealed) > RING:
        raise Malformed("a ring too long to be stored")
    return sealed


def open_ring(account_key: bytes, id_pk: bytes, generation: int, sealed: bytes) -> Ring:
    """The ring of `generation`.

    Raises Tampered when its sign seed is not the identity `id_pk`, Unsupported for another version,
    and what `open_sealed` and `unpad` raise.
    """
    context = lbl("ring", id_pk, u32be(generation))
    ring = ring_from_json(parse_json(unpad(open_sealed(kdf(account_key, "ring"), context, sealed))))
    if Identity(ring.sign).public != id_pk:
        raise Tampered("a ring of somebody else")
    return ring


def has_room(ring: Ring) -> bool:
    """Whether one more person may be invited, answered or confirmed: what two devices add at once is still stored then."""
    length = len(build_json(ring_to_json(ring))) + RESERVE
    return sealed_length(padded_length(length)) <= RING


def merge_rings(earlier: Ring, later: Ring) -> Ring:
    """Both rings' epochs, contacts and invites; where both have an element, the later writer's stands.

    Of a log's heads the higher stands. Raises Tampered when they are rings of two people.
    """
    if earlier.sign != later.sign:
        raise Tampered("rings of two people")
    heads = sorted((*earlier.heads, *later.heads), key=lambda head: head.seq)
    return replace(
        later,
        kem=tuple(sorted(_union(earlier.kem, later.kem, "epoch"))),
        journal=tuple(sorted(_union(earlier.journal, later.journal, "epoch"))),
        contacts=_union(earlier.contacts, later.contacts, "id_pk"),
        invites=_union(earlier.invites, later.invites, "id"),
        heads=_union((), tuple(heads), "log"),
    )


def rebase_ring(base: Ring, mine: Ring, theirs: Ring) -> Ring:
    """What changed from `base` to `mine`, done to `theirs` instead: neither device undoes what the other changed.

    `base` is the published ring that `mine` grew from. Raises Tampered when they are rings of two people.
    """
    changed = replace(
        mine,
        name=theirs.name if mine.name == base.name else mine.name,
        kit=theirs.kit if mine.kit == base.kit else mine.kit,
        contacts=tuple(one for one in mine.contacts if one not in base.contacts),
        invites=tuple(one for one in mine.invites if one not in base.invites),
    )
    merged = merge_rings(theirs, changed)
    spent = {one.id for one in base.invites} - {one.id for one in mine.invites}
    return replace(merged, invites=tuple(one for one in merged.invites if one.id not in spent))


def _union(earlier: tuple[Any, ...], later: tuple[Any, ...], key: str) -> tuple[Any, ...]:
    return tuple({getattr(one, key): one for one in (*earlier, *later)}.values())


def ring_to_json(ring: Ring) -> dict[str, Any]:
    """The ring as the JSON value that is sealed."""
    return {
        "v": 1,
        "sign": b64_encode(ring.sign),
        "kem": [{"epoch": one.epoch, "seed": b64_encode(one.secret)} for one in ring.kem],
        "journal": [{"epoch": one.epoch, "key": b64_encode(one.secret)} for one in ring.journal],
        "kit": b64_encode(ring.kit),
        "name": ring.name,
        "role": ring.role,
        "contacts": [
            contact._asdict()
            | {"id_pk": b64_encode(contact.id_pk), "bundle": b64_encode(contact.bundle)}
            for contact in ring.contacts
        ],
        "invites": [
            {"id": b64_encode(one.id), "s": b64_encode(one.secret), "expires": one.expires}
            for one in ring.invites
        ],
        "heads": [
            {"log": b64_encode(one.log), "seq": one.seq, "hash": b64_encode(one.hash)}
            for one in ring.heads
        ],
    }


_MEMBERS = ("v", "sign", "kem", "journal", "kit", "name", "role", "contacts", "invites", "heads")


def ring_from_json(value: object) -> Ring:
    """The ring of a JSON value, every member checked and every contact's bundle verified."""
    if not isinstance(value, dict) or "v" not in value:
        raise Malformed("not a ring")
    if value["v"] != 1:
        raise Unsupported("a ring of another version")
    members(value, _MEMBERS)
    return Ring(
        sign=b64_decode(value["sign"], 32),
        kem=_epochs(value["kem"], "seed"),
        journal=_epochs(value["journal"], "key"),
        kit=b64_decode(value["kit"], KIT),
        name=text(value["name"]),
        role=_one_of(value["role"], ROLES),
        contacts=_distinct([_contact(one) for one in _list(value["contacts"])], "id_pk"),
        invites=_distinct([_invite(one) for one in _list(value["invites"])], "id"),
        heads=_distinct([_head(one) for one in _list(value["heads"])], "log"),
    )


def _epochs(value: object, secret: str) -> tuple[Epoch, ...]:
    epochs = []
    for one in _list(value):
        members(one, ("epoch", secret))
        epochs.append(Epoch(integer(one["epoch"], 1, U32), b64_decode(one[secret], 32)))
    if not epochs:
        raise Malformed("a ring without its first epoch")
    return _distinct(epochs, "epoch")


def _contact(value: object) -> Contact:
    one = members(value, Contact._fields)
    bundle = read_bundle(b64_decode(one["bundle"], BUNDLE))
    if bundle.id_pk != b64_decode(one["id_pk"], PUBLIC_KEY):
        raise Tampered("a contact with somebody else's bundle")
    if not isinstance(one["dosing"], bool):
        raise Malformed("not true or false")
    return Contact(
        id_pk=bundle.id_pk,
        bundle=bundle.data,
        name=text(one["name"]),
        role=_one_of(one["role"], ROLES),
        verified=_one_of(one["verified"], VERIFIED),
        state=_one_of(one["state"], STATES),
        dosing=one["dosing"],
        since=integer(one["since"]),
    )


def _invite(value: object) -> OpenInvite:
    one = members(value, ("id", "s", "expires"))
    return OpenInvite(b64_decode(one["id"], ID), b64_decode(one["s"], 32), integer(one["expires"]))


def _head(value: object) -> LogHead:
    one = members(value, ("log", "seq", "hash"))
    return LogHead(
        b64_decode(one["log"], ID), integer(one["seq"], 1), b64_decode(one["hash"], DIGEST)
    )


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise Malformed("not a list")
    return value


def _distinct(elements: list[Any], key: str) -> tuple[Any, ...]:
    if len({getattr(one, key) for one in elements}) != len(elements):
        raise Malformed(f"two elements with the same {key}")
    return tuple(elements)


def _one_of(value: object, allowed: tuple[str, ...]) -> str:
    if value not in allowed:
        raise Malformed(f"not one of {', '.join(allowed)}")
    return text(value)
