"""Browsers for plays: `open_page()` gives one person's window, `engine` runs a test in all three engines.

A failing test leaves a picture of every open window in `test-results/`.
"""

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from tests.browser import chromium as chromium_driver
from tests.browser.engines import ENGINES, start_page
from tests.browser.page import DESK, Page
from tests.browser.webkit import Display

RESULTS = Path(__file__).parents[2] / "test-results"

OpenPage = Callable[..., Page]


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright, which only Chromium is driven by."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """One Chromium process for all tests; people get contexts of their own."""
    browser = chromium_driver.launch(playwright)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def display() -> Iterator[Display]:
    """The X display on which WebKit draws."""
    started = Display()
    yield started
    started.close()


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    """The name of each engine in turn: a test that asks for it runs in all three."""
    name: str = request.param
    return name


@pytest.fixture
def open_page(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[OpenPage]:
    """Opens windows, each a person of their own, and closes them after the test.

    `open_page("firefox", size=PHONE)`; `open_page(profile=folder)` keeps what Chromium or Firefox stores there,
    so that closing it and opening it again is a cold start of the device.
    """
    opened: list[Page] = []

    def open_page(
        engine: str = "chromium", *, size: tuple[int, int] = DESK, profile: Path | None = None
    ) -> Page:
        folder = profile or tmp_path / f"{engine}-{len(opened)}"
        page = start_page(request, engine, folder, keeps=profile is not None)
        opened.append(page)
        if size != DESK:
            page.set_size(*size)
        return page

    yield open_page
    open_now = [page for page in opened if not page.closed]
    if getattr(request.node, "failed", False):
        _take_pictures(request.node.name, open_now)
    for page in open_now:
        page.close()


def _take_pictures(test: str, pages: list[Page]) -> None:
    RESULTS.mkdir(exist_ok=True)
    for number, page in enumerate(pages):
        name = re.sub(r"[^\w.-]+", "_", f"{test}-{number}-{page.engine}")
        page.screenshot(RESULTS / f"{name}.png")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves out WebKitGTK where it does not exist; setting up has said so."""
    if sys.platform != "darwin":
        return
    absent = [one for one in items if _engine_of(one) == "webkit"]
    config.hook.pytest_deselected(items=absent)
    items[:] = [one for one in items if one not in absent]


def _engine_of(item: pytest.Item) -> str | None:
    callspec = getattr(item, "callspec", None)
    return callspec.params.get("engine") if callspec else None


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Tells `open_page` whether the test has failed."""
    report = yield
    if report.when == "call":
        item.failed = report.failed
    return report
