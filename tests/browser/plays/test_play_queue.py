"""What is to read, worked by keyboard alone: answered, noted, pinned, ticked off and taken back; and the page before the meeting."""

from tests.browser.page import DESK, PHONE, Page


def press(page: Page, *keys: str) -> None:
    """Presses keys one after the other, where the focus is."""
    for key in keys:
        page.press(key)


def write(page: Page, field: str, words: str) -> None:
    """Types with the keyboard alone, once the focus has come to the field."""
    page.wait_for("(id) => document.activeElement?.id === id", field)
    page.native.keyboard.type(words)


def stands(page: Page, words: str) -> None:
    """Waits until these words are what is read."""
    page.wait_for(
        "(words) => document.querySelector('article.reading .words')?.innerText.trim() === words",
        words,
    )


def has_rows(page: Page, count: int) -> None:
    """Waits until the list has so many rows."""
    page.wait_for(
        "(count) => document.querySelectorAll('[data-testid=queue-row]').length === count", count
    )


def focus_row(page: Page, place: int) -> None:
    """Waits until the focus is on this row, counted from 0."""
    page.wait_for(
        "(place) => document.activeElement === document.querySelectorAll('[data-testid=queue-row]')[place]",
        place,
    )


def test_the_whole_queue_by_keyboard(people, server):
    """Three shared entries of a patient: every act of the room has a key, none works while one types or after they were turned off."""
    ada, holm = people.patient(server, size=PHONE), people.therapist(server, size=DESK)
    ada.signs_up()
    holm.signs_up()
    ada.links_with(holm)
    for words in ("The first page.", "The second page.", "The third page."):
        ada.writes(words)
        ada.shares(holm.name)
    ada.backs_up()
    holm.backs_up()
    holm.goes_to("To read")
    page = holm.page

    press(page, "j")
    focus_row(page, 0)
    press(page, "ArrowDown")
    focus_row(page, 1)
    press(page, "k", "Enter")
    stands(page, "The first page.")

    press(page, "c")
    write(page, "comment", "Just read it, jrupn.")
    holm.is_told("Saved on this device. Not sent yet.")
    stands(page, "The first page.")
    press(page, "Tab", "Enter")
    holm.is_told(f"Saved, sealed, and on its way to {ada.name}.")

    press(page, "p")
    holm.is_told("We’ll list this for next time")
    press(page, "n")
    write(page, "note", "Ask about the door.")
    press(page, "Escape")
    holm.is_told("Saved, sealed for you alone.")

    press(page, "r")
    stands(page, "The second page.")
    has_rows(page, 2)
    press(page, "u")
    stands(page, "The first page.")
    holm.is_told("Marked as not reviewed.")
    has_rows(page, 3)
    press(page, "j")
    stands(page, "The second page.")
    press(page, "j")
    stands(page, "The third page.")
    press(page, "k")
    stands(page, "The second page.")

    press(page, "?")
    page.find("heading", "Shortcuts on this page")
    page.wait_for("() => document.activeElement?.dataset.testid === 'keys-on'")
    press(page, " ", "Escape")
    page.wait_for("() => document.querySelector('dialog') === null")
    press(page, "j", "r", "?")
    stands(page, "The second page.")
    has_rows(page, 3)
    press(page, "Escape")
    page.find("button", "Shortcuts")
    page.wait_for("() => location.hash === '#/queue'")
    turn_keys_on_again(page)

    press(page, "j", "Enter")
    for words in ("The first page.", "The second page.", "The third page."):
        stands(page, words)
        press(page, "r")
    holm.is_told("You’ve read everything that’s been shared with you.")
    holm.backs_up()
    the_page_before_the_meeting(ada, holm)
    ada.backs_up()
    assert "Ask about the door." not in "".join(ada.stored())


def turn_keys_on_again(page: Page) -> None:
    """By the button that is always there, reached with Tab."""
    page.wait_for(
        "() => { const button = document.querySelector('[data-testid=keys]'); button.focus(); return document.activeElement === button; }"
    )
    press(page, "Enter")
    page.wait_for("() => document.activeElement?.dataset.testid === 'keys-on'")
    press(page, " ", "Escape")
    page.wait_for("() => document.querySelector('dialog') === null")


def the_page_before_the_meeting(ada, holm) -> None:
    """All that is new stands on it, with the pin, the note and the answer; after a meeting on an earlier day it is the same."""
    page = holm.page
    holm.opens_person(ada.name)
    page.click("link", "Brief")
    for words in (
        "To bring up",
        "The first page.",
        "The third page.",
        "Ask about the door.",
        "You: Just read it, jrupn.",
    ):
        holm.is_told(words)
    page.click("button", "We met today")
    holm.is_told("Saved: you met today.")
    holm.is_told("The third page.")
