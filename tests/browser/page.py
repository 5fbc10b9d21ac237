"""A browser window as a person has it: one small interface that every engine's driver fills in.

Plays that must hold in all engines speak to `Page` alone. Names are what stands on the screen:
`page.click("button", "Unlock")`, `page.fill("Passphrase", "…")`, `page.sees("Backed up")`.
"""

import json
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path
from typing import Any

PHONE = (390, 844)
DESK = (1280, 800)
PATIENCE = 30.0
"""Seconds after which something that should have happened has not."""

_POLL = 0.05
_FAULT = "() => document.documentElement.dataset.fault ?? 'none'"
_STANDING = "() => (document.querySelector('[aria-busy=true]') ? '' : document.body.innerText)"
_FIND = (Path(__file__).parent / "find.js").read_text().replace("export function", "function")

AIM = """(json, element) => new Promise((done) => {
  window.aim?.over.abort();
  const over = new AbortController();
  const isIt = (hit) => Boolean(hit) && (element.contains(hit) || hit.closest("label")?.control === element);
  const look = (before) => {
    const [{ x, y, width, height } = {}] = element.getClientRects();
    const at = `${x} ${y}`;
    if (at !== before) return requestAnimationFrame(() => look(at));
    done(isIt(document.elementFromPoint(x + width / 2, y + height / 2)));
  };
  window.aim = { over, hit: true };
  for (const type of ["pointerdown", "mousedown", "pointerup", "mouseup", "click"]) {
    addEventListener(type, (event) => {
      if (!event.isTrusted) return;
      if (type === "pointerdown") window.aim.hit = isIt(event.target);
      if (window.aim.hit) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    }, { capture: true, signal: over.signal });
  }
  look();
})"""
"""The mouse goes where an element was: gives whether it is what stands there, once it keeps its place from frame to frame. Where
something comes above it all the same before the button goes down, nothing is pressed."""

HAS_HIT = "() => window.aim?.hit !== false"
"""Afterwards: whether the button went down on what was aimed at. Playwright does the same in Chromium."""


class NotSeen(AssertionError):
    """What a play waited for did not happen in time; says what was there instead."""


class Gone(Exception):
    """Between looking and clicking the page drew itself anew, or another page took its place."""


