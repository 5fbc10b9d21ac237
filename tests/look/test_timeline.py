"""The timeline as lines on a desk: no word lies over another, one stop for Tab however much there is, one page of paper."""

import itertools
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page as NativePage

from tests.browser.axe import violations
from tests.browser.chromium import Chromium
from tests.browser.page import DESK, PHONE
from tests.fonts import FAMILIES, WEAR

OpenPage = Callable[..., Chromium]

_OVER = """() => {
  // What is scrolled out of sight lies over nothing.
  const clip = document.querySelector(".chart-scroll")?.getBoundingClientRect();
  const seen = (one) => {
    const { left, right, top, bottom } = one.getBoundingClientRect();
    const from = one.closest(".chart-scroll") ? clip.left : -Infinity;
    return { left: Math.max(left, from), right, top: top + 2, bottom: bottom - 2, text: one.textContent };
  };
  const words = [...document.querySelectorAll(".chart-names text, .chart text")]
    .filter((one) => one.checkVisibility() && one.textContent.trim()).map(seen)
    .filter(({ left, right }) => right > left + 1);
  const found = [];
  for (const [index, a] of words.entries())
    for (const b of words.slice(index + 1)) {
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (wide > 1 && high > 1) found.push(`${a.text} / ${b.text}`);
    }
  return found;
}"""
_STOPS = """() => document.querySelectorAll(":is(timeline-chart, .overlay) :is([tabindex='0'], a:not([tabindex]))").length"""
_FOCUSED = "() => document.activeElement.getAttribute('aria-label')"


def open_desk(open_page: OpenPage, url: str) -> Chromium:
    """A page of the preview on a desk, once its lines stand."""
    page = open_page("chromium", size=DESK)
    page.goto(url)
    page.native.wait_for_selector("timeline-chart .axis")
    return page


@pytest.mark.parametrize("language", ["en", "de", "es", "en-XA"])
def test_no_word_lies_over_another(language: str, preview: str, open_page: OpenPage) -> None:
    """By date, everything at once, and by days since a dose; in three fonts, at the usual size of text and at 143 %, which a person can choose."""
    path = f"/app?next=20&many=300&assigned&language={language}#/timeline"
    page = open_desk(open_page, f"{preview}{path}")
    for font, size in itertools.product(FAMILIES, ("100%", "143.75%")):
        page.evaluate(WEAR, FAMILIES[font])
        page.evaluate("(size) => { document.documentElement.style.fontSize = size; }", size)
        for choice in ("all", "course"):
            page.native.select_option("[data-testid=span]", choice)
            drawn(page.native)
            assert page.evaluate(_OVER) == []
        page.native.click("[data-testid=by-dose]")
        page.native.wait_for_selector(".overlay")
        assert page.evaluate(_OVER) == []
        page.native.click("[data-testid=by-date]")
        page.native.wait_for_selector("timeline-chart .axis")
    assert page.complaints == []


@pytest.mark.parametrize("screen", ["PHQ-9", "mood"])
def test_no_word_of_a_measure_lies_over_another(
    screen: str, preview: str, open_page: OpenPage
) -> None:
    """On a phone and on a desk, by date and by days since a dose; the names of Spanish bands are the longest."""
    page = open_page("chromium", size=PHONE)
    page.goto(f"{preview}/app?language=es#/measure/{screen}")
    page.native.wait_for_selector(".measure-figure")
    for size in (PHONE, DESK):
        page.set_size(*size)
        for way in page.native.locator(".segments button").all():
            way.click()
            drawn(page.native)
            assert page.evaluate(_OVER) == []


def drawn(page: NativePage) -> None:
    """Waits for what a change of size or of stretch draws."""
    page.evaluate(
        "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
    )


