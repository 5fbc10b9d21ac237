"""In the room: two people, each with the app open, and nobody looks for anything: what one does appears at the other's."""

from tests.browser.page import DESK, PHONE


def test_two_people_link_share_and_answer_without_looking(people, server):
    """The invitation's page asks who it is, who waited is linked, and words and comments come by themselves."""
    holm = people.therapist(server, size=DESK)
    holm.signs_up()
    ada = people.patient(server, size=PHONE)
    ada.signs_up()
    link = holm.invites()
    ada.opens_invitation(link, of="Dr Holm")
    ada.accepts("Dr Holm")
    ada.goes_to("People")
    ada.is_told("Waiting for Dr Holm to confirm")

    holm.is_told(f"{ada.name} has answered your invitation")
    holm.page.click("button", f"Yes, this is {ada.name}")
    holm.page.find("[data-testid=person]")
    ada.is_told("Linked, safety number not compared")

    holm.opens_person(ada.name)
    ada.writes("The sea was quiet", title="Sea")
    ada.opens_entry("Sea")
    ada.shares("Dr Holm")
    holm.sees_titles("Sea")
    holm.reads_in_timeline("Sea")
    holm.comments("I am glad you wrote this", to=ada.name)
    ada.sees_comments("I am glad you wrote this")
