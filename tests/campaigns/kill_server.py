"""kill -9 of the server while several accounts write: what was acknowledged is there afterwards.

python -m tests.campaigns.kill_server --kills 500 [--postgresql]
"""

import argparse
import contextlib
import http.client
import random
import sys
import tempfile
import threading
from pathlib import Path
from typing import NamedTuple

from journal.wire.records import Record
from tests.live_server import LiveServer
from tests.postgres import Cluster
from tests.server.http_app import HttpApp
from tests.server.people import Person

WRITERS = 4


class Outcome(NamedTuple):
    """What was acknowledged in all rounds, and what of it was not found again."""

    kills: int
    acknowledged: int
    lost: int


class Scribe:
    """One account that pushes as fast as it can and remembers what was acknowledged."""

    def __init__(self, url: str, number: int, answered: threading.Semaphore) -> None:
        self.person = Person(HttpApp(url), f"scribe{number}")
        if self.person.sign_up().status_code != 201:
            raise RuntimeError("the account could not be made")
        self.acknowledged: list[Record] = []
        self._answered = answered
        self.pending: Record | None = None

    def write_until_cut(self) -> None:
        """Push entries one after the other until the server is gone. An unanswered push is sent again next time."""
        person = self.person
        while True:
            self.pending = self.pending or person.put(
                *(person.row() for _ in range(random.randint(1, 20)))
            )
            try:
                result = person.push(self.pending)[person.log()]
            except (OSError, http.client.HTTPException):
                return
            if result["problem"] is not None:
                raise RuntimeError(result)
            self.acknowledged.append(self.pending)
            self.pending = None
            self._answered.release()

    def lost(self) -> int:
        """How many acknowledged records the server does not have any more, byte for byte."""
        stored = set(self.person.feed())
        return sum(record not in stored for record in self.acknowledged)


def campaign(server: LiveServer, kills: int, seed: int = 0) -> Outcome:
    """Kill the server at random moments under load; after each restart everything acknowledged must be there."""
    chance = random.Random(seed)
    answered = threading.Semaphore(0)
    scribes = [Scribe(server.url, number, answered) for number in range(WRITERS)]
    lost = 0
    for _ in range(kills):
        threads = [threading.Thread(target=scribe.write_until_cut) for scribe in scribes]
        for thread in threads:
            thread.start()
        # After some answers, while the next ones are on their way.
        for _ in range(chance.randint(1, 40)):
            if not answered.acquire(timeout=60):
                raise RuntimeError("the server answers no longer")
        server.kill()
        for thread in threads:
            thread.join()
        server.start()
        lost += sum(scribe.lost() for scribe in scribes)
    return Outcome(kills, sum(len(scribe.acknowledged) for scribe in scribes), lost)


def main() -> int:
    """Run it and say what came of it; 1 when anything was lost."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--postgresql", action="store_true", help="on a cluster of its own")
    options = parser.parse_args()
    with contextlib.ExitStack() as stack:
        folder, url = Path(stack.enter_context(tempfile.TemporaryDirectory())), ""
        if options.postgresql:
            cluster = Cluster()
            stack.callback(cluster.close)
            url = cluster.create()
        server = LiveServer(folder / "server", RATELIMIT_ENABLED="0", DATABASE_URL=url)
        stack.callback(server.stop)
        outcome = campaign(server, options.kills, options.seed)
    sys.stdout.write(
        f"{outcome.kills} kills, {outcome.acknowledged} acknowledged, {outcome.lost} lost\n"
    )
    return 1 if outcome.lost else 0


if __name__ == "__main__":
    sys.exit(main())
