"""Dosing sessions: dates under which entries find their phase and their dose by themselves, or are moved by hand."""

from datetime import date, timedelta

from tests.browser.page import DESK, PHONE

LONG_AGO = ("2024-03-04", "10:30")


def test_entries_fall_to_a_phase_and_a_dose(people, server):
    """Two sessions; entries dated before, shortly after and later fall to preparation, reflection and integration."""
    ada = people.patient(server, size=PHONE)
    ada.signs_up()
    ada.adds_dosing(
        *LONG_AGO,
        route="IV infusion",
        number=3,
        note="The room with the blue chair, Mara beside me.",
    )
    ada.adds_dosing("2024-03-18", "14:00", route="Nasal spray")
    first, second = sorted(ada.dosings(), key=lambda row: "10:30" not in row)
    assert first.startswith("3\n")
    assert "IV infusion" in first
    assert "The room with the blue chair, Mara beside me." in first
    assert "Nasal spray" in second
    for day, time, text, place in (
        ("2024-03-03", "20:00", "Tomorrow.", "Preparation · 1 day before dose 3"),
        ("2024-03-04", "15:45", "Still floating.", "Reflection · 5 hours after dose 3"),
        ("2024-03-08", "09:00", "The week is slow.", "Integration · 4 days after dose 3"),
        ("2024-03-17", "09:00", "Tomorrow again.", "Preparation · 1 day before dose 2"),
    ):
        ada.begins()
        ada.types(text)
        ada.dates(day, time)
        ada.is_told(place)
        ada.is_done()
        ada.is_told(place)
    ada.goes_to("Journal")
    ada.shows_only("Reflection")
    ada.sees_rows("Still floating.")


def test_an_entry_is_moved(people, server):
    """By hand an entry goes to another phase and another dose, and back to where its date puts it."""
    ada = people.patient(server, size=DESK)
    ada.signs_up()
    ada.adds_dosing(*LONG_AGO, route="IV infusion", number=1)
    ada.adds_dosing("2024-03-18", "14:00", route="IV infusion", number=2)
    ada.begins()
    ada.types("What was said in the car.")
    ada.dates("2024-03-08", "09:00")
    ada.is_done()
    ada.is_told("Integration · 4 days after dose 1")
    ada.moves(phase="Preparation", dose="Dose 2, Mar 18, 2024")
    ada.is_told("Preparation · 10 days before dose 2")
    ada.moves(phase="By its date", dose="By its date")
    ada.is_told("Integration · 4 days after dose 1")


def test_today_follows_the_next_dose(people, server):
    """A planned session speaks on Today; moving its date moves what is asked, deleting it leaves entries where they are."""
    ada = people.patient(server)
    ada.signs_up()
    ada.writes("Before anything is planned.")
    ada.goes_to("Today")
    ada.is_told("When is your first session?")
    tomorrow = date.today() + timedelta(days=1)  # noqa: DTZ011
    ada.adds_dosing(tomorrow.isoformat(), "11:00", route="Lozenge or troche")
    ada.goes_to("Today")
    ada.is_told("Your first session is tomorrow")
    ada.dosings()
    ada.page.click("link", "Lozenge or troche")
    ada.page.fill("Day", (tomorrow + timedelta(days=4)).isoformat())
    ada.page.click("button", "Save")
    ada.goes_to("Today")
    ada.is_told("Five days until your first session")
    ada.dosings()
    ada.page.click("link", "Lozenge or troche")
    ada.page.click("button", "Delete this session")
    ada.is_told("Session deleted.")
    ada.goes_to("Today")
    ada.is_told("When is your first session?")
    ada.goes_to("Journal")
    ada.sees_rows("Before anything is planned.")
