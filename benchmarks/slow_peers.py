"""What slow peers cost the others: p50 and p99 of honest clients, quiet and under attack, and the server's memory.

    python -m benchmarks.slow_peers [--slow 16 200 2000] [--clients 50] [--seconds 5] [--caddy]

Slow peers come back as soon as they are closed, as many as there were. With `--caddy` everybody comes through a Caddy
with the settings of `docs/self-hosting.md`, by plain HTTP.
"""

import argparse
import contextlib
import os
import re
import resource
import selectors
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from itertools import repeat
from pathlib import Path
from typing import Self

from benchmarks.limit import free_port, wait_until_open
from benchmarks.load import run
from benchmarks.server import HERE, Writer, memory

GUIDE = HERE / "docs" / "self-hosting.md"


def kinds(writer: Writer) -> dict[str, tuple[bytes, bytes]]:
    """What each kind of slow peer sends at first, and then a piece of once a second."""
    head = writer.request("POST", "/api/v1/challenges").partition(b"Content-Type")[0]
    head += b"Content-Type: application/json\r\n"
    return {
        "slow head": (b"GET / HTTP/1.1\r\nX: ", b"a"),
        "no body": (head + b"Content-Length: 100\r\n\r\n", b""),
        "body drip": (head + b"Content-Length: 2000\r\n\r\n", b" "),
        "chunk drip": (head + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n"),
        "no reading": (writer.request("GET", "/api/v1/feed?after=0"), b""),
        "at rest": (writer.request("GET", "/api/v1/session"), b""),
    }


class Attack:
    """So many slow peers of one kind, on a thread of their own."""

    def __init__(self, port: int, kind: tuple[bytes, bytes], count: int) -> None:
        self._port, (self._first, self._drop), self._count = port, kind, count
        self._reads = b"GET /api/v1/feed" not in self._first
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run)
        self._peers = selectors.DefaultSelector()
        self.closed = 0

    def __enter__(self) -> Self:
        """Let them all come."""
        for _ in range(self._count):
            self._come()
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()
        for key in list(self._peers.get_map().values()):
            key.fileobj.close()

    def _come(self) -> None:
        peer = socket.socket()
        if not self._reads:
            peer.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        peer.settimeout(5)
        with contextlib.suppress(OSError):
            peer.connect(("127.0.0.1", self._port))
            peer.sendall(self._first)
            peer.setblocking(False)
        # Who does not read is told of the end alone, by being writable or not: it is asked once a second.
        self._peers.register(peer, selectors.EVENT_READ if self._reads else selectors.EVENT_WRITE)

    def _run(self) -> None:
        while not self._over.wait(1):
            for key in list(self._peers.get_map().values()):
                if self._is_closed(key.fileobj):
                    self._peers.unregister(key.fileobj)
                    key.fileobj.close()
                    self.closed += 1
                    self._come()

    def _is_closed(self, peer: socket.socket) -> bool:
        try:
            if not self._reads:
                return peer.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) != 0 or ended(peer)
            if self._drop:
                peer.send(self._drop)
            while True:
                if not peer.recv(65_536):
                    return True
        except BlockingIOError:
            return False
        except OSError:
            return True


def ended(peer: socket.socket) -> bool:
    """Whether the other side has closed (TCP_INFO of Linux: any state but ESTABLISHED)."""
    return peer.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 1)[0] != 1


def caddyfile(listen: int, target: int) -> str:
    """The one of the guide, with other addresses and without HTTPS."""
    text = re.search(r"`/etc/caddy/Caddyfile`:\n\n```\n(.*?)```", GUIDE.read_text(), re.DOTALL)[1]
    text = text.replace("journal.example.org", f"http://localhost:{listen}")
    text = text.replace("127.0.0.1:8000", f"127.0.0.1:{target}")
    return text.replace("{", "{\n    admin off\n    auto_https off", 1)


@contextlib.contextmanager
def served(folder: str, caddy: bool) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """The product, alone or behind Caddy, and the port to come to."""
    port, outer = free_port(), free_port()
    settings = {"PORT": str(port), "DATA_DIR": folder, "RATELIMIT_ENABLED": "0"}
    settings |= {"PROXY_HOPS": "1"} if caddy else {}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    started = [
        subprocess.Popen([sys.executable, "wsgi.py"], cwd=HERE, env=os.environ | settings, **quiet)
    ]
    try:
        wait_until_open(port)
        if caddy:
            file = Path(folder) / "Caddyfile"
            file.write_text(caddyfile(outer, port))
            started.append(subprocess.Popen(["caddy", "run", "--config", file], **quiet))
            wait_until_open(outer)
        yield started[0], outer if caddy else port
    finally:
        for process in reversed(started):
            process.terminate()
            process.wait()


def main() -> None:
    """Print a line for each kind and count."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--slow", type=int, nargs="+", default=[16, 200, 2_000])
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--caddy", action="store_true")
    options = parser.parse_args()
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    with tempfile.TemporaryDirectory() as folder, served(folder, options.caddy) as (process, port):
        writer = Writer(port, "writer")
        for _ in range(20):
            writer.push(writer.put(100))
        changes = writer.request("GET", "/api/v1/feed?after=21")
        honest = [repeat(changes)] * options.clients
        run(port, honest, 1)  # warm
        for name, kind in kinds(writer).items():
            for count in options.slow:
                quiet, before = run(port, honest, options.seconds), memory(process)
                with Attack(port, kind, count) as attack:
                    time.sleep(2)
                    load, during = run(port, honest, options.seconds), memory(process)
                print(
                    f"{name:10} {count:5}  quiet p50 {quiet.p50:6.1f} p99 {quiet.p99:6.1f} ms"
                    f"   attacked p50 {load.p50:6.1f} p99 {load.p99:6.1f} ms failed {load.failed}"
                    f"   ratio {load.p50 / quiet.p50:.2f} {load.p99 / quiet.p99:.2f}"
                    f"   {before:.0f} -> {during:.0f} MiB   closed {attack.closed}",
                    flush=True,
                )


if __name__ == "__main__":
    main()
