"""Help in a hard hour: before signing in, without a network, from wherever one writes; and who is not watching."""

import pytest

from tests.browser.page import DESK, PHONE
from tests.browser.plays.person import HELP
from tests.look.notice import routes


def test_before_signing_in_and_without_a_server(people, live_server, size):
    """Help opens with no account, by its own address, and still does when the server is gone."""
    people.outage_expected = True
    nobody = people.patient(live_server, size=size)
    nobody.opens()
    nobody.is_told("Nobody is watching what you write here, and this app can’t call for help.")
    nobody.reads_help()
    nobody.page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
    nobody.page.reload()
    nobody.page.wait_for("() => navigator.serviceWorker.controller !== null")
    live_server.stop()
    nobody.opens("/help")
    for words in (HELP["long"][0], "If you’re in danger now, call.", "A minute to land"):
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
    ada.page.click("link", "Treatment sessions")
    ada.page.click("link", "Add a session")
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
    last = ada.page.wait_for(
        "() => [...document.querySelectorAll('main .chips .chip')].at(-1)?.innerText"
    )
    ada.page.click("button", last)
    ada.is_told("If you’re in danger now, call.")
    ada.goes_back()
    assert ada.words_in_editor() == last


_OUT = """() => {
  const shown = (one) => one.checkVisibility() && !one.closest("dialog:not([open])");
  return [...document.querySelectorAll("a[href='#/help']")].some(shown);
}"""
_TAP = """() => {
  const links = [...document.querySelectorAll("a[href='#/help']")];
  const link = links.find((one) => one.checkVisibility());
  link?.click();
  return Boolean(link);
}"""
_GO = """(place) => new Promise((gone) => {
  if (location.hash === `#/${place}`) return gone();
  addEventListener("hashchange", gone, { once: true });
  location.hash = `/${place}`;
})"""
_STANDS = """() => document.querySelector("[aria-busy=true]") === null
  && document.querySelector("main h1, main form, #words") !== null"""
OF_ONE = {
    "entry": "{item}",
    "versions": "{item}",
    "fill": "PHQ-9",
    "measure": "PHQ-9",
    "person": "{person}",
    "number": "{person}",
    "assign": "{person}",
    "brief": "{person}",
}
"""Places that are of one thing, and which."""


def needs_at_most_two_taps(person, place: str) -> None:
    """Help is a link here, or on the first place of the navigation."""
    page = person.page
    page.evaluate(_GO, place)
    page.wait_for(_STANDS)
    if not page.evaluate(_OUT):
        page.evaluate("() => document.querySelector('nav a').click()")
        page.wait_for(_OUT)
    page.wait_for(_TAP)
    page.wait_for("() => document.querySelector('main.help') !== null")
    person.is_told("If you’re in danger now, call.")


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_help_is_two_taps_from_every_place(people, server, size):
    """Every place of the app, before, at and behind the lock, of one who writes and of one who reads: two taps at most."""
    places = sorted(routes())
    ada = people.patient(server, size=size)
    holm = people.therapist(server, size=size)
    ada.opens()
    ada.page.find("link", "Get started")

    def goes_round(who_goes, role: str, **of: str) -> None:
        for who, place in places:
            if who == role:
                path = "/".join([place, OF_ONE.get(place, "").format(**of)]).strip("/")
                needs_at_most_two_taps(who_goes, path)

    goes_round(ada, "empty")
    ada.signs_up()
    holm.signs_up()
    ada.links_with(holm)
    item = ada.writes("Ein Wort.")
    goes_round(ada, "patient", item=item, person=id_of(ada, holm.name))
    goes_round(holm, "therapist", item="", person=id_of(holm, ada.name))
    ada.goes_to("Today")
    ada.locks()
    goes_round(ada, "locked")


def id_of(person, name: str) -> str:
    """Id under which this person's app knows another one."""
    person.opens_person(name)
    return str(person.page.url().split("/person/")[1].split("/")[0])


def writes_down(person) -> None:
    """Somebody of one's own and the clinic, from Help."""
    person.reads_help()
    person.page.click("link", "Add my own people and my clinic")
    person.page.fill("Name of person 1", "Ruth")
    person.page.fill("#field-person-0-phone", "086 000 0000")
    person.page.fill("#field-clinic-name", "Harbour Clinic")
    person.page.fill("#field-clinic-phone", "01 555 0100")


def test_own_people_before_the_lock_only_where_one_says_so(people, server):
    """One's own people stand first in Help, the plan below; locked, only after the boxes are ticked on this device; removed with the account."""
    ada = people.patient(server, size=PHONE)
    ada.signs_up()
    ada.goes_to("Today")
    writes_down(ada)
    ada.page.click("button", "Done")
    ada.is_told("Call 086 000 0000")
    first = "() => document.querySelector('[data-testid=contacts] a')?.innerText"
    ada.page.comes_to(lambda: ada.page.evaluate(first), "Call 086 000 0000")
    ada.goes_to("Today")
    ada.locks()
    ada.reads_help()
    ada.is_told("Your own people and your clinic are sealed with your journal.")
    assert not [one for one in ada.stored() if "086 000" in one or "Harbour" in one]
    ada.goes_back()
    ada.unlocks()
    ada.goes_to("Today")
    ada.reads_help()
    ada.page.click("link", "Change my own people and my clinic")
    ada.page.click("[data-testid=open-copy]")
    ada.page.click("button", "Done")
    ada.is_told("Call 01 555 0100")
    ada.page.click("[data-testid=own-plan]")
    ada.page.fill("#plan-helps", "The kettle, then Ruth.")
    ada.page.click("[data-testid=open-plan]")
    ada.page.click("button", "Done")
    ada.page.find("heading", "Help")
    ada.goes_to("Today")
    ada.locks()
    ada.reads_help()
    ada.is_told("Call 086 000 0000")
    ada.page.wait_for(
        "() => document.querySelector('[data-testid=plan]')?.textContent.includes('The kettle')"
    )
    ada.goes_back()
    ada.unlocks()
    ada.goes_to("Me")
    ada.page.click("button", "Remove from this device")
    ada.page.click("[data-testid=remove-now]")
    ada.page.find("link", "Get started")
    assert not [one for one in ada.stored() if "086 000" in one or "kettle" in one]


def test_a_therapist_is_asked_without_words(people, live_server):
    """Without a server it says that it has NOT gone; then that it was sent; it stands at the top of the therapist's list until ticked off."""
    people.outage_expected = True
    ada = people.patient(live_server, size=PHONE)
    holm = people.therapist(live_server, size=DESK)
    ada.signs_up()
    holm.signs_up()
    ada.links_with(holm)
    live_server.stop()
    ada.goes_to("Today")
    ada.reads_help()
    ada.page.click("button", f"Ask {holm.name} to contact me")
    ada.is_told("This has NOT been sent.")
    live_server.start()
    ada.backs_up()
    ada.goes_to("Today")
    ada.reads_help()
    ada.page.wait_for("() => document.querySelector('[data-testid=asked-sent]') !== null")
    ada.is_told(f"{holm.name} will see it the next time they open this app.")
    holm.backs_up()
    holm.goes_to("People")
    holm.is_told(f"{ada.name} asks you to contact them.")
    holm.page.click("button", "I’ve seen this")
    holm.page.wait_for("() => document.querySelector('[data-testid=asks-contact]') === null")
