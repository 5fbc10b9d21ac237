"""The journal on a phone: entries stand at its top, and what is left out of them is said."""

from collections.abc import Callable

from tests.browser.chromium import Chromium
from tests.browser.page import PHONE

FIRST_ROW = "() => document.querySelector('.entry-row').getBoundingClientRect().top"


def test_entries_begin_at_the_top(preview: str, open_page: Callable[..., Chromium]) -> None:
    """In the first third of a phone's screen; what is filtered is said with the ways folded, and ends when one leaves."""
    page = open_page("chromium", size=PHONE).native
    page.goto(f"{preview}/app#/journal")
    page.wait_for_selector(".entry-row")
    assert page.evaluate(FIRST_ROW) < PHONE[1] / 3
    all_rows = page.locator(".entry-row").count()
    page.click("[data-testid=filter]")
    page.click("[data-testid=filter-preparation]")
    page.click("[data-testid=filter]")
    page.wait_for_selector(".folded", state="hidden")
    assert "Preparation" in page.inner_text(".only-some")
    assert page.locator(".entry-row").count() < all_rows
    page.click("[data-testid=nav-today]")
    page.wait_for_selector("main.today")
    page.click("[data-testid=nav-journal]")
    page.wait_for_selector(".entry-row")
    assert page.locator(".only-some").count() == 0
    assert page.get_attribute("[data-testid=filter]", "aria-expanded") == "false"
