"""W4: requests a second of the server, and of a bare Flask app under the same server program in the same run.

    python -m benchmarks.server [--seconds 4] [--threads 8] [--entries 1000]

`changes` answers the one record behind a cursor; `put` takes one revision of about 2.5 KB: verified, chained, durable
before the answer. Each connection is an account of its own.
"""

import argparse
import http.client
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import repeat
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.limit import free_port, wait_until_open
from benchmarks.load import Load, run
from journal.protocol.credentials import make_credential
from journal.protocol.keys import Identity, KemKey, generate_secret
from journal.wire.bundles import build_bundle
from journal.wire.encoding import b64_encode
from journal.wire.headers import Head
from journal.wire.records import (
    Content,
    build_frame,
    build_record,
    plain_content,
    put_content,
    verify_record,
)
from journal.wire.rows import row_of

HERE = Path(__file__).resolve().parent.parent
BODY = 2_360
"""Bytes of a sealed entry of 2,207 bytes."""
PUTS = 1_000
"""Prepared for each connection."""


class Writer:
    """An account that signs records ahead of time."""

    def __init__(self, port: int, handle: str) -> None:
        self.identity, self.head = Identity(generate_secret()), Head()
        self.port, self.cookies = port, ""
        session = self.call("GET", "/api/v1/session")
        self.csrf = session["csrf"]
        bundle = build_bundle(
            self.identity.sign, self.identity.public, 1, KemKey(generate_secret()).public
        )
        records = [
            self.frame("key", plain_content(bundle)),
            self.frame("ring", plain_content(os.urandom(2_000)), generation=1),
        ]
        self.call(
            "POST",
            "/api/v1/accounts",
            {
                "handle": handle,
                "credentials": [self.credential("password"), self.credential("kit")],
                "records": b64_encode(b"".join(records)),
            },
        )

    def call(self, method: str, path: str, value: Any = None) -> Any:
        """One call with JSON."""
        connection = http.client.HTTPConnection("localhost", self.port)
        headers = {"Cookie": self.cookies}
        if value is not None:
            headers |= {"Content-Type": "application/json", "X-CSRFToken": self.csrf}
        connection.request(method, path, json.dumps(value) if value is not None else None, headers)
        answer = connection.getresponse()
        data = answer.read()
        if answer.status >= 300:
            raise RuntimeError(f"{path}: {answer.status} {data!r}")
        for name, cookie in answer.getheaders():
            if name.lower() == "set-cookie":
                self.cookies += cookie.partition(";")[0] + "; "
        connection.close()
        return json.loads(data)

    def credential(self, kind: str) -> dict[str, str]:
        """A credential with a random secret."""
        x, id = generate_secret(), generate_secret(16)
        parameters = b"\1" + generate_secret(16) if kind == "password" else b""
        made = make_credential(kind, x, id, parameters, self.identity.public, generate_secret())
        return {
            name: value if name == "kind" else b64_encode(value)
            for name, value in made._asdict().items()
        }

    def frame(self, type: str, content: Content, **more: Any) -> bytes:
        """The next record of the private log."""
        public = self.identity.public
        record = build_record(self.identity.sign, public, public, self.head, type, content, **more)
        self.head = verify_record(record, self.head).head
        return build_frame(record)

    def put(self, rows: int = 1) -> bytes:
        """A put of this many new revisions."""
        fresh = [row_of(os.urandom(16), os.urandom(16), os.urandom(BODY)) for _ in range(rows)]
        return self.frame("put", put_content(fresh), epoch=1)

    def request(self, method: str, path: str, body: bytes = b"") -> bytes:
        """A whole request."""
        lines = [
            f"{method} {path} HTTP/1.1",
            "Host: localhost:" + str(self.port),
            f"Cookie: {self.cookies}",
            f"X-CSRFToken: {self.csrf}",
        ]
        if method == "POST":
            lines += ["Content-Type: application/octet-stream", f"Content-Length: {len(body)}"]
        return "\r\n".join(lines).encode() + b"\r\n\r\n" + body

    def push(self, body: bytes) -> None:
        """Send frames outside of the measured time."""
        connection = http.client.HTTPConnection("localhost", self.port)
        headers = {
            "Cookie": self.cookies,
            "X-CSRFToken": self.csrf,
            "Content-Type": "application/octet-stream",
        }
        connection.request("POST", "/api/v1/records", body, headers)
        answer = json.loads(connection.getresponse().read())
        if any(result["problem"] for result in answer["results"]):
            raise RuntimeError(answer)


def plain_request(method: str, path: str, body: bytes = b"") -> bytes:
    """A request to the bare app."""
    return (
        f"{method} {path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {len(body)}\r\n\r\n".encode()
        + body
    )


