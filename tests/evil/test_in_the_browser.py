"""A server that lies, seen from the screen: each lie is refused or told in plain words, and nothing written is lost."""

import json
import shutil
import urllib.error
import urllib.request

import pytest

from journal.client.client import Client
from journal.protocol.invites import parse_link, seal_offer
from journal.wire.encoding import b64_encode
from tests.browser.page import DESK, PHONE
from tests.evil.lies import FEED, Villain, foreign_key, members, records, without_body
from tests.proxy import Proxy

ANOTHER_PAST = (
    "The server’s records no longer match what this device saw before, so we’ve paused backup."
)


@pytest.fixture
def proxy(server):
    """Between the people of one play and their server."""
    between = Proxy(server.port)
    yield between
    between.close()


def test_a_swapped_key_in_an_invitation(people, proxy):
    """An offer that somebody else sealed, and a link that names somebody else: neither opens, and nobody is linked."""
    people.refusal_expected = True
    holm = people.therapist(proxy, size=DESK)
    ada = people.patient(proxy, size=PHONE)
    holm.signs_up()
    ada.signs_up()
    link = holm.invites()
    villain = Villain()
    offer = seal_offer(parse_link(link).secret, villain.bundle, "Dr Holm", "therapist", 2**33)
    proxy.changes["GET", "/api/v1/invites/"] = members(
        lambda one: one | {"offer": b64_encode(offer)}
    )
    ada.tries_to_open(link)
    ada.is_told("This invitation didn’t open")
    ada.is_told("This invitation isn’t complete. Ask for the link again.")
    ada.page.click("button", "Go to People")
    proxy.changes.clear()
    start, secret = link.split("#")[0], link.rpartition(".")[2]
    ada.tries_to_open(f"{start}#1.{b64_encode(villain.identity.public)}.{secret}")
    ada.is_told("This invitation didn’t open")
    ada.page.click("button", "Go to People")
    ada.is_told("Your therapist will appear here once you link.")
    ada.opens_invitation(link, of="Dr Holm")


def test_two_answers_to_one_invitation(people, proxy):
    """Somebody else saw the link and answered first: both sides hear of it, and nobody is linked."""
    people.refusal_expected = True
    ada = people.patient(proxy, size=PHONE)
    thief = people.therapist(proxy, "Dr Holm", size=DESK)
    holm = people.therapist(proxy, "Dr Holm", size=DESK)
    for one in (ada, thief, holm):
        one.signs_up()
    link = ada.invites()
    thief.opens_invitation(link, of=ada.name)
    thief.accepts(ada.name)
    holm.opens_invitation(link, of=ada.name)
    holm.page.click("button", f"Yes, link with {ada.name}")
    holm.is_told("Someone has already answered this invitation. Ask for a new one.")
    ada.backs_up()
    ada.goes_to("People")
    ada.is_told("More than one person answered")
    assert "Yes, this is" not in ada.page.text()


@pytest.fixture
def rolled_back(people, live_server):
    """A patient's phone whose last entry the server has lost: it was put back to an earlier day without a word."""
    people.outage_expected = True
    people.refusal_expected = True
    ada = people.patient(live_server, size=PHONE)
    ada.signs_up()
    ada.writes("Before.")
    ada.backs_up()
    database = live_server.data_dir / "journal.sqlite3"
    live_server.stop()
    shutil.copy(database, database.with_suffix(".old"))
    live_server.start()
    ada.writes("After.")
    ada.backs_up()
    live_server.stop()
    shutil.copy(database.with_suffix(".old"), database)
    live_server.start()
    return ada


def test_an_older_head(people, rolled_back):
    """The server shows less than it had: the device says so, loses nothing, and sends again what is missing there."""
    ada = rolled_back
    ada.backs_up()
    ada.is_told("Your words are saved. The server was restored from a backup")
    ada.page.click("button", "I’ve read this")
    ada.goes_to("Journal")
    ada.sees_rows("After.", "Before.")
    desk = people.second_device(ada, size=DESK)
    desk.signs_in()
    desk.goes_to("Journal")
    desk.sees_rows("After.", "Before.")


def test_another_past(people, rolled_back):
    """The server shows another device a past without the last entry: at the first record both have, the phone stops and says so."""
    ada = rolled_back
    desk = people.second_device(ada, size=DESK)
    desk.signs_in()
    desk.goes_to("Journal")
    desk.sees_rows("Before.")
    desk.writes("On the desk.")
    desk.backs_up()
    ada.goes_to("Me")
    ada.page.click("button", "Back up now")
    ada.is_told(ANOTHER_PAST)
    ada.goes_to("Journal")
    ada.sees_rows("After.", "Before.")
    ada.writes("And on.")
    ada.entry_is("On this device")


