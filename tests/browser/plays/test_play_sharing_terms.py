"""Sharing on one's own terms: one answer of an entry, what waits after a dose, what is changed afterwards, and its end."""

from datetime import datetime, timedelta

import pytest

from tests.browser.page import DESK, PHONE
from tests.browser.plays.clock import DrivenClock

SECRET = "Nobody is to read about the harbour."


@pytest.fixture
def pair(people, server):
    """Ada, whose clock is driven, and Dr Holm, linked by a link."""
    ada = people.patient(server, size=PHONE)
    clock = DrivenClock(ada.page)
    holm = people.therapist(server, size=DESK)
    ada.signs_up()
    holm.signs_up()
    holm.links_with(ada)
    return ada, holm, clock


def test_on_ones_own_terms(pair):
    """One answer is shared and no more of it; what follows a dose waits, or goes by a second step; the next day asks; it ends."""
    ada, holm, clock = pair
    ada_shares_one_answer(ada, holm)
    holm_reads_that_and_no_more(ada, holm)
    ada_changes_what_nobody_sees(ada, holm)
    ada_changes_what_is_seen(ada, holm)
    ada_lets_answers_go_by_themselves(ada, holm)
    ada_waits_after_a_dose(ada, holm)
    ada_does_not_want_to_wait(ada, holm)
    the_next_day_asks(ada, holm, clock)
    ada_stops(ada, holm)


def ada_feels(ada, *words: str) -> None:
    """Taps words in the open editor."""
    ada.page.click("button", "Feelings")
    for word in words:
        ada.page.click("button", word)
    ada.page.click("[data-testid=beside-done]")


def ada_shares_one_answer(ada, holm) -> None:
    """The sheet shows what the other will read, how they read, and that the link was never compared."""
    ada.begins()
    ada.types(SECRET)
    ada_feels(ada, "calm", "light")
    ada.is_done()
    ada.sees_badge("Only me")
    ada.page.click("button", "Share")
    question = ada.page.wait_for(
        "() => document.querySelector('[data-testid=preview] dt')?.innerText"
    )
    ada.shares_parts(question)
    ada.page.wait_for(
        """() => {
          const preview = document.querySelector("[data-testid=preview]").innerText;
          return preview.includes("calm") && !preview.includes("harbour");
        }"""
    )
    ada.page.click("button", f"Share with {holm.name}")
    ada.page.sees("through an invitation only")
    ada.page.sees("I note that I have read, never the words.")
    ada.goes_on_the_first_time()
    ada.is_told(f"{holm.name} can read one of three answers.")
    ada.backs_up()
    ada.opens_entry("harbour")
    ada.sees_badge(f"{holm.name} sees one of three answers")
    ada.goes_to("Journal")
    ada.sees_rows(f"{holm.name} sees one of three answers")


def holm_reads_that_and_no_more(ada, holm) -> None:
    """The timeline has the answer as an entry of its own; the words are nowhere on this device."""
    holm.backs_up()
    holm.opens_person(ada.name)
    holm.sees_titles("calm")
    holm.reads_in_timeline("calm")
    assert "harbour" not in holm.page.text()
    holm.comments("That is good to know.", to=ada.name)
    holm.backs_up()
    assert not [one for one in holm.stored() if "harbour" in one]


def ada_changes_what_nobody_sees(ada, holm) -> None:
    """The comment stands with the entry, and a change of the words asks nothing."""
    ada.backs_up()
    ada.opens_entry("harbour")
    ada.sees_comments("That is good to know.")
    ada.edits(f"{SECRET} Nor of the boats.")
    ada.sees_badge(f"{holm.name} sees one of three answers")


def ada_changes_what_is_seen(ada, holm) -> None:
    """A change of the answer that is shared asks once, and the other then has it."""
    ada.page.click("link", "Edit")
    ada_feels(ada, "tired")
    ada.page.click("button", "Done")
    ada.page.sees(f"Show {holm.name} your changes?")
    ada.page.click("button", "Update")
    ada.page.find("button", "Delete")
    ada.backs_up()
    holm.backs_up()
    holm.opens_person(ada.name)
    holm.sees_titles("calm, tired")


def ada_lets_answers_go_by_themselves(ada, holm) -> None:
    """For a set of prompts it is said once; the editor says so each time, one tap leaves it, and so does one after it."""
    ada.goes_to("Me")
    ada.page.click("link", "Sharing settings")
    ada.page.find("heading", "Answers to prompts")
    title = ada.page.wait_for("() => document.querySelector('label[for=usual-core]')?.innerText")
    ada.page.choose(title, holm.name)
    ada.begins("R1")
    ada.page.sees(f"{holm.name} will see this")
    ada.page.click("button", "Only me")
    ada.page.click("button", f"Share with {holm.name}")
    ada.types("It was quiet.")
    ada.is_done()
    ada.page.sees(f"Shared with {holm.name}.")
    ada.page.click("button", "Undo")
    ada.is_told("Only you can read this.")
    ada.sees_badge("Only me")


def ada_waits_after_a_dose(ada, holm) -> None:
    """What was written just after a dose waits, and says so."""
    ada.adds_dosing(route="IV infusion")
    ada.begins()
    ada.types("The ceiling was a lake.")
    ada.is_done()
    ada.page.click("button", "Share")
    ada.page.sees("You wrote this close to a session.")
    ada.page.click("button", "Let it wait")
    ada.is_told("You wrote this close to a session, so it waits")
    ada.sees_badge("Waits until tomorrow")


def ada_does_not_want_to_wait(ada, holm) -> None:
    """It goes only by a second step that says what it means."""
    ada.begins()
    ada.types("The door was open.")
    ada.is_done()
    ada.page.click("button", "Share")
    ada.page.click("button", "Share it now anyway")
    ada.page.sees("Things often look different the next day.")
    ada.page.click("button", "Yes, share it now")
    ada.is_told(f"{holm.name} can read this")
    ada.backs_up()
    holm.backs_up()
    holm.opens_person(ada.name)
    holm.sees_titles("calm, tired", "The door was open.")


def the_next_day_asks(ada, holm, clock) -> None:
    """Nothing went by itself; Today asks, and it is shared when it is said again."""
    clock.becomes(datetime.now().astimezone() + timedelta(hours=25))
    ada.page.press("Shift")
    ada.is_locked_out()
    ada.unlocks()
    ada.backs_up()
    holm.backs_up()
    holm.opens_person(ada.name)
    holm.sees_titles("calm, tired", "The door was open.")
    ada.goes_to("Today")
    ada.page.click("link", f"Share with {holm.name}?")
    ada.page.sees(f"{holm.name} will be able to read exactly this:")
    ada.page.click("button", f"Share with {holm.name}")
    ada.is_told(f"{holm.name} can read this")
    ada.backs_up()
    holm.backs_up()
    holm.opens_person(ada.name)
    holm.sees_titles("calm, tired", "The ceiling was a lake.", "The door was open.")


def ada_stops(ada, holm) -> None:
    """What was an answer of an entry is gone from the other's room like anything else."""
    ada.opens_entry("harbour")
    ada.stops_sharing(holm.name)
    ada.sees_badge("Only me")
    ada.backs_up()
    holm.backs_up()
    holm.opens_person(ada.name)
    holm.sees_titles("The ceiling was a lake.", "The door was open.")
