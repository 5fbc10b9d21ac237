"""Being away: the page locks by itself, keeps what was being typed first, and shows nothing while it is hidden."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page as NativePage

from tests.browser.chromium import Chromium
from tests.browser.page import PHONE

WORDS = "There was a corridor, long and the colour of honey."
HIDE = """(hidden) => {
  Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
  document.dispatchEvent(new Event("visibilitychange"));
}"""


@pytest.fixture
def writing(preview: str, open_page: Callable[..., Chromium]) -> NativePage:
    """The editor with words in it, and the page's clock in our hands."""
    page = open_page("chromium", size=PHONE).native
    page.clock.install()
    page.goto(f"{preview}/app#/write")
    page.wait_for_selector("#words")
    return page


def lock_by_hiding(page: NativePage) -> None:
    """Locks at once; afterwards the usual minutes hold. The page that then comes begins with no driven time behind it."""
    page.evaluate("() => localStorage.setItem('look', JSON.stringify({ lockMinutes: 0 }))")
    page.evaluate(HIDE, True)
    page.wait_for_selector("[data-testid=unlock]")
    page.evaluate("() => localStorage.removeItem('look')")


def unlock(page: NativePage) -> None:
    """Types the passphrase of the invented vault."""
    page.fill("[name=passphrase]", "kettle meadow orbit lantern plain hush")
    page.click("[data-testid=unlock]")


def test_locks_after_minutes_and_keeps_the_draft(writing: NativePage) -> None:
    """Five minutes without a sign of anybody lock the page; what was typed waits as a draft behind the lock."""
    writing.fill("#words", WORDS)
    writing.clock.fast_forward("05:10")
    writing.wait_for_selector("[data-testid=unlock]")
    assert WORDS not in writing.content()
    assert WORDS in writing.evaluate("() => sessionStorage.getItem('locked')")


def test_unlocked_after_being_away_stays_open(writing: NativePage) -> None:
    """Whoever unlocks an hour after it had locked is here: it does not lock again at once."""
    lock_by_hiding(writing)
    writing.clock.set_fixed_time(writing.evaluate("() => Date.now() + 3600_000"))
    unlock(writing)
    writing.wait_for_selector("#words")
    writing.clock.fast_forward("01:00")
    assert writing.query_selector("#words")


def test_a_draft_goes_on_at_the_cursor(writing: NativePage) -> None:
    """Behind the lock the cursor stands where one typed last, and not at the end."""
    writing.fill("#words", WORDS)
    writing.evaluate("() => document.querySelector('#words').setSelectionRange(10, 10)")
    writing.keyboard.type("slow ")
    lock_by_hiding(writing)
    unlock(writing)
    writing.wait_for_function("() => document.querySelector('#words')?.selectionEnd === 15")
    assert writing.input_value("#words") == f"{WORDS[:10]}slow {WORDS[10:]}"


SLOW = """() => {
  const { fetch } = window;
  const released = new Promise((resolve) => (window.release = resolve));
  window.fetch = async (...request) => (await released, fetch(...request));
}"""


def test_unlocked_before_the_vault_has_answered_stays_open(writing: NativePage) -> None:
    """Who types the passphrase on a slow device before the vault says that it is locked is let in once, with the draft."""
    writing.fill("#words", WORDS)
    writing.add_init_script(f"({SLOW})()")
    lock_by_hiding(writing)
    unlock(writing)
    writing.evaluate("() => { window.isSamePage = true; release(); }")
    writing.wait_for_selector("#words")
    assert writing.input_value("#words") == WORDS
    assert writing.evaluate("() => window.isSamePage")


def test_stays_open_while_somebody_is_here(writing: NativePage) -> None:
    """Every sign of a person begins the minutes anew."""
    for _ in range(4):
        writing.clock.fast_forward("04:00")
        writing.keyboard.press("Shift")
    assert writing.query_selector("#words")


