"""An invitation as it is in life: a code on a screen, a link in a message, a person who has no account yet."""

from tests.browser.page import DESK, PHONE
from tests.browser.plays.qr import read_qr


def test_a_link_opened_by_somebody_without_an_account(people, server):
    """The link leads through signing up to the question; its secret leaves the address at once."""
    holm = people.therapist(server, size=DESK)
    holm.signs_up()
    link = holm.invites()
    ada = people.patient(server, size=PHONE)
    ada.page.goto(link)
    ada.is_told("You’ve been invited. Get started or sign in, and we’ll open the invitation next.")
    secret = link.rpartition(".")[2]
    assert secret not in ada.page.url()
    assert secret not in ada.page.evaluate(
        "() => JSON.stringify(history.state) + document.referrer"
    )
    ada.page.click("link", "Get started")
    ada.signs_up_from_the_form()
    ada.is_told("Dr Holm has invited you to link")
    ada.is_told("Linking doesn’t share anything")
    ada.accepts("Dr Holm")
    holm.confirms(ada.name)
    holm.backs_up()
    ada.backs_up()
    ada.opens_person("Dr Holm")
    ada.is_told("Linked, safety number not compared")


def test_the_code_on_the_screen_is_the_link(people, server):
    """What a camera reads from the invitation's picture is the very link beside it."""
    ada = people.patient(server, size=PHONE)
    ada.signs_up()
    link = ada.invites()
    picture = ada.page.native.locator("svg.qr").screenshot()
    assert read_qr(ada, picture) == link


def test_an_invitation_that_is_declined(people, server):
    """No is an answer: nobody is linked, and the link is forgotten with it."""
    holm = people.therapist(server, size=DESK)
    holm.signs_up()
    link = holm.invites()
    ada = people.patient(server, size=PHONE)
    ada.signs_up()
    ada.opens_invitation(link, of="Dr Holm")
    ada.page.click("button", "No")
    ada.is_told("Your therapist will appear here once you link.")
    holm.backs_up()
    holm.goes_to("People")
    assert "has answered" not in holm.page.text()