class Page(ABC):
    """One window of one person's own browser profile. Everything waits; nothing has to be slept for."""

    engine: str
    closed = False

    # What each driver provides.

    @abstractmethod
    def goto(self, url: str) -> None:
        """Opens an address and waits until it is loaded; a page that cannot be had raises."""

    @abstractmethod
    def reload(self) -> None:
        """Loads the same address again."""

    @abstractmethod
    def set_size(self, width: int, height: int) -> None:
        """Gives the page, without the window's frame, this many CSS pixels."""

    @abstractmethod
    def screenshot(self, path: Path) -> None:
        """Writes what is shown as PNG."""

    @abstractmethod
    def press(self, key: str) -> None:
        """Presses a key by its DOM name (`Enter`, `Tab`, `Escape`, `ArrowDown`, `a`) where the focus is."""

    def close(self) -> None:
        """Ends this person's browser; a profile folder given at the start keeps what was stored."""
        self.closed = True
        self._close()

    @abstractmethod
    def _close(self) -> None:
        """Ends the browser and waits until it has ended."""

    @abstractmethod
    def _call(self, function: str, arguments: str) -> Any:
        """Runs `async (arguments) => value` in the page; gives JSON values back as they are. Raises Gone where the page ends meanwhile."""

    @abstractmethod
    def _call_for_element(self, function: str, arguments: str) -> Any:
        """Runs `(arguments) => Element | string`; gives the driver's handle of the element, or the string."""

    @abstractmethod
    def _click(self, element: Any) -> None:
        """Clicks the middle of an element with the mouse. Raises Gone where it is no longer there."""

    @abstractmethod
    def _type(self, element: Any, text: str) -> None:
        """Types over whatever stands in a field, key by key where the engine allows."""

    # What follows from it, in every engine alike.

    def evaluate(self, function: str, *arguments: Any) -> Any:
        """Runs a JavaScript function, written as an arrow function, awaits it and returns its JSON value."""
        return self._call(
            f"async (json) => ({function})(...JSON.parse(json))", json.dumps(arguments)
        )

    def wait_for(self, function: str, *arguments: Any, within: float = PATIENCE) -> Any:
        """Waits until an arrow function gives something truthy, and returns that."""
        return self.until(lambda: self.evaluate(function, *arguments), function, within)

    def find(self, what: str, name: str | None = None, *, within: float = PATIENCE) -> Any:
        """The one shown element of a role (or CSS selector) with this name; waits until there is exactly one."""
        function = f"(json) => {{ {_FIND}; return find(...JSON.parse(json)); }}"
        arguments = json.dumps([what, name])
        last = "nothing"

        def look() -> Any:
            nonlocal last
            found = self._call_for_element(function, arguments)
            last = found if isinstance(found, str) else ""
            return None if isinstance(found, str) else found

        return self.until(look, lambda: last, within)

    def click(self, what: str, name: str | None = None, *, within: float = PATIENCE) -> None:
        """Clicks a role by name, `click("button", "Save")`, or a CSS selector, `click("#save")`."""

        def clicked() -> bool:
            try:
                self._click(self.find(what, name, within=within))
            except Gone:
                return False
            return True

        self.until(clicked, f"{what} {name!r} stays where it is", within)

    def fill(self, label: str, text: str) -> None:
        """Types into the field with this label (or CSS selector), over what stands there."""
        is_selector = label[:1] in "#.["

        def typed() -> bool:
            try:
                self._type(self.find(label) if is_selector else self.find("field", label), text)
            except Gone:
                return False
            return True

        self.until(typed, f"the field {label!r} stays where it is", PATIENCE)

    def choose(self, label: str, option: str) -> None:
        """Chooses an option of a select by its words."""
        self.find("combobox", label)
        function = """(label, option) => {
          const select = [...document.querySelectorAll("select")].find((one) => one.labels?.[0]?.innerText.includes(label) || one.ariaLabel === label);
          select.selectedIndex = [...select.options].findIndex((one) => one.label.trim() === option);
          if (select.selectedIndex < 0) throw new Error("no option " + option);
          select.dispatchEvent(new Event("input", { bubbles: true }));
          select.dispatchEvent(new Event("change", { bubbles: true }));
        }"""
        self.evaluate(function, label, option)

    def pick(self, label: str, value: str) -> None:
        """A date or a time, as the engine's own picker gives it: what is typed into such a field is read by the engine's language."""
        self.find("field", label)
        function = """(label, value) => {
          const inputs = [...document.querySelectorAll("[type=date], [type=time]")];
          const input = inputs.find((one) => one.labels?.[0]?.innerText.startsWith(label));
          input.value = value;
          if (input.value !== value) throw new Error("no value " + value);
          input.dispatchEvent(new Event("input", { bubbles: true }));
          input.dispatchEvent(new Event("change", { bubbles: true }));
        }"""
        self.evaluate(function, label, value)

    def text(self) -> str:
        """The words on the page as they are shown."""
        return str(self.evaluate("() => document.body.innerText"))

    def sees(self, words: str, *, within: float = PATIENCE) -> None:
        """Waits until these words are shown (line breaks and spaces all the same), on no screen that is being left."""
        wanted = " ".join(words.split())
        self.until(
            lambda: wanted in " ".join(str(self.evaluate(_STANDING)).split()),
            lambda: f"{words!r}; shown is: {self.text()[:600]!r}; fault: {self.evaluate(_FAULT)}",
            within,
        )

    def url(self) -> str:
        """The address as the page knows it."""
        return str(self.evaluate("() => location.href"))

    def comes_to(self, read: Callable[[], Any], wanted: Any, *, within: float = PATIENCE) -> None:
        """Waits until what is read from the page is what is wanted: a screen may draw in several steps."""
        last = None

        def fits() -> bool:
            nonlocal last
            last = read()
            return bool(last == wanted)

        self.until(fits, lambda: f"{wanted!r}; there is {last!r}", within)

    @staticmethod
    def until(look: Any, what: Any, within: float) -> Any:
        """Calls `look` until it gives something truthy, and returns that; raises NotSeen with `what`, words or what makes them."""
        deadline = time.monotonic() + within
        while True:
            try:
                found = look()
            except Gone:
                found = None
            if found:
                return found
            if time.monotonic() > deadline:
                raise NotSeen(f"not within {within} s: {what() if callable(what) else what}")
            time.sleep(_POLL)
