"""W1, new phone: one client seals and uploads N entries, a fresh second client downloads them until the list could be shown.

    python -m benchmarks.new_phone [100 1000 10000]

Beside each figure stands the raw limit of the same run (`benchmarks.limit`) and the ratio to it. The second client's time
is counted after the passphrase was stretched; stretching is printed apart. Every entry is compared afterwards.
"""

import os
import sys
import time
from pathlib import Path

from benchmarks import limit
from benchmarks.entries import entry
from benchmarks.rounds import rounds
from journal.client.client import Client
from journal.protocol import credentials
from tests.live_server import LiveServer

PASSPHRASE = "six plain words that nobody else uses"


def stretched() -> float:
    """Seconds of one Argon2id of profile 1, the median of three."""
    times = []
    for _ in range(3):
        begin = time.perf_counter()
        credentials.stretch(PASSPHRASE.encode(), os.urandom(16), os.urandom(32))
        times.append(time.perf_counter() - begin)
    return sorted(times)[1]


def peak_memory(group: int) -> int:
    """Largest resident size in MiB of the processes of one group since they started."""
    peaks = []
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
        except OSError:
            continue
        if lines.get("NSpgid", "").strip() == str(group) and "VmHWM" in lines:
            peaks.append(int(lines["VmHWM"].split()[0]) // 1024)
    return max(peaks, default=0)


def upload(client: Client, count: int) -> float:
    """Seconds to write `count` entries on the device and have the server's word for all of them."""
    given = [entry(index) for index in range(count)]
    begin = time.perf_counter()
    client.write_many({"title": one["title"], "text": one["text"]} for one in given)
    client.sync()
    return time.perf_counter() - begin


def check(client: Client, count: int) -> None:
    """Every text came back."""
    shown = sorted(client.read(one.author, one.item)["text"] for one in client.entries())
    if shown != sorted(entry(index)["text"] for index in range(count)):
        raise SystemExit("the second client does not hold what the first one wrote")


def measure(count: int, folder: Path) -> None:
    """One row of the table."""
    limit_a, limit_b = limit.measure(count)
    server = LiveServer(folder / "data", RATELIMIT_ENABLED="0")
    try:
        first, second = Client(folder / "first"), Client(folder / "second")
        kit = first.sign_up(server.url, "bench", "Bench", "patient", PASSPHRASE)
        first.sync()
        idle, before = peak_memory(server.group), (first.server.requests, first.server.sent)
        up = upload(first, count)
        requests, sent = first.server.requests - before[0], first.server.sent - before[1]
        stretch = stretched()
        begin = time.perf_counter()
        second.sign_in(server.url, "bench", PASSPHRASE, kit)
        if len(second.entries()) != count:
            raise SystemExit("the list is not whole")
        down = time.perf_counter() - begin - stretch
        text = sum(map(len, limit.plaintexts(count)))
        print(
            f"{count:>6} | up {up:6.2f} s = {up / limit_a:4.1f}× limit, {requests:>2} requests, {sent / count:6.0f} B/entry"
            f" | down {down:6.2f} s = {down / limit_b:4.1f}× limit, {second.server.requests:>2} requests,"
            f" {second.server.received / count:6.0f} B/entry = {second.server.received / text:4.2f}× plaintext"
            f" | passphrase {stretch:4.2f} s | server {idle} → {peak_memory(server.group)} MiB",
            flush=True,
        )
        check(second, count)
    finally:
        server.stop()


def main() -> None:
    """Print the table."""
    rounds(__doc__, measure)


if __name__ == "__main__":
    sys.exit(main())
