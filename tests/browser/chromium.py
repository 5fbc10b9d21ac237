"""Chromium, Debian's own, through Playwright. The tests for power users reach Playwright as `page.native`."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Error, Playwright, ViewportSize
from playwright.sync_api import Page as NativePage

from tests.browser.page import DESK, Gone, Page

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
]


_GONE = ("not attached", "Execution context was destroyed", "Cannot find context")
"""How Playwright says that what it was asked about is no longer there."""

NAMES = ("chromium", "/Applications/Chromium.app/Contents/MacOS/Chromium", "google-chrome")


def executable(*names: str) -> str:
    """Debian's Chromium, or another of these names before it, or a sentence that says what to install."""
    for name in (*names, *NAMES):
        if path := shutil.which(name):
            return path
    raise FileNotFoundError("Chromium is missing: apt install chromium")


def launch(playwright: Playwright) -> Browser:
    """One Chromium process, shared by every person that needs no profile folder of their own.

    The same engine without the browser's own window around each page, which took more of the time than the page did.
    """
    path = executable("chromium-headless-shell")
    return playwright.chromium.launch(executable_path=path, args=FLAGS)


class Chromium(Page):
    """A window in a context of its own. `native` is Playwright's page, `complaints` what the console said."""

    engine = "chromium"

    def __init__(self, context: BrowserContext, native: NativePage | None = None) -> None:
        self.context = context
        self.native = native or (context.pages[0] if context.pages else context.new_page())
        self.complaints: list[str] = []
        self.native.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.native.on(
            "console",
            lambda message: (
                self.complaints.append(message.text) if message.type == "error" else None
            ),
        )

    @classmethod
    def in_context(cls, browser: Browser, **options: Any) -> "Chromium":
        """A person who starts with nothing stored, in a shared browser process."""
        return cls(browser.new_context(viewport=_size(DESK), **options))

    @classmethod
    def with_profile(cls, playwright: Playwright, profile: Path, **options: Any) -> "Chromium":
        """A browser process of its own over a profile folder: what an installed app has, and a cold start."""
        context = playwright.chromium.launch_persistent_context(
            profile, executable_path=executable(), args=FLAGS, viewport=_size(DESK), **options
        )
        return cls(context)

    def new_tab(self) -> "Chromium":
        """Another tab of the same person, over the same storage; it ends with this window."""
        return Chromium(self.context, self.context.new_page())

    def goto(self, url: str) -> None:
        self.native.goto(url)

    def reload(self) -> None:
        self.native.reload()

    def set_size(self, width: int, height: int) -> None:
        self.native.set_viewport_size(_size((width, height)))

    def screenshot(self, path: Path) -> None:
        self.native.screenshot(path=path)

    def press(self, key: str) -> None:
        self.native.keyboard.press(key)

    def _close(self) -> None:
        self.context.close()

    def _call(self, function: str, arguments: str) -> Any:
        with _while_attached():
            return self.native.evaluate(function, arguments)

    def _call_for_element(self, function: str, arguments: str) -> Any:
        with _while_attached():
            handle = self.native.evaluate_handle(function, arguments)
            return handle.as_element() or handle.json_value()

    def _click(self, element: Any) -> None:
        with _while_attached():
            element.click()

    def _type(self, element: Any, text: str) -> None:
        with _while_attached():
            element.fill(text)


@contextmanager
def _while_attached() -> Iterator[None]:
    """Raises Gone where the element has left the page meanwhile, or the page its window."""
    try:
        yield
    except Error as error:
        if not any(words in error.message for words in _GONE):
            raise
        raise Gone from error


def _size(size: tuple[int, int]) -> ViewportSize:
    return {"width": size[0], "height": size[1]}
