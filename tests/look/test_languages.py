"""Every screen on a phone in German and in the pseudo-locales, in a phone's font, a wide and a narrow one, at the usual size and at 200 %: no word is cut, none lies over another."""

import re
from collections.abc import Callable

import pytest

from tests.browser.chromium import Chromium
from tests.browser.page import PATIENCE, PHONE
from tests.fonts import FAMILIES, WEAR
from tests.look.test_screens import SCREENS, STANDS

ENGLISH = {"design"}
"""Screens for those who build the app."""
NAMES = [screen for screen in SCREENS if screen not in ENGLISH]
PLACES = {re.split(r"[/?]", SCREENS[screen][0].partition("#/")[2])[0]: screen for screen in NAMES}
CASES = [(screen, "en-XB") for screen in NAMES] + [(screen, "de") for screen in PLACES.values()]
"""Each state of a screen in the pseudo-locale, which is longer than any language and runs from right to left; each place once in German, the longest of ours."""

_CUT = """(size) => {
  const root = document.documentElement;
  root.style.fontSize = size;
  const beyond = (one) => {
    const { left, right } = one.getBoundingClientRect();
    return one.checkVisibility() && (right > root.clientWidth + 0.5 || left < -0.5);
  };
  const wide =
    root.scrollWidth > root.clientWidth
      ? [...document.querySelectorAll("body *")].filter(beyond).map((one) => `beyond the screen: ${one.tagName} ${one.className}`)
      : [];
  const scrolls = (one) => /auto|scroll/.test(getComputedStyle(one).overflowX);
  const cut = [...document.querySelectorAll("body *")]
    .filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0)
    .filter((one) => !one.closest("svg, .unseen, select") && getComputedStyle(one).display !== "inline")
    .filter((one) => !scrolls(one) && !(one.matches("input, textarea") && !one.value))
    .filter((one) => [...one.childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim()));
  return [...wide, ...cut.map((one) => `${one.tagName} ${one.className}: ${one.textContent.trim().slice(0, 60)}`)];
}"""
_OVER = """() => {
  // As much of a line of text as the boxes around it let through.
  const seen = ({ left, right, top, bottom }, parent) => {
    for (let one = parent; one; one = one.parentElement) {
      if (getComputedStyle(one).overflowY === "visible" || one === document.documentElement) continue;
      const edge = one.getBoundingClientRect();
      [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
      [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
    }
    return { left, right, top, bottom };
  };
  const boxes = [];
  const walker = document.createTreeWalker(document.querySelector("dialog[open]") ?? document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.trim() || !parent.checkVisibility() || parent.closest(".unseen, svg, select, option, textarea, .toast")) continue;
    // What keeps its place while the rest scrolls lies over it on purpose.
    let held = parent;
    while (held && !/fixed|sticky/.test(getComputedStyle(held).position)) held = held.parentElement;
    if (held) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      const box = seen(rect, parent);
      if (box.right - box.left > 2 && box.bottom - box.top > 2) boxes.push({ box, parent, text: node.data.trim() });
    }
  }
  const found = [];
  for (const [index, a] of boxes.entries()) {
    for (const b of boxes.slice(index + 1)) {
      if (a.parent.contains(b.parent) || b.parent.contains(a.parent)) continue;
      const width = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const height = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      const lower = Math.min(a.box.bottom - a.box.top, b.box.bottom - b.box.top);
      if (width > 3 && height > lower / 2) found.push(`${a.text.slice(0, 40)} / ${b.text.slice(0, 40)}`);
    }
  }
  return found;
}"""


@pytest.mark.parametrize(("screen", "language"), CASES)
def test_no_word_is_cut(
    screen: str, language: str, preview: str, open_page: Callable[..., Chromium]
) -> None:
    """Nothing is wider than the screen or than its own box, and no two sentences share a place."""
    path, steps = SCREENS[screen]
    query, _, place = path.partition("#")
    page = open_page("chromium", size=PHONE)
    page.goto(f"{preview}/app{query or '?'}&language={language}#{place}")
    page.native.wait_for_selector(STANDS.get(query, "nav, .editor, .gallery, [data-testid=agree]"))
    if steps:
        steps(page.native)
    assert page.evaluate("() => document.documentElement.lang") == language
    found = {}
    for font, families in FAMILIES.items():
        page.evaluate(WEAR, families)
        for size in ("100%", "200%"):
            found[font, size] = page.evaluate(_CUT, size) + page.evaluate(_OVER)
    assert {case: words for case, words in found.items() if words} == {}
    assert page.complaints == []


_WORDS = """() => (document.querySelector("#app").ariaBusy ? "" : document.body.innerText.replace(/\\d+/g, "#").slice(0, 1500))"""
_GO = """(place) => new Promise((done) => {
  if (location.hash === place) return done();
  addEventListener("hashchange", () => done(), { once: true });
  location.hash = place;
})"""
_IS_GERMAN = """() => [...document.querySelectorAll("[data-testid=lock]")].some((one) => one.innerText === "Sperren")"""
_GERMAN = """() => localStorage.setItem("look", JSON.stringify({ language: "de" }))"""


def _visits(page: Chromium, places: list[str]) -> dict[str, str]:
    """Words of each place, digits apart, for minutes go by; a long list is drawn a piece at a time, and so only its beginning."""
    found = {}
    for place in places:
        page.evaluate(_GO, place)
        found[place] = page.until(lambda: page.evaluate(_WORDS), place, PATIENCE)
    return found


@pytest.mark.parametrize("who", ["patient", "therapist"])
def test_a_chosen_language_is_spoken_everywhere_at_once(
    who: str, preview: str, open_page: Callable[..., Chromium]
) -> None:
    """What was read before in English and what was not: every place says what it says to somebody who came with that language."""
    query = {"patient": "", "therapist": "?as=therapist"}[who]
    paths = (SCREENS[screen][0].partition("#") for screen in PLACES.values())
    places = [f"#{place}" for start, _, place in paths if start == query and place]
    assert len(places) > 4
    page = open_page("chromium", size=PHONE)
    page.goto(f"{preview}/app{query}#/me")
    english = _visits(page, places[::2])
    page.evaluate(_GO, "#/me")
    page.choose("Language", "Deutsch")
    page.wait_for(_IS_GERMAN)
    changed = _visits(page, places)
    other = open_page("chromium", size=PHONE)
    other.goto(f"{preview}/app{query}#/me")
    other.evaluate(_GERMAN)
    other.reload()
    other.wait_for(_IS_GERMAN)
    assert changed == _visits(other, places)
    assert all(changed[place] != words for place, words in english.items())
