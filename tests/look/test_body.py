"""The sheet of the body on a phone: the figure whole, and the way out of it always in sight."""

from collections.abc import Callable

import pytest

from tests.browser.chromium import Chromium
from tests.browser.page import PHONE
from tests.look.test_screens import cut

SMALL_PHONE = (320, 568)

_SCROLL = "(part) => { const sheet = document.querySelector('dialog'); sheet.scrollTo(0, part * sheet.scrollHeight); }"
_IN_SIGHT = """(selector) => {
  const sheet = document.querySelector("dialog").getBoundingClientRect();
  const foot = document.querySelector("dialog .foot").getBoundingClientRect();
  const { top, bottom } = document.querySelector(selector).getBoundingClientRect();
  return top >= sheet.top && bottom <= (selector === ".body-map.painted" ? foot.top : sheet.bottom);
}"""
_FOCUS_IS_FREE = """() => {
  const { left, top, width, height } = document.activeElement.getBoundingClientRect();
  return document.activeElement.contains(document.elementFromPoint(left + width / 2, top + height / 2));
}"""
_DONE = "[data-testid=beside-done]"


@pytest.mark.parametrize("language", ["en", "es", "de"])
def test_the_figure_and_the_way_out_are_in_sight(
    language: str, preview: str, open_page: Callable[..., Chromium]
) -> None:
    """At the beginning, on the way through the list and at its end; on the smallest phone and at 200 % the way out is."""
    page = open_page("chromium", size=PHONE)
    page.goto(f"{preview}/app?language={language}#/write")
    page.native.click("[data-testid=tool-body]")
    for part in (0, 0.3, 1):
        page.evaluate(_SCROLL, part)
        assert page.evaluate(_IN_SIGHT, ".body-map.painted")
        assert page.evaluate(_IN_SIGHT, _DONE)
    page.set_size(*SMALL_PHONE)
    assert page.evaluate(_IN_SIGHT, _DONE)
    assert cut(page) == []
    page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")
    for part in (0, 1):
        page.evaluate(_SCROLL, part)
        assert page.evaluate(_IN_SIGHT, _DONE)


def test_no_place_is_reached_beneath_the_way_out(
    preview: str, open_page: Callable[..., Chromium]
) -> None:
    """Tab goes through all places, and each that has the focus can be seen and pressed."""
    page = open_page("chromium", size=PHONE)
    page.goto(f"{preview}/app#/write")
    page.native.click("[data-testid=tool-body]")
    page.native.locator("dialog .segments button").last.focus()
    for _ in range(page.native.locator("dialog [type=checkbox]").count()):
        page.native.keyboard.press("Tab")
        assert page.evaluate("() => document.activeElement.type") == "checkbox"
        assert page.evaluate(_FOCUS_IS_FREE)
