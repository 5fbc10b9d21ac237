"""Ports for the servers of tests: each is one process's until it ends, also before its server listens and while it is stopped."""

import itertools
import os
import socket

FIRST, COUNT = 20_000, 6_000
"""Below the ports that Linux gives away by itself (from 32,768 on): one of those can be taken by any outgoing connection."""

_places = itertools.count(os.getpid() * 7)
_locks: list[socket.socket] = []


def free_port() -> int:
    """A port of 127.0.0.1 that no other test has. Raises OSError where all are taken."""
    for place in itertools.islice(_places, COUNT):
        port = FIRST + place % COUNT
        if _take(port):
            return port
    raise OSError("no port is free")


def _take(port: int) -> bool:
    # A name of Linux's abstract namespace: one process has it, and it goes with the process however that ends.
    lock = socket.socket(socket.AF_UNIX)
    try:
        lock.bind(f"\0afterglow-port-{port}")
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(("127.0.0.1", port))
    except OSError:
        lock.close()
        return False
    _locks.append(lock)
    return True
