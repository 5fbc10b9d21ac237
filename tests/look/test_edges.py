"""The edges of a page: the system's bars take its colour, nothing lies under a notch, and no button over words."""

from collections.abc import Callable

import pytest

from tests.browser.chromium import Chromium
from tests.browser.page import DESK, PHONE
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

_OVER_WORDS = """() => {
  const main = document.querySelector("main");
  const fixed = [...main.querySelectorAll("*")].filter((one) => {
    const { position } = getComputedStyle(one);
    return (position === "fixed" || position === "sticky") && one.checkVisibility();
  });
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.trim() || !parent.checkVisibility() || parent.closest(".unseen")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const one of fixed) {
      if (one.contains(parent)) continue;
      const over = one.getBoundingClientRect();
      const ground = getComputedStyle(one).backgroundColor;
      for (const { left, right, top, bottom } of range.getClientRects()) {
        if (right <= over.left || left >= over.right || bottom <= over.top + 1 || top >= over.bottom) continue;
        // What is wholly under a band of the page's own ground is not seen there, as under the navigation.
        const isBand = over.left <= left && over.right >= right && ground === getComputedStyle(document.documentElement).backgroundColor;
        if (!isBand || scrollY + innerHeight >= document.documentElement.scrollHeight - 1) found.push(node.data.trim().slice(0, 60));
      }
    }
  }
  return found;
}"""


@pytest.mark.parametrize("screen", ["journal", "journal-drafts", "journal-calendar", "today"])
def test_no_button_lies_over_words(
    screen: str, preview: str, open_page: Callable[..., Chromium]
) -> None:
    """Wherever one has scrolled to: what stays in place stands on a band of the page's ground, and at the end of the page it covers nothing."""
    path, steps = SCREENS[screen]
    page = open_page("chromium", size=PHONE)
    page.goto(f"{preview}/app{path}")
    page.native.wait_for_selector("nav")
    if steps:
        steps(page.native)
    for size in (PHONE, LYING, DESK):
        page.set_size(*size)
        for part in (0, 0.37, 0.71, 1):
            page.evaluate(
                "(part) => scrollTo(0, part * document.documentElement.scrollHeight)", part
            )
            assert page.evaluate(_OVER_WORDS) == []


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