def test_a_body_that_is_withheld(people, proxy):
    """A new device is not given one entry: it says so, and shows all the others."""
    ada = people.patient(proxy, size=PHONE)
    ada.signs_up()
    ada.writes("Withheld.")
    ada.writes("Shown.")
    ada.backs_up()
    # The first is what was agreed to at sign-up.
    proxy.changes[FEED] = without_body(1)
    second = people.second_device(ada, size=DESK)
    second.signs_in()
    second.goes_to("Journal")
    second.is_told("The server didn’t give us something you should be able to read.")
    second.sees_rows("Shown.")


def test_a_grant_for_somebody_else(people, proxy):
    """What was shared with one therapist is handed to another: it does not open, and the other is told that something is wrong."""
    ada = people.patient(proxy, size=PHONE)
    holm = people.therapist(proxy, size=DESK)
    eve = people.therapist(proxy, "Dr Eve", size=DESK)
    for one in (ada, holm, eve):
        one.signs_up()
    holm_link = holm.invites()
    ada.opens_invitation(holm_link, of=holm.name)
    ada.accepts(holm.name)
    holm.confirms(ada.name)
    ada.backs_up()
    stolen = []

    def steal(page):
        stolen.extend(one for one in page if one.header.type == "grant")
        return page

    # Open apps fetch what is new by themselves, so the hook stands before there is a grant.
    proxy.changes[FEED] = records(steal)
    ada.writes("For one pair of eyes.")
    ada.shares(holm.name)
    ada.backs_up()
    holm.backs_up()
    assert stolen
    proxy.changes[FEED] = records(lambda page: [*page, *stolen])
    eve.goes_to("Me")
    eve.page.click("button", "Back up now")
    eve.is_told(ANOTHER_PAST)
    eve.goes_to("People")
    assert "For one pair of eyes." not in eve.page.text()
    assert not [one for one in eve.stored() if "one pair of eyes" in one]


def identity_of(person, folder):
    """Of somebody whose keys were taken: what their kit and passphrase open."""
    device = Client(folder / "taken")
    device.sign_in(person.url, person.handle, person.passphrase, person.kit_code)
    identity = device.vault.identity
    device.close()
    return identity


def test_a_key_that_is_not_the_contact_s(people, proxy, tmp_path):
    """Whoever holds the therapist's keys gives out a stranger's: sharing stops and says so, and goes on once the number was compared."""
    ada = people.patient(proxy, size=PHONE)
    holm = people.therapist(proxy, size=DESK)
    ada.signs_up()
    holm.signs_up()
    seen = []
    proxy.changes[FEED] = records(lambda page: seen.extend(page) or page)
    ada.links_with(holm)
    ada.writes("Before the doubt.")
    ada.shares(holm.name)
    ada.backs_up()
    holm.backs_up()
    holm.locks()
    shared = [one.header for one in seen if one.header.type == "grant"][-1]
    planted = foreign_key(Villain(), identity_of(holm, tmp_path), audience=shared.author)
    proxy.changes[FEED] = records(lambda page: [*page, planted])
    ada.goes_to("Me")
    ada.page.click("button", "Back up now")
    ada.is_told("Sharing with someone has stopped.")
    ada.page.click("link", "Open it")
    ada.is_told("Sharing has stopped: is it still them?")
    ada.writes("In doubt.")
    assert holm.name not in ada.page.text()
    proxy.changes.clear()
    ada.backs_up()
    ada.opens_entry("In doubt.")
    assert "Share" not in ada.page.text()
    compared = ada.safety_number(holm.name)
    holm.unlocks()
    assert holm.safety_number(ada.name) == compared
    ada.page.click("button", "They are the same")
    ada.is_told("Linked, safety number compared")
    ada.opens_entry("In doubt.")
    ada.shares(holm.name)
    ada.backs_up()
    holm.backs_up()
    holm.opens_person(ada.name)
    holm.sees_titles("Before the doubt.", "In doubt.")


def test_a_login_played_again(people, proxy, server):
    """What was sent to sign in opens nothing a second time."""
    ada = people.patient(proxy, size=PHONE)
    ada.signs_up()
    second = people.second_device(ada, size=PHONE)
    second.signs_in()
    (sent,) = [
        one for one in proxy.exchanges if (one.method, one.path) == ("POST", "/api/v1/sessions")
    ]
    assert sent.status == 201
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    with opener.open(f"{server.url}/api/v1/session") as answer:
        token = json.load(answer)["csrf"]
    headers = {"Content-Type": "application/json", "X-CSRFToken": token}
    again = urllib.request.Request(f"{server.url}{sent.path}", sent.request, headers)
    with pytest.raises(urllib.error.HTTPError) as refused:
        opener.open(again)
    refused.value.close()
    assert refused.value.code == 401
