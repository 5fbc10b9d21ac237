"""The page before a meeting, on paper."""

import re
from collections.abc import Callable

import pytest

from tests.browser.chromium import Chromium
from tests.browser.page import DESK


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_one_page(paper: str, preview: str, open_page: Callable[..., Chromium]) -> None:
    """A full page before a meeting is one sheet of paper, and nothing to press is on it."""
    page = open_page("chromium", size=DESK)
    page.goto(f"{preview}/app?as=therapist&told&asked&assigned#/brief/nell")
    page.native.wait_for_selector("[data-testid=brief-measures]")
    pdf = page.native.pdf(format=paper, prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1

    page.native.emulate_media(media="print")
    shown = page.native.locator("body").inner_text()
    for there in ("Nell G.", "To bring up", "Questionnaires", "Your notes", "Sent", "Shared"):
        assert there in shown
    for gone in ("Print", "We met today", "Don’t bring up", "Lock"):
        assert gone not in shown.splitlines()
