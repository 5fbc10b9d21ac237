"""A small load generator: some kept connections in one thread, requests finished beforehand, answers only counted."""

import selectors
import socket
import time
from collections.abc import Iterator
from typing import NamedTuple


class Load(NamedTuple):
    """What came of it: answers per second, and the milliseconds that half and 99 % of them took."""

    rate: float
    p50: float
    p99: float
    failed: int
    answers: int

    def __str__(self) -> str:
        """For a column of a table."""
        return (
            f"{self.rate:7.0f}/s  p50 {self.p50:6.2f}  p99 {self.p99:7.2f} ms  failed {self.failed}"
        )


class _Connection:
    def __init__(self, port: int, requests: Iterator[bytes]) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.requests, self.received, self.begun = requests, b"", 0.0

    def send(self) -> bool:
        request = next(self.requests, None)
        if request is None:
            return False
        self.begun = time.perf_counter()
        self.socket.sendall(request)
        return True

    def whole(self) -> bool:
        """Whether the answer has arrived; reads what is there."""
        self.received += self.socket.recv(1 << 20)
        head, found, body = self.received.partition(b"\r\n\r\n")
        if not found:
            return False
        length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
        return len(body) >= length


def run(
    port: int, requests: list[Iterator[bytes]], seconds: float, good: bytes = b"HTTP/1.1 200"
) -> Load:
    """Each connection sends its requests one after the other until they or `seconds` are over."""
    chooser, times, failed = selectors.DefaultSelector(), [], 0
    open_connections = 0
    for each in requests:
        connection = _Connection(port, each)
        chooser.register(connection.socket, selectors.EVENT_READ, connection)
        open_connections += connection.send()
    begun = time.perf_counter()
    while open_connections:
        for key, _ in chooser.select():
            connection = key.data
            if not connection.whole():
                continue
            now = time.perf_counter()
            times.append(now - connection.begun)
            failed += not connection.received.startswith(good)
            connection.received = b""
            if now - begun > seconds or not connection.send():
                chooser.unregister(connection.socket)
                connection.socket.close()
                open_connections -= 1
    took, times = time.perf_counter() - begun, sorted(times)
    at = lambda share: times[int(share * (len(times) - 1))] * 1000  # noqa: E731
    return Load(len(times) / took, at(0.5), at(0.99), failed, len(times))
