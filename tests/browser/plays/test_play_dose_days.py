"""What belongs to the days of a dose: what the clinic said, a moved and a cancelled date, details, the thread from line to outcome."""

from datetime import datetime, timedelta

from tests.browser.page import PHONE

FOOD = "Nothing after midnight, said Mara."
LINE = "Soft hands"


def day_and_time(moment: datetime) -> tuple[str, str]:
    """As the two fields of a date take them."""
    return moment.strftime("%Y-%m-%d"), moment.strftime("%H:%M")


def begins_a_course(ada) -> None:
    """From the dosing sessions to the first course, with what the clinic said."""
    ada.goes_to("Timeline")
    ada.page.click("link", "Treatment sessions")
    ada.page.click("link", "Add a course")
    ada.page.fill("Name", "Spring")
    ada.page.fill("Food and drink before a session", FOOD)
    ada.page.fill("Who comes with you and takes you home?", "Cem")
    ada.page.fill("Their phone", "+353 1 555 0100")
    ada.page.click("button", "Save")
    ada.is_told("A course of treatment")


def opens_dose(ada) -> None:
    """The only dosing session there is."""
    ada.goes_to("Timeline")
    ada.page.click("link", "Treatment sessions")
    ada.page.click("[data-testid=dose]")
    ada.page.find("button", "Save")


def moves_dose(ada, moment: datetime) -> None:
    """The only dosing session, to another time."""
    opens_dose(ada)
    day, time = day_and_time(moment)
    ada.page.fill("Day", day)
    ada.page.fill("Time", time)
    ada.page.click("button", "Save")
    ada.page.find("heading", "Treatment sessions")


def sees_threads(ada) -> None:
    """All threads, from the dosing sessions."""
    ada.goes_to("Timeline")
    ada.page.click("link", "Treatment sessions")
    ada.page.click("link", "Intentions")
    ada.page.find("link", "Choose an intention")


def sees_card(ada, name: str, *, stands: bool = True) -> None:
    """Waits until Today shows a card, or shows it no more."""
    ada.goes_to("Today")
    ada.page.find("link", "A blank page")
    ada.page.wait_for(
        "(name, stands) => (document.querySelector(`[data-testid=${name}]`) !== null) === stands",
        name,
        stands,
    )


def test_a_course_speaks_before_its_doses_and_follows_a_moved_date(people, server):
    """What the clinic said stands on Today the day before, goes with the date, and comes back with it."""
    ada = people.patient(server, size=PHONE)
    ada.signs_up()
    begins_a_course(ada)
    tomorrow = datetime.now().astimezone() + timedelta(days=1)
    ada.adds_dosing(*day_and_time(tomorrow), route="Lozenge or troche")
    sees_card(ada, "practical-day")
    for words in (
        FOOD,
        "Cem",
        "Call +353 1 555 0100",
        "as your prescriber told you",
        "don’t drive",
    ):
        ada.is_told(words)
    moves_dose(ada, tomorrow + timedelta(days=4))
    sees_card(ada, "practical-day", stands=False)
    ada.is_told("Five days until your first session")
    moves_dose(ada, tomorrow)
    sees_card(ada, "practical-day")


def test_a_planned_session_is_asked_after_and_cancelled(people, server):
    """Its time has come: what to leave until the morning is told, and whether it took place is asked; cancelled, it holds nothing up, and stands as cancelled."""
    ada = people.patient(server, size=PHONE)
    ada.signs_up()
    begins_a_course(ada)
    now = datetime.now().astimezone()
    ada.adds_dosing(*day_and_time(now + timedelta(days=1)), route="Nasal spray")
    moves_dose(ada, now - timedelta(hours=3))
    sees_card(ada, "practical-rest")
    ada.is_told("Don’t drive, cycle, or use machines.")
    ada.is_told("Did your first session happen?")
    ada.page.click("button", "No, it was canceled")
    ada.is_told("Thanks. Your questions will follow what you told us.")
    ada.page.wait_for("() => document.querySelector('[data-testid=practical-asked]') === null")
    sees_card(ada, "practical-rest", stands=False)
    (row,) = ada.dosings()
    assert "canceled" in row


