"""Threads that the networks share: whoever asks much waits for their own requests, not others for theirs."""

import threading
from collections import OrderedDict, deque
from collections.abc import Callable
from queue import SimpleQueue

Job = Callable[[], None]


class Turns:
    """Jobs run on `threads` threads, one of each network in turn. A job raises nothing."""

    def __init__(self, threads: int) -> None:
        self._waiting: OrderedDict[str, deque[Job]] = OrderedDict()
        self._lock = threading.Lock()
        self._calls: SimpleQueue[bool] = SimpleQueue()
        self._threads = [threading.Thread(target=self._work, daemon=True) for _ in range(threads)]
        for thread in self._threads:
            thread.start()

    def add(self, network: str, job: Job) -> None:
        """Let `job` run when it is this network's turn."""
        with self._lock:
            self._waiting.setdefault(network, deque()).append(job)
        self._calls.put(True)

    def end(self) -> None:
        """Wait for the jobs that run and wait, and end the threads."""
        for _ in self._threads:
            self._calls.put(False)
        for thread in self._threads:
            thread.join()

    def _work(self) -> None:
        while self._calls.get():
            self._next()()

    def _next(self) -> Job:
        with self._lock:
            network, jobs = self._waiting.popitem(last=False)
            job = jobs.popleft()
            if jobs:
                self._waiting[network] = jobs
        return job
