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

    def marks(self) -> list[str]:
        """What the timeline's entries say of themselves, by time."""
        marks: list[str] = self.page.evaluate(
            """() => [...document.querySelectorAll("[data-testid=mark]")]
              .filter((mark) => mark.checkVisibility())
              .map((mark) => mark.ariaLabel ?? mark.innerText)"""
        )
        return marks

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
