"""What the parts of one sync share: the profile, the server, the vault, where every log stands, and what there is to tell."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from journal.client.outbox import Outbox
from journal.client.store import Log, Store
from journal.client.transport import Server
from journal.client.vault import Vault
from journal.wire.encoding import build_json, parse_json
from journal.wire.ids import log_id


@dataclass
class Report:
    """What a sync did. `notices` are (type, item) a person should be told."""

    pulled: int = 0
    pushed: int = 0
    waiting: int = 0
    notices: list[tuple[str, bytes | None]] = field(default_factory=list)


class Added(NamedTuple):
    """Where in the feed the server has put new records of one log: behind place `after`, up to `next`."""

    after: int
    next: int
    log: bytes


class Round:
    """One sync of one unlocked profile."""

    def __init__(self, store: Store, server: Server, vault: Vault, device: tuple[str, int]) -> None:
        self.store, self.server, self.vault, self.device = store, server, vault, device
        self.outbox = Outbox(store)
        self.own = log_id(vault.me, vault.me)
        self.logs = store.logs()
        self.report = Report()

    def save(self, log: Log) -> None:
        """Where a log stands now. Wants `store.write()` around it."""
        self.logs[log.id] = log
        self.store.save_log(log)

    def owe(self, log: bytes, seq: int) -> None:
        """The server has taken this record, and the feed has not shown it yet. Wants `store.write()` around it."""
        self._keep_owed(self.owed() | {log.hex(): seq})

    def pass_own(self, added: Iterable[Added]) -> None:
        """Go on behind what the server has just taken, where that follows what was read here. Wants `store.write()` around it.

        Whether it is kept there, the next page says.
        """
        cursor = int(self.store.get("cursor") or b"0")
        for one in sorted(added, key=lambda added: added.after):
            if one.after == cursor:
                cursor = one.next
                self._keep_owed(
                    {log: seq for log, seq in self.owed().items() if log != one.log.hex()}
                )
                self.store.put("passed", str(cursor).encode())
        self.store.put("cursor", str(cursor).encode())

    def reached(self, place: int) -> None:
        """The feed goes as far as this place: what was passed over is kept. Wants `store.write()` around it."""
        if place >= int(self.store.get("passed") or b"0") > 0:
            self.store.put("passed", None)
            self.store.put("losses", None)

    def fed(self, log: bytes, seq: int) -> None:
        """The feed shows this record. Wants `store.write()` around it."""
        owed = self.owed()
        if owed.get(log.hex(), seq + 1) <= seq:
            del owed[log.hex()]
            self._keep_owed(owed)
            self.store.put("losses", None)

    def owed(self) -> dict[str, int]:
        """By log (hex): the last record that the server has taken and not shown since."""
        return dict(parse_json(self.store.get("owed") or b"{}"))

    def forget_owed(self) -> int:
        """All is compared anew; answers how often in a row the server has lost what it took. Wants `store.write()` around it."""
        lost = bool(self.owed() or self.store.get("passed"))
        losses = int(self.store.get("losses") or b"0") + lost
        self._keep_owed({})
        self.store.put("passed", None)
        self.store.put("losses", str(losses).encode())
        return losses

    def _keep_owed(self, owed: dict[str, int]) -> None:
        self.store.put("owed", build_json(owed) if owed else None)

    def shown(self, log: bytes) -> int:
        """Up to where the server has shown a log."""
        return self.logs[log].shown if log in self.logs else 0

    def compare_next_time(self) -> None:
        """What was held back may stand before the place where we have read to."""
        with self.store.write():
            self.store.put("cursor", b"0")
