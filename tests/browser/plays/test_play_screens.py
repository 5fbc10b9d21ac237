"""Every screen as axe sees it with real words in it: nothing to complain of. Every screen alone, at both sizes and in both themes, stands in tests/look."""

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
    "/me/devices",
    "/me/devices/lost",
    "/erase",
    "/me/about",
    "/help",
]
THERAPIST = ["/", "/link", "/me", "/help"]


class Eye:
    """Looks at screens as they come, and keeps what axe finds wrong with them."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def sees(self, person, screen: str) -> None:
        """The screen as it is now."""
        self.found += [f"{screen}: {one}" for one in violations(person.page)]

    def goes_to(self, person, place: str) -> None:
        """Straight to an address, as a bookmark would, and looks when the screen stands."""
        person.page.evaluate("(place) => { location.hash = place; }", place)
        person.page.wait_for(
            "(place) => document.querySelector('main h1') !== null && location.hash.startsWith(`#${place}`)",
            place,
        )
        self.sees(person, place)


def wears(person, theme: str) -> None:
    """The theme, chosen under Me."""
    person.goes_to("Me")
    person.page.click("button", theme.capitalize())
    person.page.wait_for("(theme) => document.documentElement.dataset.theme === theme", theme)


def signs_up_watched(person, eye: Eye) -> None:
    """Every step of signing up."""
    person.fills_the_form()
    eye.sees(person, "the form")
    person.page.fill("Passphrase", person.passphrase)
    person.page.click("button", "Continue")
    person.page.sees("off-label and experimental")
    eye.sees(person, "the consent")
    person.agrees()
    person.page.sees("Your recovery kit")
    eye.sees(person, "the kit")
    person.keeps_the_kit()
    person.asked_characters()
    eye.sees(person, "the proof")
    person.proves_the_kit()
    person.is_in()


def they_link_watched(ada, holm, eye: Eye) -> None:
    """Every step of linking, and the number."""
    link = ada.invites()
    eye.sees(ada, "an invitation")
    holm.opens_invitation(link, of=ada.name)
    eye.sees(holm, "an invitation that was opened")
    holm.accepts(ada.name)
    ada.backs_up()
    ada.goes_to("People")
    ada.is_told("has answered your invitation")
    eye.sees(ada, "an answer")
    ada.confirms(holm.name)
    ada.safety_number(holm.name)
    eye.sees(ada, "the safety number")


def they_share_watched(ada, holm, eye: Eye) -> str:
    """A shared entry on both sides, with a comment; answers its id."""
    ada.adds_dosing("2024-03-04", "10:30", route="IV infusion", note="Rain.")
    item = ada.writes("What I saw was a harbour.", prompt="R1", title="Harbour")
    ada.page.click("button", "Share")
    ada.page.sees("will be able to read exactly this:")
    eye.sees(ada, "the share sheet")
    ada.page.click("button", f"Share with {holm.name}")
    ada.page.sees(f"Before you share with {holm.name} for the first time")
    eye.sees(ada, "what is read before the first share")
    ada.goes_on_the_first_time()
    ada.page.sees(f"{holm.name} can read this")
    ada.backs_up()
    holm.backs_up()
    holm.opens_person(ada.name)
    eye.sees(holm, "a person's timeline")
    holm.reads_in_timeline("Harbour")
    holm.ticks()
    holm.comments("Thank you for this.", to=ada.name)
    eye.sees(holm, "an entry that is read")
    holm.backs_up()
    ada.backs_up()
    return item


def test_every_screen(people, server):
    """Before, at and behind the lock, of one who writes and of one who reads: axe finds nothing on any screen."""
    eye = Eye()
    ada = people.patient(server, size=PHONE)
    holm = people.therapist(server, size=DESK)
    signs_up_watched(ada, eye)
    wears(ada, "dark")
    holm.signs_up()
    wears(holm, "light")
    they_link_watched(ada, holm, eye)
    item = they_share_watched(ada, holm, eye)
    for place in (*PATIENT, f"/entry/{item}", f"/write?entry={item}"):
        eye.goes_to(ada, place)
    for place in THERAPIST:
        eye.goes_to(holm, place)
    holm.goes_to("People")
    holm.locks()
    eye.sees(holm, "the lock")
    assert not eye.found, "\n".join(eye.found)
