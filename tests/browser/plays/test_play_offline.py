"""No server, a browser started anew: everything can be read, written and changed, and later it arrives, in order and once."""

import os
import signal
from pathlib import Path

from journal.client.client import Client
from tests.browser.page import DESK, PHONE

KEPT = """async () => {
  await navigator.serviceWorker.ready;
  return navigator.serviceWorker.controller !== null;
}"""


def test_a_cold_start_in_a_cellar(people, live_server, profile, tmp_path, size):
    """The device is started anew without a network: unlock, read, write two, change one; then all of it arrives once."""
    people.outage_expected = True
    ada = people.patient(live_server, size=size, profile=profile)
    ada.signs_up()
    ada.adds_dosing("2024-03-04", "10:30", route="IV infusion", note="A quiet room.")
    for number in ("One", "Two", "Three"):
        ada.writes(f"{number}, with a server.")
    ada.backs_up()
    ada.page.wait_for(KEPT)
    ada.page.close()
    live_server.stop()

    ada = ada.again(people.window(live_server.url, size=size, profile=profile))
    ada.opens()
    ada.unlocks()
    ada.goes_to("Journal")
    ada.sees_rows("Three", "Two", "One")
    for number in ("One", "Two", "Three"):
        ada.opens_entry(f"{number}, with a server.")
        ada.reads(f"{number}, with a server.")
    assert "A quiet room." in ada.dosings()[0]
    ada.writes("Four, without.")
    ada.writes("Five, without.")
    ada.opens_entry("Two, with a server.")
    ada.edits("Two, changed without.")
    ada.entry_is("On this device")
    ada.page.close()

    ada = ada.again(people.window(live_server.url, size=size, profile=profile))
    ada.opens()
    ada.unlocks()
    ada.goes_to("Journal")
    ada.sees_rows("Five", "Four", "Three", "Two, changed", "One")
    live_server.start()
    ada.backs_up()
    desk = people.second_device(ada, size=DESK)
    desk.signs_in()
    desk.goes_to("Journal")
    desk.sees_rows("Five", "Four", "Three", "Two, changed", "One")
    assert "A quiet room." in desk.dosings()[0]
    assert texts_as_they_arrived(ada, tmp_path / "terminal") == [
        "One, with a server.",
        "Two, with a server.",
        "Three, with a server.",
        "Four, without.",
        "Five, without.",
        "Two, changed without.",
    ]


def texts_as_they_arrived(person, folder: Path) -> list[str]:
    """Every revision of every entry in the order of the account's log, as another implementation reads it."""
    client = Client(folder)
    client.sign_in(person.url, person.handle, person.passphrase, person.kit_code)
    try:
        payloads = [
            client.vault.open(client.vault.me, one.rev) for one, _ in client.store.revisions()
        ]
    finally:
        client.close()
    return [one["text"] for one in payloads if one["kind"] == "entry"]


def test_the_browser_is_killed_while_one_types(people, server, profile):
    """The process dies without a word; what had been on the page a second before is there afterwards."""
    ada = people.patient(server, size=PHONE, profile=profile)
    ada.signs_up()
    ada.begins()
    ada.types("Half a sentence that")
    ada.editor_says("On this device")
    kill_browser(profile)
    ada.page.closed = True
    ada = ada.again(people.window(server.url, size=PHONE, profile=profile))
    ada.opens()
    ada.unlocks()
    ada.is_told("Continue writing")
    ada.page.click("link", "Continue writing")
    assert ada.words_in_editor() == "Half a sentence that"


def kill_browser(profile: Path) -> None:
    """SIGKILL for every process that was started over this profile folder."""
    mark = f"--user-data-dir={profile}".encode()
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if mark in (folder / "cmdline").read_bytes():
                os.kill(int(folder.name), signal.SIGKILL)
        except (FileNotFoundError, ProcessLookupError):
            continue
