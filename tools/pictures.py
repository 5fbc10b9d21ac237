"""The README's pictures, taken from the demo in the real app: `python tools/pictures.py`.

A temporary server is filled with the invented course; both people sign in with Chromium; the pictures go to `docs/pictures/`.
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from journal.demo.fill import Login, fill  # noqa: E402
from tests.browser.chromium import Chromium, launch  # noqa: E402
from tests.browser.page import DESK, PHONE  # noqa: E402
from tests.browser.plays.patient import Patient  # noqa: E402
from tests.browser.plays.therapist import Therapist  # noqa: E402
from tests.live_server import LiveServer  # noqa: E402

PICTURES = ROOT / "docs" / "pictures"
WORDS = (
    "There was a corridor, long and the colour of honey, and I knew without being told that it had no doors "
    "because I had never needed any."
)


def signed_in(
    browser: Browser, url: str, login: Login, size: tuple[int, int], scheme: str
) -> Patient | Therapist:
    """That person, behind the lock."""
    window = Chromium.in_context(
        browser, device_scale_factor=2, color_scheme=scheme, timezone_id="Europe/London"
    )
    window.set_size(*size)
    kind = {"patient": Patient, "therapist": Therapist}[login.role]
    person = kind(window, url, login.name, handle=login.handle, passphrase=login.passphrase)
    person.signs_in(login.kit_code)
    return person


def take(person: Patient | Therapist, name: str) -> None:
    """One picture, without the caret."""
    person.page.native.screenshot(path=PICTURES / f"{name}.png", caret="hide")
    print(PICTURES / f"{name}.png")


def main() -> None:
    """All three."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        server = LiveServer(Path(name) / "data", RATELIMIT_ENABLED="0")
        try:
            filled = fill(server.url, Path(name))
            browser = launch(playwright)
            patient = signed_in(browser, server.url, filled.patient, PHONE, "light")
            patient.page.sees("Two days since")
            take(patient, "today")
            writer = signed_in(browser, server.url, filled.patient, PHONE, "dark")
            writer.begins("R5")
            writer.types(WORDS)
            writer.editor_says("On this device")
            take(writer, "write")
            therapist = signed_in(browser, server.url, filled.therapist, DESK, "light")
            therapist.page.click("link", f"{filled.patient.name} 2 days since")
            therapist.page.sees("PHQ-9, lower is better")
            therapist.page.click("link", "Bed. Six and a half hours")
            therapist.page.sees("What’s here: the platform.")
            take(therapist, "timeline")
            browser.close()
        finally:
            server.stop()


if __name__ == "__main__":
    main()
