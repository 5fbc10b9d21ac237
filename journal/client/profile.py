"""A profile: one account on one device. What is kept in its folder and, while it is unlocked, its vault and its server."""

from pathlib import Path

from journal.client.errors import ClientError
from journal.client.outbox import Outbox
from journal.client.store import Store
from journal.client.terminal import line
from journal.client.transport import Server
from journal.client.vault import Vault
from journal.protocol.ring import Contact, Ring
from journal.wire.encoding import build_json, parse_json
from journal.wire.ids import log_id


class Profile:
    """What the parts of a client share. Every one of them is made of a profile, and keeps nothing of its own."""

    def __init__(self, folder: Path) -> None:
        self.store = Store(folder)
        self.outbox = Outbox(self.store)
        self._vault: Vault | None = None
        self._server: Server | None = None

    @property
    def vault(self) -> Vault:
        """The unlocked vault. Raises ClientError while locked."""
        if self._vault is None:
            raise ClientError("locked", "This profile is locked.")
        return self._vault

    @property
    def is_locked(self) -> bool:
        """Whether nothing can be read or written."""
        return self._vault is None

    def open(self, vault: Vault | None) -> None:
        """From now on this is the vault; None locks the profile."""
        self._vault = vault

    @property
    def server(self) -> Server:
        """The account's server, with the session this device has. Raises ClientError where nobody has signed in."""
        if self._server is None:
            address = self.address
            if address is None:
                raise ClientError("signed-out", "Nobody has signed in on this device.")
            session = self.store.get("session")
            cookies = parse_json(self.vault.open_local("session", session)) if session else {}
            self._server = Server(address, cookies)
        return self._server

    @property
    def address(self) -> str | None:
        """Where the account's server is; None before anybody has signed in."""
        kept = self.store.get("server")
        return kept.decode() if kept else None

    def connect(self, server: Server) -> None:
        """From now on this is the account's server."""
        with self.store.write():
            self.store.put("server", server.origin.encode())
        self._server = server

    def disconnect(self) -> None:
        """Close the connection; the next request makes another."""
        if self._server:
            self._server.close()
        self._server = None

    def keep_session(self) -> None:
        """The session goes on when the command ends. A new one has no name yet."""
        with self.store.write():
            cookies = build_json(self.server.cookies)
            self.store.put("session", self.vault.local("session", cookies))
            self.store.put("named", None)

    def forget_session(self) -> None:
        """There is none any more."""
        with self.store.write():
            self.store.put("session", None)

    def erase(self) -> None:
        """Leave nothing, for an account that was never made."""
        with self.store.write():
            for table in ("meta", "log", "record"):
                self.store.db.execute(f"DELETE FROM {table}")  # noqa: S608
        self.open(None)
        self.disconnect()

    def close(self) -> None:
        """Close files and connection; the vault is forgotten."""
        if self._vault:
            self._vault.keep_summary()
        self.open(None)
        self.disconnect()
        self.store.close()

    # Logs and people.

    @property
    def me(self) -> bytes:
        """The account's own id_pk."""
        return self.vault.me

    @property
    def own(self) -> bytes:
        """The private log."""
        return self.log_to(self.me)

    def log_to(self, person: bytes) -> bytes:
        """The own log that is addressed to somebody."""
        return log_id(self.me, person)

    def linked(self, person: bytes) -> Contact:
        """Somebody one is linked with. Raises ClientError `not-linked` for everybody else."""
        contact = self.vault.contact(person)
        if contact.state != "linked":
            message = {
                "waiting": f"{line(contact.name)} has not confirmed you yet.",
                "closed": f"You and {line(contact.name)} are no longer linked.",
            }[contact.state]
            raise ClientError("not-linked", message)
        return contact

    def grants(self) -> set[tuple[bytes, bytes, bytes]]:
        """(log, item, rev) of everything that somebody is shown, or is about to be."""
        live = {(one.log, one.item, one.rev) for one in self.store.shares() if one.live}
        queued = {(op.log, op.item, op.rev) for op in self.outbox.ops() if op.kind == "grant"}
        return live | queued

    def change_ring(self, ring: Ring) -> None:
        """Take a ring that was changed here, and queue it. Wants `store.write()` around it."""
        self.vault.change(ring)
        self.outbox.add(self.own, "ring")
