"""Waiting for somebody else: asking again, a little later each time, for an hour at most."""

import time
from collections.abc import Callable
from typing import TypeVar

from journal.client.errors import ClientError, Offline

FIRST, MOST = 2.0, 30.0
LONGEST = 3_600.0
"""Seconds."""

T = TypeVar("T")


def wait_for(ask: Callable[[], T | None], nothing: str) -> T:
    """What `ask` answers once it answers anything; while the server cannot be reached it has answered nothing.

    Raises ClientError `nothing-came` with the sentence `nothing` after an hour.
    """
    pause, waited = FIRST, 0.0
    while True:
        try:
            found = ask()
        except Offline:
            found = None
        if found:
            return found
        if waited >= LONGEST:
            raise ClientError("nothing-came", nothing)
        time.sleep(pause)
        pause, waited = min(MOST, pause * 1.5), waited + pause
