"""The hand: an act begins once, a tap hits what it was meant for, the focus stays on the page, and what is chosen is seen without colours."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.chromium import Chromium
from tests.browser.page import PHONE

_FOCUSED = "() => document.activeElement?.localName"

_COUNT_CLICKS = """() => {
  window.clicks = 0;
  addEventListener("click", () => { window.clicks += 1; }, { capture: true });
}"""

NOON = datetime.now(UTC).replace(hour=12, minute=0)


def at_noon(page: Chromium) -> None:
    """The day's questions are asked by day."""
    page.native.clock.install(time=NOON)


class Finger:
    """Touches on a slow phone."""

    def __init__(self, page: Chromium, slower: int = 4) -> None:
        self.session = page.context.new_cdp_session(page.native)
        self.session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
        self.page = page

    def taps_twice(self, selector: str) -> None:
        """Two touches on the same place, between which the page's clock stands still."""
        box = self.page.native.locator(selector).first.bounding_box()
        assert box is not None
        place = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
        self.page.native.clock.pause_at(NOON + timedelta(minutes=1))
        self.page.evaluate(_COUNT_CLICKS)
        for _ in range(2):
            self._touch("touchStart", [place])
            self._touch("touchEnd", [])
        # The click of a touch comes after its end, and on a busy machine long after.
        self.page.wait_for("() => window.clicks === 2")
        self.page.native.clock.resume()

    def _touch(self, kind: str, points: list[dict[str, float]]) -> None:
        self.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


@pytest.fixture
def touched(chromium: Browser, preview: str) -> Any:
    """Opens a screen of the preview on a phone with a touch screen."""
    opened = []

    def open_screen(path: str) -> Chromium:
        page = Chromium.in_context(chromium, has_touch=True, is_mobile=True)
        opened.append(page)
        page.set_size(*PHONE)
        at_noon(page)
        page.goto(f"{preview}/app{path}")
        page.native.wait_for_selector("nav, .editor")
        return page

    yield open_screen
    for page in opened:
        page.close()


def test_a_double_tap_answers_one_question(touched: Callable[[str], Chromium]) -> None:
    """Two touches on an answer leave the second question as it is."""
    page = touched("#/fill/PHQ-9")
    page.find("[data-testid=answer-3]")
    Finger(page).taps_twice("[data-testid=answer-3]")
    page.sees("Question 2 of 10")
    page.wait_for("() => !document.querySelector('.just-come')")
    assert "Question 2 of 10" in page.text()
    assert page.evaluate("() => !document.querySelector('[aria-pressed=true]')")


def test_a_double_tap_skips_one_question(touched: Callable[[str], Chromium]) -> None:
    """The card that moves up keeps its question."""
    page = touched("")
    asked = page.evaluate(
        "() => [...document.querySelectorAll('li[data-testid^=prompt-]')].map((one) => one.dataset.testid)"
    )
    Finger(page).taps_twice("[data-testid=skip]")
    page.find("[data-testid=toast]")
    page.wait_for("() => !document.querySelector('.just-come')")
    left = page.evaluate(
        "() => [...document.querySelectorAll('li[data-testid^=prompt-]')].map((one) => one.dataset.testid)"
    )
    assert asked[0] not in left
    assert asked[1] in left


_DRAW = """async (words) => {
  const [{ draw }, { html }] = await Promise.all([import("/static/js/ui/drawing.js"), import("lit-html")]);
  globalThis.pressed ??= 0;
  const count = () => { globalThis.pressed += 1; };
  globalThis.card ??= (words) => html`<div class="card"><button id="pressed" @click=${count}>Press</button><p>${words}</p></div>`;
  const place = document.querySelector("#place") ?? document.createElement("div");
  Object.assign(place, { id: "place", style: "padding-block: 100vh" });
  if (!place.isConnected) document.body.append(place);
  draw(card(words), place);
}"""
"""A card whose words change by themselves, with a button, on a page of its own height."""


