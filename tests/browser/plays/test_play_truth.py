"""What is said about where the words are is so: drafts, other tabs, long pages, and browsers that keep nothing."""

import pytest

from tests.browser.page import PHONE

LINES = "One more line of a long page.\n" * 10_000

PASTE = """(text) => {
  const words = document.querySelector("#words");
  words.value = text;
  words.dispatchEvent(new InputEvent("input", { bubbles: true }));
}"""

NO_STORAGE = {
    "missing": "Object.defineProperty(window, 'indexedDB', { value: undefined })",
    "refused": "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); }",
    "silent": "IDBFactory.prototype.open = () => new EventTarget()",
}


def test_a_draft_is_gone_on_with_on_another_device(people, server):
    """Begun on the phone and left; on the new device it stands in the editor, and finished there it is a draft nowhere."""
    ada = people.patient(server, size=PHONE)
    ada.signs_up()
    ada.begins()
    ada.types("Begun on the phone.")
    ada.editor_says("On this device")
    ada.page.click("button", "Close and save as a draft")
    ada.backs_up()
    other = ada.again(people.window(server.url, size=PHONE))
    other.signs_in()
    other.page.click("link", "Continue writing Begun on the phone.")
    assert other.words_in_editor() == "Begun on the phone."
    other.types("Begun on the phone, ended at the desk.")
    other.is_done()
    other.backs_up()
    ada.backs_up()
    assert ada.journal() == other.journal()


def test_back_up_first_does_it_and_then_asks_again(people, server):
    """Words that were only typed are counted, backed up, and the question comes back with what came of it."""
    ada = people.patient(server, size=PHONE)
    ada.signs_up()
    ada.begins()
    ada.types("Not finished.")
    ada.editor_says("On this device")
    ada.page.click("button", "Close and save as a draft")
    ada.goes_to("Me")
    server.stop()
    people.outage_expected = True
    try:
        ada.goes_to("Today")
        ada.page.click("link", "Continue writing Not finished.")
        ada.types("Not finished, and longer.")
        ada.editor_says("On this device")
        ada.page.click("button", "Close and save as a draft")
        ada.goes_to("Me")
        ada.page.click("button", "Remove from this device")
        ada.page.sees("only on this device. You’d lose")
        ada.page.click("button", "Back up first")
        ada.page.sees("Offline.")
        ada.page.sees("only on this device. You’d lose")
    finally:
        server.start()
    ada.page.click("button", "Back up first")
    ada.page.sees("Everything is backed up.")


def test_a_full_page_says_so_and_is_divided(people, server):
    """Three hundred thousand characters are pasted: Done makes no entry of them, and divided every word is kept."""
    ada = people.patient(server, size=PHONE)
    ada.signs_up()
    ada.begins()
    ada.page.evaluate(PASTE, LINES)
    ada.page.sees("This page is full.")
    ada.page.click("button", "Done")
    ada.page.sees("This page is full.")
    ada.page.click("button", "Split it into entries")
    ada.page.sees("Saved in your journal as two entries")
    ada.page.wait_for("() => location.hash === '#/journal'")
    assert len(ada.journal()) == 2
    ada.backs_up()


def test_a_journal_that_the_browser_threw_away(people, server):
    """The device says what happened and what is safe, and signs in again under the handle that it still knows."""
    ada = people.patient(server, size=PHONE)
    ada.signs_up()
    ada.writes("Safe on the server.")
    ada.backs_up()
    ada.page.evaluate(
        "() => new Promise((done) => (indexedDB.deleteDatabase('afterglow').onsuccess = done)).then(() => true)"
    )
    ada.page.reload()
    ada.page.sees("Your journal is no longer on this device")
    ada.page.sees("is safe on the server. It comes back when you sign in.")
    ada.page.click("link", "I have an account")
    ada.page.wait_for(
        "(handle) => document.querySelector('[name=handle]')?.value === handle", ada.handle
    )
    ada.page.fill("Passphrase", ada.passphrase)
    ada.page.fill("Kit code", ada.kit_code)
    ada.page.click("button", "Sign in")
    ada.is_in()
    assert len(ada.journal()) == 1


@pytest.mark.parametrize("how", NO_STORAGE)
def test_where_nothing_can_be_kept_it_is_said_before_a_form(people, server, how):
    """The cause and the way out; nothing is said to be kept, and no form asks for anything."""
    ada = people.patient(server, size=PHONE)
    ada.page.native.add_init_script(NO_STORAGE[how])
    ada.opens()
    ada.page.sees("won’t let the app save anything on this device")
    assert "saved on this device" not in ada.page.text()
    assert "Get started" not in ada.page.text()
    ada.page.find("link", "Help")
