"""The heart of it in all three engines: sign up, write, lose the server, open again, read."""

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
    ada.opens_entry("Written with a server")
    ada.reads("Written with a server: naïve, 静か, مرحبا.")
    ada.writes("Written without one.")
    ada.entry_is("On this device")
    live_server.start()
    ada.backs_up()
    ada.reads_help()
    ada.is_told(HELP["long"][0])
