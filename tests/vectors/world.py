"""The fixed people, keys and records that the vectors are about. Every secret is H of its own name."""

import hashlib
import json
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from journal.protocol.box import box, open_box
from journal.protocol.captures import open_capture, seal_capture
from journal.protocol.credentials import (
    Credential,
    kit_secret,
    make_credential,
    password_parameters,
    password_secret,
    pepper,
)
from journal.protocol.grants import open_grant, seal_grant
from journal.protocol.items import CekSource
from journal.protocol.keys import Identity, KemKey
from journal.protocol.ring import Contact, Epoch, LogHead, OpenInvite, Ring
from journal.wire.bundles import build_bundle
from journal.wire.encoding import b64_decode, b64_encode
from journal.wire.errors import ProtocolError
from journal.wire.ids import log_id
from journal.wire.rows import Row

HERE = Path(__file__).parent
ORIGIN = "http://localhost:8000"
HANDLE = "ana.m@example.org"
PASSPHRASE = "lamp river seven quiet maple door"


def secret(name: str, length: int = 32) -> bytes:
    """The fixed secret of that name."""
    return hashlib.shake_256(b"afterglow test vector: " + name.encode()).digest(length)


def fixed_randomness() -> None:
    """From here on `secrets.token_bytes` answers the same bytes in every run. For generating vectors only."""
    stream = _numbered("randomness")
    secrets.token_bytes = lambda nbytes=None: next(stream)(nbytes or 32)


def _numbered(name: str) -> Iterator[Callable[[int], bytes]]:
    number = 0
    while True:
        number += 1
        yield lambda length, n=number: secret(f"{name} {n}", length)


class Person:
    """Somebody with an identity, a KEM key, a journal key, an account key and a kit."""

    def __init__(self, name: str, role: str) -> None:
        self.name, self.role = name, role
        self.seed, self.kem_seed = secret(f"{name} sign"), secret(f"{name} kem")
        self.journal, self.account_key = secret(f"{name} journal"), secret(f"{name} account")
        self.kit = secret(f"{name} kit", 20)
        self.identity, self.kem = Identity(self.seed), KemKey(self.kem_seed)
        self.public = self.identity.public
        self.bundle = self.bundle_of(self.kem, 1)

    def bundle_of(self, kem: KemKey, epoch: int) -> bytes:
        """This person's bundle with that KEM key."""
        return build_bundle(self.identity.sign, self.public, epoch, kem.public)

    def cek(self, item: bytes, rev: bytes) -> bytes:
        """Content key of one revision of theirs."""
        return CekSource(self.journal).cek(item, rev)

    def log_to(self, other: "Person") -> bytes:
        """Id of the log from this person to another."""
        return log_id(self.public, other.public)


PATIENT = Person("ana", "patient")
THERAPIST = Person("bo", "therapist")
STRANGER = Person("cy", "therapist")
PEOPLE = (PATIENT, THERAPIST, STRANGER)


def ring_of(person: Person, *contacts: Person) -> Ring:
    """A ring with those contacts, one open invite and one head."""
    return Ring(
        sign=person.seed,
        kem=(Epoch(1, person.kem_seed),),
        journal=(Epoch(1, person.journal), Epoch(2, secret("journal 2"))),
        kit=person.kit,
        name=person.name.title(),
        role=person.role,
        contacts=tuple(
            Contact(
                one.public, one.bundle, one.name, one.role, "link", "linked", True, 1_800_000_000
            )
            for one in contacts
        ),
        invites=(OpenInvite(secret("invite id", 16), secret("invite"), 1_800_000_100),),
        heads=(LogHead(person.log_to(person), 7, secret("head")),),
    )


def password_of(person: Person) -> tuple[bytes, Credential]:
    """The x of the person's passphrase, and their credential."""
    salt = secret("salt", 16)
    x = password_secret(PASSPHRASE, pepper(person.kit), salt, HANDLE)
    parameters = password_parameters(salt)
    id = secret("password id", 16)
    return x, make_credential("password", x, id, parameters, person.public, person.account_key)


def kit_of(person: Person) -> tuple[bytes, Credential]:
    """The x of the person's kit, and their credential."""
    x, id = kit_secret(person.kit), secret("kit id", 16)
    return x, make_credential("kit", x, id, b"", person.public, person.account_key)


def kept_box(name: str, author: Person, audience: Person, rows: list[Row]) -> bytes:
    """Box of the author's keys of `rows`. HPKE cannot be repeated, so a box that still opens is kept."""
    ceks = [author.cek(row.item, row.rev) for row in rows]
    kem, pair = audience.kem, (author.public, audience.public)
    return _kept(
        name,
        lambda box: open_grant([kem], *pair, kem.digest, rows, box) == ceks,
        lambda: seal_grant(kem.public, *pair, rows, ceks),
    )


def kept_capture(name: str, person: Person, id: bytes, payload: bytes) -> bytes:
    """Capture of `payload` by whoever holds the person's device."""
    kem = person.kem
    return _kept(
        name,
        lambda box: open_capture([kem], person.public, id, kem.digest, box) == payload,
        lambda: seal_capture(kem.public, person.public, id, payload),
    )


def kept_raw(name: str, person: Person, info: bytes, plaintext: bytes) -> bytes:
    """Box of anything to the person, as nobody's reading would make it."""
    kem = person.kem
    return _kept(
        name,
        lambda data: open_box(kem, info, data) == plaintext,
        lambda: box(kem.public, info, plaintext),
    )


def _kept(name: str, opens: Callable[[bytes], bool], seals: Callable[[], bytes]) -> bytes:
    path = HERE / "boxes.json"
    boxes: dict[str, Any] = json.loads(path.read_text()) if path.exists() else {}
    try:
        box = b64_decode(boxes.get(name))
        if opens(box):
            return box
    except ProtocolError:
        pass
    box = seals()
    boxes[name] = b64_encode(box)
    path.write_text(json.dumps(boxes, indent=1) + "\n")
    return box
