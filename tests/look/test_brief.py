"""The page before a meeting, on paper."""

import re
from collections.abc import Callable

import pytest

from tests.browser.chromium import Chromium
from tests.browser.page import DESK, PHONE
from tests.look.test_screens import read_measure

_LENGTHEN = """() => {
  const article = document.querySelector("article.reading");
  for (let n = 0; n < 90; n++) article.append(Object.assign(document.createElement("p"), { innerText: `Paragraph ${n}` }));
}"""


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_an_open_entry_is_printed_whole(
    size: tuple[int, int], preview: str, open_page: Callable[..., Chromium]
) -> None:
    """What is read in the room comes out on paper to its last word, with whose it is, and not the timeline beside it."""
    page = open_page("chromium", size=size)
    page.goto(f"{preview}/app?as=therapist#/person/nell")
    read_measure(page.native)
    words = "() => document.querySelector('article.reading').innerText"
    page.evaluate(_LENGTHEN)
    wanted = [line for line in page.evaluate(words).splitlines() if line.strip()]
    page.native.emulate_media(media="print")
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    shown = page.native.locator("body").inner_text()
    assert [line for line in wanted if line not in shown] == []
    assert shown.startswith("Nell G.")
    for gone in ("Preparation", "Private note", "Lock", "Mark as read", "To read"):
        assert gone not in shown.splitlines()
    pdf = page.native.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) > 2


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
