"""The parent process never gives up."""

import json
import os
import signal
from collections.abc import Callable
from pathlib import Path

from tests.live_server import LiveServer


def _worker(server: LiveServer) -> int:
    """The process that serves: the parent's only child."""
    children = Path(f"/proc/{server.group}/task/{server.group}/children")
    while not (found := children.read_text().split()):
        pass
    return int(found[0])


def test_a_worker_that_dies_often_is_started_again(start_server: Callable[..., LiveServer]):
    """Killed four times in a row: it serves again each time, after a longer pause, and the log says so."""
    server = start_server()
    for _ in range(4):
        os.kill(_worker(server), signal.SIGKILL)
        server.wait_until_ready()
    lines = [line for line in server.log.read_text().splitlines() if line.startswith("{")]
    died = [each for each in map(json.loads, lines) if each["event"] == "worker-ended"]
    assert [each["pause"] for each in died] == [0, 0.5, 1, 2]
    assert {each["status"] for each in died} == {-signal.SIGKILL}