def test_a_first_press_is_kept_whatever_is_drawn_beside_it(
    preview: str, open_page: Callable[..., Chromium]
) -> None:
    """Words of the card that change between press and release take nothing from it; nor do they when it has been scrolled to."""
    page = open_page(size=PHONE)
    page.goto(f"{preview}/app#/me")
    page.native.wait_for_selector("main h1")
    page.evaluate(_DRAW, "Not kept yet.")
    page.find("#pressed")
    page.native.hover("#pressed")
    page.native.mouse.down()
    page.evaluate(_DRAW, "Saved.")
    page.native.mouse.up()
    assert page.evaluate("() => globalThis.pressed") == 1
    page.evaluate("() => scrollBy(0, -120)")
    page.evaluate(_DRAW, "Kept again.")
    page.find("#pressed")
    page.evaluate(_DRAW, "Kept once more.")
    assert page.evaluate("() => !document.querySelector('.just-come')")


_MISS = """async () => {
  const [{ draw }, { html }] = await Promise.all([import("/static/js/ui/drawing.js"), import("lit-html")]);
  const place = document.createElement("div");
  place.style.paddingBlock = "100vh";
  document.body.append(place);
  const next = () => {
    place.style.paddingTop = "calc(100vh + 20px)";
    draw(html`<div class="card"><a href="#/help">Next</a></div>`, place);
  };
  draw(html`<div class="card"><button id="pressed" @click=${next}>Press</button></div>`, place);
}"""
"""A press that brings something a little below the finger."""


def test_what_comes_beside_the_finger_waits_too(
    preview: str, open_page: Callable[..., Chromium]
) -> None:
    """Browsers let a finger press what it only just misses: a second tap must not."""
    page = open_page(size=PHONE)
    at_noon(page)
    page.goto(f"{preview}/app#/me")
    page.native.wait_for_selector("main h1")
    page.evaluate(_MISS)
    page.find("#pressed")
    page.native.clock.pause_at(NOON + timedelta(minutes=1))
    page.native.locator("#pressed").click(position={"x": 10, "y": 10})
    page.wait_for("() => document.querySelector('.just-come')")


_SLOW_COMMENTS = """async () => {
  const { vault } = await import("/static/js/vault/door/client.js");
  const comment = vault.comment;
  globalThis.sent = 0;
  vault.comment = async (input) => {
    globalThis.sent += 1;
    await new Promise((resolve) => { globalThis.release = resolve; });
    return comment.call(vault, input);
  };
}"""


def test_a_comment_is_sent_once(preview: str, open_page: Callable[..., Chromium]) -> None:
    """However often Send is pressed before the first has gone."""
    page = open_page()
    page.goto(f"{preview}/app?as=therapist#/queue")
    page.native.locator("[data-testid=queue-row]").first.click()
    page.native.fill("#comment", "Thank you.")
    page.evaluate(_SLOW_COMMENTS)
    page.native.locator("[data-testid=send-comment]").dblclick()
    page.wait_for("() => globalThis.sent > 0")
    page.native.locator("[data-testid=send-comment]").click()
    page.evaluate("() => globalThis.release()")
    page.wait_for("() => document.querySelector('#comment').value === ''")
    assert page.evaluate("() => globalThis.sent") == 1


ACTS: dict[str, tuple[str, list[str]]] = {
    "skip": ("", ["[data-testid=skip]"]),
    "notice": ("?notices", [".notice button"]),
    "invitation": ("#/link", ["[data-testid=make-invitation]"]),
    "confirm": ("?answers#/people", ["[data-testid=answer-yes]"]),
    "bring back": ("#/trash", ["[data-testid=restore]"]),
    "throw away": (
        "#/journal",
        ["[data-testid=filter]", "[data-testid=filter-drafts]", "main li .btn.quiet.edge-end"],
    ),
    "reviewed": ("?as=therapist#/queue", ["[data-testid=queue-row]", "[data-testid=review]"]),
    "met today": ("?as=therapist#/person/nell", ["[data-testid=met-today]"]),
    "pinned": ("?as=therapist#/queue", ["[data-testid=queue-row]", "[data-testid=pin]"]),
}


@pytest.mark.parametrize("act", ACTS)
def test_the_focus_stays_on_the_page(
    act: str, preview: str, open_page: Callable[..., Chromium]
) -> None:
    """After every act, done by the keyboard, something has the focus."""
    path, steps = ACTS[act]
    page = open_page(size=PHONE)
    at_noon(page)
    page.goto(f"{preview}/app{path}")
    for step in steps[:-1]:
        page.native.locator(step).first.click()
    last = page.native.locator(steps[-1]).first
    last.focus()
    page.evaluate("() => { globalThis.before = document.querySelector('main').innerHTML; }")
    last.press("Enter")
    page.wait_for(
        "() => !document.querySelector('[aria-busy=true]') && document.querySelector('main').innerHTML !== globalThis.before"
    )
    assert page.evaluate(_FOCUSED) not in (None, "body", "html")