def start_ours(folder: str, port: int, threads: int) -> subprocess.Popen[bytes]:
    """The product."""
    settings = {
        "PORT": str(port),
        "DATA_DIR": folder,
        "THREADS": str(threads),
        "RATELIMIT_ENABLED": "0",
    }
    return subprocess.Popen(
        [sys.executable, "wsgi.py"],
        cwd=HERE,
        env=os.environ | settings,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def start_bare(folder: str, port: int, threads: int) -> subprocess.Popen[bytes]:
    """The bare app under the same server program."""
    return subprocess.Popen(
        [sys.executable, "-m", "benchmarks.serve", "benchmarks.bare:app", str(port), str(threads)],
        cwd=HERE,
        env=os.environ | {"BARE_FILE": f"{folder}/bare.sqlite3"},
    )


class Measured(NamedTuple):
    """What came of a load, and the milliseconds of CPU a request took, which other jobs on the machine change least."""

    load: Load
    cpu: float

    def __str__(self) -> str:
        """For a column of a table."""
        return f"{self.load}  cpu {self.cpu:5.2f} ms"


def family(process: subprocess.Popen[bytes]) -> list[int]:
    """The process and its children."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    return [process.pid, *map(int, children)]


def cpu_seconds(process: subprocess.Popen[bytes]) -> float:
    """CPU time that the process and its children have used."""
    ticks = 0
    for pid in family(process):
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def measure(
    process: subprocess.Popen[bytes], port: int, requests: list[Iterator[bytes]], seconds: float
) -> Measured:
    """Put a server under load."""
    before = cpu_seconds(process)
    load = run(port, requests, seconds)
    return Measured(load, (cpu_seconds(process) - before) * 1000 / load.answers)


def memory(process: subprocess.Popen[bytes]) -> float:
    """MiB held by a process and its children, shared pages counted once."""
    total = 0
    for pid in family(process):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                total += int(line.split()[1])
    return total / 1024


def measure_ours(folder: str, options: argparse.Namespace) -> dict[str, Any]:
    """Rates of the product."""
    port, found = free_port(), {}
    process = start_ours(folder, port, options.threads)
    try:
        wait_until_open(port)
        writers = [Writer(port, f"writer{n}") for n in range(32)]
        found["idle"] = memory(process)
        for _ in range(options.entries // 100):
            writers[0].push(writers[0].put(100))
        end = 2 + options.entries // 100
        writers[0].push(writers[0].put())
        changes = writers[0].request("GET", f"/api/v1/feed?after={end}")
        for count in (8, 32):
            found[f"changes @{count}"] = measure(
                process, port, [repeat(changes)] * count, options.seconds
            )
        for count in (8, 32):
            puts = [prepared(writer) for writer in writers[:count]]
            found[f"put @{count}"] = measure(process, port, puts, options.seconds)
        found["loaded"] = memory(process)
    finally:
        process.terminate()
        process.wait()
    return found


def prepared(writer: Writer) -> Iterator[bytes]:
    """Finished requests, each with the next put of this account."""
    made = [writer.request("POST", "/api/v1/records", writer.put()) for _ in range(PUTS)]
    return iter(made)


def measure_bare(folder: str, options: argparse.Namespace) -> dict[str, Any]:
    """Rates of the bare app."""
    port, found = free_port(), {}
    process = start_bare(folder, port, options.threads)
    try:
        wait_until_open(port)
        put = plain_request("POST", "/put", os.urandom(2_500))
        run(port, [iter([put] * options.entries)], 60)
        found["idle"] = memory(process)
        changes = plain_request("GET", f"/changes?after={options.entries - 1}")
        for count in (8, 32):
            found[f"changes @{count}"] = measure(
                process, port, [repeat(changes)] * count, options.seconds
            )
        for count in (8, 32):
            found[f"put @{count}"] = measure(process, port, [repeat(put)] * count, options.seconds)
        found["loaded"] = memory(process)
    finally:
        process.terminate()
        process.wait()
    return found


def main() -> None:
    """Print both and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=4)
    parser.add_argument("--threads", type=int, default=8)
    parser.add_argument("--entries", type=int, default=1_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bare, ours = measure_bare(folder, options), measure_ours(folder, options)
    for name, value in ours.items():
        other = bare[name]
        if isinstance(value, float):
            print(f"{name:12} {value:6.1f} MiB   bare {other:6.1f} MiB   {value / other:.2f}")
        else:
            print(f"{name:12} {value}   bare {other}   {value.load.rate / other.load.rate:.2f}")


if __name__ == "__main__":
    main()
