"""The therapist's desk where it is small: the drawing has room, whether something is read beside it or not, and nothing opens by itself."""

from collections.abc import Callable

import pytest

from tests.browser.axe import violations
from tests.browser.chromium import Chromium
from tests.browser.page import PHONE
from tests.look.test_screens import cut

OpenPage = Callable[..., Chromium]

SMALL_DESK = (1024, 768)
ROW = "[data-testid=queue-row]"

_DOSES = "(count) => document.querySelectorAll('timeline-chart .dose .disc').length === count"
_WIDTH = "() => document.querySelector('.chart-scroll').clientWidth"
_FOCUS_IN_PANE = "() => document.activeElement.closest('.entry-side') !== null"


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_drawing_has_room_beside_what_is_read(
    language: str, preview: str, open_page: OpenPage
) -> None:
    """On a tablet that lies on its side each of six doses has a mark of its own, before an entry is opened and while it is; the names of Spanish bands are the longest."""
    page = open_page("chromium", size=SMALL_DESK)
    page.goto(f"{preview}/app?as=therapist&language={language}#/person/nell")
    page.wait_for(_DOSES, 6)
    assert page.evaluate(_WIDTH) > 600
    page.native.locator("[data-testid=mark]").last.click()
    page.native.wait_for_selector("article.reading")
    page.wait_for(_DOSES, 6)
    assert page.evaluate(_WIDTH) > 320
    assert violations(page) == []
    assert cut(page) == []


def test_a_tablet_that_is_turned_while_one_reads_shows_the_lines(
    preview: str, open_page: OpenPage
) -> None:
    """Upright it is a list, on its side a drawing, also on a screen one came to from another of the same kind."""
    page = open_page("chromium", size=PHONE)
    page.goto(f"{preview}/app?as=therapist#/person/nell")
    page.native.locator("timeline-list .title").first.click()
    page.native.wait_for_selector("article.reading")
    page.set_size(*SMALL_DESK)
    page.native.wait_for_selector("timeline-chart .axis")
    page.set_size(*PHONE)
    page.native.wait_for_selector("timeline-list ol", state="attached")


def test_the_oldest_is_named_and_opened_by_hand(preview: str, open_page: OpenPage) -> None:
    """Its author may be told when it is opened, so that it never opens by itself; the focus stays out of the pane."""
    page = open_page("chromium", size=SMALL_DESK)
    page.goto(f"{preview}/app?as=therapist#/queue")
    page.native.wait_for_selector("[data-testid=read-oldest]")
    oldest = page.native.locator(ROW).first
    named = page.native.locator("[aria-labelledby=oldest] .row")
    assert named.inner_text() == oldest.inner_text()
    assert page.native.locator("article.reading").count() == 0
    assert not page.evaluate(_FOCUS_IN_PANE)
    assert violations(page) == []
    assert cut(page) == []
    page.native.click("[data-testid=read-oldest]")
    page.native.wait_for_selector("article.reading")
    assert oldest.get_attribute("aria-current") == "true"
