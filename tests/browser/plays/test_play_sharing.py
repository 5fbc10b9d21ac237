"""Two people: linked in either direction, an entry shared, read, answered, changed, and no longer shared."""

from datetime import date, timedelta

import pytest

from tests.browser.page import DESK, PHONE


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
    link = inviter.invites()
    invited.opens_invitation(link, of=inviter.name)
    invited.accepts(inviter.name)
    inviter.confirms(invited.name)
    inviter.backs_up()
    invited.backs_up()
    return ada, holm


def test_from_a_link_to_the_end_of_sharing(pair):
    """Linked, compared, shared, read on the timeline, ticked, answered, changed, shared anew, and ended."""
    ada, holm = pair
    number = ada.safety_number(holm.name)
    assert len(number) == 12
    assert holm.safety_number(ada.name) == number
    ada.page.click("button", "They are the same")
    ada.is_told("Linked, compared in person")

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
    ada.goes_to("Journal")
    assert sum(f"shared with {holm.name}" in row for row in ada.rows()) == 3
    ada.opens_person(holm.name)
    assert len(ada.rows()) == 3
    ada.is_told(f"{holm.name} also sees your dosing sessions")
    ada.backs_up()

    holm.backs_up()
    holm.goes_to("People")
    holm.is_told("3 to read")
    holm.opens_person(ada.name)
    assert [mark.split("\n")[0].split(". ")[0].rstrip(".") for mark in holm.in_order()] == [
        "What I hope for",
        "What I saw",
        "What is left of it",
    ]
    assert "Mine alone." not in holm.page.text()
    assert holm.doses() == ["1"]
    assert holm.ringed() == ["What is left of it."]
    holm.reads_in_timeline("What I saw.")
    holm.is_told("Reflection · 10 hours after dose 1")
    holm.reads("What I saw.")
    holm.ticks()
    holm.comments("Let us begin with this on Thursday.", to=ada.name)
    holm.backs_up()
    holm.goes_to("People")
    holm.is_told("2 to read")

    ada.backs_up()
    ada.goes_to("Today")
    ada.is_told(f"A note from {holm.name}")
    ada.opens_entry("What I saw.")
    ada.is_told("Let us begin with this on Thursday.")
    assert ada.comments() == ["Let us begin with this on Thursday."]
    ada.edits("What I saw, and what I made of it.")
    ada.is_told(f"{holm.name} can read an earlier version, not your last changes.")
    ada.backs_up()
    holm.backs_up()
    holm.opens_person(ada.name)
    holm.reads_in_timeline("What I saw.")
    holm.reads("What I saw.")
    ada.opens_entry("What I saw, and")
    ada.page.click("button", "Share this version")
    ada.page.click("button", f"Share with {holm.name}")
    ada.is_told(f"{holm.name} can read this.")
    ada.backs_up()
    holm.backs_up()
    holm.opens_person(ada.name)
    holm.reads_in_timeline("What I saw, and")
    holm.reads("What I saw, and what I made of it.")

    ada.opens_entry("What I saw, and")
    ada.stops_sharing(holm.name)
    ada.edits("What I saw, and nobody else reads.")
    ada.backs_up()
    holm.backs_up()
    holm.opens_person(ada.name)
    assert len(holm.in_order()) == 2
    assert "What I saw" not in holm.page.text()

    ada.opens_person(holm.name)
    ada.page.click("button", "Stop sharing everything")
    ada.is_told("the link ends")
    ada.page.click("button", "Stop sharing everything")
    ada.is_told("Sharing has ended")
    ada.backs_up()
    holm.backs_up()
    holm.goes_to("People")
    assert "What" not in holm.page.text()
