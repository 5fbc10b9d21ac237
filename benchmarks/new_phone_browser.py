"""W1, new phone, in Chromium: the Python client has uploaded N entries, a browser signs in and shows the list.

    python -m benchmarks.new_phone_browser [100 1000 10000]

Counted from the moment the passphrase was stretched (measured apart in the same worker's engine) until `entries()` answers with
every summary; `first` is when the first fifty could be shown. Bytes are those of the answers of `GET feed`.
"""

import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from benchmarks import limit
from benchmarks.new_phone import PASSPHRASE, peak_memory, upload
from benchmarks.rounds import rounds_in_chromium
from journal.client.client import Client
from tests.live_server import LiveServer

STRETCH = """async () => {
  const { stretch } = await import("/static/js/protocol/credentials.js");
  const times = [];
  for (let i = 0; i < 3; i++) {
    const begin = performance.now();
    await stretch(new TextEncoder().encode("six plain words"), crypto.getRandomValues(new Uint8Array(16)), crypto.getRandomValues(new Uint8Array(32)));
    times.push(performance.now() - begin);
  }
  return times.sort((a, b) => a - b)[1];
}"""

SIGN_IN = """async ([handle, passphrase, kitCode, count]) => {
  const { vault } = await import("/static/js/vault/door/client.js");
  const begin = performance.now();
  let first = 0;
  const whole = new Promise((resolve) => {
    const look = async () => {
      const { length } = await vault.entries();
      if (!first && length >= Math.min(50, count)) first = performance.now() - begin;
      if (length === count) resolve(performance.now() - begin);
    };
    vault.addEventListener("changed", look);
    vault.signIn({ handle, passphrase, kitCode }).then(look);
  });
  return { whole: await whole, first };
}"""


def answers_of_feed(page: Page) -> list[int]:
    """Sizes of the feed's answers, in bytes as sent; grows while the page works."""
    sizes: list[int] = []

    def take(response: Any) -> None:
        if "/api/v1/feed" in response.url:
            sizes.append(int(response.headers.get("content-length", 0)))

    page.context.on("response", take)
    return sizes


def measure(browser: Any, count: int, folder: Path) -> None:
    """One row of the table."""
    _, limit_b = limit.measure(count)
    server = LiveServer(folder / "data", RATELIMIT_ENABLED="0")
    try:
        writer = Client(folder / "writer")
        kit = writer.sign_up(server.url, "bench", "Bench", "patient", PASSPHRASE)
        upload(writer, count)
        page = browser.new_context().new_page()
        sizes = answers_of_feed(page)
        page.goto(f"{server.url}/help")
        stretch = page.evaluate(STRETCH) / 1000
        took = page.evaluate(SIGN_IN, ["bench", PASSPHRASE, kit, count])
        whole, first = took["whole"] / 1000 - stretch, took["first"] / 1000 - stretch
        text = sum(map(len, limit.plaintexts(count)))
        print(
            f"{count:>6} | list whole {whole:6.2f} s = {whole / limit_b:5.1f}× limit, first fifty {first:5.2f} s"
            f" | {len(sizes)} feed requests, {sum(sizes) / count:6.0f} B/entry = {sum(sizes) / text:4.2f}× plaintext"
            f" | passphrase {stretch:4.2f} s | server {peak_memory(server.group)} MiB",
            flush=True,
        )
        page.context.close()
    finally:
        server.stop()


def main() -> None:
    """Print the table."""
    rounds_in_chromium(__doc__, measure)


if __name__ == "__main__":
    sys.exit(main())