def test_back_over_a_sheet_closes_the_sheet(
    preview: str, open_page: Callable[..., Chromium], engine: str
) -> None:
    """The screen stays, and what was typed into the sheet is there when it is opened again."""
    page = open_page(engine, size=PHONE)
    page.goto(f"{preview}/app#/journal")
    page.find("[data-testid=find]")
    page.evaluate("() => { location.hash = '#/write'; }")
    for _ in range(2):
        page.click("[data-testid=tool-more]")
        page.click("[data-testid=tool-when]")
        page.find("dialog")
        found = page.evaluate("() => document.querySelector('#field-day').value")
        page.evaluate(
            "() => { document.querySelector('#field-day').value = '2026-02-03'; history.back(); }"
        )
        page.wait_for("() => !document.querySelector('dialog') && location.hash === '#/write'")
        page.find("#words")
    assert found == "2026-02-03"


CHOSEN: dict[str, tuple[str, list[str], str, str]] = {
    "answer": (
        "#/fill/PHQ-2",
        ["[data-testid=answer-1]", "[data-testid=previous]"],
        "[aria-pressed=true]",
        "[aria-pressed=false]",
    ),
    "calendar day": (
        "#/journal",
        ["[data-testid=order-calendar]", "button.day"],
        "button.day[aria-pressed=true]",
        "button.day[aria-pressed=false]",
    ),
    "queue row": (
        "?as=therapist#/queue",
        ["[data-testid=queue-row]"],
        "[data-testid=queue-row][aria-current]",
        "[data-testid=queue-row]:not([aria-current])",
    ),
    "chip": (
        "#/journal",
        ["[data-testid=kind-entry]"],
        ".chip[aria-pressed=true]",
        ".chip[aria-pressed=false]",
    ),
    "place": ("#/journal", [], ".places a[aria-current]", ".places a:not([aria-current])"),
}
_LOOKS = """(selector) => {
  const one = document.querySelector(selector);
  const { borderTopWidth, borderTopStyle, borderInlineStartWidth, borderInlineStartStyle, outlineStyle, outlineWidth, textDecorationLine } = getComputedStyle(one);
  return [borderTopWidth, borderTopStyle, borderInlineStartWidth, borderInlineStartStyle, outlineStyle, outlineWidth, textDecorationLine].join(" ");
}"""


@pytest.mark.parametrize("chosen", CHOSEN)
def test_what_is_chosen_is_seen_without_colours(
    chosen: str, preview: str, chromium: Browser
) -> None:
    """In forced colours it has another border, outline or line than what is not."""
    path, steps, yes, no = CHOSEN[chosen]
    page = Chromium.in_context(chromium, forced_colors="active")
    try:
        page.goto(f"{preview}/app{path}")
        page.native.wait_for_selector("nav, .editor")
        for step in steps:
            page.native.locator(step).first.click()
        page.native.wait_for_selector(yes)
        page.native.evaluate("() => document.activeElement.blur()")
        assert page.evaluate(_LOOKS, yes) != page.evaluate(_LOOKS, no)
    finally:
        page.close()


def test_a_way_on_ends_with_its_screen(preview: str, open_page: Callable[..., Chromium]) -> None:
    """A message whose button leads on from a screen is neither shown nor read on the next; one that undoes something is."""
    page = open_page("chromium", size=PHONE)
    said = "() => document.querySelector('.unseen[role=status]').textContent"
    for start, act, stays in (("trash", "restore", False), ("", "skip", True)):
        at_noon(page)
        page.goto(f"{preview}/app?screen={act}#/{start}")
        page.native.locator(f"[data-testid={act}]").first.click()
        page.find("[data-testid=toast] button.quiet")
        page.evaluate("() => { location.hash = '/people'; }")
        page.find("heading", "People")
        assert (
            page.evaluate("() => document.querySelector('[data-testid=toast]') !== null") == stays
        )
        assert bool(page.evaluate(said)) == stays
