"""The lock takes everything along: in every tab, and out of the page's own memory."""

CONTROLLED = "() => navigator.serviceWorker.controller !== null"
MARK = "() => { window.before = true; }"
UNMARKED = "() => window.before === undefined"
ACCOUNT = "async () => (await fetch('/api/v1/account')).status"
NO_KEPT_APP = "() => Object.defineProperty(navigator.serviceWorker, 'controller', {value: null})"
SEARCH = "() => document.querySelector('[data-testid=find]').value"


def test_locked_in_one_tab_is_locked_in_all(people, server):
    """What is being typed in the other tab is kept there first, as a draft."""
    ada = people.patient(server)
    ada.signs_up()
    ada.page.wait_for(CONTROLLED)
    tab = ada.again(ada.page.new_tab())
    tab.opens()
    tab.unlocks()
    tab.goes_to("Journal")
    tab.page.click("link", "Write")
    tab.page.fill("#words", "A heron, and then the lock.")
    ada.locks()
    tab.is_locked_out()
    tab.unlocks()
    tab.opens("/app#/journal")
    tab.shows_only("Drafts")
    tab.is_told("A heron, and then the lock.")


def test_the_page_that_was_open_ends_with_the_lock(people, live_server, engine):
    """Another page stands at the lock, also without a network; what was looked for is not looked for by whoever comes next."""
    people.outage_expected = True
    ada = people.patient(live_server, engine=engine)
    ada.signs_up()
    ada.writes("Something about a harbour.")
    ada.page.wait_for(CONTROLLED)
    ada.goes_to("Journal")
    ada.looks_for("harbour")
    ada.sees_rows("Something about a")
    live_server.stop()
    ada.page.evaluate(MARK)
    ada.locks()
    assert ada.page.evaluate(UNMARKED)
    ada.unlocks()
    ada.goes_to("Journal")
    ada.sees_rows("Something about a")
    assert ada.page.evaluate(SEARCH) == ""


def test_a_page_that_cannot_begin_anew_forgets_what_was_looked_for(people, server):
    """Where the browser keeps no app, the same page stands on behind the lock: what was typed in it is gone all the same."""
    ada = people.patient(server)
    ada.signs_up()
    ada.writes("Something about a harbour.")
    ada.page.wait_for(CONTROLLED)
    ada.looks_for("harbour")
    ada.sees_rows("Something about a")
    ada.page.evaluate(MARK)
    ada.page.evaluate(NO_KEPT_APP)
    ada.locks()
    assert not ada.page.evaluate(UNMARKED)
    ada.unlocks()
    ada.sees_rows("Something about a")
    assert ada.page.evaluate(SEARCH) == ""


def test_a_journal_removed_without_a_network_ends_its_session_with_the_first(people, live_server):
    """What was left in the browser's jar of cookies opens nothing once the server can be told."""
    people.outage_expected = people.refusal_expected = True
    ada = people.patient(live_server)
    ada.signs_up()
    ada.backs_up()
    ada.page.wait_for(CONTROLLED)
    live_server.stop()
    ada.goes_to("Me")
    ada.page.click("button", "Remove from this device")
    ada.page.click("[data-testid=remove-now]")
    ada.page.find("link", "Get started")
    live_server.start()
    assert ada.page.evaluate(ACCOUNT) == 200
    ada.page.reload()
    ada.page.comes_to(lambda: ada.page.evaluate(ACCOUNT), 401)