def test_what_is_noted_of_a_session_is_there_again_after_the_lock(people, server):
    """Amount, a reading and a side effect are kept by leaving the form, and stand there when one comes back."""
    ada = people.patient(server, size=PHONE)
    ada.signs_up()
    ada.adds_dosing("2024-03-04", "10:30", route="IV infusion")
    opens_dose(ada)
    ada.page.click("button", "Only for you")
    ada.page.fill("Amount, in your own words", "as the last time")
    ada.page.click("button", "Add a reading")
    ada.page.fill("Value", "128/84")
    ada.page.choose("How strong: Nausea", "a little")
    ada.goes_to("Today")
    ada.locks()
    ada.unlocks()
    ada.is_in()
    opens_dose(ada)
    shown = """() => ["amount", "value-0", "effect-nausea"]
      .map((name) => document.querySelector(`[name=${name}]`)?.value)"""
    ada.page.comes_to(lambda: ada.page.evaluate(shown), ["as the last time", "128/84", "1"])


def test_a_thread_from_the_line_to_the_outcome(people, server):
    """The line is taken from an answer, stands on the day of the dose, is tied to an entry, becomes an act that is asked after on its day, and goes on."""
    ada = people.patient(server, size=PHONE)
    ada.signs_up()
    begins_a_course(ada)
    now = datetime.now().astimezone()
    ada.adds_dosing(*day_and_time(now + timedelta(days=2)), route="Lozenge or troche")
    ada.writes(f"Not to fight.\n{LINE}", prompt="P10")
    ada.goes_to("Today")
    assert "Continue writing" not in ada.page.text()
    ada.page.click("link", "Choose an intention for your first session")
    ada.page.click("button", LINE)
    ada.page.click("button", "Save")
    ada.page.find("link", "A blank page")
    moves_dose(ada, now - timedelta(minutes=1))
    sees_card(ada, "thread-line")
    ada.is_told(LINE)
    ada.writes("A hand that opened.")
    ada.page.click("button", "Add to an intention")
    ada.page.click("button", LINE)
    ada.is_told("Added to your intention.")
    ada.goes_to("Today")
    ada.page.click("link", LINE)
    ada.is_told("A hand that opened.")
    ada.page.fill("What I saw in it", "I hold on to nothing that is there.")
    ada.page.fill("One small step", "Ring my brother")
    ada.page.fill("Which day", now.strftime("%Y-%m-%d"))
    ada.page.fill("Who with", "Tom")
    ada.goes_to("Today")
    ada.is_told("Your small step, today")
    ada.page.click("link", "Ring my brother")
    ada.page.choose("How did it go?", "Did it differently")
    ada.page.fill("A few words about it", "He rang first.")
    ada.page.click("button", "Save")
    sees_card(ada, "thread-act", stands=False)
    ada.page.click("link", LINE)
    ada.page.click("link", "Continue with a new one")
    ada.page.fill("My intention", "Open hands")
    ada.page.click("button", "Save")
    ada.is_told("Continues in Open hands")
    sees_threads(ada)
    for words in (LINE, "I hold on to nothing", "Ring my brother", "He rang first.", "Open hands"):
        ada.is_told(words)


def test_words_of_a_thread_are_kept_by_the_lock_and_by_a_page_that_ends(people, server):
    """What is typed into a thread and not kept by hand is there behind the lock, and after the page was loaded anew."""
    ada = people.patient(server, size=PHONE)
    ada.signs_up()
    sees_threads(ada)
    ada.page.click("link", "Choose an intention")
    ada.page.fill("My intention", LINE)
    ada.is_told("Saved on this device as you type.")
    ada.page.reload()
    ada.unlocks()
    ada.is_told("What you typed before is still here.")
    ada.page.wait_for("(line) => document.querySelector('#field-intention')?.value === line", LINE)
    ada.goes_to("Today")
    ada.locks()
    ada.unlocks()
    ada.is_in()
    sees_threads(ada)
    ada.is_told(LINE)
