"""The account as its owner sees it: signing up and in, unlocking, the passphrase and the kit (`docs/recovery.md`)."""

from collections.abc import Callable
from contextlib import suppress

from journal.client import access, registration
from journal.client.errors import ClientError, Problem
from journal.client.profile import Profile
from journal.client.transport import Server
from journal.client.vault import Vault, load_device
from journal.protocol.kit import kit_to_text, text_to_kit
from journal.wire.errors import ProtocolError


class Account:
    """Lets its owner in, and replaces what lets them in. Syncing is not done here."""

    def __init__(self, profile: Profile) -> None:
        self._profile, self._store = profile, profile.store

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
        vault, kit = registration.make_account(self._store, handle, name, role, passphrase)
        self._enter(vault, spoken)
        try:
            registration.register(self._store, spoken, vault, code)
        except Problem:
            self._profile.erase()
            raise
        self._profile.keep_session()
        return kit_to_text(kit)

    def sign_in(self, server: str, handle: str, passphrase: str, kit_code: str) -> None:
        """Sign this device in. Raises ClientError, or ProtocolError for an answer that does not hold."""
        spoken = Server(server)
        vault = registration.sign_in(self._store, spoken, handle, passphrase, kit_code)
        self._enter(vault, spoken)
        access.follow_kit(self._store, vault, text_to_kit(kit_code))
        self._profile.keep_session()

    def recover(self, server: str, handle: str, kit_code: str, passphrase: str) -> None:
        """In with the kit and a new passphrase, on a new profile or on the account's own, where what waits is kept."""
        spoken = Server(server)
        self._enter(access.recover(self._store, spoken, handle, kit_code, passphrase), spoken)
        self._profile.keep_session()

    def unlock(self, passphrase: str) -> None:
        """Open the profile. Works offline; a passphrase that was chosen elsewhere meanwhile is asked for at the server."""
        try:
            self._profile.open(Vault.unlock(self._store, passphrase))
        except ClientError as error:
            if error.reason != "wrong-passphrase" or not self._renewed(passphrase):
                raise
            self._unlock_anew(passphrase)
        with suppress(ClientError, ProtocolError):
            self._settle(passphrase)

    def lock(self) -> None:
        """Forget what was unlocked, and end this device's session on the server where that can be reached."""
        if self._profile.is_locked:
            return
        with suppress(ClientError):
            self._profile.server.sign_out()
        self._profile.forget_session()
        self._profile.open(None)

    def change_passphrase(self, passphrase: str, new: str) -> None:
        """Replace the passphrase; the account's other sessions end."""
        self._settle(passphrase)
        profile = self._profile
        profile.open(access.change_passphrase(self._store, profile.server, passphrase, new))
        profile.keep_session()

    def kit_code(self, passphrase: str) -> str:
        """The kit code, for whoever has the passphrase."""
        Vault.unlock(self._store, passphrase)
        self._settle(passphrase)
        return kit_to_text(self._profile.vault.ring.kit)

    def new_kit(self, passphrase: str, seen: Callable[[str], None]) -> str:
        """A new kit; the old one stops working. `seen` is called with its code before it holds, and may raise."""
        Vault.unlock(self._store, passphrase)
        self._settle(passphrase)
        server, vault = self._profile.server, self._profile.vault
        made = access.make_kit(self._store, server, vault, passphrase)
        code = kit_to_text(made.kit)
        seen(code)
        access.take_kit(self._store, server, vault, made)
        self._unlock_anew(passphrase)
        return code

    def unseen_kit(self) -> str | None:
        """The kit code, while nobody has been shown it."""
        return kit_to_text(self._profile.vault.ring.kit) if self._store.get("kit-unseen") else None

    def kit_was_seen(self) -> None:
        """The person has the kit code now."""
        with self._store.write():
            self._store.put("kit-unseen", None)

    def _enter(self, vault: Vault, server: Server) -> None:
        self._profile.open(vault)
        self._profile.connect(server)

    def _unlock_anew(self, passphrase: str) -> None:
        """After the credential was replaced: the session is that of the new one."""
        self._profile.open(Vault.unlock(self._store, passphrase))
        self._profile.keep_session()

    def _renewed(self, passphrase: str) -> bool:
        """Whether the server has another credential, and this passphrase opens it."""
        address = self._profile.address
        if address is None:
            return False
        spoken = Server(address)
        try:
            pepper = load_device(self._store).pepper
            renewed = access.renew(self._store, spoken, passphrase, pepper)
        except (ClientError, ProtocolError):
            renewed = False
        if renewed:
            self._profile.connect(spoken)
        return renewed

    def _settle(self, passphrase: str) -> None:
        """A kit that was replaced here and cut off, or elsewhere, and that this device has not taken yet."""
        store, vault = self._store, self._profile.vault
        if not access.kit_is_unsettled(store, vault):
            return
        if access.settle_kit(store, self._profile.server, vault, passphrase):
            self._unlock_anew(passphrase)