def test_first_touch_after_a_sleep_finds_it_locked(writing: NativePage) -> None:
    """Timers do not run while a device sleeps: the first touch afterwards locks and does not count as being here."""
    writing.fill("#words", WORDS)
    writing.clock.set_fixed_time(writing.evaluate("() => Date.now() + 3600_000"))
    writing.keyboard.press("Shift")
    writing.wait_for_selector("[data-testid=unlock]")


def test_locks_at_once_where_that_was_chosen(writing: NativePage) -> None:
    """With "As soon as I leave the app" the page locks when it is hidden."""
    writing.evaluate("() => localStorage.setItem('look', JSON.stringify({ lockMinutes: 0 }))")
    writing.fill("#words", WORDS)
    writing.evaluate(HIDE, True)
    writing.wait_for_selector("[data-testid=unlock]", state="attached")


def test_an_open_sheet_goes_with_the_screen(writing: NativePage) -> None:
    """A sheet that shows something of an entry does not stay over the lock."""
    writing.click("[data-testid=place]")
    writing.wait_for_selector("dialog[open]")
    writing.clock.fast_forward("05:10")
    writing.wait_for_selector("[data-testid=unlock]")
    assert writing.query_selector("dialog") is None


def test_hidden_page_shows_nothing(writing: NativePage) -> None:
    """While the page is hidden nothing of it is drawn, and it comes back with it."""
    writing.evaluate(HIDE, True)
    assert not writing.locator("#words").is_visible()
    writing.evaluate(HIDE, False)
    assert writing.locator("#words").is_visible()


READABLE = """(words) => [document.title, document.body.innerText].some((text) => text.includes(words))
  || window.find(words) || document.querySelector("#app").translate"""
ASKS = "() => !dispatchEvent(new Event('beforeunload', { cancelable: true }))"
ELSEWHERE = """async () => {
  const { vault } = await import("/static/js/vault/door/client.js");
  vault.dispatchEvent(new Event("lock"));
}"""


def test_words_that_cannot_be_stored_are_covered(
    preview: str, open_page: Callable[..., Chromium]
) -> None:
    """On a full device nothing of the page is left to be seen, and nothing of it lost: the passphrase leads back, and it locks once there is room."""
    page = open_page("chromium", size=PHONE).native
    page.clock.install()
    page.goto(f"{preview}/app?full#/journal")
    page.wait_for_selector("nav")
    page.evaluate("() => { location.hash = '#/write'; }")
    page.fill("#words", WORDS)
    page.click("[data-testid=tool-more]")
    page.click("[data-testid=tool-lock]")
    page.wait_for_selector("[data-testid=cover]")
    for leave in (lambda: page.keyboard.press("Escape"), page.go_back):
        leave()
        page.wait_for_function("() => location.hash === '#/write'")
        assert not page.evaluate(READABLE, WORDS)
        assert WORDS not in page.locator("body").aria_snapshot()
        assert page.evaluate(ASKS)

    page.fill("[name=cover]", "somebody else's guess")
    page.click("[data-testid=uncover]")
    page.wait_for_selector("[data-testid=cover] [aria-invalid=true]")
    assert not page.evaluate(READABLE, WORDS)
    page.fill("[name=cover]", "kettle meadow orbit lantern plain hush")
    page.click("[data-testid=uncover]")
    page.wait_for_selector("text=Save as a text file")
    assert page.input_value("#words") == WORDS
    assert re.search(r"still on this page", page.inner_text("[data-testid=state]"))
    assert not page.evaluate(ASKS)

    page.clock.fast_forward("05:10")
    page.wait_for_selector("[data-testid=cover]")
    page.fill("[name=cover]", "kettle meadow orbit lantern plain hush")
    page.click("[data-testid=uncover]")
    page.wait_for_selector("#words")
    page.evaluate(ELSEWHERE)
    page.wait_for_selector("[data-testid=cover]")
    page.evaluate("() => sessionStorage.setItem('room', 'made')")
    page.clock.fast_forward("00:06")
    page.wait_for_selector("[data-testid=unlock]")
    assert WORDS in page.evaluate("() => sessionStorage.getItem('locked')")
