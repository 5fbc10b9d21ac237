"""A forgotten passphrase, and leaving: in with the kit alone, a copy to take along, the account erased."""

import json
import zipfile

from tests.browser.page import DESK, PHONE

FRESH = "seven slow barges on the grey canal"


def test_in_with_the_kit_alone(people, server):
    """At the lock, the kit opens what is on the device and a new passphrase is chosen; the old one opens nothing, here or on another device."""
    people.refusal_expected = True
    ada = people.patient(server, size=PHONE)
    ada.signs_up()
    ada.writes("Before I forgot.")
    ada.backs_up()
    ada.locks()
    ada.page.click("button", "I don’t have my passphrase")
    ada.page.click("link", "I have my kit")
    ada.page.fill("Kit code", ada.kit_code.replace("-", "").lower())
    ada.page.click("[data-testid=recover-start]")
    ada.page.fill("New passphrase", FRESH)
    ada.page.click("[data-testid=recover-finish]")
    ada.is_in()
    ada.goes_to("Journal")
    ada.sees_rows("Before I forgot.")
    old, ada.passphrase = ada.passphrase, FRESH
    ada.locks()
    ada.tries_to_unlock(old)
    ada.is_told("That passphrase doesn’t open this journal.")
    ada.unlocks()
    desk = people.second_device(ada, size=DESK)
    desk.signs_in()
    desk.goes_to("Journal")
    desk.sees_rows("Before I forgot.")


def test_a_copy_is_taken_and_the_account_erased(people, server, tmp_path):
    """The copy is made without a network and holds the words as they were written; after the erasure the server knows nobody of that name, and the device is empty."""
    people.refusal_expected = people.outage_expected = True
    ada = people.patient(server, size=PHONE)
    ada.signs_up()
    ada.writes("Words to take along: é, 海, 👋.", title="Last day")
    ada.backs_up()
    ada.goes_to("Me")
    ada.page.click("link", "Erase my account")
    ada.page.click("[data-testid=copy-first]")
    ada.page.wait_for("() => navigator.serviceWorker.controller !== null")
    ada.page.native.context.set_offline(True)
    ada.page.click("button", "Make the copy")
    ada.page.find("[data-testid=save-copy]")
    with ada.page.native.expect_download() as download:
        ada.page.click("[data-testid=save-copy]")
    ada.page.native.context.set_offline(False)
    download.value.save_as(tmp_path / "copy.zip")
    with zipfile.ZipFile(tmp_path / "copy.zip") as copy:
        assert copy.testzip() is None
        pages = [
            copy.read(name).decode() for name in copy.namelist() if name.startswith("journal/")
        ]
        data = json.loads(copy.read("data.json"))
    assert any("Words to take along: é, 海, 👋." in page for page in pages)
    assert "Words to take along: é, 海, 👋." in json.dumps(data, ensure_ascii=False)

    ada.goes_to("Me")
    ada.page.click("link", "Erase my account")
    ada.page.fill("Passphrase", ada.passphrase)
    ada.page.click("[data-testid=erase-ask]")
    ada.page.find("[data-testid=take-back]")
    ada.page.fill("Kit code", ada.kit_code)
    ada.page.click("[data-testid=erase-now]")
    ada.page.click("[data-testid=erase-confirm]")
    ada.page.find("heading", "Your account is erased")
    ada.page.click("[data-testid=remove]")
    ada.page.click("[data-testid=remove-now]")
    ada.page.find("link", "Get started")
    assert not [one for one in ada.stored() if ada.handle in one]
    again = people.second_device(ada, size=DESK)
    again.opens()
    again.page.click("link", "I have an account")
    again.page.fill("Handle", again.handle)
    again.page.fill("Passphrase", again.passphrase)
    again.page.fill("Kit code", again.kit_code)
    again.page.click("button", "Sign in")
    again.is_told("We couldn’t sign you in.")
