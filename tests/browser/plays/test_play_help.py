"""Help in a hard hour: before signing in, without a network, from wherever one writes; and who is not watching."""

from tests.browser.page import PHONE
from tests.browser.plays.person import HELP


def test_before_signing_in_and_without_a_server(people, live_server, size):
    """Help opens with no account, by its own address, and still does when the server is gone."""
    people.outage_expected = True
    nobody = people.patient(live_server, size=size)
    nobody.opens()
    nobody.is_told("Nobody is watching what is written here, and it cannot call for help.")
    nobody.reads_help()
    nobody.page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
    nobody.page.reload()
    nobody.page.wait_for("() => navigator.serviceWorker.controller !== null")
    live_server.stop()
    nobody.opens("/help")
    for words in (HELP["long"][0], "If you are in danger now, call.", "A minute to land"):
        nobody.is_told(words)
    nobody.page.choose("Country", "European Union")
    nobody.is_told("112")
    nobody.opens()
    nobody.reads_help()


def test_from_the_lock_and_from_every_page_that_takes_words(people, server):
    """Two taps at most, and back without losing a word; each of these pages says that nobody is watching."""
    ada = people.patient(server, size=PHONE)
    ada.signs_up()
    ada.goes_to("Today")
    ada.is_told(HELP["short"])
    ada.begins("R4")
    ada.is_told(HELP["short"])
    ada.types("Not quite.")
    ada.reads_help()
    ada.goes_back()
    assert ada.words_in_editor() == "Not quite."
    ada.is_done()
    ada.goes_to("Timeline")
    ada.page.click("link", "Dosing sessions")
    ada.page.click("link", "Add a dosing session")
    ada.is_told(HELP["short"])
    ada.goes_to("Today")
    ada.page.click("link", "All prompts")
    ada.is_told(HELP["short"])
    ada.goes_to("Today")
    ada.locks()
    ada.reads_help()


def test_a_prompt_that_asks_whether_one_is_safe(people, server):
    """Whoever answers that they are not is shown Help, and the answer is kept."""
    ada = people.patient(server, size=PHONE)
    ada.signs_up()
    ada.begins("R4")
    choices = ada.page.evaluate(
        "() => [...document.querySelectorAll('main .chips .chip')].map((one) => one.innerText)"
    )
    ada.page.click("button", choices[-1])
    ada.is_told("If you are in danger now, call.")
    ada.goes_back()
    assert ada.words_in_editor() == choices[-1]
