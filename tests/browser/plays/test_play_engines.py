"""The heart of it in all three engines: sign up, write, lose the server, open again, read; share, answer, stop."""

import pytest

from tests.browser.page import PHONE
from tests.browser.plays.person import HELP


def test_write_and_read_in_every_engine(people, live_server, engine):
    """Signed up, written, backed up; without a server the page is loaded again, unlocked, read and written on."""
    people.outage_expected = True
    ada = people.patient(live_server, engine=engine)
    ada.signs_up()
    ada.adds_dosing(route="IV infusion")
    ada.writes("Written with a server: naïve, 静か, مرحبا.", prompt="P1")
    ada.entry_is("Backed up")
    ada.page.wait_for("() => navigator.serviceWorker.controller !== null")
    live_server.stop()
    ada.page.reload()
    ada.unlocks()
    ada.goes_to("Journal")
    ada.sees_rows("Written with a server")
    # That there is no network is said above the rows, and moves them: nobody presses one meanwhile.
    ada.page.find("[data-testid=sync-state]")
    ada.opens_entry("Written with a server")
    ada.reads("Written with a server: naïve, 静か, مرحبا.")
    ada.writes("Written without one.")
    ada.entry_is("On this device")
    live_server.start()
    ada.backs_up()
    ada.reads_help()
    ada.is_told(HELP["long"][0])


@pytest.mark.parametrize("engine", ["firefox", "webkit"])
def test_share_read_comment_and_stop_in_the_other_engines(people, server, engine):
    """Linked, shared, read on the timeline, answered, and no longer shared; Chromium has plays of its own for all of it."""
    ada = people.patient(server, engine=engine)
    holm = people.therapist(server, engine=engine, size=PHONE)
    ada.signs_up()
    holm.signs_up()
    ada.links_with(holm)
    ada.writes("What I saw was a harbour.")
    ada.shares(holm.name)
    ada.is_told(f"{holm.name} can read this")
    ada.backs_up()
    holm.backs_up()
    holm.opens_person(ada.name)
    holm.reads_in_timeline("What I saw was a harbour.")
    holm.reads("What I saw was a harbour.")
    holm.comments("Thank you for this.", to=ada.name)
    holm.backs_up()
    ada.backs_up()
    ada.opens_entry("What I saw")
    ada.is_told("Thank you for this.")
    ada.stops_sharing(holm.name)
    ada.backs_up()
    holm.backs_up()
    holm.opens_person(ada.name)
    holm.page.wait_for("(words) => !document.body.innerText.includes(words)", "harbour")
