"""Two people: linked in either direction, an entry shared, read, answered, changed, and no longer shared."""

from datetime import date, timedelta

import pytest

from tests.browser.page import DESK, PHONE
from tests.browser.plays.person import HELP


def days_ago(days: int) -> str:
    """A day as a date field takes it."""
    return (date.today() - timedelta(days)).isoformat()  # noqa: DTZ011


@pytest.fixture(params=["patient-invites", "therapist-invites"])
def pair(request, people, server):
    """A patient and a therapist, linked; once one invites and has the phone, once the other."""
    first_is_patient = request.param == "patient-invites"
    ada = people.patient(server, size=PHONE if first_is_patient else DESK)
    holm = people.therapist(server, size=DESK if first_is_patient else PHONE)
    ada.signs_up()
    holm.signs_up()
    inviter, invited = (ada, holm) if first_is_patient else (holm, ada)
    inviter.links_with(invited)
    return ada, holm


def test_from_a_link_to_the_end_of_sharing(pair):
    """Compared, shared, read on the timeline, ticked, answered, changed, shared anew, stopped, and the link ended."""
    ada, holm = pair
    they_compare(ada, holm)
    ada_writes_and_shares(ada, holm)
    holm_reads_and_answers(ada, holm)
    ada_sees_the_comment_and_changes_the_entry(ada, holm)
    ada_shares_the_change(ada, holm)
    ada_stops_sharing_one(ada, holm)
    ada_ends_the_link(ada, holm)


def they_compare(ada, holm) -> None:
    """Both screens show the same number, and the patient notes it."""
    number = ada.safety_number(holm.name)
    assert len(number) == 12
    assert holm.safety_number(ada.name) == number
    ada.page.click("button", "They are the same")
    ada.is_told("Linked, safety number compared")


def ada_writes_and_shares(ada, holm) -> None:
    """A dosing session and four entries; three are shared, the first with the dosing sessions, and it is seen with whom."""
    ada.adds_dosing(days_ago(9), "10:30", route="IV infusion", note="Rain on the skylight.")
    for day, text in (
        (days_ago(10), "What I hope for."),
        (days_ago(9), "What I saw."),
        (days_ago(4), "What is left of it."),
        (days_ago(3), "Mine alone."),
    ):
        ada.begins()
        ada.types(text)
        ada.dates(day, "21:00")
        ada.is_done()
    for text, dosing in (("What I hope", True), ("What I saw", False), ("What is left", False)):
        ada.opens_entry(text)
        ada.shares(holm.name, dosing=dosing)
    ada.is_told(f"{holm.name} can read this.")
    ada.page.comes_to(lambda: sum(f"{holm.name} sees this" in row for row in ada.journal()), 3)
    ada.opens_person(holm.name)
    ada.page.comes_to(lambda: len(ada.rows()), 3)
    ada.is_told(f"{holm.name} can also see your treatment sessions")
    ada.backs_up()


def holm_reads_and_answers(ada, holm) -> None:
    """The timeline has the dose, the shared entries in order and the newest marked; one is read, ticked and answered."""
    holm.backs_up()
    holm.goes_to("People")
    holm.is_told("3 to read")
    holm.opens_person(ada.name)
    holm.sees_titles("What I hope for.", "What I saw.", "What is left of it.")
    assert "Mine alone." not in holm.page.text()
    holm.sees_doses("1")
    holm.sees_ring_at("What is left of it.")
    holm.reads_in_timeline("What I saw.")
    holm.is_told("Reflection · 10 hours after dose 1")
    holm.reads("What I saw.")
    holm.is_told(HELP["therapist"])
    holm.ticks()
    holm.page.fill("Reply in a sentence or two", "Let us begin with")
    holm.is_told("Saved on this device. Not sent yet.")
    holm.page.reload()
    holm.unlocks()
    holm.page.wait_for("() => document.querySelector('#comment')?.value === 'Let us begin with'")
    holm.comments("Let us begin with this on Thursday.", to=ada.name)
    holm.backs_up()
    holm.goes_to("People")
    holm.is_told("2 to read")


def ada_sees_the_comment_and_changes_the_entry(ada, holm) -> None:
    """Today leads to the comment; a change is not shared by itself, and the therapist still has what was shared."""
    ada.backs_up()
    ada.goes_to("Today")
    ada.page.click("link", f"A note from {holm.name}")
    ada.is_told("Let us begin with this on Thursday.")
    ada.sees_comments("Let us begin with this on Thursday.")
    ada.edits("What I saw, and what I made of it.", asked="Keep the earlier version")
    ada.is_told(f"{holm.name} can read an earlier version, not your last changes.")
    ada.backs_up()
    holm.backs_up()
    holm.opens_person(ada.name)
    holm.reads_in_timeline("What I saw.")
    holm.reads("What I saw.")


def ada_shares_the_change(ada, holm) -> None:
    """Shared anew, the therapist has the new words."""
    ada.opens_entry("What I saw, and")
    ada.page.click("button", "Share this version")
    ada.page.click("button", f"Share with {holm.name}")
    ada.is_told(f"{holm.name} can read this.")
    ada.backs_up()
    holm.backs_up()
    holm.opens_person(ada.name)
    holm.reads_in_timeline("What I saw, and")
    holm.reads("What I saw, and what I made of it.")


def ada_stops_sharing_one(ada, holm) -> None:
    """A later change never arrives, and what was shared is gone from the therapist's room."""
    ada.opens_entry("What I saw, and")
    ada.stops_sharing(holm.name)
    ada.edits("What I saw, and nobody else reads.")
    ada.backs_up()
    holm.backs_up()
    holm.opens_person(ada.name)
    holm.sees_titles("What I hope for.", "What is left of it.")
    assert "What I saw" not in holm.page.text()
    assert not [one for one in holm.stored() if "What I saw" in one]


def ada_ends_the_link(ada, holm) -> None:
    """Nothing of it is left in the therapist's room."""
    ada.opens_person(holm.name)
    ada.page.click("button", "End the link")
    ada.is_told("the link ends")
    ada.page.click("[data-testid=confirm-end]")
    ada.is_told("Sharing has ended")
    ada.backs_up()
    holm.backs_up()
    holm.goes_to("People")
    assert "What I" not in holm.page.text()
