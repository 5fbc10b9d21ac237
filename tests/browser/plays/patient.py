"""One who writes, in the browser."""

import json
from pathlib import Path

from tests.browser.page import PATIENCE
from tests.browser.plays.person import Person

_PACK = json.loads(
    (Path(__file__).parents[3] / "static/content/packs/core.json").read_text("utf-8")
)
QUESTIONS: dict[str, str] = {prompt["id"]: prompt["text"] for prompt in _PACK["prompts"]}
"""Id of a prompt → the question as it stands on the screen."""

_NOW = """() => {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join("-");
  return [day, `${two(now.getHours())}:${two(now.getMinutes())}`];
}"""


class Patient(Person):
    """Writes entries, adds dosing sessions, decides who reads what."""

    role = "patient"
    home = "Today"

    # Writing.

    def begins(self, prompt: str | None = None) -> None:
        """Opens the editor from Today, on a prompt (by its id) or on a blank page."""
        self.goes_to("Today")
        if prompt is None:
            self.page.click("link", "A blank page")
        else:
            self.page.click("link", "All prompts")
            self.page.click("link", QUESTIONS[prompt])
            self.page.sees(QUESTIONS[prompt])
        self.page.find("textbox", "Your words")

    def types(self, text: str) -> None:
        """Into the editor, over what stands there."""
        self.page.fill("Your words", text)

    def titles(self, title: str) -> None:
        """Gives the page in the editor a title."""
        self.page.click("button", "More")
        self.page.click("button", "Title")
        self.page.fill("Title", title)

    def is_done(self) -> str:
        """Keeps what is in the editor as an entry, and sees it; answers its id."""
        self.page.click("button", "Done")
        self.page.find("button", "Delete")
        return self.page.url().rpartition("/")[2]

    def writes(self, text: str, *, prompt: str | None = None, title: str = "") -> str:
        """From Today to a kept entry, which then stands open; answers its id."""
        self.begins(prompt)
        self.types(text)
        if title:
            self.titles(title)
        item = self.is_done()
        self.reads(text)
        return item

    def words_in_editor(self) -> str:
        """What stands in the open editor."""
        self.page.find("textbox", "Your words")
        return str(self.page.evaluate("() => document.querySelector('#words').value"))

    def editor_says(self, words: str) -> None:
        """Waits until the line at the head of the editor says this."""
        self.page.wait_for(
            "(words) => document.querySelector('[data-testid=state]')?.innerText === words", words
        )

    def edits(self, text: str, *, asked: str = "") -> None:
        """Writes over the entry that stands open; `asked`: what is answered where somebody can read what was changed."""
        self.page.click("link", "Edit")
        self.types(text)
        self.page.click("button", "Done")
        if asked:
            self.page.click("button", asked)
        self.page.find("button", "Delete")
        self.reads(text)

    def moves(self, *, phase: str = "", dose: str = "") -> None:
        """Gives the open entry a phase or a dosing session by hand."""
        self.page.click("link", "Edit")
        self.page.click("button", "More")
        self.page.click("button", "Phase")
        if phase:
            self.page.click("radio", phase)
        if dose:
            self.page.choose("Session", dose)
        self.page.click("button", "Save")
        self.is_done()

    def dates(self, day: str, time: str) -> None:
        """Says when it happened, in the open editor."""
        self.page.click("button", "More")
        self.page.click("button", "When")
        self.page.pick("Day", day)
        self.page.pick("Time", time)
        self.page.click("button", "Save")

    # Reading one's own.

    def journal(self) -> list[str]:
        """Every row of the journal as it stands there, from the top."""
        self.goes_to("Journal")
        return self.rows()

    def rows(self) -> list[str]:
        """The rows of the list that is shown."""
        rows: list[str] = self.page.evaluate(
            "() => [...document.querySelectorAll('[data-testid=entry-row]')].map((row) => row.innerText)"
        )
        return rows

    def sees_rows(self, *words: str) -> None:
        """Waits until the list has exactly these entries, in this order, each known by some of its words."""

        def fits() -> bool:
            rows = self.rows()
            return len(rows) == len(words) and all(map(str.__contains__, rows, words))

        self.page.until(fits, lambda: f"{words}; there are {self.rows()}", PATIENCE)

    def opens_entry(self, words: str) -> None:
        """From the journal, by words of its row."""
        self.goes_to("Journal")
        self.page.click("link", words)
        self.page.find("button", "Delete")

    def reads(self, text: str) -> None:
        """Waits until the words of the open entry are these."""
        self.page.wait_for(
            "(text) => document.querySelector('article .words')?.innerText.trim() === text.trim()",
            text,
        )

    def looks_for(self, words: str) -> None:
        """Types into the journal's search."""
        self.goes_to("Journal")
        self.page.fill("Search your journal", words)

    def entry_is(self, kept: str) -> None:
        """Waits until the open entry says where it stands: "On this device" or "Backed up"."""
        self.page.wait_for(
            "(kept) => document.querySelector('[data-testid=kept]')?.innerText === kept", kept
        )

    def deletes(self) -> None:
        """Deletes the open entry."""
        self.page.click("button", "Delete")
        self.page.sees("Deleted. You can restore it from here.")

    def undoes(self) -> None:
        """Takes the last delete back."""
        self.page.click("button", "Undo")
        self.page.find("button", "Delete")

    # Dosing sessions.

    def shows_only(self, what: str) -> None:
        """In the journal, by a way that is folded away where there is little room."""
        self.page.find("heading", "Journal")
        if not self.page.evaluate("() => document.querySelector('.folded').checkVisibility()"):
            self.page.click("button", "Filter")
        self.page.click("button", what)

    def adds_dosing(
        self,
        day: str = "",
        time: str = "",
        *,
        route: str,
        number: int | None = None,
        note: str = "",
    ) -> None:
        """Adds a dosing session, from the timeline; now, unless a day and a time are said."""
        self.goes_to("Timeline")
        self.page.click("link", "Treatment sessions")
        self.page.click("link", "Add a session")
        if not day:
            day, time = self.page.evaluate(_NOW)
        self.page.pick("Day", day)
        self.page.pick("Time", time)
        self.page.choose("Route", route)
        if number is not None:
            self.page.fill("Number in the course", str(number))
        if note:
            self.page.fill("A few words", note)
        self.page.click("button", "Save")
        self.page.find("heading", "Treatment sessions")

    def dosings(self) -> list[str]:
        """The rows of the dosing sessions, as they stand there."""
        self.goes_to("Timeline")
        self.page.click("link", "Treatment sessions")
        self.page.find("heading", "Treatment sessions")
        rows: list[str] = self.page.evaluate(
            "() => [...document.querySelectorAll('[data-testid=dose]')].map((row) => row.innerText)"
        )
        return rows

    # Sharing.

    def _goes_to_link(self) -> None:
        self.goes_to("People")
        self.page.click("link", "Link a therapist")

    def _opens_number(self) -> None:
        self.page.click("link", "Compare the safety number")

    def shares(self, name: str, *, dosing: bool = False) -> None:
        """Shares the open entry whole."""
        self.page.click("button", "Share")
        self.page.sees(f"{name} will be able to read exactly this:")
        if dosing:
            self.page.click("button", "More")
            self.page.click("checkbox", "Also show my treatment sessions")
        self.page.click("button", f"Share with {name}")
        self.goes_on_the_first_time()
        self.page.sees(f"Shared with {name}.")

    def goes_on_the_first_time(self) -> None:
        """Where nothing was shared with this person before, how they read is read first."""
        asked = self.page.wait_for(
            """() => {
              if (document.querySelector("[data-testid=share-first]")) return "first";
              return document.querySelector("dialog[open]") ? "" : "shared";
            }"""
        )
        if asked == "first":
            self.page.click("button", "I’ve read this. Share it")
            answer = self.page.wait_for(
                """() => {
                  if (document.querySelector("#known-wrong")) return "unsure";
                  return document.querySelector("dialog[open]") ? "" : "shared";
                }"""
            )
            # Linked by a link alone: one says first that one knows who it is.
            if answer == "unsure":
                self.page.click("[data-testid=share-known]")
                self.page.click("button", "I’ve read this. Share it")

    def shares_parts(self, *parts: str) -> None:
        """In the open sheet: these parts, by what they are called, and no other."""
        self.page.click("radio", "Only parts of it")
        self.page.find(".parts")
        all_parts: list[str] = self.page.evaluate(
            "() => [...document.querySelectorAll('dialog .parts label')].map((one) => one.innerText.trim())"
        )
        assert set(parts) <= set(all_parts), all_parts
        for part in all_parts:
            chosen = self.page.evaluate(
                "(part) => [...document.querySelectorAll('dialog .parts label')]"
                ".find((one) => one.innerText.trim() === part).control.checked",
                part,
            )
            if chosen != (part in parts):
                self.page.click("checkbox", part)

    def sees_badge(self, words: str) -> None:
        """Waits until the open entry says by these words who sees it."""
        self.page.wait_for(
            "(words) => document.querySelector('[data-testid=badge]')?.innerText === words", words
        )

    def stops_sharing(self, name: str) -> None:
        """Stops sharing the open entry."""
        self.page.click("button", "Stop sharing")
        self.page.sees(f"Stop sharing with {name}?")
        self.page.click("button", "Stop sharing")
        self.page.sees("Only you can read this.")

    def sees_comments(self, *texts: str) -> None:
        """Waits until exactly these comments stand under the open entry."""
        self.page.comes_to(
            lambda: self.page.evaluate(
                "() => [...document.querySelectorAll('[data-testid=comment] blockquote')].map((one) => one.innerText)"
            ),
            list(texts),
        )
