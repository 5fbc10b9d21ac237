"""When a device syncs: the account is made where it is not yet, a session that ended begins anew, everybody linked is told."""

from journal.client import access, clock, registration
from journal.client.boundary import Boundary
from journal.client.devices import Devices, device_name
from journal.client.erasure import erased_error
from journal.client.errors import Problem
from journal.client.items import Items
from journal.client.profile import Profile
from journal.client.round import Report
from journal.client.sync import sync


class Syncing:
    """Around `sync`, which moves sealed records and nothing else."""

    def __init__(
        self, profile: Profile, items: Items, boundary: Boundary, devices: Devices
    ) -> None:
        self._profile, self._items, self._boundary = profile, items, boundary
        self._devices = devices

    def run(self) -> Report:
        """Pull and push. Raises Offline, Problem, Alarm or ProtocolError; what is on the device stays there."""
        profile = self._profile
        if profile.store.get("sign-up"):
            registration.register(profile.store, profile.server, profile.vault)
            profile.keep_session()
        try:
            report = self._sync()
        except Problem as problem:
            if problem.reason != "sign-in-needed":
                raise
            self._sign_in_again()
            report = self._sync()
        self._devices.name()
        return self._sync() if self._boundary.tell() else report

    def ask_again(self) -> None:
        """The next sync asks once more for words that the server has not handed out."""
        if any(one.problem == "missing" for one in self._items.listed()):
            with self._profile.store.write():
                self._profile.store.put("cursor", b"0")

    def _sync(self) -> Report:
        device = (device_name(), int(clock.now().timestamp()))
        return sync(self._profile.store, self._profile.server, self._profile.vault, device)

    def _sign_in_again(self) -> None:
        server, vault = self._profile.server, self._profile.vault
        try:
            registration.sign_in_again(server, vault)
        except Problem as problem:
            if error := erased_error(server, vault.me):
                raise error from problem
            if problem.reason != "sign-in-failed":
                raise
            raise access.changed_elsewhere() from problem
        self._profile.keep_session()
