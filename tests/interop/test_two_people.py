"""Two people, one in a browser and one at a terminal: linking, sharing, comments and their end, in both directions."""

from tests.browser.page import DESK, PHONE
from tests.interop.terminal import Terminal

SAID = (
    *("--rhythm", "On Mondays."),
    *("--record", "That I have read."),
    *("--danger", "I call you."),
    *("--absence", "Dr Lind."),
)
"""How a therapist at the terminal reads."""


def test_patient_at_the_terminal_therapist_in_the_browser(people, server, tmp_path):
    """The therapist invites; both see one safety number; what is shared is read, answered, and taken back."""
    holm = people.therapist(server, size=DESK)
    holm.signs_up()
    ada = Terminal(
        tmp_path / "ada", server.url, f"{holm.handle}.ada", "Ada", "a quiet heron on one leg"
    )
    ada.signs_up("patient")
    ada("dosing", "add", "--date", "2026-01-05 10:00", "--route", "im", "--note", "The blue chair.")
    shared = ada("write", "--happened", "2026-01-05 18:00", "--text", "What the water was like.")
    ada("write", "--text", "Nobody else's.")
    ada("accept", holm.invites())
    holm.confirms("Ada")
    holm.backs_up()
    ada("sync")
    ada("share", shared["id"], "--with", holm.name, "--dosing")
    assert ada("safety-number", holm.name)["groups"] == holm.safety_number("Ada")
    holm.backs_up()
    holm.opens_person("Ada")
    holm.sees_titles("What the water was like.")
    holm.sees_doses("1")
    holm.reads_in_timeline("What the water was like.")
    holm.reads("What the water was like.")
    holm.is_told("Reflection · 8 hours after dose 1")
    holm.comments("Bring the water with you on Thursday.", to="Ada")
    holm.backs_up()
    (comment,) = ada.document(shared["id"])["comments"]
    assert (comment["text"], comment["name"]) == (
        "Bring the water with you on Thursday.",
        holm.name,
    )
    part = ada("write", "--happened", "2026-01-05 19:00", "--text", "Only these words.")
    ada("share", part["id"], "--with", holm.name, "--answers", "words", "--until", "2099-01-01")
    holm.backs_up()
    holm.opens_person("Ada")
    holm.sees_titles("What the water was like.", "Only these words.")
    ada("unshare", part["id"], "--with", holm.name)
    ada("edit", shared["id"], "--text", "What the water was like, later.")
    ada("unshare", shared["id"], "--with", holm.name)
    holm.backs_up()
    holm.opens_person("Ada")
    holm.sees_titles()
    assert "What the water" not in holm.page.text()
    ada.verify()


def test_patient_in_the_browser_therapist_at_the_terminal(people, server, tmp_path):
    """The patient opens a link made at the terminal, shares, sees the comment, and stops sharing."""
    ada = people.patient(server, size=PHONE)
    ada.signs_up()
    holm = Terminal(
        tmp_path / "holm", server.url, f"{ada.handle}.holm", "Dr Holm", "an even quieter heron"
    )
    holm.signs_up("therapist")
    holm("boundary", *SAID)
    ada.opens_invitation(holm("invite")["link"], of="Dr Holm")
    ada.accepts("Dr Holm")
    holm("confirm", "Ada")
    ada.backs_up()
    ada.adds_dosing("2026-01-05", "10:00", route="IV infusion", note="The blue chair.")
    ada.begins()
    ada.types("What the water was like.")
    ada.dates("2026-01-05", "18:00")
    ada.is_done()
    ada.shares("Dr Holm", dosing=True)
    ada.backs_up()
    timeline = holm("timeline", "--person", "Ada")
    (entry,) = timeline["entries"]
    (dose,) = timeline["dosings"]
    assert (entry["phase"], entry["dosing"], dose["note"]) == (
        "reflection",
        dose["id"],
        "The blue chair.",
    )
    assert holm.document(entry["id"])["text"] == "What the water was like."
    assert ada.safety_number("Dr Holm") == holm("safety-number", "Ada")["groups"]
    ada.begins()
    ada.types("The words stay here.")
    ada.page.click("button", "Feelings")
    ada.page.click("button", "calm")
    ada.page.click("[data-testid=beside-done]")
    ada.is_done()
    ada.page.click("button", "Share")
    ada.shares_parts("Feelings")
    ada.page.click("button", "Share with Dr Holm")
    ada.is_told("Dr Holm can read one of two answers.")
    ada.backs_up()
    part = holm("timeline", "--person", "Ada")["entries"][-1]
    document = holm.document(part["id"])
    assert part["part"] == {"shown": 1, "of": 2}
    assert [one["value"] for one in document["answers"]] == [["calm"]]
    assert "stay here" not in str(document)
    ada.opens_entry("The words stay here.")
    ada.stops_sharing("Dr Holm")
    holm("comment", entry["id"], "--text", "Thank you for the water.")
    ada.backs_up()
    ada.opens_entry("What the water was like.")
    ada.is_told("Thank you for the water.")
    ada.stops_sharing("Dr Holm")
    ada.edits("What the water was like, for nobody.")
    ada.backs_up()
    assert holm("timeline", "--person", "Ada")["entries"] == []
    holm.verify()
    second = Terminal.of(ada, tmp_path / "ada")
    second.signs_in()
    second.verify()
