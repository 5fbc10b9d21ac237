"""Writing: on the device as one types, backed up when there is a server, changed, deleted, brought back, found."""

import sqlite3

from tests.browser.page import DESK, PHONE
from tests.browser.plays.patient import QUESTIONS

LONG = "\n\n".join(
    f"{n}. The ferry was late again, and nobody minded: the water had the colour of slate."
    for n in range(60)
)


def test_on_prompts_and_on_a_blank_page(people, server):
    """One prompt of each phase and a blank page with a title; each stands in the journal with its phase."""
    ada = people.patient(server, size=DESK)
    ada.signs_up()
    for prompt, phase, text in (
        ("P1", "Preparation", "Because the winters got longer 🌒."),
        ("R1", "Reflection", "A green corridor, my aunt's laugh."),
        ("I1", "Integration", "The corridor. I want to know where it goes."),
    ):
        ada.writes(text, prompt=prompt)
        ada.is_told(QUESTIONS[prompt])
        ada.is_told(phase)
    ada.writes("Nothing asked, nothing answered.", title="Sunday")
    ada.goes_to("Journal")
    ada.sees_rows("Sunday", "The corridor", "A green corridor", "Because the winters")


def test_words_are_kept_while_one_types(people, server, size):
    """The page is loaded again in the middle of a sentence: behind the lock the words are where they were."""
    ada = people.patient(server, size=size)
    ada.signs_up()
    ada.begins("P1")
    ada.types("Because the winters got longer, and then one day")
    ada.editor_says("On this device")
    ada.page.reload()
    ada.unlocks()
    assert ada.words_in_editor() == "Because the winters got longer, and then one day"
    ada.is_told(QUESTIONS["P1"])
    ada.types("Because the winters got longer, and then one day I counted them.")
    ada.is_done()
    ada.reads("Because the winters got longer, and then one day I counted them.")
    ada.goes_to("Journal")
    ada.sees_rows("Because the winters")


def test_a_draft_left_behind_waits(people, server):
    """Closed, it is no entry yet: Today and the journal's drafts lead back to it, and it can be thrown away and brought back."""
    ada = people.patient(server, size=PHONE)
    ada.signs_up()
    ada.begins()
    ada.types("The kettle, the window, and")
    ada.page.click("button", "Close and save as a draft")
    ada.is_told("Continue writing")
    ada.goes_to("Journal")
    ada.sees_rows()
    ada.shows_only("Drafts")
    ada.page.click("button", "Discard")
    ada.is_told("Entries you’ve started and not finished appear here.")
    ada.page.click("button", "Undo")
    ada.page.click("link", "The kettle, the window, and")
    assert ada.words_in_editor() == "The kettle, the window, and"


def test_on_this_device_and_backed_up_tell_the_truth(people, live_server):
    """Without a server words are on this device and say so; as soon as it is back they are backed up, by themselves."""
    people.outage_expected = True
    ada = people.patient(live_server, size=PHONE)
    ada.signs_up()
    ada.writes("With a server.")
    ada.entry_is("Backed up")
    live_server.stop()
    ada.writes("Without a server.")
    ada.entry_is("On this device")
    ada.goes_to("Journal")
    ada.is_told("Offline. Everything is saved on this device")
    ada.page.comes_to(lambda: ["on this device" in row for row in ada.rows()], [True, False])
    live_server.start()
    ada.opens_entry("Without a server.")
    ada.entry_is("Backed up")
    ada.backs_up()


def test_edited_deleted_brought_back_and_found(people, server):
    """An entry takes new words, goes, comes back by Undo, and is found as one types, whatever the case and accents."""
    ada = people.patient(server, size=DESK)
    ada.signs_up()
    ada.writes("Le café était fermé.", title="Monday")
    ada.writes("The baker knows my name.")
    ada.edits("The baker knows my name, and I know hers.")
    ada.deletes()
    ada.is_told("A blank page")
    ada.undoes()
    ada.reads("The baker knows my name, and I know hers.")
    ada.looks_for("i know HERS")
    ada.sees_rows("The baker")
    ada.looks_for("cafe etait")
    ada.sees_rows("Monday")
    ada.looks_for("nowhere in it")
    ada.is_told("No entry has these words.")
    ada.looks_for("")
    ada.sees_rows("The baker", "Monday")
    ada.opens_entry("Monday")
    ada.deletes()
    ada.backs_up()
    ada.goes_to("Journal")
    ada.sees_rows("The baker")


def test_two_tabs_at_once(people, server):
    """Two tabs of one browser write at the same time, and both have everything; of one entry changed in both, nothing is lost."""
    ada = people.patient(server, size=PHONE)
    ada.signs_up()
    ada.writes("From the first tab.")
    tab = ada.again(ada.page.new_tab())
    tab.opens()
    tab.unlocks()
    tab.goes_to("Journal")
    tab.sees_rows("From the first tab.")
    tab.writes("From the second tab.")
    ada.goes_to("Journal")
    ada.sees_rows("From the second tab.", "From the first tab.")
    ada.opens_entry("From the first tab.")
    ada.page.click("link", "Edit")
    ada.types("From the first tab, changed here.")
    tab.opens_entry("From the first tab.")
    tab.edits("From the first tab, changed there.")
    ada.is_done()
    ada.backs_up()
    for one in (ada, tab):
        one.goes_to("Journal")
        one.page.wait_for(
            """() => {
              const text = document.body.innerText;
              return ["changed here", "changed there", "second tab"].every((words) => text.includes(words));
            }"""
        )
        one.sees_rows("From the", "From the", "From the")
    assert tab.page.complaints == []


def test_the_session_ends_in_the_middle_of_a_long_entry(people, live_server):
    """The server forgets this device while one writes: nothing is lost, and one signs in again in place."""
    people.refusal_expected = True
    ada = people.patient(live_server, size=PHONE)
    ada.signs_up()
    ada.backs_up()
    ada.begins()
    ada.types(LONG)
    end_all_sessions(live_server)
    ada.is_done()
    ada.reads(LONG)
    ada.entry_is("On this device")
    ada.goes_to("Today")
    ada.is_told("Saved on this device, not backed up: you’ve been signed out")
    ada.page.click("link", "Sign in again")
    ada.page.fill("Passphrase", "not the passphrase at all")
    ada.page.click("button", "Sign in again")
    ada.is_told("That passphrase doesn’t open this journal. Everything in it is still here.")
    ada.page.fill("Passphrase", ada.passphrase)
    ada.page.click("button", "Sign in again")
    ada.backs_up()
    ada.opens_entry("The ferry was late")
    ada.entry_is("Backed up")
    ada.reads(LONG)


def end_all_sessions(server) -> None:
    """What an operator's purge, or another device, may do at any time."""
    with sqlite3.connect(server.data_dir / "journal.sqlite3", timeout=10) as database:
        assert database.execute("DELETE FROM session").rowcount > 0
