"""The three engines by name."""

from pathlib import Path

import pytest

from tests.browser.chromium import Chromium
from tests.browser.firefox import Firefox
from tests.browser.page import Page
from tests.browser.webkit import WebKit

ENGINES = ["chromium", "firefox", "webkit"]


def start_page(request: pytest.FixtureRequest, engine: str, folder: Path, *, keeps: bool) -> Page:
    """A person's window; `folder` outlives it where `keeps` is true (not in WebKit: its driver keeps nothing)."""
    match engine:
        case "chromium" if keeps:
            return Chromium.with_profile(request.getfixturevalue("playwright"), folder)
        case "chromium":
            return Chromium.in_context(request.getfixturevalue("chromium"))
        case "firefox":
            return Firefox(folder)
        case "webkit" if not keeps:
            return WebKit(request.getfixturevalue("display"), folder)
    raise ValueError(f"{engine} cannot be started like this")
