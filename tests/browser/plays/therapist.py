"""One who reads, in the browser."""

from tests.browser.plays.person import Person


class Therapist(Person):
    """Reads what is shared, on the person's timeline, and answers."""

    role = "therapist"
    home = "People"

    def _goes_to_link(self) -> None:
        self.goes_to("People")
        self.page.click("link", "Link with someone")

    def _opens_number(self) -> None:
        self.page.click("button", "How you are linked")
        self.page.click("link", "Compare the safety number")

    def in_order(self) -> list[str]:
        """What the timeline's entries say of themselves, the earliest first, as it is shown at this size."""
        marks: list[list[str]] = self.page.evaluate(
            """() => [...document.querySelectorAll("[data-testid=mark]")]
              .filter((mark) => mark.checkVisibility())
              .map((mark) => [mark.closest("ol") ? "list" : "chart", mark.ariaLabel ?? mark.innerText])"""
        )
        newest_first = bool(marks) and marks[0][0] == "list"
        said = [words for _, words in marks]
        return said[::-1] if newest_first else said

    def ringed(self) -> list[str]:
        """Titles of the entries with the ring of the newest unread one."""
        found: list[str] = self.page.evaluate(
            """() => [...document.querySelectorAll("[data-testid=mark]")]
              .filter((mark) => mark.checkVisibility() && mark.querySelector(".ring, .halo"))
              .map((mark) => mark.querySelector(".title")?.innerText ?? mark.ariaLabel.split(". ")[0])"""
        )
        return found

    def doses(self) -> list[str]:
        """Numbers of the dosing sessions that the timeline shows."""
        found: list[str] = self.page.evaluate(
            """() => [...document.querySelectorAll(".dose .count, .at-dose .dose-mark")]
              .filter((mark) => mark.checkVisibility())
              .map((mark) => mark.textContent)"""
        )
        return found

    def reads_in_timeline(self, title: str) -> None:
        """Opens an entry by its mark on the timeline."""
        self.page.click("link", title)
        self.page.find("button", "Send")

    def reads(self, text: str) -> None:
        """Waits until the words that are read are these."""
        self.page.wait_for(
            "(text) => document.querySelector('article .words')?.innerText.trim() === text.trim()",
            text,
        )

    def ticks(self) -> None:
        """Marks the open entry as reviewed."""
        self.page.click("button", "Mark as reviewed")
        self.page.sees("Mark as not reviewed")

    def comments(self, text: str, to: str) -> None:
        """Answers the open entry."""
        self.page.fill("Answer, in a sentence or two", text)
        self.page.click("button", "Send")
        self.page.sees(f"Sent to {to}, sealed.")
