"""W1, part A, in Chromium: N entries are sealed, kept on the device and uploaded by the browser's vault.

    python -m benchmarks.upload_browser [100 1000 10000]

Counted from handing the texts to the worker until the server has said that it keeps all of them; `kept` is when all were safe on the
device. Every text is compared afterwards by the Python client.
"""

import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import Route

from benchmarks import limit
from benchmarks.entries import entry
from benchmarks.new_phone import PASSPHRASE, check, peak_memory
from benchmarks.rounds import rounds_in_chromium
from journal.client.client import Client
from tests.live_server import LiveServer

WORKER = Path(__file__).with_name("vault_worker.js")

START = """async ([handle, passphrase]) => {
  const { vaultWorkerUrl } = await import("/static/js/ui/trusted.js");
  const worker = new Worker(vaultWorkerUrl(), { type: "module" });
  let calls = 0;
  globalThis.call = (method, input) => new Promise((resolve, reject) => {
    const id = ++calls;
    worker.addEventListener("message", ({ data }) => {
      if (data.id === id) data.reason ? reject(new Error(data.reason)) : resolve(data.result);
    });
    worker.postMessage({ id, method, input });
  });
  const { kitCode, ask } = await call("startSignUp", { handle, passphrase, name: "Bench", role: "patient" });
  const code = kitCode.replaceAll("-", "");
  await call("finishSignUp", { characters: ask.map((at) => code[at]).join("") });
  await call("syncNow");
  return kitCode;
}"""

UPLOAD = """async (entries) => {
  const drafts = entries.map(({ title, text }) => ({ title, text, prompt: null, phase: null, dosing: null, happened: null }));
  const begin = performance.now();
  await call("importMany", { drafts });
  const kept = performance.now() - begin;
  let status;
  do status = await call("syncNow"); while (status.waiting > 0 && status.state === "idle");
  return { kept, whole: performance.now() - begin, waiting: status.waiting };
}"""


def measure(browser: Any, count: int, folder: Path) -> None:
    """One row of the table."""
    limit_a, _ = limit.measure(count)
    server = LiveServer(folder / "data", RATELIMIT_ENABLED="0")
    try:
        page = browser.new_context().new_page()
        page.context.route("**/workers/vault-worker.js", serve_worker)
        pushes: list[int] = []
        page.context.on("request", lambda request: _note(request, pushes))
        page.goto(f"{server.url}/help")
        kit = page.evaluate(START, ["bench", PASSPHRASE])
        pushes.clear()
        took = page.evaluate(UPLOAD, [entry(index) for index in range(count)])
        whole, kept = took["whole"] / 1000, took["kept"] / 1000
        print(
            f"{count:>6} | kept {kept:6.2f} s, uploaded {whole:6.2f} s = {whole / limit_a:5.1f}× limit"
            f" | {len(pushes)} pushes, {sum(pushes) / count:6.0f} B/entry | left {took['waiting']}"
            f" | server {peak_memory(server.group)} MiB",
            flush=True,
        )
        page.context.close()
        reader = Client(folder / "reader")
        reader.sign_in(server.url, "bench", PASSPHRASE, kit)
        check(reader, count)
    finally:
        server.stop()


def serve_worker(route: Route) -> None:
    """Answers for the vault's worker with the benchmark's own."""
    # With the headers of the file whose place it takes: the page would not start it otherwise.
    route.fulfill(response=route.fetch(), body=WORKER.read_text())


def _note(request: Any, pushes: list[int]) -> None:
    if request.url.endswith("/api/v1/records"):
        pushes.append(len(request.post_data_buffer or b""))


def main() -> None:
    """Print the table."""
    rounds_in_chromium(__doc__, measure)


if __name__ == "__main__":
    sys.exit(main())
