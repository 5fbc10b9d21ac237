"""One who writes, two therapists and a stranger: what became of what was shared, one answer, the same for another therapist, and the end of each."""

import pytest

from tests.browser.page import DESK, PHONE

WATER, STAYS, MINE = "What I saw by the water.", "What stays of it.", "Mine alone."

ROW_SAYS = """(title, words) => [...document.querySelectorAll("[data-testid=entry-row]")]
  .some(({ innerText }) => innerText.includes(title) && innerText.includes(words))"""


@pytest.fixture
def three(people, server):
    """A patient, and two therapists with whom they are linked, neither of whom knows of the other."""
    ada = people.patient(server, size=PHONE)
    holm = people.therapist(server, "Dr Holm", size=DESK)
    lind = people.therapist(server, "Dr Lind", size=DESK)
    ada.signs_up()
    for therapist in (holm, lind):
        therapist.signs_up()
        therapist.links_with(ada)
    return ada, holm, lind


def test_several_therapists_and_a_stranger(three, people, server):
    """Shared with one and with both, opened, answered once, taken to the other, stopped one by one, ended; the stranger never has anything."""
    ada, holm, lind = three
    stranger = people.therapist(server, "Dr Fremd", size=DESK)
    stranger.signs_up()
    ada_shares(ada, holm, lind)
    both_read_and_comment(ada, holm, lind)
    ada_sees_what_became_of_it(ada, holm)
    ada_answers_one_of_them_once(ada, holm, lind)
    ada_shares_the_same_with_the_other(ada, holm, lind)
    ada_stops_one_and_then_ends(ada, holm, lind)
    stranger.backs_up()
    stranger.goes_to("People")
    assert not [one for one in stranger.stored() if WATER in one or ada.name in one]
    assert ada.name not in stranger.page.text()


def ada_shares(ada, holm, lind) -> None:
    """Three entries: one for both, one for the first, one for nobody."""
    for text, readers in ((WATER, (holm, lind)), (STAYS, (holm,)), (MINE, ())):
        ada.writes(text)
        for reader in readers:
            ada.page.click("button", "Share")
            ada.page.click("radio", reader.name)
            ada.page.click("button", f"Share with {reader.name}")
            ada.goes_on_the_first_time()
            ada.is_told(f"Shared with {reader.name}.")
            ada.is_told(f"{reader.name} can read this.")
    ada.backs_up()


def both_read_and_comment(ada, holm, lind) -> None:
    """Each sees what they were shown, opens it and says a sentence about it."""
    for reader, titles, words in (
        (holm, [WATER, STAYS], "Let us begin with the water."),
        (lind, [WATER], "Thank you for showing me."),
    ):
        reader.backs_up()
        reader.opens_person(ada.name)
        reader.sees_titles(*titles)
        reader.reads_in_timeline(WATER)
        reader.reads(WATER)
        reader.comments(words, to=ada.name)
        reader.backs_up()


def ada_sees_what_became_of_it(ada, holm) -> None:
    """The ledger says who opened it, and the person's page what arrived; both by name."""
    ada.backs_up()
    ada.goes_to("People")
    ada.page.click("link", "What you’ve shared")
    ada.is_told("Opened by Dr Holm")
    ada.is_told("Opened by Dr Lind")
    ada.is_told("Dr Lind commented")
    ada.page.click("button", "Dr Holm")
    ada.page.wait_for(
        "() => !document.querySelector('main').innerText.includes('Opened by Dr Lind')"
    )
    ada.opens_person(holm.name)
    ada.page.wait_for(ROW_SAYS, WATER, "opened today")
    ada.page.wait_for(ROW_SAYS, STAYS, "delivered")
    assert MINE not in ada.page.text()


def ada_answers_one_of_them_once(ada, holm, lind) -> None:
    """What is typed outlives the page; the answer stands below the comment for its author alone, and there is no second one."""
    ada.opens_entry(WATER)
    ada.page.click("[data-testid=comment]:first-of-type + [data-testid=answer-comment]")
    ada.page.fill("Your reply to Dr Holm", "Yes, with the water.")
    ada.is_told("Saved on this device. Not sent yet.")
    ada.page.reload()
    ada.unlocks()
    ada.page.wait_for("() => document.querySelector('#answer')?.value === 'Yes, with the water.'")
    ada.page.click("button", "Send to Dr Holm")
    ada.is_told("Your reply is on its way to Dr Holm.")
    ada.page.find("button", "Reply once")  # to the other's comment
    assert "Your reply to Dr Holm" not in ada.page.text()
    ada.backs_up()
    for reader, is_told in ((holm, True), (lind, False)):
        reader.backs_up()
        reader.opens_person(ada.name)
        reader.reads_in_timeline(WATER)
        reader.reads(WATER)
        assert ("Yes, with the water." in reader.page.text()) == is_told
        assert not [one for one in reader.stored() if "Yes, with the water." in one]


def ada_shares_the_same_with_the_other(ada, holm, lind) -> None:
    """Everything one of them reads, in one go; the other has it, and still knows of nobody."""
    ada.opens_person(holm.name)
    ada.page.click("link", "Share the same with another therapist")
    ada.is_told("2 of 2 chosen")
    ada.page.click("button", "Share 2 entries with Dr Lind")
    ada.is_told("You’ve shared 2 entries with Dr Lind.")
    ada.is_told("Dr Holm can still read what you shared")
    ada.page.click("link", "Stay linked with both")
    ada.backs_up()
    lind.backs_up()
    lind.opens_person(ada.name)
    lind.sees_titles(WATER, STAYS)
    assert "Holm" not in lind.page.text()


def ada_stops_one_and_then_ends(ada, holm, lind) -> None:
    """One entry goes from the first therapist's room, then everything; the second reads on."""
    ada.opens_person(holm.name)
    ada.page.click("button", f"Stop sharing: {STAYS}")
    ada.is_told("You can’t undo what")
    ada.page.click("button", "Stop sharing")
    ada.is_told("No longer shared with Dr Holm.")
    ada.backs_up()
    holm.backs_up()
    holm.opens_person(ada.name)
    holm.sees_titles(WATER)
    ada.opens_person(holm.name)
    ada.page.click("button", "End the link")
    ada.is_told("These two accounts can’t be linked again.")
    ada.page.click("[data-testid=confirm-end]")
    ada.is_told("Sharing has ended")
    ada.backs_up()
    holm.backs_up()
    holm.goes_to("People")
    assert WATER not in holm.page.text()
    lind.backs_up()
    lind.opens_person(ada.name)
    lind.sees_titles(WATER, STAYS)
