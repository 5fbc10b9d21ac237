"""Measures: filled in question by question, resumed, drawn over time; help at once where a question about harming oneself is answered."""

import json
from pathlib import Path

from tests.browser.page import DESK, PHONE
from tests.browser.plays.person import HELP

_FORM = json.loads(
    (Path(__file__).parents[3] / "static/content/instruments/phq-9.json").read_text("utf-8")
)
ITEMS: list[str] = [item["text"] for item in _FORM["items"]]
KEPT = """async () => {
  await navigator.serviceWorker.ready;
  return navigator.serviceWorker.controller !== null;
}"""


def begins_measure(ada, name: str) -> None:
    """From the timeline to the first question."""
    ada.goes_to("Timeline")
    ada.page.click("link", "Questionnaires")
    ada.page.click("link", name)
    ada.page.click("link", "Fill in")


def answers(ada, value: int, *items: str) -> None:
    """Each of these questions in turn, once it stands there, by the number beside an answer."""
    for item in items:
        ada.page.find("heading", item)
        ada.page.click(f"[data-testid=answer-{value}]")


def ends(ada) -> None:
    """Leaves the question about difficulty blank, keeps the answers and sees the entry."""
    ada.page.click("button", "Leave blank")
    ada.page.find("heading", "Your answers")
    ada.page.click("button", "Save")
    ada.page.find("button", "Delete")


def test_a_phq_9_with_a_blank_has_no_total(people, server):
    """One question is left blank: its answers are kept, there is no total, and nothing pretends one."""
    ada = people.patient(server, size=PHONE)
    ada.signs_up()
    begins_measure(ada, "PHQ-9")
    ada.is_told(_FORM["instruction"])
    ada.is_told(HELP["short"])
    answers(ada, 1, *ITEMS[:4])
    ada.page.find("heading", ITEMS[4])
    ada.page.click("button", "Leave blank")
    answers(ada, 2, *ITEMS[5:8])
    answers(ada, 0, ITEMS[8])
    ends(ada)
    ada.is_told("You left something blank, so there’s no total. Your answers are saved.")
    for words in (ITEMS[4], "left blank", ITEMS[8], "More than half the days", "Only you can read"):
        ada.is_told(words)
    assert " of 27" not in ada.page.text()
    ada.goes_to("Journal")
    ada.sees_rows("PHQ-9, no total")


def test_a_whole_one_has_its_total_and_band_and_is_drawn(people, server):
    """Two of them: the total with its band, how they differ in plain words, a sentence, a chart and a table."""
    ada = people.patient(server, size=DESK)
    ada.signs_up()
    ada.adds_dosing("2024-03-04", "10:30", route="IV infusion")
    begins_measure(ada, "PHQ-9")
    answers(ada, 2, *ITEMS[:8])
    answers(ada, 0, ITEMS[8])
    ends(ada)
    ada.is_told("16 of 27")
    ada.is_told("15 to 19 is often called “moderately severe” (Kroenke et al. 2001).")
    ada.is_told("This is a screening, not a diagnosis.")
    begins_measure(ada, "PHQ-9")
    answers(ada, 1, *ITEMS[:8])
    answers(ada, 0, ITEMS[8])
    ends(ada)
    ada.is_told("That’s half of your first total or less. Studies call this a response.")
    ada.is_told("8 points lower than last time, ")
    ada.goes_to("Timeline")
    ada.page.click("link", "Questionnaires")
    ada.page.click("link", "PHQ-9")
    ada.is_told("You have 2 totals.")
    ada.page.find("img", "PHQ-9 over time. The table below shows the same.")
    totals = "() => [...document.querySelectorAll('[data-testid=history] td:nth-child(2)')].map((one) => one.innerText)"
    ada.page.comes_to(lambda: ada.page.evaluate(totals), ["8", "16"])
    # Both are of one day: each is a point, and the newer has its number.
    drawn = "(part) => [...document.querySelectorAll(`.measure-figure ${part}`)].map((one) => one.textContent)"
    ada.page.comes_to(lambda: ada.page.evaluate(drawn, ".value"), ["8"])
    ada.page.comes_to(lambda: len(ada.page.evaluate(drawn, ".point")), 2)
    ada.page.click("button", "Days since dose")
    ada.page.find("img", "PHQ-9 over time. The table below shows the same.")


