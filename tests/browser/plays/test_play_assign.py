"""A therapist says how they read, gives one person a question and a measure, and sees what became of them."""

from datetime import date, timedelta

from tests.browser.page import DESK, PHONE
from tests.browser.plays.patient import Patient
from tests.browser.plays.therapist import Therapist

QUESTION = "What would you like to find there?"
NOTE = "Only if you like."
ANSWER = "A chair, and somebody in the next room."
RHYTHM = "On Monday evenings."


def test_what_is_given_stands_on_today_and_can_be_left_out(people, server):
    """No invitation before the four are said; then a question near the next dose is answered and shares nothing, a measure is left out, and what is taken back is gone."""
    holm, ada = people.therapist(server, size=DESK), people.patient(server, size=PHONE)
    holm.signs_up()
    holm_says_how_they_read(holm)
    ada.signs_up()
    tomorrow = (date.today() + timedelta(1)).isoformat()  # noqa: DTZ011
    ada.adds_dosing(tomorrow, "10:00", route="IV infusion", note="The blue chair.")
    holm.links_with(ada)
    holm_gives(holm, ada)
    ada_answers_one_and_leaves_one_out(ada, holm)
    holm_sees_it_and_takes_one_back(holm, ada)
    ada.backs_up()
    ada.goes_to("Today")
    ada.is_told("A blank page")
    assert "From Dr Holm" not in ada.page.text()


def holm_says_how_they_read(holm: Therapist) -> None:
    """Is asked for it before an invitation; what was typed outlives the page, and is told by the button alone."""
    holm.goes_to("People")
    holm.page.click("link", "Link with someone")
    holm.is_told("Before anyone links with you, tell them how you read")
    assert "Make an invitation" not in holm.page.text()
    holm.page.click("link", "Say how you read")
    holm.page.fill("How often do you read what people share?", RHYTHM)
    holm.is_told("Saved on this device as a draft. Nobody has seen it.")
    holm.page.reload()
    holm.unlocks()
    holm.page.wait_for(
        "(words) => document.querySelector('[name=rhythm]')?.value === words", RHYTHM
    )
    holm.page.click("button", "Save and share")
    holm.is_told("Please answer all four questions first.")
    holm.says_how_they_read()
    holm_goes_on_while_it_is_being_kept(holm)


def holm_goes_on_while_it_is_being_kept(holm: Therapist) -> None:
    """What a screen that was left was still doing leads nowhere: one stays where one went."""
    holm.page.evaluate(
        """() => {
          document.querySelector("[data-testid=toast] [aria-label=Close]")?.click();
          location.hash = "/setup";
        }"""
    )
    holm.page.find("button", "Save and share")
    holm.page.evaluate(
        "() => { document.querySelector('[data-testid=save-setup]').click(); location.hash = '/queue'; }"
    )
    holm.is_told("Anyone you link with gets it.")
    holm.page.evaluate(
        "() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))"
    )
    holm.page.find("heading", "To read")
    # What was said comes along to the next screen, and is not in the way on the one after it.
    holm.goes_to("Me")
    holm.goes_to("People")
    assert not holm.page.evaluate("() => document.querySelector('[data-testid=toast]') !== null")


def holm_gives(holm: Therapist, ada: Patient) -> None:
    """A question of their own for the day before the next session, and a measure whenever it suits."""
    holm.opens_person(ada.name)
    holm.page.click("link", "Send a question or a questionnaire")
    holm.page.fill("Your question", QUESTION)
    holm.page.fill("Add a note", NOTE)
    holm.page.click("button", "Around a session")
    holm.page.fill("Days", "1")
    holm.page.click("button", "Send to Ada")
    holm.is_told("1 day before the next session")
    holm.page.choose("What to send", "A questionnaire")
    holm.page.choose("Questionnaire", "PEG")
    holm.page.click("button", "Send to Ada")
    holm.is_told("any time")
    holm.backs_up()


def ada_answers_one_and_leaves_one_out(ada: Patient, holm: Therapist) -> None:
    """Both stand on Today and say from whom; the question opens the editor, and the measure is not for this time."""
    ada.backs_up()
    ada.goes_to("Today")
    for words in (f"From {holm.name}", NOTE, QUESTION, "PEG"):
        ada.is_told(words)
    ada.page.click("[data-testid=measure-due] [data-testid=decline]")
    ada.is_told(f"Skipped. {holm.name} sees “not this time” and nothing else.")
    ada.page.click("[data-testid=write-assigned]")
    ada.is_told(QUESTION)
    ada.types(ANSWER)
    ada.is_done()
    ada.is_told(QUESTION)
    ada.backs_up()


def holm_sees_it_and_takes_one_back(holm: Therapist, ada: Patient) -> None:
    """The measure was not for this time; of the answer nothing is seen; the question is taken back."""
    holm.backs_up()
    holm.opens_person(ada.name)
    holm.sees_titles()
    holm.page.click("link", "Send a question or a questionnaire")
    holm.is_told("“Not this time”")
    assert ANSWER not in holm.page.text()
    holm.page.wait_for("() => document.querySelectorAll('[data-testid=declined]').length === 1")
    for left in (1, 0):
        holm.page.click("[data-testid=given]:first-child [data-testid=take-back]")
        holm.page.wait_for(
            "(left) => document.querySelectorAll('[data-testid=given]').length === left", left
        )
    holm.is_told(f"Withdrawn. {ada.name} no longer sees it.")
    holm.backs_up()
