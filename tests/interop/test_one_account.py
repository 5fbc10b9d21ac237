"""One account in a browser and at a terminal: what one writes the other reads, word for word."""

from tests.browser.page import PHONE
from tests.browser.plays.patient import QUESTIONS
from tests.interop.terminal import Terminal

WORDS = "Line one.\n\n  “Indented”, naïve, 静か, مرحبا, 🌒\tand a tab.\n<b>not bold</b> &amp; so on"


def test_browser_writes_python_reads(people, server, tmp_path):
    """Title, words, prompt, phase, dose, dates, an edit and a delete arrive at the terminal as they were on the screen."""
    ada = people.patient(server, size=PHONE)
    ada.signs_up()
    ada.adds_dosing("2024-03-04", "10:30", route="Nasal spray", number=4, note="A quiet room.")
    ada.writes("Why now: the winters.", prompt="P1")
    ada.begins()
    ada.types(WORDS)
    ada.titles("What the gulls said")
    ada.dates("2024-03-04", "16:00")
    ada.is_done()
    ada.writes("This one goes.")
    ada.deletes()
    ada.writes("As it was first.")
    ada.edits("As it is now.")
    ada.backs_up()
    terminal = Terminal.of(ada, tmp_path / "terminal")
    terminal.signs_in()
    now, why, gulls = terminal.entries()
    assert now["text"] == "As it is now."
    assert why["text"] == "Why now: the winters."
    assert terminal.document(why["id"])["prompt"]["text"] == QUESTIONS["P1"]
    assert (why["phase"], gulls["phase"]) == ("preparation", "reflection")
    assert gulls["text"] == WORDS
    assert gulls["title"] == "What the gulls said"
    (dose,) = terminal("dosing", "list")["dosings"]
    assert (dose["route"], dose["number"], dose["note"]) == ("nasal", 4, "A quiet room.")
    assert gulls["dosing"] == dose["id"]
    terminal.verify()


def test_python_writes_browser_reads(people, server, tmp_path):
    """An account made at a terminal opens in a browser, with all it holds; both then change the same things."""
    ada = people.patient(server, size=PHONE)
    terminal = Terminal.of(ada, tmp_path / "terminal")
    terminal.signs_up("patient")
    ada.kit_code = terminal.kit_code
    terminal("dosing", "add", "--date", "2024-03-04 10:30", "--route", "iv", "--note", "Rain.")
    first = terminal("write", "--prompt", "R1", "--happened", "2024-03-04 16:00", "--text", WORDS)
    terminal("write", "--title", "A title", "--text", "From the terminal.")
    ada.signs_in()
    ada.agrees()
    ada.goes_to("Journal")
    ada.sees_rows("A title", "Line one.")
    ada.opens_entry("Line one.")
    ada.reads(WORDS)
    ada.is_told(QUESTIONS["R1"])
    ada.is_told("Reflection · 5 hours after dose 1")
    assert "Rain." in ada.dosings()[0]
    ada.opens_entry("A title")
    ada.edits("Changed in the browser.")
    ada.backs_up()
    terminal("sync")
    terminal("edit", first["id"], "--text", "Changed at the terminal.")
    changed = {one["text"] for one in terminal.entries()}
    assert changed == {"Changed in the browser.", "Changed at the terminal."}
    ada.backs_up()
    ada.opens_entry("Changed at the terminal.")
    ada.reads("Changed at the terminal.")
    ada.is_told(QUESTIONS["R1"])
    ada.deletes()
    ada.backs_up()
    assert len(terminal.entries()) == 1
    terminal.verify()
