"""The first visit of a new phone: what is transferred until the first screen stands, and what is then kept for offline.

    python -m benchmarks.first_load [URL]

Without a URL a server is started for the run. Bytes are those on the wire: bodies as they were compressed and, apart
from them, the headers of HTTP/1.1 (HTTP/2, which browsers speak with an HTTPS front, compresses repeated headers).
"""

import sys
import tempfile
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from tests.browser.chromium import launch
from tests.live_server import LiveServer

# The served page stands until the app draws its first screen in its place.
MARK_SCREEN = """
new MutationObserver((changes, observer) => {
  const removed = changes.flatMap(({ removedNodes }) => [...removedNodes]);
  if (!removed.some((node) => node instanceof Element && node.matches(".opening"))) return;
  performance.mark("screen");
  observer.disconnect();
}).observe(document, { childList: true, subtree: true });
"""
TIMES = """() => ({
  screenMs: performance.getEntriesByName("screen")[0].startTime,
  paintMs: performance.getEntriesByName("first-contentful-paint")[0].startTime,
  screenAt: (performance.timeOrigin + performance.getEntriesByName("screen")[0].startTime) / 1000,
})"""


@dataclass
class Transfer:
    """One request as the browser saw it; `at` in seconds since 1970, sizes in bytes on the wire."""

    url: str
    at: float
    total: int = 0
    headers: int = 0

    @property
    def body(self) -> int:
        """Bytes of the body as it was compressed."""
        return self.total - self.headers


@dataclass
class FirstLoad:
    """What happened until the first screen stood."""

    transfers: list[Transfer]
    paint_ms: float
    screen_ms: float
    kept_bytes: int
    """Of the one file, compressed, that holds all that is kept for offline."""

    @property
    def body_bytes(self) -> int:
        """Bodies as they were compressed."""
        return sum(transfer.body for transfer in self.transfers)

    @property
    def header_bytes(self) -> int:
        """Response headers of HTTP/1.1."""
        return sum(transfer.headers for transfer in self.transfers)


def watch(session: CDPSession) -> dict[str, Transfer]:
    """Notes every request of the page from now on, by its id."""
    found: dict[str, Transfer] = {}

    def sent(event: dict[str, Any]) -> None:
        found[event["requestId"]] = Transfer(event["request"]["url"], event["wallTime"])

    def received(event: dict[str, Any]) -> None:
        found[event["requestId"]].headers = int(event["response"]["encodedDataLength"])

    def finished(event: dict[str, Any]) -> None:
        found[event["requestId"]].total = int(event["encodedDataLength"])

    session.on("Network.requestWillBeSent", sent)
    session.on("Network.responseReceived", received)
    session.on("Network.loadingFinished", finished)
    session.send("Network.enable")
    return found


def await_screen(page: Page) -> dict[str, float]:
    """Waits until the app has drawn its first screen, and tells when that and the first paint were."""
    ready = "() => performance.getEntriesByName('screen').length && performance.getEntriesByName('first-contentful-paint').length"
    page.wait_for_function(ready)
    times: dict[str, float] = page.evaluate(TIMES)
    return times


def measure(browser: Browser, url: str) -> FirstLoad:
    """A first visit at `url` in a fresh context of a phone's size."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.add_init_script(MARK_SCREEN)
    found = watch(context.new_cdp_session(page))
    page.goto(url + "/app")
    times = await_screen(page)
    page.wait_for_load_state("networkidle")
    context.close()
    before = [transfer for transfer in found.values() if transfer.at <= times["screenAt"]]
    return FirstLoad(before, times["paintMs"], times["screenMs"], body_size(url + "/build.json"))


def body_size(url: str) -> int:
    """Bytes of the body of `url` with brotli."""
    request = urllib.request.Request(url, headers={"Accept-Encoding": "br"})
    with urllib.request.urlopen(request) as answer:
        return len(answer.read())


def report(load: FirstLoad) -> None:
    """Prints what was measured."""
    for transfer in load.transfers:
        print(f"{transfer.body:8,} {transfer.headers:6,}  {transfer.url}")
    print(
        f"until the first screen: {len(load.transfers)} requests, {load.body_bytes:,} bytes of bodies,"
    )
    print(
        f"  {load.header_bytes:,} bytes of HTTP/1.1 headers; painted after {load.paint_ms:.0f} ms, screen after {load.screen_ms:.0f} ms"
    )
    print(f"then kept for offline: 1 request, {load.kept_bytes:,} bytes")


def main() -> None:
    """Measure the server named on the command line, or one of our own."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        server = None if len(sys.argv) > 1 else LiveServer(Path(folder) / "data")
        browser = launch(playwright)
        try:
            report(measure(browser, server.url if server else sys.argv[1].rstrip("/")))
        finally:
            browser.close()
            if server:
                server.stop()


if __name__ == "__main__":
    main()
