"""Draws the PNG icons from `static/img/icon.svg` with Chromium: `.venv/bin/python tools/icons.py [folder]`.

The folder, `static/img` unless another is named, holds `icon.svg` and receives the PNGs. An operator who wants
another icon draws an own `icon.svg` (the shape's corners are the `rx` of its clip path, 512 × 512 units, the
drawing within the middle 80 %) and names the folder in `APP_ICON_DIR`.
"""

import re
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROUND = {"icon-192.png": 192, "icon-512.png": 512}
"""File name to size in pixels; transparent corners."""
FULL = {"maskable-192.png": 192, "maskable-512.png": 512, "apple-touch-icon.png": 180}
"""Drawn to the edge: the system cuts the shape."""


def draw(page: Page, svg: str, size: int, target: Path) -> None:
    """Render `svg` at `size` × `size` pixels into the PNG file `target`."""
    page.set_viewport_size({"width": size, "height": size})
    page.set_content(
        f"<style>*{{margin:0}}svg{{display:block;width:{size}px;height:{size}px}}</style>{svg}"
    )
    page.screenshot(path=target, omit_background=True)


def main() -> None:
    """Draw all icons of one folder."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "static/img")
    rounded = (folder / "icon.svg").read_text()
    square = re.sub(r' rx="\d+"', "", rounded)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        page = browser.new_page()
        for names, svg in ((ROUND, rounded), (FULL, square)):
            for name, size in names.items():
                draw(page, svg, size, folder / name)
        browser.close()


if __name__ == "__main__":
    main()
