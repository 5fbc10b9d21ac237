"""`Client`: one account on one device, as a library. Words are kept on the device first; syncing is a call of its own.

    client = Client(folder)
    client.unlock(passphrase)           # or sign_up(…), sign_in(…)
    entry = client.write(text="…")      # durable when it returns
    client.sync()

Items and people are named by bytes (item id, id_pk).
"""

import platform
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from journal.client import access, account, clock, documents
from journal.client.documents import PLACED, Doses, Payload, Place
from journal.client.erasure import Erasure, erased_error
from journal.client.errors import ClientError, Problem, TooLong
from journal.client.outbox import Op, Outbox
from journal.client.people import People
from journal.client.round import Report
from journal.client.store import Store
from journal.client.sync import sync
from journal.client.terminal import line
from journal.client.terms import Terms
from journal.client.transport import Server
from journal.client.vault import Listed, Shown, Vault, load_device
from journal.protocol.kit import kit_to_text, text_to_kit
from journal.protocol.ring import Contact, Ring
from journal.wire.encoding import b64_decode, b64_encode, build_json, parse_json
from journal.wire.errors import Malformed, ProtocolError
from journal.wire.ids import log_id
from journal.wire.limits import ID

ON_DEVICE, BACKED_UP = "device", "backed-up"


class Entry(NamedTuple):
    """One shown item: what lists and the timeline need. `document` is its summary, None where `problem` says why not."""

    author: bytes
    item: bytes
    rev: bytes
    document: Payload
    problem: str | None
    kept: str
    happened: datetime
    """When it happened, or was written."""
    place: Place
    shared: tuple[str, ...] = ()
    """Names of the people who can see an own entry; an older revision counts."""


