"""Who listens for what is new in an account: a socket and two numbers each, and no thread. Any thread may call the methods."""

import threading
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

ENVIRON = "afterglow.listeners"
"""Where an application finds the Listeners of its server program (PEP 3333)."""
LISTENER = "afterglow.listener"
"""Where it leaves the Listener whose connection stays open behind its answer."""


class Bounds(NamedTuple):
    """How many may listen at the same time. Whoever comes when that is reached is refused, and nobody is pushed out."""

    account: int = 8
    network: int = 256
    all: int = 2_048


class Listener:
    """One open stream: the account's newest place, and the last that was told."""

    def __init__(self, network: str, account: int, session: bytes) -> None:
        self.network, self.account, self.session = network, account, session
        self.position = self.told = 0
        self.ended = False
        """Whether its session has come to its end."""
        self.wake: Callable[[], None] = _nobody


class Listeners:
    """All of one process."""

    def __init__(self, bounds: Bounds) -> None:
        self._bounds = bounds
        self._lock = threading.Lock()
        self._by_account: defaultdict[int, set[Listener]] = defaultdict(set)
        self._networks: Counter[str] = Counter()

    def __len__(self) -> int:
        return self._networks.total()

    def add(self, network: str, account: int, session: bytes) -> Listener | None:
        """Somebody listens from now on; None where as many do as may."""
        listener = Listener(network, account, session)
        with self._lock:
            if not self._has_room(listener):
                return None
            self._by_account[account].add(listener)
            self._networks[network] += 1
        return listener

    def remove(self, listener: Listener) -> None:
        """They have gone."""
        with self._lock:
            here = self._by_account.get(listener.account, set())
            if listener not in here:
                return
            here.remove(listener)
            self._networks -= Counter([listener.network])
            if not here:
                del self._by_account[listener.account]

    def tell(self, places: Mapping[int, int], besides: bytes) -> None:
        """These accounts have come to these places, by a push of the session `besides`, which is answered itself."""
        with self._lock:
            heard = [(one, at) for id, at in places.items() for one in self._by_account.get(id, ())]
        for listener, position in heard:
            if listener.session == besides:
                listener.told = max(listener.told, position)
            else:
                _move(listener, position)

    def sessions(self) -> set[bytes]:
        """The sessions that listen."""
        with self._lock:
            return {one.session for here in self._by_account.values() for one in here}

    def compare(self, asked: Iterable[bytes], found: Mapping[bytes, int]) -> None:
        """Of the sessions asked about, those in `found` hold, their accounts being at these places; the others have ended."""
        wanted = set(asked)
        with self._lock:
            listening = [one for here in self._by_account.values() for one in here]
        for listener in listening:
            if listener.session in found:
                _move(listener, found[listener.session])
            elif listener.session in wanted:
                listener.ended = True
                listener.wake()

    def _has_room(self, listener: Listener) -> bool:
        of_account = len(self._by_account.get(listener.account, ()))
        of_network = self._networks[listener.network]
        return (
            of_account < self._bounds.account
            and of_network < self._bounds.network
            and len(self) < self._bounds.all
        )


def _move(listener: Listener, position: int) -> None:
    listener.position = max(listener.position, position)
    if listener.position > listener.told:
        listener.wake()


def _nobody() -> None:
    """Its answer has not begun: it is looked at when it has."""
