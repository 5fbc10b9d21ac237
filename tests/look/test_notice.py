"""No screen takes words or scores without the notice: the check itself, and that no screen escapes it."""

import re
from collections.abc import Callable

from tests.browser.chromium import Chromium
from tests.browser.page import PHONE
from tests.look.notice import routes, unwatched
from tests.look.test_screens import SCREENS

_PLANT = """([tag, attributes]) => {
  const one = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) one.setAttribute(name, value);
  one.style.blockSize = one.style.inlineSize = "48px";
  document.querySelector("main").append(one);
}"""
SURFACES = [
    ["textarea", {}],
    ["input", {"type": "text"}],
    ["input", {"type": "range"}],
    ["input", {"type": "radio"}],
    ["div", {"contenteditable": "true"}],
    ["div", {"role": "slider"}],
    ["button", {"class": "chip", "aria-pressed": "false"}],
]


def test_a_surface_without_the_notice_is_found(
    preview: str, open_page: Callable[..., Chromium]
) -> None:
    """Whatever kind of surface stands on a screen without the notice, the check names it; with the notice it is silent."""
    page = open_page("chromium", size=PHONE)
    page.goto(f"{preview}/app#/prompts")
    page.native.wait_for_selector(".watching")
    assert unwatched(page) == []
    page.evaluate("() => document.querySelector('.watching').remove()")
    before = len(unwatched(page))
    for number, surface in enumerate(SURFACES, start=1):
        page.evaluate(_PLANT, surface)
        assert len(unwatched(page)) == before + number, surface


def test_every_place_is_among_the_screens_that_are_looked_at() -> None:
    """A new route of the app needs a screen in `test_screens.py`, where the notice is checked."""
    looked = set()
    for key, (path, _) in SCREENS.items():
        query, _, place = path.partition("#/")
        who = re.search(r"as=(\w+)", query)
        role = {"new": "empty", "locked": "locked", "therapist": "therapist"}.get(
            who[1] if who else "", "patient"
        )
        looked |= {(role, re.split(r"[/?]", place)[0]), (role, key.split("-")[0]), (role, key)}
    shared = {("therapist", name) for role, name in looked if role == "patient"}
    assert routes() - looked - shared == set()
    assert len(routes()) > 25
