"""Signing up: a passphrase, a recovery kit that is kept and proved, and nothing else asked."""

import json
import re
from pathlib import Path

from tests.browser.page import PHONE
from tests.browser.plays.patient import Patient
from tests.browser.plays.qr import read_qr

WORDS = json.loads((Path(__file__).parents[3] / "static/content/words.json").read_text("utf-8"))[
    "words"
]
NINE_GROUPS = re.compile(r"[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){8}")


def asks_for_no_address(person: Patient) -> None:
    """Nothing on this screen asks for an e-mail address or a telephone number."""
    fields = person.page.evaluate(
        "() => [...document.querySelectorAll('input')].map(({ type, autocomplete }) => `${type} ${autocomplete}`)"
    )
    assert not [one for one in fields if re.search(r"email|tel\b", one)]
    assert "mail" not in person.page.text().lower()


def test_with_a_passphrase_of_ones_own(people, server, size):
    """Name, handle and passphrase are enough; a kit is shown, and four of its characters prove that it was kept."""
    ada = people.patient(server, size=size)
    ada.fills_the_form()
    asks_for_no_address(ada)
    ada.page.fill("Passphrase", "too short")
    ada.page.click("button", "Continue")
    ada.is_told("Please use at least 15 characters.")
    ada.page.fill("Passphrase", ada.passphrase)
    ada.page.click("button", "Continue")
    ada.agrees()
    ada.page.sees("Your recovery kit")
    ada.page.find("img", "Your kit code as a picture to scan")
    assert ada.handle in ada.page.text()
    assert ada.passphrase not in ada.page.text()
    ada.keeps_the_kit()
    assert NINE_GROUPS.fullmatch(ada.kit_code)
    for label, right in ada.asked_characters().items():
        ada.page.fill(label, "7" if right != "7" else "8")
    ada.page.click("button", "Finish")
    ada.is_told("Those don’t match. Check your kit and try again.")
    ada.page.click("button", "Show me the kit again")
    assert ada.kit_code.split("-")[0] in ada.page.text()
    ada.page.click("button", "I’ve saved it")
    ada.proves_the_kit()
    ada.is_in()
    asks_for_no_address(ada)


def test_with_six_generated_words(people, server):
    """The app gives six words of its list, shows them in the kit, and they open the journal afterwards."""
    ada = people.patient(server, size=PHONE)
    ada.fills_the_form()
    ada.page.click("button", "Give me six words")
    ada.passphrase = ada.page.wait_for(
        "() => document.querySelector('[name=passphrase]').value.trim()"
    )
    words = ada.passphrase.split()
    assert len(words) == 6
    assert set(words) <= set(WORDS)
    ada.page.click("button", "Continue")
    ada.agrees()
    ada.page.sees(ada.passphrase)
    ada.keeps_the_kit()
    ada.proves_the_kit()
    ada.is_in()
    ada.locks()
    ada.unlocks()
    ada.goes_to("Me")
    ada.page.click("link", "What I agreed to, and when")
    ada.is_told("You agreed to this on")


def test_the_kit_can_be_kept_as_a_text_and_as_a_picture(people, server):
    """Both files have names that say nothing; the text holds the code and not the handle, and a scanner reads it from the picture."""
    ada = people.patient(server, size=PHONE)
    ada.fills_the_form()
    ada.page.fill("Passphrase", ada.passphrase)
    ada.page.click("button", "Continue")
    ada.agrees()
    ada.page.sees("Your recovery kit")
    with ada.page.native.expect_download() as text:
        ada.page.click("button", "Save as a text file")
    with ada.page.native.expect_download() as picture:
        ada.page.click("button", "Save as a picture")
    ada.keeps_the_kit()
    written = Path(text.value.path()).read_text("utf-8")
    assert [text.value.suggested_filename, picture.value.suggested_filename] == [
        "keep-this.txt",
        "keep-this.png",
    ]
    assert ada.kit_code in written
    assert ada.handle not in written
    assert ada.passphrase not in written
    assert read_qr(ada, Path(picture.value.path()).read_bytes()) == ada.kit_code


def test_a_handle_that_is_taken(people, server):
    """Another person's handle is refused in plain words, another one is chosen, and the new kit is the one that holds."""
    people.refusal_expected = True
    first = people.patient(server, size=PHONE)
    first.signs_up()
    second = people.patient(server, "Bo", size=PHONE)
    second.handle = first.handle
    second.fills_the_form()
    second.page.fill("Passphrase", second.passphrase)
    second.page.click("button", "Continue")
    second.agrees()
    second.keeps_the_kit()
    second.proves_the_kit()
    second.is_told("Someone already uses that handle. Please choose another one.")
    second.handle = f"{first.handle}-too"
    second.page.fill("Handle", second.handle)
    second.page.fill("Passphrase", second.passphrase)
    second.page.click("button", "Continue")
    second.agrees()
    second.keeps_the_kit()
    second.proves_the_kit()
    second.is_in()