def test_ten_thousand_entries_are_one_stop(preview: str, open_page: OpenPage) -> None:
    """Tab comes to the drawing once; arrows go along rows and between them; a count opens by looking closer, and nothing is lost for the keyboard on the way."""
    page = open_desk(open_page, f"{preview}/app?many=10000#/timeline")
    page.native.select_option("[data-testid=span]", "all")
    drawn(page.native)
    assert page.evaluate(_STOPS) == 1
    assert (
        page.evaluate("() => document.querySelectorAll('timeline-chart [data-key]').length") < 400
    )
    page.native.locator("timeline-chart [tabindex='0']").focus()
    # Whichever row the newest entry is in: up to the doses, and down to the first row below them.
    for key in ("ArrowUp", "ArrowUp", "ArrowUp", "ArrowDown", "Home"):
        page.native.keyboard.press(key)
    first = page.evaluate(_FOCUSED)
    page.native.keyboard.press("ArrowRight")
    assert page.evaluate(_FOCUSED) != first
    page.native.keyboard.press("ArrowLeft")
    assert page.evaluate(_FOCUSED) == first
    for _ in range(12):
        if page.evaluate("() => document.activeElement.dataset.testid") == "mark":
            break
        page.native.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.dataset.testid") == "mark"
    assert page.evaluate(_STOPS) == 1
    page.native.keyboard.press("Enter")
    page.native.wait_for_selector("main.reading")
    assert page.complaints == []


def test_a_dose_is_left_out_and_how_one_looks_stays(preview: str, open_page: OpenPage) -> None:
    """By days since a dose every dose has a line until it is switched off; going to another person and back changes nothing of it."""
    page = open_desk(open_page, f"{preview}/app?as=therapist#/person/nell")
    page.native.click("[data-testid=by-dose]")
    rows = page.native.locator("[data-testid=dose-row]")
    assert rows.count() == 6
    assert page.evaluate(_STOPS) == 1
    page.native.locator(".overlay [tabindex='0']").focus()
    first = page.evaluate(_FOCUSED)
    said = [first]
    for key in ("ArrowRight", "ArrowDown", "End", "ArrowUp", "Home"):
        page.native.keyboard.press(key)
        said.append(page.evaluate(_FOCUSED))
    assert said[-1] == first
    assert len(set(said)) == 5
    page.native.locator("[data-testid=dose-chip]").nth(1).click()
    assert rows.count() == 5
    assert violations(page) == []
    page.native.goto(f"{preview}/app?as=therapist#/person/okafor")
    page.native.wait_for_selector("h1:has-text('R. Okafor')")
    assert page.native.locator("[data-testid=dose-chip][aria-pressed=false]").count() == 1
    page.native.goto(f"{preview}/app?as=therapist#/person/nell")
    page.native.wait_for_selector("h1:has-text('Nell')")
    assert rows.count() == 5


def test_years_on_a_phone_are_a_window(preview: str, open_page: OpenPage) -> None:
    """Of ten thousand entries only those near the screen are in the page, at the top, on the way and at the end, and the first one is reached."""
    page = open_page("chromium", size=PHONE)
    page.goto(f"{preview}/app?many=10000#/timeline")
    page.native.wait_for_selector("timeline-list ol")
    page.native.select_option("[data-testid=span]", "all")
    for part in (0.3, 0.9, 1):
        page.evaluate("(part) => scrollTo(0, part * document.documentElement.scrollHeight)", part)
        drawn(page.native)
        assert 0 < page.native.locator("timeline-list li").count() < 200
        assert page.evaluate(
            "() => [...document.querySelectorAll('timeline-list li')].some((one) => one.checkVisibility() && one.getBoundingClientRect().top < innerHeight && one.getBoundingClientRect().bottom > 0)"
        )
    page.native.wait_for_selector("timeline-list .title:has-text('Entry 9999')")


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_one_page_across(paper: str, preview: str, open_page: OpenPage) -> None:
    """Printed in the dark, the timeline of a person is one page, wider than it is high, and nothing of the screen is on it."""
    page = open_desk(open_page, f"{preview}/app?as=therapist#/person/nell")
    page.native.emulate_media(color_scheme="dark")
    pdf = page.native.pdf(format=paper, prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
    width, height = map(float, re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", pdf)[0])
    assert width > height

    page.native.emulate_media(media="print")
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    shown = page.native.locator("body").inner_text()
    assert "Nell G." in shown
    assert "Preparation" in shown
    for gone in ("Print", "To read", "Brief", "By date", "Lock"):
        assert gone not in shown.splitlines()
    assert (
        page.evaluate(
            "() => document.querySelectorAll('timeline-sheet a, timeline-sheet button').length"
        )
        == 0
    )
