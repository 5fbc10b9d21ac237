"""Sync by the rules of `docs/protocol.md` section 5: pull and verify everything, then push what waits.

Moves sealed records only. What needs a secret (signing, sealing a ring, a conflict copy) is lent by the vault.
"""

from journal.client.pull import Pull
from journal.client.push import Push
from journal.client.round import Report, Round
from journal.client.store import Store
from journal.client.transport import Server
from journal.client.vault import Vault


def sync(store: Store, server: Server, vault: Vault, device: tuple[str, int]) -> Report:
    """Pull, then push until nothing waits; `device` is this device's name and the time in seconds, for its first sync.

    Raises Offline, Problem, Alarm, or ProtocolError for what does not verify. What is on the device stays there.
    """
    with store.one_syncing():
        round = Round(store, server, vault, device)
        pull = Pull(round)
        try:
            pull.run()
            Push(round, pull).run()
        except BaseException:
            vault.reload()
            raise
    round.report.waiting = round.outbox.count()
    return round.report
