"""The edges of a phone: the system's bars take the page's colour, and nothing lies under a notch."""

from collections.abc import Callable

import pytest

from tests.browser.chromium import Chromium
from tests.browser.page import PHONE
from tests.look.test_screens import SCREENS, STANDS

LIGHT, DARK = "#f7f2e9", "#16151b"
NOTCH = 47
LYING = (667, 375)

_BARS = (
    "() => [...document.querySelectorAll('meta[name=theme-color]')].map(({ content }) => content)"
)
_LOOK = "(look) => localStorage.setItem('look', JSON.stringify(look))"
_UNDER = """(notch) => {
  const under = ({ left, right, width }) => width > 0 && (left < notch - 0.5 || right > innerWidth - notch + 0.5);
  const walker = document.createTreeWalker(document.querySelector("dialog[open]") ?? document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.data.trim() || !node.parentElement.checkVisibility() || node.parentElement.closest(".unseen, select")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    if ([...range.getClientRects()].some(under)) found.push(node.data.trim().slice(0, 60));
  }
  return found;
}"""


@pytest.mark.parametrize(
    ("theme", "query", "colours"),
    [
        ("system", "?", [LIGHT, DARK]),
        ("dark", "?", [DARK, DARK]),
        ("light", "?", [LIGHT, LIGHT]),
        ("system", "?dose", [DARK, DARK]),  # after a dose dark is the default
        ("light", "?dose", [LIGHT, LIGHT]),
    ],
)
def test_the_bars_of_the_system_have_the_colour_of_the_page(
    theme: str,
    query: str,
    colours: list[str],
    preview: str,
    open_page: Callable[..., Chromium],
) -> None:
    """Both metas, that for a light and that for a dark device, say what the page really is."""
    page = open_page("chromium", size=PHONE)
    # Anything small of the same origin: Chromium lays a long JSON out for half a minute on a busy machine.
    page.goto(f"{preview}/static/img/icon.svg")
    page.evaluate(_LOOK, {"theme": theme})
    page.goto(f"{preview}/app{query}")
    page.native.wait_for_selector("nav")
    assert page.evaluate(_BARS) == colours
    page.goto(f"{preview}/app?as=locked#/capture")
    page.native.wait_for_selector(".capture")
    assert page.evaluate(_BARS) == [DARK, DARK]
    page.evaluate("() => { location.hash = '#/help'; }")
    page.native.wait_for_selector(".help")
    assert page.evaluate(_BARS) == ([LIGHT, DARK] if theme == "system" else colours)


@pytest.mark.parametrize("screen", ["today", "journal", "share", "timeline"])
def test_no_word_lies_under_a_notch(
    screen: str, preview: str, open_page: Callable[..., Chromium]
) -> None:
    """On a phone that lies on its side, with what it takes at both ends."""
    path, steps = SCREENS[screen]
    page = open_page("chromium", size=LYING)
    session = page.context.new_cdp_session(page.native)
    insets = {"left": NOTCH, "leftMax": NOTCH, "right": NOTCH, "rightMax": NOTCH}
    session.send("Emulation.setSafeAreaInsetsOverride", {"insets": insets})
    page.goto(f"{preview}/app{path}")
    page.native.wait_for_selector(STANDS.get(path.partition("#")[0], "nav, .editor"))
    if steps:
        steps(page.native)
    assert page.evaluate(_UNDER, NOTCH) == []
