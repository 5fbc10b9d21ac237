"""The parent process: it holds the port, and starts the process that serves again whenever that has died."""

import multiprocessing
import os
import signal
import socket
import time
from collections.abc import Callable
from multiprocessing.connection import wait
from typing import Any

SHORTEST, LONGEST = 0.5, 30.0
"""Seconds before the next start: doubled with each death that follows soon, for ever."""
STEADY = 60.0
"""Seconds after which a death counts as the first again."""
PATIENCE = 20.0
"""Seconds that the serving process has to come to its end."""


def listen(host: str, port: int) -> socket.socket:
    """The socket that stays open for as long as the parent lives. Raises OSError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family, backlog=2048)


class Keeper:
    """Runs `serve` in a process of its own until SIGINT or SIGTERM."""

    def __init__(self, serve: Callable[[], None], tell: Callable[..., None]) -> None:
        self._serve, self._tell = serve, tell
        self._told, self._wake = os.pipe()
        self._process: Any = None

    def run(self, started: Callable[[], None]) -> None:
        """Keep it running; `started` is called once, after the first start."""
        os.set_blocking(self._wake, False)
        signal.set_wakeup_fd(self._wake, warn_on_full_buffer=False)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: None)
        began = self._start()
        started()
        pause = 0.0
        while self._told not in wait([self._told, self._process.sentinel]):
            self._process.join()
            pause = 0.0 if time.monotonic() - began > STEADY else pause
            self._tell("worker-ended", status=self._process.exitcode, pause=pause)
            if wait([self._told], pause):
                break
            pause = min(max(SHORTEST, 2 * pause), LONGEST)
            began = self._start()
        self._end()

    def _start(self) -> float:
        self._process = multiprocessing.get_context("fork").Process(target=self._child)
        self._process.start()
        return time.monotonic()

    def _child(self) -> None:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        # Ctrl-C reaches every process of a terminal; the parent decides.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.set_wakeup_fd(-1)
        self._serve()

    def _end(self) -> None:
        self._process.terminate()
        self._process.join(PATIENCE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
