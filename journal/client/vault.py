"""Where keys and plaintext meet: unlocking, sealing, opening, sharing. Everything that leaves is sealed or signed."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from journal.client import documents
from journal.client.documents import Payload
from journal.client.errors import UNREADABLE, ClientError
from journal.client.login import LoginKey
from journal.client.plan import Link
from journal.client.store import Revision, Store
from journal.protocol import credentials
from journal.protocol.devices import seal_device
from journal.protocol.grants import open_grant, seal_grant
from journal.protocol.items import CekSource, open_item, seal_item
from journal.protocol.kdf import kdf
from journal.protocol.keys import Identity, KemKey, generate_secret
from journal.protocol.padding import pad, unpad
from journal.protocol.ring import (
    Contact,
    LogHead,
    Ring,
    open_ring,
    rebase_ring,
    ring_from_json,
    ring_to_json,
    seal_ring,
)
from journal.protocol.seal import open_sealed, seal
from journal.wire.bundles import parse_bundle
from journal.wire.encoding import b64_encode, build_json, h, lbl, parse_json, parse_payload
from journal.wire.errors import Malformed, ProtocolError, WrongKey
from journal.wire.headers import Head
from journal.wire.ids import conflict_item, conflict_rev, log_id
from journal.wire.limits import ID
from journal.wire.records import Content, grant_content, parse_content, plain_content, put_content
from journal.wire.rows import Row, row_of

PACK = 1_024
"""Entries of one sealed pack of the summary."""
PACKS = 64
"""So many packs before they are written anew as few."""

Shown = dict[tuple[bytes, bytes], bytes]
"""(author, item) → the revision that is shown."""


class Listed(NamedTuple):
    """One item of the list. `document` is its summary; None where it cannot be shown, and `problem` says why."""

    author: bytes
    item: bytes
    rev: bytes
    document: Payload | None
    problem: str | None = None


class Device(NamedTuple):
    """What a device that signed in keeps, so that the passphrase alone unlocks it."""

    handle: str
    id_pk: bytes
    id: bytes
    kind: str
    parameters: bytes
    wrapped: bytes
    pepper: bytes


class Vault:
    """The unlocked secrets of one profile: `unlock` opens one, `account.py` makes one."""

    def __init__(
        self, store: Store, account_key: bytes, ring: Ring, generation: int, x: bytes
    ) -> None:
        self._store = store
        self._account_key = account_key
        self._x = x
        self._published = ring
        self.generation = generation
        self.identity = Identity(ring.sign)
        self.me = self.identity.public
        self._opened: dict[tuple[bytes, int], list[bytes]] = {}
        self._summary: dict[tuple[bytes, bytes], Payload] | None = None
        self._fresh: list[tuple[bytes, bytes]] = []
        self._packs = 0
        self._set(ring)

    def _set(self, ring: Ring) -> None:
        self.ring = ring
        self.kems = [KemKey(one.secret) for one in ring.kem]
        self._ceks = {one.epoch: CekSource(one.secret) for one in ring.journal}
        self.epoch = max(self._ceks)

    @classmethod
    def unlock(cls, store: Store, passphrase: str) -> "Vault":
        """The vault of a profile. Works offline. Raises ClientError: not signed in, or another passphrase."""
        device = load_device(store)
        salt = credentials.parse_password_parameters(device.parameters)
        try:
            x = credentials.password_secret(passphrase, device.pepper, salt, device.handle)
            account_key = open_wrapped(device, x)
        except (WrongKey, Malformed) as error:
            raise ClientError("wrong-passphrase", "That is not the passphrase.") from error
        ring, published, generation = _kept_ring(store, account_key)
        vault = cls(store, account_key, published, generation, x)
        vault._set(ring)
        return vault

    def reload(self) -> None:
        """Believe what the profile says: after a transaction that did not hold."""
        ring, self._published, self.generation = _kept_ring(self._store, self._account_key)
        self._set(ring)

    @property
    def account_key(self) -> bytes:
        """A, for a new credential that is to open it."""
        return self._account_key

    @property
    def login_key(self) -> LoginKey:
        """Of the credential that this device signs in with."""
        return LoginKey(load_device(self._store).id, self._x)

    def save(self) -> None:
        """Keep the ring as it is now, and as it was published last, sealed. Wants `store.write()` around it."""
        rings = {"ring": ring_to_json(self.ring), "published": ring_to_json(self._published)}
        value = rings | {"generation": self.generation}
        key = kdf(self._account_key, "local", b"ring")
        self._store.put("ring", seal(key, _LOCAL, pad(build_json(value))))

    def change(self, ring: Ring) -> None:
        """Take a ring this device has changed. The caller queues it."""
        self._set(ring)
        self.save()

    def take_ring(self, generation: int, sealed: bytes, waiting: bool) -> Ring:
        """A `ring` record of this account, as it stands there: adopted, or merged under what waits here to be published."""
        ring = open_ring(self._account_key, self.me, generation, sealed)
        if generation <= self.generation:
            return ring
        self.generation = generation
        self._set(rebase_ring(self._published, self.ring, ring) if waiting else ring)
        self._published = ring
        self.save()
        return ring

    def local(self, name: str, data: bytes) -> bytes:
        """Something of this device only, sealed."""
        return seal(kdf(self._account_key, "local", name.encode()), _LOCAL, data)

    def open_local(self, name: str, sealed: bytes) -> bytes:
        """What `local` sealed."""
        return open_sealed(kdf(self._account_key, "local", name.encode()), _LOCAL, sealed)

    # Own items.

    def seal_revision(self, document: Payload, item: bytes | None, prev: bytes | None) -> Row:
        """A new revision of an item, or of a new one, sealed under the newest epoch."""
        item, rev = item or generate_secret(ID), generate_secret(ID)
        document["prev"] = b64_encode(prev) if prev else None
        cek = self._ceks[self.epoch].cek(item, rev)
        return row_of(item, rev, seal_item(cek, self.me, item, rev, document))

    def fork(self, item: bytes, rev: bytes, current: bytes) -> Row | None:
        """The conflict copy of an own revision that lost against `current`; None where both say the same."""
        lost, found = self.open(self.me, rev), self._try(current)
        if found is not None and documents.equal(lost, found):
            return None
        copy, name = conflict_item(item, rev), conflict_rev(item, rev)
        payload = documents.conflict_copy(lost, b64_encode(item), b64_encode(rev))
        cek = self._ceks[self.epoch].cek(copy, name)
        return row_of(copy, name, seal_item(cek, self.me, copy, name, payload))

    def _try(self, rev: bytes) -> Payload | None:
        try:
            return self.open(self.me, rev)
        except (ProtocolError, ClientError):
            return None

    # Opening.

    def open(self, author: bytes, rev: bytes) -> Payload:
        """Payload of a revision of one's own or of one granted. Raises ProtocolError, or ClientError where it is missing."""
        revision, body = self._store.revision(author, rev), self._store.body(author, rev)
        if revision is None or body is None:
            raise ClientError("missing", "The server did not give what stands here.")
        return self._open(revision, body)

    def _open(self, revision: Revision, body: bytes) -> Payload:
        cek = self._cek(revision)
        return open_item(cek, revision.author, revision.item, revision.rev, body)

    def _cek(self, revision: Revision) -> bytes:
        if revision.author != self.me:
            return self._granted(revision)
        source = self._ceks.get(revision.epoch)
        if source is None:
            raise WrongKey("an epoch whose key is not in the ring")
        return source.cek(revision.item, revision.rev)

    def _granted(self, revision: Revision) -> bytes:
        log, seq = log_id(revision.author, self.me), revision.seq or 0
        if (log, seq) not in self._opened:
            record = next(self._store.records(log, seq))
            content, header = parse_content(record), record.header
            self._opened[log, seq] = open_grant(
                self.kems, header.author, self.me, header.kem, content.rows, content.box
            )
        return self._opened[log, seq][revision.place or 0]

    # The list.

    def absorb(self, epoch: int, rows: Iterable[Row]) -> None:
        """Own revisions that have just come: their summary, while their bodies are at hand. What does not open is
        left for `listed` to tell.
        """
        known, source, me = self._known(), self._ceks.get(epoch), self.me
        if source is None:
            return
        for item, rev, _, body in rows:
            if body is None or (me, rev) in known:
                continue
            try:
                document = open_item(source.cek(item, rev), me, item, rev, body)
                known[me, rev] = documents.summary(document)
            except (ProtocolError, *UNREADABLE):
                continue
            self._fresh.append((me, rev))

    def listed(self, shown: Shown) -> list[Listed]:
        """Every shown item with its summary; bodies not opened before are opened once."""
        known = self._known()
        fresh = {(author, rev) for (author, _), rev in shown.items()} - known.keys()
        problems = self._open_fresh(fresh) if fresh else {}
        return [
            Listed(author, item, rev, known.get((author, rev)), problems.get((author, rev)))
            for (author, item), rev in shown.items()
        ]

    def _known(self) -> dict[tuple[bytes, bytes], Payload]:
        if self._summary is None:
            self._summary = {}
            for sealed in self._store.packs():
                self._packs += 1
                for author, rev, document in parse_payload(self.open_local("pack", sealed))["pack"]:
                    self._summary[bytes.fromhex(author), bytes.fromhex(rev)] = document
        return self._summary

    def _open_fresh(self, fresh: set[tuple[bytes, bytes]]) -> dict[tuple[bytes, bytes], str]:
        known = self._known()
        problems = dict.fromkeys(fresh, "missing")
        for revision, body in self._bodies(fresh):
            key = revision.author, revision.rev
            try:
                known[key] = documents.summary(self._open(revision, body))
            except ProtocolError as error:
                problems[key] = error.kind
                continue
            except UNREADABLE:
                problems[key] = "malformed"
                continue
            del problems[key]
            self._fresh.append(key)
        return problems

    def _bodies(self, fresh: set[tuple[bytes, bytes]]) -> Iterable[tuple[Revision, bytes]]:
        if len(fresh) > PACK:
            for revision, body in self._store.revisions():
                if body is not None and (revision.author, revision.rev) in fresh:
                    yield revision, body
            return
        for author, rev in fresh:
            found, body = self._store.revision(author, rev), self._store.body(author, rev)
            if found and body is not None:
                yield found, body

    def keep_summary(self) -> None:
        """Keep what was opened, sealed, so that the next start need not open it again."""
        known, keys = self._known(), self._fresh
        if not keys:
            return
        with self._store.write():
            if self._packs >= PACKS:
                self._store.drop_packs()
                self._packs, keys = 0, list(known)
            for start in range(0, len(keys), PACK):
                rows = [[a.hex(), r.hex(), known[a, r]] for a, r in keys[start : start + PACK]]
                self._store.add_pack(self.local("pack", build_json({"pack": rows})))
                self._packs += 1
        self._fresh = []

    # Records.

    def contact(self, id_pk: bytes) -> Contact:
        """A pinned person. Raises ClientError for anybody else."""
        contact = self.ring.contact(id_pk)
        if contact is None:
            raise ClientError("not-linked", "That person is not linked with you.")
        return contact

    def contact_of(self, log: bytes) -> Contact:
        """The audience of an own pair log."""
        for contact in self.ring.contacts:
            if log_id(self.me, contact.id_pk) == log:
                return contact
        raise ClientError("not-linked", "That person is not linked with you.")

    def content(
        self, link: Link, head: Head, named: Sequence[Revision], device: tuple[str, int]
    ) -> tuple[Content, dict[str, Any]]:
        """What the record of a link carries, rows in digest form, and the members of its header.

        `named` are the revisions that a put or grant speaks of; `device` is this device's name and when it signed in.
        """
        items = [op.item for op in link.ops]
        match link.kind:
            case "put":
                return put_content([one.row for one in named]), {"epoch": named[0].epoch}
            case "del":
                return Content(), {"items": items, "revs": [op.base for op in link.ops]}
            case "revoke":
                return Content(), {"items": items}
            case "grant":
                return self._grant(self.contact_of(link.log), named)
            case "ring":
                generation, ring = head.generation + 1, self._ring_to_publish()
                sealed = seal_ring(self._account_key, self.me, generation, ring)
                return plain_content(sealed), {"generation": generation}
            case "device":
                return plain_content(seal_device(self._account_key, self.me, *device)), {}
            case "ack":
                peer = self._store.log(self.contact_of(link.log).id_pk, self.me).head
                return Content(), {"peer_seq": peer.seq, "peer_hash": peer.hash}
        return Content(), {}

    def _grant(self, contact: Contact, named: Sequence[Revision]) -> tuple[Content, dict[str, Any]]:
        bundle = parse_bundle(contact.bundle)
        rows, ceks = [one.row for one in named], [self._cek(one) for one in named]
        box = seal_grant(bundle.kem_pk, self.me, contact.id_pk, rows, ceks)
        return grant_content(rows, box), {"kem": h(bundle.kem_pk)}

    def _ring_to_publish(self) -> Ring:
        heads = tuple(
            LogHead(id, log.head.seq, log.head.hash)
            for id, log in self._store.logs().items()
            if log.head.seq
        )
        return replace(self.ring, heads=heads)

    def published(self, generation: int, sealed: bytes) -> None:
        """A ring this device linked stands in the log now."""
        if generation > self.generation:
            self.generation = generation
            self._published = open_ring(self._account_key, self.me, generation, sealed)
            self.save()


_LOCAL = lbl("local")


def load_device(store: Store) -> Device:
    """What this device keeps of its account. Raises ClientError where nobody has signed in."""
    values = [store.get(name) for name in Device._fields]
    if None in values:
        raise ClientError("signed-out", "Nobody has signed in on this device.")
    handle, id_pk, id, kind, *rest = (value or b"" for value in values)
    return Device(handle.decode(), id_pk, id, kind.decode(), *rest)


def save_device(store: Store, device: Device) -> None:
    """Keep what unlocking needs. Wants `store.write()` around it."""
    for name, value in device._asdict().items():
        store.put(name, value.encode() if isinstance(value, str) else value)


def _kept_ring(store: Store, account_key: bytes) -> tuple[Ring, Ring, int]:
    sealed = store.get("ring") or b""
    value = parse_json(unpad(open_sealed(kdf(account_key, "local", b"ring"), _LOCAL, sealed)))
    return ring_from_json(value["ring"]), ring_from_json(value["published"]), value["generation"]


def open_wrapped(device: Device, x: bytes) -> bytes:
    """A out of the device's credential. Raises WrongKey for another x."""
    return credentials.open_account_key(
        device.kind, x, device.id, device.parameters, device.id_pk, device.wrapped
    )
