"""A copy of everything, in Chromium: N entries of 2 KB become one .zip on the page.

    python -m benchmarks.take_copy [100 1000 10000]

`block` is the longest time between two ticks of the page meanwhile: how long a tap may go unanswered.
"""

import sys
from pathlib import Path
from typing import Any

from benchmarks.entries import entry
from benchmarks.new_phone import PASSPHRASE
from benchmarks.rounds import rounds_in_chromium
from benchmarks.upload_browser import START, UPLOAD, serve_worker
from tests.live_server import LiveServer

COPY = """async () => {
  const { makeCopy } = await import("/static/js/views/account/copy-file.js");
  const vault = { copyList: () => call("copyList"), copyPage: (input) => call("copyPage", input) };
  let [last, block, pages] = [performance.now(), 0, 0];
  const tick = setInterval(() => {
    const now = performance.now();
    block = Math.max(block, now - last);
    last = now;
  }, 4);
  const begin = performance.now();
  const { signal } = new AbortController();
  const made = await makeCopy(vault, (name) => name, { signal, tell: () => pages++ });
  const whole = performance.now() - begin;
  clearInterval(tick);
  return { whole, block, pages, bytes: made.blob.size, counts: made.counts, unread: made.unread.length, heap: performance.memory?.usedJSHeapSize };
}"""


def measure(browser: Any, count: int, folder: Path) -> None:
    """One row of the table."""
    server = LiveServer(folder / "data", RATELIMIT_ENABLED="0")
    try:
        page = browser.new_context().new_page()
        page.context.route("**/workers/vault-worker.js", serve_worker)
        page.goto(f"{server.url}/help")
        page.evaluate(START, ["bench", PASSPHRASE])
        page.evaluate(UPLOAD, [entry(index) for index in range(count)])
        took = page.evaluate(COPY)
        if took["counts"]["entries"] != count or took["unread"]:
            raise ValueError(f"not all of it: {took}")
        print(
            f"{count:>6} | {took['whole'] / 1000:.1f} s in {took['pages']} pages, longest block {took['block']:.0f} ms"
            f" | {took['bytes'] / 1e6:.1f} MB | page's heap {took['heap'] / 1e6:.0f} MB",
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
