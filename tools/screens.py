"""Pictures of every screen, to be looked at: `.venv/bin/python tools/screens.py FOLDER [SCREEN…]`.

Over the invented vault of `tools/preview.py`: phone and desk, light and dark, at 200 % text, and in the pseudo-locale.
"""

import argparse
import sys
import tempfile
import threading
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from werkzeug.serving import make_server

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.browser.chromium import Chromium, launch  # noqa: E402
from tests.browser.page import DESK, PHONE  # noqa: E402
from tests.look.test_screens import SCREENS, STANDS  # noqa: E402
from tools.preview import create_preview  # noqa: E402

LOOKS = {
    "phone-light": (PHONE, "light", "100%", ""),
    "phone-dark": (PHONE, "dark", "100%", ""),
    "desk-light": (DESK, "light", "100%", ""),
    "desk-dark": (DESK, "dark", "100%", ""),
    "phone-large": (PHONE, "light", "200%", ""),
    "phone-pseudo": (PHONE, "light", "100%", "en-XA"),
}
"""Name of a look → size, theme, size of text, language."""


def take(browser: Browser, url: str, screen: str, look: str, folder: Path) -> None:
    """One picture."""
    size, theme, text, language = LOOKS[look]
    path, steps = SCREENS[screen]
    query, _, place = path.partition("#")
    asked = f"{query}{'&' if query else '?'}language={language}" if language else query
    window = Chromium.in_context(browser, color_scheme=theme)
    window.set_size(*size)
    window.goto(f"{url}/app{asked}{'#' if place else ''}{place}")
    window.native.wait_for_selector(STANDS.get(query, "nav, .editor, .gallery, .help"))
    if steps:
        steps(window.native)
    window.evaluate("(size) => { document.documentElement.style.fontSize = size; }", text)
    window.screenshot(folder / f"{screen}-{look}.png")
    window.close()


def main() -> None:
    """Take them all, or those that are named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("screens", nargs="*", choices=[[], *SCREENS], metavar="SCREEN")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    app = create_preview(Path(tempfile.mkdtemp()))
    server = make_server("127.0.0.1", 0, app, threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for screen in given.screens or SCREENS:
            for look in LOOKS:
                take(browser, f"http://127.0.0.1:{server.port}", screen, look, given.folder)
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main()
