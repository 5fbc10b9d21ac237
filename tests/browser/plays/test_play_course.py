"""A whole course, day by day: six dosing sessions in four weeks, from signing up to the letter at the end.

What Today asks stands in `course.md`, beside this file, a line for every time the app is opened. Where the play sees something
else it writes that to `test-results/course.md`, to be read before it takes the place of the other.
"""

from datetime import date, datetime, time, timedelta
from pathlib import Path

from tests.browser.fixtures import RESULTS
from tests.browser.page import PHONE
from tests.browser.plays.clock import DrivenClock
from tests.browser.plays.patient import QUESTIONS, Patient

DOSES = [8, 12, 17, 22, 28, 36]
"""Days of the dosing sessions, counted from signing up; the fifth is put off by a day when its week has come."""
MOVED, MOVED_ON, MOVED_TO = 28, 25, 29
DOSE_HOURS = (9, 12, 16, 21)
"""When the app is opened on the day of a dose, which is given at 10; on others once in the morning."""
PASSED_OVER = (3, 24)
"""Days on which the first question is passed over."""
ENDED = 51
LAST = 52
TABLE = Path(__file__).parent / "course.md"

_HEADING = "() => document.querySelector('main h1').innerText"
_ASKED = "() => [...document.querySelectorAll('[data-testid^=prompt-]')].map((one) => one.dataset.testid.slice(7))"
_BESIDE = """() => [...document.querySelectorAll("main .rows.cards > li[data-testid]")]
  .map((one) => one.dataset.testid).filter((name) => !name.startsWith("prompt-") && name !== "blank-page")"""
_FIFTH_STANDS = "() => document.querySelectorAll('[data-testid=dose]').length > 4"
_OPEN_FIFTH = """() => [...document.querySelectorAll("[data-testid=dose]")]
  .find((row) => row.querySelector(".dose-mark").innerText === "5").click()"""


class Days:
    """The days of the play: opens the app on one of them, and writes down what Today asks."""

    def __init__(self, ada: Patient, clock: DrivenClock) -> None:
        self.ada, self.clock = ada, clock
        # From tomorrow on, so that the clock goes forward at whatever hour the play begins.
        self.begin = datetime.now().astimezone().date() + timedelta(days=1)
        self.rows: list[str] = []
        self.asked: dict[int, list[str]] = {}

    def date(self, day: int) -> date:
        """By the calendar."""
        return self.begin + timedelta(days=day)

    def opens(self, day: int, hour: int) -> list[str]:
        """Unlocks the app, which has locked itself meanwhile; answers the ids of the prompts that Today shows."""
        self.clock.becomes(datetime.combine(self.date(day), time(hour, 30)).astimezone())
        self.ada.page.press("Shift")
        self.ada.is_locked_out()
        self.ada.unlocks()
        self.ada.goes_to("Today")
        self.ada.page.find("link", "A blank page")
        asked: list[str] = self.ada.page.evaluate(_ASKED)
        beside = self.ada.page.evaluate(_BESIDE)
        said = self.ada.page.evaluate(_HEADING)
        self.rows.append(f"| {day} | {hour}:30 | {said} | {_listed(asked)} | {_listed(beside)} |")
        self.asked[day] = self.asked.get(day, []) + asked
        return asked

    def answers(self, prompt: str) -> None:
        """Writes a line to the question that stands first."""
        self.ada.page.click(f"[data-testid='prompt-{prompt}'] [data-testid=write]")
        self.ada.types(f"A line about {prompt}.")
        self.ada.is_done()

    def passes_over(self, prompt: str) -> None:
        """Not today."""
        self.ada.page.click(f"[data-testid='prompt-{prompt}'] [data-testid=skip]")
        self.ada.page.wait_for(
            "(name) => !document.querySelector(`[data-testid='${name}']`)", f"prompt-{prompt}"
        )


def _listed(names: list[str]) -> str:
    return ", ".join(names) or "–"


def begins_a_course(ada: Patient) -> None:
    """A course with what the clinic said, past the consent notes."""
    ada.goes_to("Timeline")
    ada.page.click("link", "Dosing sessions")
    ada.page.click("link", "Add a course")
    ada.page.click("button", "I have read this")
    ada.page.fill("Name", "Autumn")
    ada.page.fill("Food and drink before a dose", "As on the sheet from the clinic.")
    ada.page.fill("Who comes with you and takes you home", "Ruth")
    ada.page.click("[data-testid=save-course]")
    ada.is_told("Kept.")


def puts_off(ada: Patient, day: str) -> None:
    """Moves the fifth dosing session to another day."""
    ada.goes_to("Timeline")
    ada.page.click("link", "Dosing sessions")
    ada.page.wait_for(_FIFTH_STANDS)
    ada.page.evaluate(_OPEN_FIFTH)
    ada.page.fill("Day", day)
    ada.page.click("button", "Keep")
    ada.page.find("heading", "Dosing sessions")


def ends_the_course(ada: Patient) -> None:
    """The last word of the plan."""
    ada.goes_to("Timeline")
    ada.page.click("link", "Dosing sessions")
    ada.page.click("link", "Autumn")
    ada.page.click("button", "End this course")
    ada.is_told("The course has ended. Everything in it stays.")


def test_six_doses_from_signing_up_to_the_letter(people, server):
    """Never more than two questions at once, none of them late, the plan follows a date that moves, and the letter comes last."""
    ada = people.patient(server, size=PHONE)
    days = Days(ada, DrivenClock(ada.page))
    ada.signs_up()
    begins_a_course(ada)
    for day in DOSES:
        ada.adds_dosing(str(days.date(day)), "10:00", route="IV infusion")
    doses = [MOVED_TO if day == MOVED else day for day in DOSES]
    for day in range(LAST + 1):
        for hour in DOSE_HOURS if day in doses else DOSE_HOURS[:1]:
            asked = days.opens(day, hour)
            assert len(asked) <= 2
            if asked and day in PASSED_OVER:
                days.passes_over(asked[0])
            elif asked:
                days.answers(asked[0])
        if day == MOVED_ON:
            puts_off(ada, str(days.date(MOVED_TO)))
        if day == ENDED:
            ends_the_course(ada)
    assert "I20" in days.asked[LAST]
    assert "P12" in days.asked[MOVED_TO - 1]
    assert "P12" not in days.asked[MOVED - 1]
    of_the_core = set(QUESTIONS) - {"I20"}
    assert {one for day in range(LAST) for one in days.asked[day]} <= of_the_core
    sees_what_it_saw_before(days.rows)


def sees_what_it_saw_before(rows: list[str]) -> None:
    """Compares with `course.md`."""
    head = ["| day | opened | heading | asked | beside |", "| --- | --- | --- | --- | --- |"]
    seen = "\n".join([*head, *rows, ""])
    if seen != TABLE.read_text("utf-8"):
        RESULTS.mkdir(exist_ok=True)
        (RESULTS / TABLE.name).write_text(seen, "utf-8")
    assert seen == TABLE.read_text("utf-8")
