"""The line one types on: never behind a bar, the keyboard or the window's edge, in any form, in three engines."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.chromium import Chromium
from tests.browser.page import PHONE, Page

SIZES = {
    "upright": PHONE,
    "keyboard": (390, 400),
    "flat": (844, 390),
    "flat with keyboard": (844, 180),
    "small window": (760, 420),
}
LINES = 16

_TYPE = """(selector, lines) => {
  const field = document.querySelector(selector);
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
  field.value += "\\nA line.".repeat(lines);
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}"""
"""Most lines at once: the last ones are typed by keys."""

_LINE = """(selector) => new Promise((resolve) => {
  const look = () => {
    const field = document.querySelector(selector);
    const box = field.getBoundingClientRect();
    const lines = field.value.split("\\n").length;
    const high = height(field) / lines;
    const before = field.value.slice(0, field.selectionEnd).split("\\n").length - 1;
    const top = box.top + field.clientTop + parseFloat(getComputedStyle(field).paddingTop) + before * high - field.scrollTop;
    const at = (y) => {
      const one = document.elementFromPoint(box.left + 12, y);
      return one === field ? "field" : (one?.closest("[class]") ?? one)?.outerHTML.slice(0, 60) ?? "outside";
    };
    const seen = visualViewport.offsetTop + visualViewport.height;
    resolve({ top: at(top + 3), bottom: at(top + high - 3), isAboveKeyboard: top + high <= seen + 1, from: top, to: top + high, seen });
  };
  const height = (field) => {
    const copy = field.cloneNode();
    copy.value = field.value;
    Object.assign(copy.style, { position: "absolute", minBlockSize: 0, blockSize: 0, padding: 0, fieldSizing: "fixed" });
    field.parentElement.append(copy);
    const { scrollHeight } = copy;
    copy.remove();
    return scrollHeight;
  };
  requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(look)));
})"""
"""What is shown where the line with the cursor has its upper and its lower edge, once what a key brought about is drawn."""


def line(page: Page, selector: str) -> dict[str, Any]:
    """Where the line with the cursor is, and whether something lies over it."""
    found: dict[str, Any] = page.evaluate(_LINE, selector)
    return found


def is_in_sight(found: dict[str, Any]) -> bool:
    """Whether all of the line can be read."""
    return found["top"] == found["bottom"] == "field" and found["isAboveKeyboard"]


def out_of_sight(page: Page, selector: str, keys: list[str]) -> dict[str, Any]:
    """Presses keys one by one, and gives every one after which the line with the cursor was not in sight."""
    hidden = {}
    for number, key in enumerate(["", *keys]):
        if key:
            page.press(key)
        found = line(page, selector)
        if not is_in_sight(found):
            hidden[f"{number} {key}"] = found
    return hidden


def test_the_line_one_types_on_is_in_sight(preview: str, open_page: Any, engine: str) -> None:
    """The editor, in every engine: a phone upright and flat, its keyboard opens, a small window, text twice as large."""
    page = open_page(engine, size=PHONE)
    page.goto(f"{preview}/app#/write")
    page.find("#words")
    page.evaluate(_TYPE, "#words", LINES)
    hidden = {}
    for name, size in SIZES.items():
        page.set_size(*size)
        hidden[name] = out_of_sight(page, "#words", ["Enter", "a"])
    page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")
    page.set_size(390, 400)
    hidden["large"] = out_of_sight(page, "#words", ["Enter", "b", *["ArrowUp"] * 6, "c"])
    assert {name: found for name, found in hidden.items() if found} == {}


FORMS: dict[str, tuple[str, list[str]]] = {
    "capture": ("?as=locked#/capture", []),
    "answer": ("", ["main a[href^='#/entry/']", "[data-testid=answer-comment]"]),
    "thread": ("#/thread/thread-1", []),
    "plan": ("#/safety/plan", []),
    "setup": ("?as=therapist&away#/setup", []),
    "comment": ("?as=therapist#/queue", ["[data-testid=queue-row]"]),
    "assign": ("?as=therapist#/assign/nell", []),
    "dosing": ("#/dosing", ["[data-testid=dose]"]),
    "course": ("#/course/course-1", []),
}
"""Forms in which one types more than a line, and what leads to them."""

_MARK = """() => {
  document.querySelectorAll("textarea").forEach((field, index) => { field.dataset.field = index; });
  return document.querySelectorAll("textarea").length;
}"""


@pytest.mark.parametrize("form", FORMS)
def test_so_it_is_in_every_form(
    form: str, preview: str, open_page: Callable[..., Chromium]
) -> None:
    """Every text area of every form, above a keyboard upright and flat."""
    path, steps = FORMS[form]
    page = open_page("chromium", size=PHONE)
    page.goto(f"{preview}/app{path}")
    for step in steps:
        page.native.locator(step).first.click()
    page.native.wait_for_selector("textarea")
    hidden = {}
    for index in range(page.evaluate(_MARK)):
        field = f"[data-field='{index}']"
        page.evaluate(_TYPE, field, LINES)
        for size in ((390, 400), (844, 180)):
            page.set_size(*size)
            hidden[f"{field} {size}"] = out_of_sight(page, field, ["Enter", "a"])
    assert {name: found for name, found in hidden.items() if found} == {}


_OVER_THE_PAGE = """
const seen = Object.assign(new EventTarget(), { offsetTop: 0, height: 844, scale: 1 });
Object.defineProperty(globalThis, "visualViewport", { value: seen });
globalThis.openKeyboard = (height) => {
  seen.height = innerHeight - height;
  seen.dispatchEvent(new Event("resize"));
};
"""


def test_a_keyboard_that_lies_over_the_page_hides_neither_line_nor_tools(
    preview: str, open_page: Callable[..., Chromium]
) -> None:
    """As on an iPhone: the page stays as long as it was, and what is seen of it is less."""
    page = open_page("chromium", size=PHONE)
    page.native.add_init_script(_OVER_THE_PAGE)
    page.goto(f"{preview}/app#/write")
    page.find("#words")
    page.evaluate("() => openKeyboard(380)")
    page.evaluate(_TYPE, "#words", LINES)
    assert out_of_sight(page, "#words", ["Enter", "a", "ArrowUp"]) == {}
    foot = page.native.locator(".editor > footer").bounding_box()
    assert foot is not None
    assert foot["y"] + foot["height"] <= 844 - 380


_FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(scrollY))))"
_TYPED_AND_GONE = """() => {
  const field = document.querySelector("#field-rhythm");
  field.focus();
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  document.querySelector("[data-testid=save-setup]").scrollIntoView({ block: "center", behavior: "instant" });
  return scrollY;
}"""
_BEHIND_THE_EDGE = """() => {
  const field = document.querySelector("#field-text");
  scrollBy({ top: field.getBoundingClientRect().top + 10, behavior: "instant" });
  return scrollY;
}"""


def test_the_page_stands_still_for_who_scrolls_and_presses(preview: str, chromium: Browser) -> None:
    """Who has typed and scrolled on is not called back, and nothing moves between a press and its release."""
    page = Chromium.in_context(chromium, has_touch=True, is_mobile=True)
    try:
        page.set_size(390, 400)
        page.goto(f"{preview}/app?as=therapist&away#/setup")
        page.find("[data-testid=save-setup]")
        gone = page.evaluate(_TYPED_AND_GONE)
        assert page.evaluate(_FRAMES) == gone
        page.evaluate("() => document.querySelector('#field-text').focus()")
        page.evaluate("() => document.activeElement.setSelectionRange(0, 0)")
        page.evaluate(_FRAMES)
        behind = page.evaluate(_BEHIND_THE_EDGE)
        session = page.context.new_cdp_session(page.native)
        touch = {"type": "touchStart", "touchPoints": [{"x": 195, "y": 200}]}
        session.send("Input.dispatchTouchEvent", touch)
        page.evaluate("() => { dispatchEvent(new Event('resize')); }")
        assert page.evaluate(_FRAMES) == behind
        session.send("Input.dispatchTouchEvent", {"type": "touchCancel", "touchPoints": []})
        page.wait_for("(behind) => scrollY < behind", behind)
    finally:
        page.close()
