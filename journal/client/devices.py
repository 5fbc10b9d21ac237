"""A person's own signed-in devices: the sessions that the server lists, with the names that it cannot read (`docs/protocol.md` section 3)."""

import platform
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any, NamedTuple

from journal.client.errors import ClientError, Offline, Problem
from journal.client.profile import Profile
from journal.client.terminal import line
from journal.protocol.devices import NAME, open_label, seal_label
from journal.wire.encoding import b64_decode
from journal.wire.errors import Malformed, ProtocolError
from journal.wire.limits import ID

MOST = 100
"""Devices that are listed: more than anybody has, and few enough for whatever a server says."""
_LAST = 2**37
"""In seconds, a year that has four digits."""


class SignedIn(NamedTuple):
    """A session as the server lists it. `name` is None where there is none that opens; a time is None where it is no time."""

    id: bytes
    name: str | None
    created: datetime | None
    seen: datetime | None
    current: bool


class Devices:
    """Lists them, ends one, and leaves this one's name."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile

    def list(self) -> Sequence[SignedIn]:
        """At most `MOST`: this device first, then those seen last. Raises ClientError; the server may have left one out."""
        rows = self._rows()
        shown = sorted(rows, key=lambda row: (_is_current(row), _whole(row.get("seen"))))
        return [self._device(row, at == 0) for at, row in enumerate(shown[: -MOST - 1 : -1])]

    def end(self, id: bytes) -> None:
        """The server takes that session no longer, and has perhaps ended it before. Raises ClientError."""
        try:
            self._profile.server.end_session(id)
        except Problem as problem:
            if problem.reason != "not-found":
                raise

    def name(self) -> None:
        """Leave this device's name with a session that has none, once. Offline, the next sync tries again."""
        store = self._profile.store
        if store.get("named"):
            return
        try:
            self._label()
        except Offline:
            return
        except (ClientError, ProtocolError):
            # The server does not want it: the list then has this device without a name.
            pass
        with store.write():
            store.put("named", b"1")

    def _label(self) -> None:
        server, vault = self._profile.server, self._profile.vault
        own = next((row for row in self._rows() if _is_current(row)), None)
        if own and own.get("label") is None:
            id = b64_decode(own["id"])
            label = seal_label(vault.account_key, vault.me, id, device_name())
            server.label_session(id, label)

    def _rows(self) -> tuple[dict[str, Any], ...]:
        try:
            return tuple(_sound(self._profile.server.sessions().get("sessions")))
        except Malformed as error:
            raise ClientError("server", "The server's list of devices cannot be read.") from error

    def _device(self, row: dict[str, Any], is_first: bool) -> SignedIn:
        id = b64_decode(row["id"])
        name = self._name_of(id, row.get("label"))
        # A second row that calls itself this device is not.
        current = is_first and _is_current(row)
        return SignedIn(id, name, _moment(row.get("created")), _moment(row.get("seen")), current)

    def _name_of(self, id: bytes, label: object) -> str | None:
        vault = self._profile.vault
        try:
            return line(open_label(vault.account_key, vault.me, id, b64_decode(label))) or None
        except ProtocolError:
            return None


def device_name() -> str:
    """As the person's other devices show it: `Terminal on HOSTNAME`."""
    host = line(platform.node())
    name = f"Terminal on {host}" if host else "A terminal"
    return name.encode()[:NAME].decode(errors="ignore")


def _sound(rows: object) -> Iterator[dict[str, Any]]:
    """Rows that have an id, each once. Raises Malformed for what is no list."""
    if not isinstance(rows, list):
        raise Malformed("a list of sessions that is none")
    seen = set()
    for row in rows:
        with suppress(Malformed):
            id = b64_decode(row.get("id") if isinstance(row, dict) else None, ID)
            if id not in seen:
                seen.add(id)
                yield row


def _is_current(row: dict[str, Any]) -> bool:
    return row.get("current") is True


def _whole(value: object) -> int:
    return value if type(value) is int and 0 < value <= _LAST else 0


def _moment(value: object) -> datetime | None:
    return datetime.fromtimestamp(_whole(value), UTC) if _whole(value) else None
