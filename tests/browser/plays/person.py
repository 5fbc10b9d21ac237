"""What both a patient and a therapist do in the browser, in the words of the product.

Everything goes through `Page`, by what stands on the screen, so that a play can be given in every engine.
"""

import itertools
import json
from pathlib import Path

from tests.browser.page import NotSeen, Page

PASSPHRASE = "the heron stood still in the shallow water"
"""Own words, as a person would choose them; plays that look for it elsewhere choose another."""

HELP = json.loads(
    (Path(__file__).parents[3] / "static/content/help-texts.json").read_text("utf-8")
)["watching"]
"""The notice that nobody is watching, as it stands on the screens."""

_numbers = itertools.count(1)


class Person:
    """Somebody with one account, in front of one window."""

    role = ""
    home = ""
    """Heading or navigation by which the unlocked app is known."""

    def __init__(
        self, page: Page, url: str, name: str, *, handle: str | None = None, passphrase: str = ""
    ) -> None:
        self.page = page
        self.url = url
        self.name = name
        self.handle = handle or f"{self.role}{next(_numbers)}"
        self.passphrase = passphrase or PASSPHRASE
        self.kit_code = ""

    def again(self, page: Page, url: str | None = None) -> "Person":
        """The same person in front of another window: a second device, or the same one started anew."""
        other = type(self)(
            page, url or self.url, self.name, handle=self.handle, passphrase=self.passphrase
        )
        other.kit_code = self.kit_code
        return other

    # Ways in.

    def opens(self, path: str = "/app") -> None:
        """Opens the app at one of its addresses."""
        self.page.goto(self.url + path)

    def signs_up(self) -> None:
        """From the first page to the first screen behind the lock, with a passphrase of one's own."""
        self.opens()
        self.page.click("link", "Get started")
        self.signs_up_from_the_form()

    def signs_up_from_the_form(self) -> None:
        """From the form to the first screen behind the lock."""
        self.says_who()
        self.page.fill("Passphrase", self.passphrase)
        self.page.click("button", "Continue")
        self.agrees()
        self.keeps_the_kit()
        self.proves_the_kit()
        self.is_in()

    def fills_the_form(self) -> None:
        """From the first page through the form; all but the passphrase."""
        self.opens()
        self.page.click("link", "Get started")
        self.says_who()

    def says_who(self) -> None:
        """Role, name and handle, in the form that stands open."""
        self.page.click("radio", {"patient": "I want to write"}.get(self.role, "I’m a therapist"))
        self.page.fill("Name", self.name)
        self.page.fill("Handle", self.handle)

    def agrees(self) -> None:
        """Reads what this is and is not, and agrees."""
        self.page.sees("off-label and experimental")
        self.page.click("button", "I’ve read this and I agree")

    def keeps_the_kit(self) -> None:
        """Reads the kit code from the screen and goes on."""
        self.page.sees("Your recovery kit")
        self.kit_code = "-".join(
            self.page.evaluate(
                """() => [...document.querySelectorAll("[data-testid=kit-code] span")].map((one) => one.textContent)"""
            )
        )
        self.page.click("button", "I’ve saved it")

    def asked_characters(self) -> dict[str, str]:
        """Label of each of the four boxes → the character of the kit that belongs there."""
        self.page.sees("One quick check")
        labels: list[str] = self.page.evaluate(
            """() => [...document.querySelectorAll("[data-position]")].map((box) => box.labels[0].innerText.trim())"""
        )
        groups = self.kit_code.split("-")
        asked = {}
        for label in labels:
            group, place = (int(word) for word in label.replace(",", "").split() if word.isdigit())
            asked[label] = groups[group - 1][place - 1]
        return asked

    def proves_the_kit(self) -> None:
        """Types the four characters that are asked for."""
        for label, character in self.asked_characters().items():
            self.page.fill(label, character)
        self.page.click("button", "Finish")

    def is_in(self) -> None:
        """Waits until the app stands open, on a screen with its navigation or in the editor."""
        self.page.wait_for(
            "() => document.querySelector('[data-testid=lock], [data-testid=done]') !== null"
        )

    def signs_in(self, kit_code: str | None = None) -> None:
        """On a device that is new to the person, up to the first screen behind the lock."""
        self.opens()
        self.page.click("link", "I have an account")
        self.page.fill("Handle", self.handle)
        self.page.fill("Passphrase", self.passphrase)
        self.page.fill("Kit code", kit_code or self.kit_code)
        self.page.click("button", "Sign in")
        self.is_in()

    def unlocks(self, passphrase: str | None = None) -> None:
        """Opens what is locked on this device."""
        self.tries_to_unlock(passphrase or self.passphrase)
        self.is_in()

    def tries_to_unlock(self, passphrase: str) -> None:
        """Types a passphrase at the lock."""
        self.page.fill("Passphrase", passphrase)
        self.page.click("button", "Unlock")

    def locks(self) -> None:
        """Locks, and waits for the lock."""
        self.page.click("button", "Lock")
        self.page.find("button", "Unlock")

    def is_locked_out(self) -> None:
        """The lock stands."""
        self.page.find("button", "Unlock")

    # Around the screens.

    def goes_to(self, place: str) -> None:
        """One of the places of the navigation; waits until it is there."""
        self.page.click("link", place)
        self.page.wait_for(
            """(place) => document.querySelector("[aria-busy=true]") === null
              && document.querySelector("nav [aria-current=page]")?.innerText.trim() === place""",
            place,
        )

    def goes_back(self) -> None:
        """By the way back that stands at the head of a screen."""
        self.page.click("button", "Back")

    def is_told(self, words: str) -> None:
        """Waits for words on the screen."""
        self.page.sees(words)

    def reads_help(self) -> None:
        """Opens Help from where one is, and finds the notice, a number to call and a minute to land."""
        self.page.click("[data-testid=help]")
        for words in (HELP["long"][0], "If you’re in danger now, call.", "A minute to land"):
            self.page.sees(words)

    def backs_up(self) -> None:
        """Asks for a backup and waits until everything is on the server, and what others sent is here."""
        self.goes_to("Me")
        self.page.click("button", "Back up now")
        self.page.wait_for(
            """() => {
              const words = document.querySelector("[data-testid=sync-words]")?.innerText ?? "";
              const { disabled: isBusy } = document.querySelector("[data-testid=sync-now]") ?? {};
              return isBusy === false && words.startsWith("Backed up");
            }"""
        )

    def sync_words(self) -> str:
        """What Me says of the backup."""
        self.goes_to("Me")
        return str(
            self.page.evaluate(
                "() => document.querySelector('[data-testid=sync-words]')?.innerText ?? ''"
            )
        )

    # Linking.

    def invites(self) -> str:
        """Makes an invitation; answers its link."""
        self._goes_to_link()
        self.page.click("button", "Make an invitation")
        self.page.find("img", "The invitation as a code to scan")
        link: str = self.page.evaluate("() => document.querySelector('#invite-link').value")
        return link

    def _goes_to_link(self) -> None:
        raise NotImplementedError

    def opens_invitation(self, link: str, of: str) -> None:
        """Pastes a link that was given, and sees whose it is."""
        self.tries_to_open(link)
        self.page.sees(f"{of} has invited you to link")

    def tries_to_open(self, link: str) -> None:
        """Pastes a link that was given."""
        self._goes_to_link()
        self.page.fill("Paste the link", link)
        self.page.click("button", "Open it")

    def accepts(self, of: str) -> None:
        """Says that it is the person one expects."""
        self.page.click("button", f"Yes, link with {of}")
        self.page.sees(f"{of} still needs to confirm that it’s you")

    def confirms(self, name: str) -> None:
        """Sees that somebody has answered, by name, and says that it is them."""
        self.backs_up()
        self.goes_to("People")
        self.page.sees(f"{name} has answered your invitation")
        self.page.click("button", f"Yes, this is {name}")
        self.page.sees(f"You’re linked with {name}.")

    def links_with(self, invited: "Person") -> None:
        """Invites somebody, who accepts; both names are confirmed, and both devices have heard of it."""
        link = self.invites()
        invited.opens_invitation(link, of=self.name)
        invited.accepts(self.name)
        self.confirms(invited.name)
        self.backs_up()
        invited.backs_up()

    def opens_person(self, name: str) -> None:
        """From People to one of them."""
        self.goes_to("People")
        self.page.click("[data-testid=person]", name)
        self.page.find("heading", name)

    def safety_number(self, name: str) -> list[str]:
        """The groups that are to be compared with this person."""
        self.opens_person(name)
        self._opens_number()
        self.page.find("heading", "Safety number")
        groups: list[str] = self.page.evaluate(
            "() => [...document.querySelectorAll('[data-testid=safety-number] li')].map((one) => one.innerText)"
        )
        return groups

    def _opens_number(self) -> None:
        raise NotImplementedError

    # What is kept on this device.

    def stored(self) -> list[str]:
        """Everything that IndexedDB, the caches, localStorage and cookies hold here, each value as text."""
        values: list[str] = self.page.evaluate(_STORED)
        return values


_STORED = """async () => {
  const found = [];
  const bytesToText = (bytes) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  const tell = (value) => {
    if (value instanceof ArrayBuffer) found.push(bytesToText(new Uint8Array(value)));
    else if (ArrayBuffer.isView(value))
      found.push(bytesToText(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)));
    else if (value !== null && typeof value === "object")
      for (const [name, inner] of value instanceof Map ? value : Object.entries(value)) tell(name), tell(inner);
    else found.push(String(value));
  };
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  for (const { name } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const objects = database.transaction(store).objectStore(store);
      for (const value of await done(objects.getAllKeys())) tell(value);
      for (const value of await done(database.transaction(store).objectStore(store).getAll())) tell(value);
    }
    database.close();
  }
  tell({ ...localStorage });
  tell({ ...sessionStorage });
  tell(document.cookie);
  return found;
}"""
"""Values inside IndexedDB are compressed in the browser's files; what the page itself can read is not."""

__all__ = ["HELP", "PASSPHRASE", "NotSeen", "Person"]
