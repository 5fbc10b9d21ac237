"""A browser that translates: every screen says the same as on a page that nobody touched, and people's words are left alone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.chromium import Chromium
from tests.browser.page import PHONE
from tests.look.test_screens import SCREENS, STANDS, answer

TRANSLATOR = (Path(__file__).parent / "translator.js").read_text()
_SHOWN = """() => {
  const words = [];
  for (const drawn of document.querySelectorAll("#app, dialog")) {
    const walker = document.createTreeWalker(drawn, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, data } = walker.currentNode;
      if (parentElement.checkVisibility() && data.trim()) words.push(data);
    }
  }
  return words.join("").replace(/[«»]/g, "").replace(/\\s+/g, " ");
}"""
_TOUCHED = """() => [...document.querySelectorAll("font")].length"""

TOUR = [
    "today-skipped",
    "write-feelings",
    "share-parts",
    "trash-erase",
    "fill-review",
    "queue",
    "caseload-many",
    "journal-nothing",
    "person",
    "reading-room",
]


def go_to(page: Chromium, preview: str, screen: str, *, translated: bool) -> None:
    """To a screen, and what leads on from there."""
    path, steps = SCREENS[screen]
    page.goto(f"{preview}/app{path}")
    page.native.wait_for_selector(
        STANDS.get(path.partition("#")[0], "nav, .editor, .gallery, .help, [data-testid=agree]")
    )
    if translated:
        page.evaluate(f"() => {{ {TRANSLATOR} translatePage(); }}")
    if steps:
        steps(page.native)


@pytest.mark.parametrize("screen", TOUR)
def test_a_translated_screen_says_what_it_says(
    screen: str, preview: str, open_page: Callable[..., Chromium]
) -> None:
    """What was done on it is seen on it, as on a page that nobody touched."""
    plain, touched = open_page(size=PHONE), open_page(size=PHONE)
    go_to(plain, preview, screen, translated=False)
    go_to(touched, preview, screen, translated=True)
    assert touched.evaluate(_TOUCHED) > 0
    plain.comes_to(lambda: plain.evaluate(_SHOWN) == touched.evaluate(_SHOWN), True)
    assert touched.complaints == []


def test_the_item_that_is_shown_is_the_item_that_is_answered(
    preview: str, open_page: Callable[..., Chromium]
) -> None:
    """PHQ-9, translated: each of its ten questions stands on the screen in its own words, and with its number."""
    page = open_page(size=PHONE)
    page.goto(f"{preview}/app#/fill/PHQ-9")
    page.find("#item")
    page.evaluate(f"() => {{ {TRANSLATOR} translatePage(); }}")
    seen = []
    for number in range(1, 10):
        page.wait_for(
            "(step) => document.body.innerText.replace(/[«»]/g, '').includes(step)",
            f"Question {number} of 10",
        )
        seen.append(page.evaluate("() => document.querySelector('#item').innerText.trim()"))
        answer("1")(page.native)
    assert len(set(seen)) == 9
    assert "hurting yourself" in seen[8]
    assert not any("«" in words for words in seen)
