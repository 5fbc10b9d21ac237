"""`Client`: one account on one device, as a library. Words are kept on the device first; syncing is a call of its own.

    client = Client(folder)
    client.unlock(passphrase)           # or sign_up(…), sign_in(…)
    entry = client.write(text="…")      # durable when it returns
    client.share([entry], person)       # held back where it was written close to a dose
    client.sync()

Items and people are named by bytes (item id, id_pk). What is done daily is a method here; everything else belongs to a
part, named after what it is about: `client.people.invite(…)`, `client.dosings.add(…)`, `client.comments.on(…)`.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from journal.client.account import Account
from journal.client.boundary import Boundary
from journal.client.comments import Comments
from journal.client.devices import Devices
from journal.client.documents import Payload
from journal.client.dosings import Dosings
from journal.client.erasure import Erasure
from journal.client.items import Entry, Items
from journal.client.outbox import Outbox
from journal.client.people import People
from journal.client.profile import Profile
from journal.client.quiet import Quiet
from journal.client.receipts import Receipts
from journal.client.round import Report
from journal.client.sharing import Sharing
from journal.client.store import Store
from journal.client.syncing import Syncing
from journal.client.transport import Server
from journal.client.vault import Vault
from journal.client.writing import Writing


class Client:
    """One account on one device. `folder` is the profile."""

    def __init__(self, folder: Path) -> None:
        profile = self.profile = Profile(folder)
        self.account = Account(profile)
        self.erasure = Erasure(profile)
        self.devices = Devices(profile)
        items = self.items = Items(profile)
        writing = self.writing = Writing(profile, items)
        self.dosings = Dosings(items, writing)
        self.boundary = Boundary(profile, items, writing)
        self.quiet = Quiet(profile, items, writing)
        self.people = People(profile, self.boundary.of, self.quiet.of)
        self.sharing = Sharing(profile, items, writing, self.dosings)
        self.comments = Comments(profile, items, writing, self.quiet)
        self.receipts = Receipts(profile, items, writing)
        self.syncing = Syncing(profile, items, self.boundary, self.devices)

    @property
    def store(self) -> Store:
        """What is kept in the folder, sealed."""
        return self.profile.store

    @property
    def outbox(self) -> Outbox:
        """What waits to be backed up."""
        return self.profile.outbox

    @property
    def vault(self) -> Vault:
        """The unlocked vault. Raises ClientError while locked."""
        return self.profile.vault

    @property
    def server(self) -> Server:
        """The account's server, with the session this device has."""
        return self.profile.server

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
        kit = self.account.sign_up(server, handle, name, role, passphrase, code=code)
        self.devices.name()
        return kit

    def sign_in(self, server: str, handle: str, passphrase: str, kit_code: str) -> Report:
        """Sign this device in and fetch everything."""
        self.account.sign_in(server, handle, passphrase, kit_code)
        return self.sync()

    def recover(self, server: str, handle: str, kit_code: str, passphrase: str) -> Report:
        """In with the kit and a new passphrase, and fetch everything."""
        self.account.recover(server, handle, kit_code, passphrase)
        return self.sync()

    def unlock(self, passphrase: str) -> None:
        """Open the profile. Works offline."""
        self.account.unlock(passphrase)

    def lock(self) -> None:
        """Forget what was unlocked, and end this device's session on the server where that can be reached."""
        self.account.lock()

    def close(self) -> None:
        """Close profile and connection; the vault is forgotten."""
        self.profile.close()

    def sync(self) -> Report:
        """Pull and push. Raises Offline, Problem, Alarm or ProtocolError; what is on the device stays there."""
        return self.syncing.run()

    def write(self, text: str = "", **members: Any) -> bytes:
        """Write an entry; `Writing.write` says of which members."""
        return self.writing.write(text, **members)

    def write_many(self, entries: Iterable[dict[str, Any]]) -> list[bytes]:
        """Write many items in one transaction, of kind `entry` unless `kind` says otherwise."""
        return self.writing.write_many(entries)

    def edit(self, item: bytes, **changes: Any) -> bytes:
        """A new revision of an own item; answers its rev. Not shared by itself."""
        return self.writing.edit(item, **changes)

    def delete(self, item: bytes) -> None:
        """Delete an own item with its excerpts, and end its sharing."""
        self.writing.delete(item)

    def entries(
        self, author: bytes | None = None, kinds: Sequence[str] | None = None
    ) -> list[Entry]:
        """Entries of one person (oneself by default), newest first."""
        return self.items.entries(author, kinds)

    def read(self, author: bytes, item: bytes) -> Payload:
        """The whole payload of a shown item."""
        return self.items.read(author, item)

    def share(
        self, items: Sequence[bytes], person: bytes, *, override: bool = False, **terms: Any
    ) -> datetime | None:
        """Share entries as they are now; `Sharing.share` says on what terms. Answers until when the guard holds one back."""
        return self.sharing.share(items, person, override=override, **terms)

    def unshare(self, item: bytes, person: bytes) -> None:
        """Stop sharing an entry, whole or in parts, and what is held back."""
        self.sharing.unshare(item, person)
