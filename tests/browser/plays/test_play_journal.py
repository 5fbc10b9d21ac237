"""The journal: calendar, search, the trash, earlier versions."""

from tests.browser.page import DESK, PHONE


def sees_in_trash(ada, *texts: str) -> None:
    """Waits until exactly these words lie in the trash."""
    ada.goes_to("Journal")
    ada.page.click("link", "Trash")
    ada.page.find("heading", "Trash")
    shown = "() => [...document.querySelectorAll('[data-testid=deleted] .preview')].map((one) => one.innerText)"
    ada.page.comes_to(lambda: ada.page.evaluate(shown), list(texts))


def test_deleted_brought_back_and_erased(people, server):
    """What is deleted lies in the trash; one is brought back with its words, another is erased for good, and nothing else is touched."""
    ada = people.patient(server, size=PHONE)
    ada.signs_up()
    for text in ("The ferry was late.", "The kettle sang.", "The door stayed open."):
        ada.writes(text)
    for text in ("The ferry was late.", "The kettle sang."):
        ada.opens_entry(text)
        ada.deletes()
    ada.backs_up()
    sees_in_trash(ada, "The kettle sang.", "The ferry was late.")
    ada.page.click("[data-testid=deleted]:nth-child(2) [data-testid=restore]")
    ada.is_told("It’s back in your journal. It isn’t shared with anyone.")
    ada.goes_to("Journal")
    ada.sees_rows("The door", "The ferry")
    sees_in_trash(ada, "The kettle sang.")
    ada.page.click("button", "Erase now")
    ada.is_told("The server erases its sealed copy 30 days after you deleted")
    ada.page.click("button", "Erase now")
    ada.is_told("The trash is empty.")
    ada.goes_to("Journal")
    ada.sees_rows("The door", "The ferry")


def test_an_earlier_version_is_read_and_becomes_the_newest(people, server):
    """Each version that was backed up can be read; restoring one makes it the newest, and the one before stays."""
    ada = people.patient(server, size=PHONE)
    ada.signs_up()
    ada.writes("A corridor the colour of honey.")
    ada.backs_up()
    ada.opens_entry("A corridor")
    ada.edits("A corridor. It was only a corridor.")
    ada.backs_up()
    ada.opens_entry("A corridor")
    ada.page.click("link", "Earlier versions")
    ada.page.click("link", "A corridor the colour of honey.")
    ada.reads("A corridor the colour of honey.")
    ada.page.click("button", "Make this the newest version")
    ada.page.find("link", "Edit")
    ada.reads("A corridor the colour of honey.")
    ada.page.click("link", "Earlier versions")
    ada.page.wait_for("() => document.querySelectorAll('[data-testid=version]').length === 3")


def test_found_on_the_device_and_in_the_calendar(people, server):
    """Search follows every key; a dose day is marked in its month and opens with what was written on it."""
    ada = people.patient(server, size=DESK)
    ada.signs_up()
    ada.adds_dosing("2024-03-04", "10:30", route="Lozenge or troche")
    for day, text in (("2024-03-04", "Slate water."), ("2024-03-09", "Slate roofs, and rain.")):
        ada.begins()
        ada.types(text)
        ada.dates(day, "15:00")
        ada.is_done()
    ada.writes("Today the sun.")
    ada.looks_for("slate")
    ada.sees_rows("Slate roofs", "Slate water")
    ada.page.fill("Search your journal", "slate w")
    ada.sees_rows("Slate water")
    ada.page.fill("Search your journal", "slate")
    ada.sees_rows("Slate roofs", "Slate water")
    ada.page.click("button", "Calendar")
    ada.page.evaluate(
        """async () => {
          const shown = () => document.querySelector(".calendar h2").innerText;
          while (shown() !== "March 2024") {
            const before = shown();
            document.querySelector("[data-testid=month-before]").click();
            if (shown() === before) throw new Error(before);
          }
        }"""
    )
    ada.page.click("button", "Monday, March 4: dose 1, 1 entry")
    ada.sees_rows("Slate water")
    ada.is_told("Lozenge or troche")
