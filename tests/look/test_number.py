"""What the camera sees: the safety number is compared with what this device shows, and a difference is loud; a kit's code is typed."""

from collections.abc import Callable

import pytest

from tests.browser.chromium import Chromium
from tests.browser.page import DESK, PHONE

_CAMERA = """async (text) => {
  const { encodeQR } = await import("qr");
  const rows = encodeQR(text, "raw", { border: 4 });
  const canvas = Object.assign(document.createElement("canvas"), { width: 640, height: 640 });
  const pen = canvas.getContext("2d");
  const size = 640 / rows.length;
  setInterval(() => {
    for (const [y, row] of rows.entries())
      for (const [x, dark] of row.entries()) {
        pen.fillStyle = dark ? "#000" : "#fff";
        pen.fillRect(x * size, y * size, size + 1, size + 1);
      }
  }, 50);
  navigator.mediaDevices.getUserMedia = async () => canvas.captureStream(20);
}"""
"""The page's camera sees this text as a picture from now on."""

OWN = "48213 07752 91640 33185 60297 14873 55026 80914 27361 69405 11938 74620"
OTHER = OWN.replace("48213", "48214")


@pytest.mark.parametrize(
    ("seen", "said"),
    [
        (OWN, "Saved: you’ve compared it."),
        (OTHER, "These are two different numbers."),
        ("https://example.org/", "That isn’t a safety number."),
    ],
    ids=["equal", "different", "something else"],
)
def test_what_the_camera_sees(
    seen: str, said: str, preview: str, open_page: Callable[..., Chromium]
) -> None:
    """Equal is noted as compared; one digit off is an alarm that offers to end the link; anything else is no number."""
    page = open_page("chromium", size=DESK)
    page.goto(f"{preview}/app#/number/holm")
    page.native.wait_for_selector("svg.qr")
    page.evaluate(_CAMERA, seen)
    page.native.click("[data-testid=number-scan]")
    page.sees(said)
    is_alarm = page.native.locator("[role=alert] [data-testid=end-link]").count() == 1
    assert is_alarm == (seen == OTHER)


def test_without_a_camera_it_is_said_that_reading_does_the_same(
    preview: str, open_page: Callable[..., Chromium]
) -> None:
    """A camera that is refused, or not there, is no dead end."""
    page = open_page("chromium", size=DESK)
    page.goto(f"{preview}/app#/number/holm")
    page.native.wait_for_selector("svg.qr")
    page.evaluate(
        "() => { navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('no', 'NotAllowedError'); }; }"
    )
    page.native.click("[data-testid=number-scan]")
    page.sees("You can read the number to each other instead.")
    page.native.click("[data-testid=number-same]")
    page.sees("Saved: you’ve compared it.")


KIT_CODE = "K7QX-2M9D-4TRP-8WHB-6ZNC-3VFJ-0GYE-5SAK-1XPR"


@pytest.mark.parametrize("place", ["sign-in", "recover"])
def test_the_kit_s_picture_types_its_code(
    place: str, preview: str, open_page: Callable[..., Chromium]
) -> None:
    """Where one comes in with the kit its picture need not be typed off; another picture is said to be none, and types nothing."""
    page = open_page("chromium", size=PHONE)
    page.goto(f"{preview}/app?as=new#/{place}")
    page.native.wait_for_selector("[data-testid=scan-kit]")
    page.evaluate(_CAMERA, "https://example.org/")
    page.native.click("[data-testid=scan-kit]")
    page.sees("That isn’t a kit code.")
    code = "() => document.querySelector('#field-kitCode').value"
    assert page.evaluate(code) == ""
    page.evaluate(_CAMERA, KIT_CODE)
    page.native.click("[data-testid=scan-kit]")
    page.wait_for("(code) => document.querySelector('#field-kitCode').value === code", KIT_CODE)
    page.wait_for("() => document.querySelector('video').srcObject?.active !== true")
    assert page.evaluate("() => document.activeElement.id") == "field-kitCode"