def test_an_answer_is_on_the_device_at_once(people, server):
    """The page is loaded again in the middle: behind the lock it goes on at the question one had come to."""
    ada = people.patient(server, size=PHONE)
    ada.signs_up()
    begins_measure(ada, "PHQ-9")
    answers(ada, 1, *ITEMS[:3])
    ada.page.find("heading", ITEMS[3])
    ada.editor_says("On this device")
    ada.page.reload()
    ada.tries_to_unlock(ada.passphrase)
    ada.page.find("heading", ITEMS[3])
    ada.page.click("button", "Close and save as a draft")
    ada.goes_to("Today")
    ada.is_told("PHQ-9, started")
    ada.page.click("link", "Continue")
    answers(ada, 1, *ITEMS[3:8])
    answers(ada, 0, ITEMS[8])
    ends(ada)
    ada.is_told("8 of 27")
    ada.goes_to("Today")
    assert "started" not in ada.page.text()


def test_help_at_once_and_offline(people, live_server):
    """No server: an answer above 0 to the ninth question brings the calm page before anything else, each time, and tells nobody."""
    people.outage_expected = True
    ada = people.patient(live_server, size=PHONE)
    ada.signs_up()
    ada.page.wait_for(KEPT)
    live_server.stop()
    begins_measure(ada, "PHQ-9")
    answers(ada, 0, *ITEMS[:8])
    for value, said, title in (
        (1, "I’m safe, this is about thoughts", "Thank you for answering"),
        (3, "I need someone now", "Call one of these now"),
    ):
        answers(ada, value, ITEMS[8])
        ada.page.find("heading", "Before you go on")
        ada.is_told("Nobody is told about this answer.")
        assert "Your answers" not in ada.page.text()
        ada.page.click("button", said)
        ada.page.find("heading", title)
        if value == 1:
            ada.is_told("Which country are you in?")
            assert ada.page.evaluate("() => document.querySelector('a[href^=\"tel:\"]') === null")
            ada.page.choose("Country", "Germany")
        ada.page.wait_for("() => document.querySelector('a[href=\"tel:112\"]') !== null")
        ada.page.click("button", "Continue with the questions")
        ada.page.click("button", "Previous")
    answers(ada, 0, ITEMS[8])
    ends(ada)
    ada.is_told("0 of 27")


def test_a_measure_that_is_due_can_be_passed_over(people, server):
    """Before a first dose Today asks for one measure, and for it no more once it was passed over."""
    ada = people.patient(server, size=PHONE)
    ada.signs_up()
    soon = ada.page.evaluate("() => new Date(Date.now() + 3 * 864e5).toISOString().slice(0, 10)")
    ada.adds_dosing(soon, "10:30", route="IV infusion")
    ada.goes_to("Today")
    card = "() => document.querySelector('[data-testid=measure-due] h2')?.innerText"
    ada.page.wait_for(f"() => ({card})() === 'PHQ-9'")
    ada.page.click("[data-testid=skip-measure]")
    ada.page.wait_for(f"() => ({card})() === 'GAD-7'")
    ada.page.reload()
    ada.unlocks()
    ada.goes_to("Today")
    ada.page.wait_for(f"() => ({card})() === 'GAD-7'")


def test_ratings_and_the_monthly_questions_stand_apart(people, server):
    """A rating is named one's own and no measure; the monthly questions have no score and say when the clinic should hear."""
    ada = people.patient(server, size=PHONE)
    ada.signs_up()
    ada.goes_to("Timeline")
    ada.page.click("link", "Questionnaires")
    ada.page.click("link", "Rate your day")
    ada.is_told("It’s not a questionnaire.")
    ada.page.click("[data-testid=scale-mood]")
    ada.page.click("button", "Save")
    ada.is_told("Mood: 5")
    ada.page.click("link", "Craving, bladder, memory")
    ada.page.click("link", "Fill in")
    for _ in range(5):
        ada.page.click("[data-testid=answer-0]")
    ada.page.find("heading", "Have you seen blood in your pee?")
    ada.page.click("[data-testid=answer-1]")
    for _ in range(2):
        ada.page.click("[data-testid=answer-0]")
    ada.is_told("Your clinic should hear about one of these answers soon.")
    ada.page.click("button", "Save")
    ada.is_told("These are our own plain questions, and there’s no score.")
    ada.is_told("Only you can read this.")
