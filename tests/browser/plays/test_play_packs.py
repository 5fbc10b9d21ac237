"""What Today asks and what is left out of it; a clinic's own set of prompts, from signing to a phone without a network."""

import json
from datetime import datetime, timedelta
from pathlib import Path

from journal.packs import folder, signing
from journal.wire.encoding import b64_encode
from tests.browser.page import DESK, PHONE
from tests.browser.plays.patient import QUESTIONS, Patient
from tests.packs.test_check import ASKED
from tests.packs.test_check import PACK as BASE

PACK = BASE | {"measures": [ASKED]}
KEPT = """async () => {
  await navigator.serviceWorker.ready;
  return navigator.serviceWorker.controller !== null;
}"""
GONE = "(words) => !document.body.innerText.includes(words)"
QUESTION = PACK["prompts"][0]["text"]


def had_a_dose(person: Patient, days: int) -> None:
    """A dosing session so many days ago, at noon."""
    day = datetime.now().astimezone() - timedelta(days=days)
    person.adds_dosing(f"{day:%Y-%m-%d}", "12:00", route="IV infusion")


def install(data_dir: Path) -> Path:
    """Signs the invented clinic's pack and puts it on a server, as `afterglow pack` does."""
    secret = signing.new_secret()
    text = json.dumps(PACK)
    folder.write_key(data_dir, b64_encode(signing.public_key(secret)))
    return folder.put(data_dir, PACK["id"], text, signing.sign_pack(secret, text.encode()))


def test_a_skip_is_one_tap_and_known_on_every_device(people, server):
    """Two prompts stand on Today; one is skipped, stays away on a second device, and comes back where that is undone."""
    phone = people.patient(server, size=PHONE)
    phone.signs_up()
    had_a_dose(phone, days=5)
    phone.goes_to("Today")
    phone.page.sees(QUESTIONS["I7"])
    phone.page.sees(QUESTIONS["I6"])
    phone.page.click("button", "Skip: How the act went")
    phone.page.wait_for(GONE, QUESTIONS["I7"])
    phone.page.sees(QUESTIONS["I6"])
    phone.backs_up()

    desk = people.second_device(phone, size=DESK)
    desk.signs_in()
    desk.page.sees(QUESTIONS["I6"])
    desk.page.wait_for(GONE, QUESTIONS["I7"])

    phone.goes_to("Today")
    phone.page.click("button", "Skip: Telling someone")
    phone.page.wait_for(GONE, QUESTIONS["I6"])
    phone.page.click("button", "Undo")
    phone.page.sees(QUESTIONS["I6"])


def test_a_clinic_s_own_set_is_asked_also_without_a_network(people, live_server, profile):
    """A signed pack reaches the phone, is asked on its day, is there after a cold start in a cellar, and can be answered; so are its measure and its help line."""
    people.outage_expected = True
    install(live_server.data_dir)
    ada = people.patient(live_server, size=PHONE, profile=profile)
    ada.signs_up()
    had_a_dose(ada, days=3)
    ada.goes_to("Today")
    ada.page.sees(QUESTION)
    ada.backs_up()
    ada.page.wait_for(KEPT)
    ada.page.close()
    live_server.stop()

    ada = ada.again(people.window(live_server.url, size=PHONE, profile=profile))
    ada.opens()
    ada.unlocks()
    ada.page.sees(QUESTION)
    ada.page.click("link", "All prompts")
    ada.page.click("heading", PACK["title"])
    ada.page.click("link", QUESTION)
    ada.types("Moss between the stones.")
    ada.is_done()
    ada.reads("Moss between the stones.")
    ada.goes_to("Timeline")
    ada.page.click("link", "Questionnaires")
    ada.page.click("link", ASKED["name"])
    ada.page.sees(ASKED["title"])
    ada.goes_to("Today")
    ada.reads_help()
    ada.page.choose("Country", "Ireland")
    ada.page.sees("01 234")
    ada.page.click("button", "Back")
    ada.locks()
    ada.page.click("link", "Help")
    ada.page.sees("01 234")


def test_a_set_that_was_changed_is_refused_by_a_sentence(people, live_server):
    """One word is changed on the server after signing: none of the set is asked, and the prompts say why."""
    place = install(live_server.data_dir)
    place.write_text(place.read_text().replace("way here", "way back"))
    ada = people.patient(live_server, size=PHONE)
    ada.signs_up()
    had_a_dose(ada, days=3)
    ada.goes_to("Today")
    ada.page.sees(QUESTIONS["I4"])
    ada.page.click("link", "All prompts")
    ada.page.sees(
        "We’ve left out “clinic” from your clinic because someone changed it after it was signed. Please let them know."
    )
    ada.page.wait_for(GONE, "way back")
