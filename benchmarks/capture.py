"""Words from the lock: from loading the locked app, or tapping at the lock, to the first accepted character. Offline, in Chromium.

    python -m benchmarks.capture [RUNS]

The app has been installed and unlocked once; then the server is gone, and every run is a browser context's cold page of a phone's size.
"shortcut": from navigating to `/app#/capture` until a character that is typed stands in the field. "tap": from the tap at the lock, which has
just drawn, until the same. "kept": from that character until it lies sealed on the device. Milliseconds.
"""

import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser.chromium import Chromium
from tests.browser.plays.patient import Patient
from tests.live_server import LiveServer

PHONE = {"width": 390, "height": 844}
TYPE = """() => new Promise((resolve) => {
  const typed = () => {
    const field = document.querySelector("#capture");
    if (!field || field.readOnly) return requestAnimationFrame(typed);
    field.focus();
    field.addEventListener("input", () => requestAnimationFrame(() => resolve(performance.now())), { once: true });
    document.execCommand("insertText", false, "a");
  };
  typed();
})"""
TAP = """() => new Promise((resolve) => {
  const link = document.querySelector("[data-testid=capture-open]");
  if (link) resolve(performance.now()); else requestAnimationFrame(() => resolve(-1));
})"""
KEPT = """() => new Promise((resolve) => {
  const look = () => document.querySelector("[data-testid=capture-state]").innerText.startsWith("Kept")
    ? resolve(performance.now()) : setTimeout(look, 2);
  look();
})"""


def prepare(playwright, profile: Path, server: LiveServer) -> None:
    """One sign-up, and the app kept on the device."""
    page = Chromium.with_profile(playwright, profile)
    ada = Patient(page, server.url, "Ada")
    ada.signs_up()
    page.wait_for("() => navigator.serviceWorker.controller !== null")
    page.close()


def shortcut(page: Page, url: str) -> tuple[float, float]:
    """Cold page, straight to the field."""
    page.goto(f"{url}/app#/capture", wait_until="commit")
    typed = page.evaluate(TYPE)
    return typed, page.evaluate(KEPT) - typed


def tap(page: Page, url: str) -> tuple[float, float]:
    """The lock stands; one tap."""
    page.goto(f"{url}/app", wait_until="commit")
    page.wait_for_selector("[data-testid=capture-open]")
    start = page.evaluate(TAP)
    page.evaluate("() => document.querySelector('[data-testid=capture-open]').click()")
    typed = page.evaluate(TYPE)
    return typed - start, page.evaluate(KEPT) - typed


def tell(name: str, values: list[float]) -> None:
    """One line of the distribution."""
    cuts = statistics.quantiles(values, n=20, method="inclusive")
    print(
        f"{name:<10} n={len(values)}  min {min(values):6.0f}  p50 {statistics.median(values):6.0f}"
        f"  p95 {cuts[18]:6.0f}  max {max(values):6.0f} ms"
    )


def main(runs: int) -> None:
    """Measures and prints."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = LiveServer(Path(folder) / "server")
        profile = Path(folder) / "profile"
        try:
            prepare(playwright, profile, server)
        finally:
            server.stop()
        kept: list[float] = []
        for name, way in (("shortcut", shortcut), ("tap", tap)):
            values = []
            window = Chromium.with_profile(playwright, profile)
            for _ in range(runs):
                page = window.context.new_page()
                page.set_viewport_size(PHONE)
                until_typed, until_kept = way(page, server.url)
                values.append(until_typed)
                kept.append(until_kept)
                page.close()
            window.close()
            tell(name, values)
        tell("kept", kept)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 30)
