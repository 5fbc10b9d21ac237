"""The timeline in Chromium: from asking for it to its first picture, and the longest that anything else had to wait while one scrolls and looks closer.

    python -m benchmarks.timeline [100 1000 10000]

The screens are the app's own over the invented vault of `tools/preview.py`, so what is measured is all that happens on the page's side of the worker. `first` goes from
choosing the place to the frame after the drawing stands; `all` changes to everything; `task` is the longest task, and `frame` the longest time between two frames, while
the drawing is scrolled from end to end and looked at from everything to a day and back; `rest` is the longest time between two frames while nothing happens, which says how busy the machine is. A ratio is to
the smallest number of entries. Targets: `first` under 1 s, no task over 50 ms.
"""

import logging
import threading
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser
from werkzeug.serving import make_server

from benchmarks.rounds import rounds_in_chromium
from tests.browser.page import DESK, PHONE
from tools.preview import create_preview

FIRST = """async () => {
  const { promise, resolve } = Promise.withResolvers();
  const stands = () => document.querySelector("timeline-chart .axis, timeline-list li");
  const watch = new MutationObserver(() => stands() && resolve());
  watch.observe(document, { childList: true, subtree: true });
  const begin = performance.now();
  location.hash = "#/timeline";
  await promise;
  watch.disconnect();
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - begin;
}"""
WATCH = """() => {
  globalThis.tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)))
    .observe({ entryTypes: ["longtask"] });
  globalThis.frames = [];
  let before = performance.now();
  const frame = (now) => { frames.push(now - before); before = now; requestAnimationFrame(frame); };
  requestAnimationFrame(frame);
  globalThis.frameAfter = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}"""
ALL = """async () => {
  const select = document.querySelector("[data-testid=span]");
  const begin = performance.now();
  select.value = "all";
  select.dispatchEvent(new Event("change", { bubbles: true }));
  await frameAfter();
  return performance.now() - begin;
}"""
REST = """async () => {
  frames.length = 0;
  for (let n = 0; n < 60; n += 1) await frameAfter();
  return Math.max(...frames);
}"""
LINES = """async () => {
  tasks.length = frames.length = 0;
  const press = async (name) => {
    document.querySelector(`[data-testid=${name}]`).click();
    await frameAfter();
  };
  for (let n = 0; n < 12; n += 1) await press("zoom-plus");
  for (let n = 0; n < 7; n += 1) await press("zoom-minus");
  const box = document.querySelector(".chart-scroll");
  for (let part = 0; part <= 1; part += 0.01) {
    box.scrollLeft = part * box.scrollWidth;
    await frameAfter();
  }
  for (let n = 0; n < 12; n += 1) await press("zoom-minus");
  return { task: Math.max(0, ...tasks), frame: Math.max(...frames) };
}"""
LIST = """async () => {
  tasks.length = frames.length = 0;
  for (let part = 0; part <= 1; part += 0.01) {
    scrollTo(0, part * document.documentElement.scrollHeight);
    await frameAfter();
  }
  const rows = document.querySelectorAll("timeline-list li").length;
  return { task: Math.max(0, ...tasks), frame: Math.max(...frames), rows };
}"""

before: dict[str, float] = {}
"""The first paint at the smallest number of entries, by size of screen."""


def screen(
    browser: Browser, url: str, size: tuple[int, int], move: str
) -> tuple[float, float, dict[str, Any]]:
    """One size of screen: first picture, everything, and what moving through it takes."""
    page = browser.new_context(viewport={"width": size[0], "height": size[1]}).new_page()
    page.goto(url)
    page.wait_for_selector("nav")
    page.goto(f"{url}#/journal")  # the pieces that screens share are there
    page.wait_for_selector("[data-testid=entry-row]")
    page.evaluate(WATCH)
    first = page.evaluate(FIRST)
    rest = page.evaluate(REST)
    everything = page.evaluate(ALL)
    moved = page.evaluate(move) | {"rest": rest}
    page.context.close()
    return first, everything, moved


def measure(browser: Browser, count: int, folder: Path) -> None:
    """One row of the table."""
    server = make_server("127.0.0.1", 0, create_preview(folder), threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        url = f"http://127.0.0.1:{server.port}/app?many={count}"
        for name, size, move in (("desk", DESK, LINES), ("phone", PHONE, LIST)):
            first, everything, moved = screen(browser, url, size, move)
            ratio = first / before.setdefault(name, first)
            print(
                f"{count:>6} {name:<5} | first {first:.0f} ms ({ratio:.1f} times), all {everything:.0f} ms"
                f" | longest task {moved['task']:.0f} ms, frame {moved['frame']:.0f} ms, at rest {moved['rest']:.0f} ms"
                + (f" | {moved['rows']} rows in the page" if "rows" in moved else ""),
                flush=True,
            )
    finally:
        server.shutdown()
        thread.join()


def main() -> None:
    """Print the table."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    rounds_in_chromium(__doc__, measure)


if __name__ == "__main__":
    main()
