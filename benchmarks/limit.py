"""The raw limit of a new phone (W1): what the same bytes cost with nothing around them.

A half: AES-256-GCM over every entry, one SQLite transaction (WAL, synchronous=FULL) of the
ciphertexts, one POST of all bytes to a minimal WSGI app under the production server.
B half: one GET of all bytes, decrypt every entry.
"""

import http.client
import json
import os
import pathlib
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from benchmarks.entries import entry

HERE = pathlib.Path(__file__).resolve().parent.parent


def plaintexts(count: int) -> list[bytes]:
    """`count` entries as UTF-8 JSON, about 2,207 bytes each."""
    return [json.dumps(entry(i), ensure_ascii=False).encode() for i in range(count)]


def echo_app(environ, start_response):
    """Keeps the last POSTed body in memory and gives it back to GET."""
    if environ["REQUEST_METHOD"] == "POST":
        echo_app.kept = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))
        start_response("204 No Content", [])
        return [b""]
    start_response("200 OK", [("Content-Length", str(len(echo_app.kept)))])
    return [echo_app.kept]


echo_app.kept = b""


def free_port() -> int:
    """A port nobody listens on right now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_open(port: int, seconds: float = 30) -> None:
    """Return when something accepts connections on `port`; raise TimeoutError otherwise."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise TimeoutError(f"nothing listens on port {port}")


def start_echo(port: int) -> subprocess.Popen[bytes]:
    """The minimal app under the server the product uses."""
    command = [
        sys.executable,
        "-m",
        "benchmarks.serve",
        "benchmarks.limit:echo_app",
        str(port),
        "8",
    ]
    return subprocess.Popen(command, cwd=HERE)


def exchange(port: int, method: str, body: bytes | None = None) -> bytes:
    """One request on a connection of its own."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request(method, "/", body)
    answer = connection.getresponse().read()
    connection.close()
    return answer


def half_a(texts: list[bytes], cipher: AESGCM, folder: str, port: int) -> list[tuple[bytes, bytes]]:
    """Encrypt, store durably, send."""
    rows = [(nonce := os.urandom(12), cipher.encrypt(nonce, text, None)) for text in texts]
    database = sqlite3.connect(pathlib.Path(folder) / "limit.sqlite")
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=FULL")
    database.execute("CREATE TABLE row (nonce BLOB, body BLOB)")
    with database:
        database.executemany("INSERT INTO row VALUES (?, ?)", rows)
    database.close()
    exchange(port, "POST", b"".join(body for _, body in rows))
    return rows


def half_b(rows: list[tuple[bytes, bytes]], cipher: AESGCM, port: int) -> None:
    """Fetch, decrypt."""
    everything, at = memoryview(exchange(port, "GET")), 0
    for nonce, body in rows:
        cipher.decrypt(nonce, bytes(everything[at : at + len(body)]), None)
        at += len(body)


def measure(count: int) -> tuple[float, float]:
    """Seconds of the A half and of the B half for `count` entries."""
    texts, cipher, port = plaintexts(count), AESGCM(AESGCM.generate_key(256)), free_port()
    server = start_echo(port)
    try:
        wait_until_open(port)
        with tempfile.TemporaryDirectory() as folder:
            begin = time.perf_counter()
            rows = half_a(texts, cipher, folder, port)
            middle = time.perf_counter()
            half_b(rows, cipher, port)
            return middle - begin, time.perf_counter() - middle
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    for size in (100, 1000, 10000):
        a, b = measure(size)
        print(f"{size:>6} entries: A {a * 1000:7.1f} ms   B {b * 1000:7.1f} ms")
