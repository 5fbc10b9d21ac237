"""Search on the device, in Chromium: N entries lie there, the index is built, and words are looked for as one types.

    python -m benchmarks.find [100 1000 10000]

Nothing waits to be sent meanwhile. `index` is the first search after unlocking, which reads every entry; the others go from a key to the first sixty rows on the page's
side of the worker (`journal.js` asks for so many first), and to all that is found. Targets: under 100 ms once the index is up.
"""

import sys
from pathlib import Path
from typing import Any

from benchmarks.entries import entry
from benchmarks.new_phone import PASSPHRASE
from benchmarks.rounds import rounds_in_chromium
from benchmarks.upload_browser import START, UPLOAD, serve_worker
from tests.live_server import LiveServer

COLD = """async (passphrase) => {
  await call("lock");
  await call("unlock", { passphrase });
  const begin = performance.now();
  await call("find", { text: "", limit: 1 });
  const index = performance.now() - begin;
  const edit = await call("saveEntry", { title: "", text: "zanzibar", prompt: null, phase: null, dosing: null, happened: null });
  const again = performance.now();
  const [found] = await call("find", { text: "zanzibar" });
  if (found.id !== edit.id) throw new Error("not found");
  return { index, changed: performance.now() - again };
}"""

TYPE = """async ([words, limit]) => {
  const times = [];
  let found = 0;
  for (const word of words) {
    for (let end = 1; end <= word.length; end++) {
      const begin = performance.now();
      const rows = await call("find", { text: word.slice(0, end), ...(limit && { limit }) });
      times.push(performance.now() - begin);
      found = Math.max(found, rows.length);
    }
  }
  times.sort((a, b) => a - b);
  const at = (part) => times[Math.min(times.length - 1, Math.floor(part * times.length))];
  return { keys: times.length, found, p50: at(0.5), p95: at(0.95), most: times.at(-1) };
}"""


def words_of(count: int) -> list[str]:
    """What is typed: words that many entries have, one that one has, one that none has."""
    text = str(entry(count // 2)["text"]).lower().split()
    return [*text[:4], " ".join(text[4:8]), "zanzibar", "qqqq"]


def row(name: str, took: dict[str, float]) -> str:
    """One distribution."""
    times = ", ".join(f"{part} {took[part]:.0f}" for part in ("p50", "p95", "most"))
    return f"{name} {times} ms ({took['keys']:.0f} keys, up to {took['found']:.0f} found)"


def measure(browser: Any, count: int, folder: Path) -> None:
    """One row of the table."""
    server = LiveServer(folder / "data", RATELIMIT_ENABLED="0")
    try:
        page = browser.new_context().new_page()
        page.context.route("**/workers/vault-worker.js", serve_worker)
        page.goto(f"{server.url}/help")
        page.evaluate(START, ["bench", PASSPHRASE])
        page.evaluate(UPLOAD, [entry(index) for index in range(count)])
        cold = page.evaluate(COLD, PASSPHRASE)
        words = words_of(count)
        first, whole = (page.evaluate(TYPE, [words, limit]) for limit in (60, 0))
        print(
            f"{count:>6} | index {cold['index']:.0f} ms, after one more entry {cold['changed']:.0f} ms"
            f" | {row('first rows', first)} | {row('all', whole)}",
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
