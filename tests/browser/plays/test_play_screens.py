"""Every screen as axe sees it, in both themes, with real words in it: nothing to complain of."""

import pytest

from tests.browser.axe import violations
from tests.browser.page import DESK, PHONE

PATIENT = [
    "/",
    "/prompts",
    "/write",
    "/journal",
    "/timeline",
    "/dosing",
    "/dosing/new",
    "/people",
    "/link",
    "/me",
    "/me/knows",
    "/me/about",
    "/help",
]
THERAPIST = ["/", "/link", "/me", "/help"]


@pytest.fixture(params=[(PHONE, "light"), (PHONE, "dark"), (DESK, "dark")], ids=str)
def seen(request):
    """A size and a theme."""
    return request.param


def found_at(person, place: str) -> list[str]:
    """What axe finds on one screen."""
    goes_straight_to(person, place)
    return [f"{place}: {one}" for one in violations(person.page)]


def goes_straight_to(person, place: str) -> None:
    """By its address, as a bookmark would; waits until the screen stands."""
    person.page.evaluate(
        """(place) => new Promise((resolve) => {
          const stands = new MutationObserver(() => { stands.disconnect(); resolve(true); });
          if (location.hash === `#${place}`) return resolve(true);
          stands.observe(document.querySelector("#app"), { childList: true, subtree: true });
          location.hash = place;
        })""",
        place,
    )
    person.page.wait_for("() => document.querySelector('main')?.innerText.trim().length > 0")


def wears(person, theme: str) -> None:
    """The theme, chosen under Me."""
    person.goes_to("Me")
    person.page.click("button", theme.capitalize())
    person.page.wait_for("(theme) => document.documentElement.dataset.theme === theme", theme)


def test_every_screen(people, server, seen):
    """Before, at and behind the lock, of one who writes and of one who reads: axe finds nothing on any screen."""
    size, theme = seen
    ada = people.patient(server, size=size)
    holm = people.therapist(server, size=size)
    found = []
    ada.fills_the_form()
    found += violations(ada.page)
    ada.page.fill("Passphrase", ada.passphrase)
    ada.page.click("button", "Continue")
    ada.page.sees("Your recovery kit")
    found += violations(ada.page)
    ada.keeps_the_kit()
    ada.asked_characters()
    found += violations(ada.page)
    ada.proves_the_kit()
    ada.is_in()
    wears(ada, theme)
    holm.signs_up()
    wears(holm, theme)
    link = ada.invites()
    found += violations(ada.page)
    holm.opens_invitation(link, of=ada.name)
    found += violations(holm.page)
    holm.accepts(ada.name)
    ada.backs_up()
    ada.goes_to("People")
    ada.is_told("has answered your invitation")
    found += violations(ada.page)
    ada.confirms(holm.name)
    ada.adds_dosing("2024-03-04", "10:30", route="IV infusion", note="Rain.")
    ada.writes("What I saw was a harbour.", prompt="R1", title="Harbour")
    ada.shares(holm.name, dosing=True)
    found += violations(ada.page)
    item = ada.page.url().rpartition("/")[2]
    ada.backs_up()
    holm.backs_up()
    holm.opens_person(ada.name)
    found += violations(holm.page)
    holm.reads_in_timeline("Harbour")
    holm.ticks()
    holm.comments("Thank you for this.", to=ada.name)
    found += violations(holm.page)
    holm.backs_up()
    ada.backs_up()
    for place in (*PATIENT, f"/entry/{item}", f"/write?entry={item}"):
        found += found_at(ada, place)
    ada.safety_number(holm.name)
    found += violations(ada.page)
    for place in THERAPIST:
        found += found_at(holm, place)
    holm.locks()
    found += violations(holm.page)
    assert found == []