class Client:
    """One account on one device. `folder` is the profile."""

    def __init__(self, folder: Path) -> None:
        self.store = Store(folder)
        self.outbox = Outbox(self.store)
        self._vault: Vault | None = None
        self._server: Server | None = None

    def close(self) -> None:
        """Close profile and connection; the vault is forgotten."""
        if self._vault:
            self._vault.keep_summary()
        self._vault = None
        if self._server:
            self._server.close()
        self.store.close()

    # The account.

    def sign_up(
        self,
        server: str,
        handle: str,
        name: str,
        role: str,
        passphrase: str,
        *,
        code: str | None = None,
    ) -> str:
        """A new account; answers its kit code. `code` where the server asks for one."""
        spoken = Server(server)
        self._vault, kit = account.make_account(self.store, handle, name, role, passphrase)
        with self.store.write():
            self.store.put("server", spoken.origin.encode())
        self._server = spoken
        try:
            account.register(self.store, spoken, self._vault, code)
        except Problem:
            self._forget()
            raise
        self._keep_session()
        return kit_to_text(kit)

    def unseen_kit(self) -> str | None:
        """The kit code, while nobody has been shown it."""
        return kit_to_text(self.vault.ring.kit) if self.store.get("kit-unseen") else None

    def kit_was_seen(self) -> None:
        """The person has the kit code now."""
        with self.store.write():
            self.store.put("kit-unseen", None)

    def sign_in(self, server: str, handle: str, passphrase: str, kit_code: str) -> Report:
        """Sign this device in and fetch everything."""
        spoken = Server(server)
        self._vault = account.sign_in(self.store, spoken, handle, passphrase, kit_code)
        with self.store.write():
            self.store.put("server", spoken.origin.encode())
        self._server = spoken
        access.follow_kit(self.store, self._vault, text_to_kit(kit_code))
        self._keep_session()
        return self.sync()

    def recover(self, server: str, handle: str, kit_code: str, passphrase: str) -> Report:
        """In with the kit and a new passphrase, on a new profile or on the account's own, where what waits is kept."""
        spoken = Server(server)
        self._vault = access.recover(self.store, spoken, handle, kit_code, passphrase)
        with self.store.write():
            self.store.put("server", spoken.origin.encode())
        self._server = spoken
        self._keep_session()
        return self.sync()

    def unlock(self, passphrase: str) -> None:
        """Open the profile. Works offline; one that was chosen elsewhere meanwhile is asked for at the server."""
        try:
            self._vault = Vault.unlock(self.store, passphrase)
        except ClientError as error:
            if error.reason != "wrong-passphrase" or not self._renewed(passphrase):
                raise
            self._vault = Vault.unlock(self.store, passphrase)
            self._keep_session()
        with suppress(ClientError, ProtocolError):
            self._settle(passphrase)

    def change_passphrase(self, passphrase: str, new: str) -> None:
        """Replace the passphrase; the account's other sessions end."""
        self._settle(passphrase)
        self._vault = access.change_passphrase(self.store, self.server, passphrase, new)
        self._keep_session()

    def kit_code(self, passphrase: str) -> str:
        """The kit code, for whoever has the passphrase."""
        Vault.unlock(self.store, passphrase)
        self._settle(passphrase)
        return kit_to_text(self.vault.ring.kit)

    def new_kit(self, passphrase: str, seen: Callable[[str], None]) -> str:
        """A new kit; the old one stops working. `seen` is called with its code before it holds, and may raise."""
        Vault.unlock(self.store, passphrase)
        self._settle(passphrase)
        made = access.make_kit(self.store, self.server, self.vault, passphrase)
        code = kit_to_text(made.kit)
        seen(code)
        access.take_kit(self.store, self.server, self.vault, made)
        self._vault = Vault.unlock(self.store, passphrase)
        self._keep_session()
        return code

    def _renewed(self, passphrase: str) -> bool:
        address = self.store.get("server")
        if address is None:
            return False
        spoken = Server(address.decode())
        try:
            pepper = load_device(self.store).pepper
            renewed = access.renew(self.store, spoken, passphrase, pepper)
        except (ClientError, ProtocolError):
            renewed = False
        if renewed:
            self._server = spoken
        return renewed

    def _settle(self, passphrase: str) -> None:
        """A kit that was replaced here and cut off, or elsewhere, and that this device has not taken yet."""
        if not access.kit_is_unsettled(self.store, self.vault):
            return
        if access.settle_kit(self.store, self.server, self.vault, passphrase):
            self._vault = Vault.unlock(self.store, passphrase)
            self._keep_session()

    def lock(self) -> None:
        """Forget what was unlocked, and end this device's session on the server where that can be reached."""
        server = self._server if self._vault else None
        if self._vault:
            with suppress(ClientError):
                (server or self.server).sign_out()
            with self.store.write():
                self.store.put("session", None)
        self._vault = None

    def _forget(self) -> None:
        """An account that was never made leaves nothing."""
        with self.store.write():
            for table in ("meta", "log", "record"):
                self.store.db.execute(f"DELETE FROM {table}")  # noqa: S608
        if self._server:
            self._server.close()
        self._vault = self._server = None

    @property
    def vault(self) -> Vault:
        """The unlocked vault. Raises ClientError while locked."""
        if self._vault is None:
            raise ClientError("locked", "This profile is locked.")
        return self._vault

    @property
    def server(self) -> Server:
        """The account's server, with the session this device has."""
        if self._server is None:
            address = self.store.get("server")
            if address is None:
                raise ClientError("signed-out", "Nobody has signed in on this device.")
            session = self.store.get("session")
            cookies = parse_json(self.vault.open_local("session", session)) if session else {}
            self._server = Server(address.decode(), cookies)
        return self._server

    def _keep_session(self) -> None:
        with self.store.write():
            cookies = build_json(self.server.cookies)
            self.store.put("session", self.vault.local("session", cookies))

    @property
    def people(self) -> People:
        """Invites and linked people."""
        return People(self.store, self.server, self.vault, self.boundary, self.quiet)

    @property
    def erasure(self) -> Erasure:
        """Having this account erased."""
        return Erasure(self.store, self.server, self.vault)

    # Syncing.

    def sync(self) -> Report:
        """Pull and push. Raises Offline, Problem, Alarm or ProtocolError; what is on the device stays there."""
        if self.store.get("sign-up"):
            account.register(self.store, self.server, self.vault)
            self._keep_session()
        try:
            report = self._sync()
        except Problem as problem:
            if problem.reason != "sign-in-needed":
                raise
            self._sign_in_again()
            report = self._sync()
        return self._sync() if self._tell_boundary() else report

    def _sign_in_again(self) -> None:
        try:
            account.sign_in_again(self.server, self.vault)
        except Problem as problem:
            if error := erased_error(self.server, self.vault.me):
                raise error from problem
            if problem.reason != "sign-in-failed":
                raise
            raise access.changed_elsewhere() from problem
        self._keep_session()

    def _sync(self) -> Report:
        device = (f"{platform.system() or 'A'} terminal", int(clock.now().timestamp()))
        return sync(self.store, self.server, self.vault, device)

    def ask_again(self) -> None:
        """The next sync asks once more for words that the server has not handed out."""
        if any(one.problem == "missing" for one in self.listed()):
            with self.store.write():
                self.store.put("cursor", b"0")

    # Writing.

    def write(self, text: str = "", **members: Any) -> bytes:
        """Write an entry: `title`, `prompt`, `phase`, `dosing`, `happened` as `docs/protocol.md` section 9 has them.

        `happened` and `written` may be given as aware moments; the zone is this device's unless `zone` is given.
        """
        return self.write_many([{"text": text, **members}])[0]

    def write_as(self, item: bytes | None, **members: Any) -> bytes:
        """As `write`, under the item that was meant for it; None: a new one."""
        document = self._document(members, clock.now(), clock.zone())
        return self._put_many([(document, item, None)])[0]

    def write_many(self, entries: Iterable[dict[str, Any]]) -> list[bytes]:
        """Write many items in one transaction; each as for `write`, of kind `entry` unless `kind` says otherwise."""
        moment, zone = clock.now(), clock.zone()
        documents = [self._document(dict(members), moment, zone) for members in entries]
        return self._put_many([(one, None, None) for one in documents])

    def edit(self, item: bytes, **changes: Any) -> bytes:
        """A new revision of an own item; members nobody here knows are carried. Answers its rev. Not shared by itself."""
        rev = self._shown_own(item)
        old = self.vault.open(self.vault.me, rev)
        written = changes.pop("written", None) or clock.now()
        zone = changes.pop("zone", None) or clock.zone()
        merged = old | {"written": documents.instant(written, zone)}
        for name, value in changes.items():
            if value is None:
                merged.pop(name, None)
            else:
                merged[name] = (
                    documents.instant(value, zone) if isinstance(value, datetime) else value
                )
        self._put_many([(merged, item, rev)])
        return self._shown_own(item)

    def delete(self, item: bytes) -> None:
        """Delete an own item with its excerpts, and end its sharing."""
        rev = self._shown_own(item)
        for excerpt in self.terms.excerpts(item):
            self.delete(excerpt.item)
        with self.store.write():
            self.outbox.add(self._own, "del", item, base=rev)
            for share in self.store.shares():
                if share.item == item and share.live and self._mine(share.log):
                    self.outbox.add(share.log, "revoke", item)

    def _document(self, members: dict[str, Any], moment: datetime, zone: str) -> Payload:
        zone = members.pop("zone", None) or zone
        written = members.pop("written", None) or moment
        kind = members.pop("kind", "entry")
        happened = members.pop("happened", None) or (
            written if kind in (*PLACED, "dosing") else None
        )
        if happened is not None:
            members["happened"] = (
                documents.instant(happened, zone) if isinstance(happened, datetime) else happened
            )
        return documents.payload(kind, documents.instant(written, zone), **members)

    def _put_many(self, revisions: list[tuple[Payload, bytes | None, bytes | None]]) -> list[bytes]:
        """Seal and keep revisions with their place in the outbox, in one durable transaction; answers the items."""
        vault, me = self.vault, self.vault.me
        watchers = [one for one in vault.ring.contacts if one.dosing and one.state == "linked"]
        own, rows, puts, grants = self._own, [], [], []
        for document, item, prev in revisions:
            try:
                row = vault.seal_revision(document, item, prev)
            except Malformed as error:
                raise TooLong from error
            rows.append(row)
            puts.append(Op(0, own, "put", row.item, row.rev, prev, len(row.body or b"")))
            if document["kind"] == "dosing":
                grants += [Op(0, self._to(one), "grant", row.item, row.rev) for one in watchers]
        with self.store.write():
            self.store.add_revisions(me, rows, vault.epoch)
            self.outbox.add_many(puts + grants)
        return [row.item for row in rows]

    # Reading.

    def shown(self) -> Shown:
        """(author, item) → the revision shown: the last one queued here, else what the logs say.

        Of oneself and of pinned people; whoever else the server shows is nobody.
        """
        me = self.vault.me
        people = {me, *(one.id_pk for one in self.vault.ring.contacts)}
        rows = self.store.items()
        found = {(a, item): rev for a, item, rev, deleted in rows if a in people and not deleted}
        for op in self.outbox.ops():
            if op.kind == "put" and not (op.again and (me, op.item) in found):
                found[me, op.item] = op.rev
            elif op.kind == "del":
                found.pop((me, op.item), None)
        return found

    def listed(self) -> list[Listed]:
        """Everything that is shown, one's own and what others share."""
        return self.vault.listed(self.shown())

    def entries(
        self, author: bytes | None = None, kinds: Sequence[str] | None = None
    ) -> list[Entry]:
        """Entries of one person (oneself by default), and what others show of theirs, newest first."""
        author = author or self.vault.me
        if kinds is None:
            kinds = PLACED if author == self.vault.me else (*PLACED, "excerpt")
        listed = [one for one in self.listed() if one.author == author]
        doses = Doses(
            (one.item.hex(), one.document)
            for one in listed
            if one.document and one.document["kind"] == "dosing"
        )
        waiting = {op.item for op in self.outbox.ops() if op.kind in ("put", "del")}
        names = self._shared_names() if author == self.vault.me else {}
        entries = []
        for one in listed:
            document = one.document or {}
            if not document or document["kind"] in kinds:
                kept = ON_DEVICE if author == self.vault.me and one.item in waiting else BACKED_UP
                shared = names.get(one.item, ())
                at = documents.moment(documents.happened(document))
                place = doses.place(self._by_hex(document), at)
                fields = (one.author, one.item, one.rev, document, one.problem, kept, at)
                entries.append(Entry(*fields, place, shared))
        return sorted(entries, key=lambda entry: (entry.happened, entry.item), reverse=True)

    def _by_hex(self, document: Payload) -> Payload:
        """The chosen dosing session named as `Doses` names them here."""
        chosen = document.get("dosing")
        if not isinstance(chosen, str):
            return document
        with suppress(Malformed):
            return document | {"dosing": b64_decode(chosen, ID).hex()}
        return document

    def settings(self) -> Payload:
        """What this person has set; of several documents the one written last. Empty where there is none."""
        found = [one.document for one in self.entries(kinds=("settings",))]
        return max(found, key=lambda one: documents.moment(one.get("written")), default={})

    def dosings(self, author: bytes | None = None) -> list[Entry]:
        """Dosing sessions of one person, by date."""
        return list(reversed([one for one in self.entries(author, ("dosing",)) if one.document]))

    def read(self, author: bytes, item: bytes) -> Payload:
        """The whole payload of a shown item."""
        rev = self.shown().get((author, item))
        if rev is None:
            raise ClientError("not-found", "There is no such entry.")
        return self.vault.open(author, rev)

    def comments(self, author: bytes, item: bytes) -> list[Entry]:
        """Comments on an entry and parts of it, oldest first: one's own, and those of people one shares with."""
        own = [one.item for one in self.terms.excerpts(item)] if author == self.vault.me else []
        items = {b64_encode(one) for one in (item, *own)}
        found = []
        quiet = self._quiet()
        people = [one.id_pk for one in self.vault.ring.contacts]
        heard = [one for one in people if quiet.get(b64_encode(one)) != "blocked"]
        for person in (self.vault.me, *heard):
            for one in self.entries(person, ("comment",)):
                about = documents.parent(one.document)
                if about.get("author") == b64_encode(author) and about.get("item") in items:
                    found.append(one)
        return sorted(found, key=lambda one: documents.moment(one.document.get("written")))

    def answer_to(self, comment: Entry) -> Entry | None:
        """The one answer to a comment, by the person whose entry it is about."""
        about = documents.parent(comment.document).get("author")
        said = self.comments(comment.author, comment.item)
        return next((one for one in said if b64_encode(one.author) == about), None)

    def opened_by(self, item: bytes) -> list[Entry]:
        """Receipts of those who let one know that they have opened an own entry, or a part of it."""
        own = {b64_encode(item)} | {
            b64_encode(one.item)
            for one in self.entries(kinds=("excerpt",))
            if documents.parent(one.document).get("item") == b64_encode(item)
        }
        me = b64_encode(self.vault.me)
        return [
            one
            for person in self.vault.ring.contacts
            for one in self.entries(person.id_pk, ("receipt",))
            if documents.parent(one.document).get("author") == me
            and documents.parent(one.document).get("item") in own
        ]

    # Dosing sessions.

    def add_dosing(self, happened: datetime, route: str, **members: Any) -> bytes:
        """A dosing session: `note`, `number`, `state` as in section 9. Given to those who may see dosing sessions."""
        number = members.pop("number", None) or documents.next_number(
            [one.document for one in self.dosings()]
        )
        state = members.pop("state", None) or ("planned" if happened > clock.now() else "done")
        if route not in documents.ROUTES or state not in documents.STATES:
            raise ClientError("route", f"A route is one of {', '.join(documents.ROUTES)}.")
        fields = {
            "kind": "dosing",
            "happened": happened,
            "route": route,
            "number": number,
            "state": state,
        }
        return self.write_many([{**fields, **members}])[0]

    # Sharing.

    def share(self, items: Sequence[bytes], person: bytes, *, dosing: bool | None = None) -> None:
        """Share entries as they are now. `dosing` makes the standing choice about dosing sessions; None leaves it as it is.

        Raises ClientError for somebody who is not linked.
        """
        contact = self._linked(person)
        shown, me, log = self.shown(), self.vault.me, self._to(contact)
        revs = [(item, shown[me, item]) for item in items if (me, item) in shown]
        listed = self.vault.listed({(me, item): rev for item, rev in revs})
        private = [one for one in listed if (one.document or {}).get("kind") in documents.PRIVATE]
        if len(revs) != len(items) or private:
            raise ClientError("not-found", "There is no such entry.")
        held = {(one.item, one.rev) for one in self.store.shares() if one.log == log and one.live}
        held |= {
            (op.item, op.rev) for op in self.outbox.ops() if op.kind == "grant" and op.log == log
        }
        with self.store.write():
            self.outbox.add_many(
                [Op(0, log, "grant", item, rev) for item, rev in revs if (item, rev) not in held]
            )
        if dosing is not None:
            self.share_dosing(person, dosing)

    def share_dosing(self, person: bytes, wanted: bool) -> None:
        """The standing choice to let a person see dosing sessions: what there is now, and what comes."""
        contact = self._linked(person)
        if contact.dosing == wanted:
            return
        log, sessions = self._to(contact), self.dosings()
        live = {one.item for one in self.store.shares() if one.log == log and one.live}
        if wanted:
            ops = [Op(0, log, "grant", one.item, one.rev) for one in sessions]
        else:
            ops = [Op(0, log, "revoke", one.item) for one in sessions if one.item in live]
        with self.store.write():
            self.outbox.add_many(ops)
            self._change_ring(self.vault.ring.with_contact(contact._replace(dosing=wanted)))

    @property
    def terms(self) -> Terms:
        """Sharing in parts, with an end, and held back after a dose."""
        return Terms(self)

    def granted(self, person: bytes) -> set[bytes]:
        """Own items that a person is shown, or is about to be."""
        log = self._to(self.vault.contact(person))
        items = {one.item for one in self.store.shares() if one.log == log and one.live}
        for op in self.outbox.ops():
            if op.log == log and op.kind == "grant":
                items.add(op.item)
            elif op.log == log and op.kind == "revoke":
                items.discard(op.item)
        return items

    def unshare(self, item: bytes, person: bytes) -> None:
        """Stop sharing an entry: nothing new, and the server will not hand out the old."""
        log = self._to(self.vault.contact(person))
        with self.store.write():
            self.outbox.add(log, "revoke", item)

    def comment(self, author: bytes, item: bytes, text: str, **members: Any) -> bytes:
        """A comment on an entry; on one that is shared with us it goes back to its author."""
        parent = self._parent(author, item)
        comment = self.write_many([{"kind": "comment", "text": text, "parent": parent, **members}])[
            0
        ]
        if author != self.vault.me:
            with self.store.write():
                rev = self._shown_own(comment)
                self.outbox.add(self._to(self._linked(author)), "grant", comment, rev)
        return comment

    def review(self, author: bytes, item: bytes, *, reviewed: bool = True, **members: Any) -> None:
        """Tick a shared entry as reviewed, or take the tick back. Private to oneself."""
        parent = self._parent(author, item)
        about = {name: parent[name] for name in ("author", "item")}
        for one in self.entries(kinds=("review",)):
            known = one.document.get("parent")
            if isinstance(known, dict) and about.items() <= known.items():
                self.edit(one.item, reviewed=reviewed, parent=parent, **members)
                return
        self.write_many([{"kind": "review", "reviewed": reviewed, "parent": parent, **members}])

    def opened(self, author: bytes, item: bytes) -> None:
        """Note that a comment or a shared entry has been read, on all devices of this account.

        The author of an entry is told, where a therapist reads it who has not set otherwise.
        """
        parent = self._parent(author, item)
        receipt = self.write_many([{"kind": "receipt", "what": "opened", "parent": parent}])[0]
        is_entry = self.read(author, item)["kind"] != "comment"
        is_told = self.settings().get("tellOpened") is not False
        if self.vault.ring.role == "therapist" and author != self.vault.me and is_entry and is_told:
            with self.store.write():
                log = self._to(self._linked(author))
                self.outbox.add(log, "grant", receipt, self._shown_own(receipt))

    def _parent(self, author: bytes, item: bytes) -> dict[str, str]:
        rev = self.shown().get((author, item))
        if rev is None:
            raise ClientError("not-found", "There is no such entry.")
        parts = {"author": author, "item": item, "rev": rev}
        return {name: b64_encode(one) for name, one in parts.items()}

    # How a therapist reads.

    def quiet(self, person: bytes) -> str:
        """Whether one does not want to hear from somebody: `muted`, `blocked`, or nothing."""
        return self._quiet().get(b64_encode(person), "")

    def set_quiet(self, person: bytes, what: str) -> None:
        """Mute somebody, hear from them again (`""`), or block them: then the link ends too. Nobody is told of it."""
        key = b64_encode(self.vault.contact(person).id_pk)
        documents = self.entries(kinds=("quiet",))
        old = next((one for one in documents if one.document.get("person") == key), None)
        if self.quiet(person) == "blocked":
            return
        if old:
            self.edit(old.item, what=what)
        else:
            self.write_many([{"kind": "quiet", "person": key, "what": what}])
        if what == "blocked":
            self.people.end(person)

    def _quiet(self) -> dict[str, str]:
        """By b64 id_pk. Of two documents about one person the last word holds, but a block stays."""
        found: dict[str, str] = {}
        for one in reversed(self.entries(kinds=("quiet",))):
            person, what = (str(one.document.get(name, "")) for name in ("person", "what"))
            if found.get(person) != "blocked":
                found[person] = what
        return found

    def boundary(self, person: bytes | None = None) -> Payload | None:
        """What a linked therapist, or oneself, said of how they read; None where nothing was said."""
        author = person or self.vault.me
        found = self._boundary_of(author)
        return self.vault.open(author, found.rev) if found else None

    def say_boundary(self, said: dict[str, str], away: dict[str, str] | None = None) -> None:
        """Say, or say anew, how one reads: `said` by `documents.BOUNDARY`; everybody linked is told by the next sync.

        Raises ClientError for a patient, and where one of the four is blank.
        """
        if self.vault.ring.role != "therapist":
            raise ClientError("role", "A therapist says how they read.")
        if not all(said.get(part, "").strip() for part in documents.BOUNDARY):
            raise ClientError("boundary-missing", "Each of the four wants a few words.")
        found = self._boundary_of(self.vault.me)
        if found:
            self.edit(found.item, away=away, **said)
        else:
            self.write_many([{"kind": "boundary", "away": away, **said}])
        self._tell_boundary()

    def _boundary_of(self, author: bytes) -> Listed | None:
        theirs = {place: rev for place, rev in self.shown().items() if place[0] == author}
        found = [
            (documents.moment(one.document.get("written")), one)
            for one in self.vault.listed(theirs)
            if one.document and one.document["kind"] == "boundary"
        ]
        return max(found, key=lambda dated: dated[0])[1] if found else None

    def _tell_boundary(self) -> bool:
        """Queue what tells everybody linked how one reads, where they do not have it as it is now; whether anything was queued."""
        found = self._boundary_of(self.vault.me) if self.vault.ring.role == "therapist" else None
        if not found:
            return False
        place = (found.item, found.rev)
        told = {one.log for one in self.store.shares() if one.live and (one.item, one.rev) == place}
        told |= {
            op.log for op in self.outbox.ops() if op.kind == "grant" and (op.item, op.rev) == place
        }
        linked = [self._to(one) for one in self.vault.ring.contacts if one.state == "linked"]
        grants = [Op(0, log, "grant", *place) for log in linked if log not in told]
        with self.store.write():
            self.outbox.add_many(grants)
        return bool(grants)

    # What stands behind.

    @property
    def _own(self) -> bytes:
        return log_id(self.vault.me, self.vault.me)

    def _to(self, contact: Contact) -> bytes:
        return log_id(self.vault.me, contact.id_pk)

    def _mine(self, log: bytes) -> bool:
        return any(self._to(one) == log for one in self.vault.ring.contacts)

    def _linked(self, person: bytes) -> Contact:
        contact = self.vault.contact(person)
        if contact.state != "linked":
            message = {
                "waiting": f"{line(contact.name)} has not confirmed you yet.",
                "closed": f"You and {line(contact.name)} are no longer linked.",
            }[contact.state]
            raise ClientError("not-linked", message)
        return contact

    def _shown_own(self, item: bytes) -> bytes:
        rev = self.shown().get((self.vault.me, item))
        if rev is None:
            raise ClientError("not-found", "There is no such entry of yours.")
        return rev

    def _shared_names(self) -> dict[bytes, tuple[str, ...]]:
        """Own item → names of the people who can see it, in some revision."""
        names = {self._to(one): one.name for one in self.vault.ring.contacts}
        seen: dict[bytes, dict[str, None]] = {}
        for share in self.store.shares():
            if share.live and share.log in names:
                seen.setdefault(share.item, {})[names[share.log]] = None
        for op in self.outbox.ops():
            if op.kind == "revoke" and op.log in names:
                seen.get(op.item, {}).pop(names[op.log], None)
        for item, parent in self._excerpt_parents().items():
            seen.setdefault(parent, {}).update(seen.pop(item, {}))
        return {item: tuple(people) for item, people in seen.items()}

    def _excerpt_parents(self) -> dict[bytes, bytes]:
        own = [one for one in self.listed() if one.author == self.vault.me and one.document]
        excerpts = [one for one in own if one.document and one.document["kind"] == "excerpt"]
        parents = {
            one.item: documents.id_of(documents.parent(one.document or {}).get("item"))
            for one in excerpts
        }
        return {item: parent for item, parent in parents.items() if parent}

    def _change_ring(self, ring: Ring) -> None:
        self.vault.change(ring)
        self.outbox.add(self._own, "ring")
