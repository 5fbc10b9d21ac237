"""A link of 0.1 Mbit/s on which every fifth answer is cut, in a time of its own: a journal of 4,000 entries goes up and comes down."""

import random

from journal.client import transport
from journal.client.errors import Offline

ENTRIES = 4_000
RATE = 12_500
"""Bytes a second."""


class Time:
    """Passes as bytes move."""

    def __init__(self):
        self.now = 0.0

    def monotonic(self):
        return self.now


class ThinLink:
    """What lies between a client and its server: every byte takes its time, and one exchange of five breaks off somewhere."""

    def __init__(self, time, seed):
        self.time, self.moved, self.cuts = time, 0, 0
        self._random = random.Random(seed)

    def carry(self, server, monkeypatch):
        """Stand between."""
        real = server._send
        monkeypatch.setattr(server, "_send", lambda *request: self._carry(real, *request))

    def _carry(self, real, method, path, body, headers):
        where = self._random.random() if self._random.random() < 0.2 else None
        self._move(len(body or b""))
        if where is not None and where < 0.2:
            raise self._cut(b"")
        response, data = real(method, path, body, headers)
        if where is None:
            self._move(len(data))
            return response, data
        data = data[: int(len(data) * (where - 0.2) / 0.8)]
        self._move(len(data))
        raise self._cut(data)

    def _move(self, size):
        self.moved += size
        self.time.now += size / RATE

    def _cut(self, data):
        self.cuts += 1
        return transport.Broken(data)


def goes_on(client):
    """Syncs until nothing is to be done, however often the link breaks."""
    for _ in range(50):
        try:
            return client.sync()
        except Offline:
            continue
    raise AssertionError("it never ends")


def test_a_journal_goes_up_and_comes_down(ana, second, monkeypatch):
    """Little is moved twice, and the whole takes the time that its bytes take."""
    time = Time()
    monkeypatch.setattr(transport, "time", time)
    ana.write_many({"text": f"entry {n} " + "of a quiet day " * 110} for n in range(ENTRIES))
    up, down = ThinLink(time, 1), ThinLink(time, 2)
    up.carry(ana.server, monkeypatch)
    assert goes_on(ana).waiting == 0
    begun = time.now
    down.carry(second.server, monkeypatch)
    goes_on(second)
    assert len(second.entries()) == ENTRIES
    assert min(up.cuts, down.cuts) > 5
    size = second.server.account()["bytes"]
    assert size > 16_000_000
    assert max(up.moved, down.moved) < 1.35 * size
    assert time.now - begun < 28 * 60
