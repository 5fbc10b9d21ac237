"""The serving process: one event loop on the socket that the parent opened."""

import asyncio
import contextlib
import os
import resource
import signal
import socket
from collections.abc import Callable

from journal.server.serving.connections import Connection, Front, Terms

GRACE = 15.0
"""Seconds for what is being answered when the end has come."""
OTHER_FILES = 128
"""Descriptors for all that is no connection."""


def serve(make_front: Callable[[Terms], Front], listening: socket.socket, terms: Terms) -> None:
    """Serve until SIGTERM, or until the parent is gone."""
    asyncio.run(_serve(make_front, listening, terms._replace(all=min(terms.all, _room()))))


async def _serve(
    make_front: Callable[[Terms], Front], listening: socket.socket, terms: Terms
) -> None:
    loop, told, parent = asyncio.get_running_loop(), asyncio.Event(), os.getppid()
    loop.add_signal_handler(signal.SIGTERM, told.set)
    front = make_front(terms)
    server = await loop.create_server(lambda: Connection(front), sock=listening, backlog=2048)
    step = min(1.0, terms.patience / 4)
    while not told.is_set() and os.getppid() == parent:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(told.wait(), step)
        front.tend()
    server.close()
    front.end()
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(front.empty.wait(), GRACE)
    front.turns.end()


def _room() -> int:
    """How many connections this process may have open; it asks for as many as it is allowed."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = Terms().all + OTHER_FILES
    if soft < wanted:
        soft = wanted if hard == resource.RLIM_INFINITY else min(hard, wanted)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    return max(soft - OTHER_FILES, 16)
