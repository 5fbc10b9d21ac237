"""One who reads, in the browser."""

from tests.browser.plays.person import Person

BOUNDARY = {
    "How often do you read what people share?": "On Monday and Thursday evenings.",
    "What goes into your records?": "I note that I have read, never the words.",
    "What do you do if you read that someone’s in danger?": "I call you, then the person you named.",
    "Who covers while you’re away?": "Dr Lind, at the same number.",
}
"""What has to be said before the first invitation."""


class Therapist(Person):
    """Reads what is shared, on the person's timeline, and answers."""

    role = "therapist"
    home = "People"

    def _goes_to_link(self) -> None:
        self.goes_to("People")
        self.page.click("link", "Link with someone")
        self.page.find("heading", "Link with someone")
        if self.page.evaluate("() => Boolean(document.querySelector('[data-testid=to-setup]'))"):
            self.page.click("link", "Say how you read")
            self.says_how_they_read()

    def says_how_they_read(self, **other: str) -> None:
        """Fills in what everybody linked is told."""
        for label, said in (BOUNDARY | other).items():
            self.page.fill(label, said)
        self.page.click("button", "Save and share")
        self.page.sees("Anyone you link with gets it.")

    def _opens_number(self) -> None:
        self.page.click("button", "About this link")
        self.page.click("link", "Compare the safety number")

    def sees_titles(self, *titles: str) -> None:
        """Waits until the timeline, as it is drawn at this size, has exactly these entries, the earliest first."""
        self.page.comes_to(lambda: self.page.evaluate(_TITLES, "[data-testid=mark]"), list(titles))

    def sees_ring_at(self, title: str) -> None:
        """Waits until this entry alone has the ring of the newest unread one."""
        self.page.comes_to(
            lambda: self.page.evaluate(_TITLES, "[data-testid=mark]:has(.ring, .halo)"), [title]
        )

    def sees_doses(self, *numbers: str) -> None:
        """Waits until the timeline has exactly the dosing sessions with these numbers."""
        self.page.comes_to(
            lambda: self.page.evaluate(
                """() => [...document.querySelectorAll(".dose .count, .at-dose .dose-mark")]
                  .filter((mark) => mark.checkVisibility())
                  .map((mark) => mark.textContent)"""
            ),
            list(numbers),
        )

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
        self.page.fill("Reply in a sentence or two", text)
        self.page.click("button", "Send")
        self.page.sees(f"Saved, sealed, and on its way to {to}.")


_TITLES = """(selector) => {
  const marks = [...document.querySelectorAll(selector)].filter((mark) => mark.checkVisibility());
  // A list has its titles as elements and the newest at the top; a chart has them in labels, before what is said about them.
  const listed = marks.map((mark) => mark.querySelector(".title")?.innerText).reverse();
  return marks.some((mark) => mark.ariaLabel) ? marks.map((mark) => mark.ariaLabel.split(". ")[0]) : listed;
}"""
