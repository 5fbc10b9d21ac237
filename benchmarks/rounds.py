"""What benchmarks over numbers of entries share: which numbers, and in Chromium the browser; every round in a folder of its own."""

import argparse
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import launch


def rounds(description: str | None, measure: Callable[[int, Path], None]) -> None:
    """A round for each number of entries that the command line names."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("counts", nargs="*", type=int, default=[100, 1000, 10000])
    for count in parser.parse_args().counts:
        with tempfile.TemporaryDirectory() as folder:
            measure(count, Path(folder))


def rounds_in_chromium(
    description: str | None, measure: Callable[[Browser, int, Path], None]
) -> None:
    """The same, in one browser process."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        rounds(description, lambda count, folder: measure(browser, count, folder))
        browser.close()
