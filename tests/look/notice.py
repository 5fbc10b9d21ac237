"""Whether a screen that takes words or scores says that nobody is watching, and leads to Help."""

import re
from pathlib import Path

from tests.browser.chromium import Chromium

SURFACES = """textarea, input:not([type=hidden], [type=button], [type=submit]), [contenteditable=true],
  [role=slider], [role=textbox], button.chip[aria-pressed], button[data-value], svg [aria-pressed]"""
"""Everything that can be typed into, moved, ticked or tapped as an answer."""

FREE = {
    "input[type=password], [name=passphrase], [name=next], [data-testid=show-passphrase]": "a passphrase",
    "[name=handle]": "the name of an account",
    "[name=kitCode], [data-position]": "the recovery kit",
    "[name=code]": "a sign-up code",
    "form:has([data-testid=continue]) *": "who one is, before there is a journal",
    "#invite-link, [name=link]": "the link of an invitation",
    "[data-testid=find]": "looking for one's own words",
    "[data-testid=filters] *, .filters *, .segments *": "what a list or drawing shows",
    ".me *": "how the app looks, locks and shares",
    "[data-testid=ask-measure]": "whether a measure is to be asked",
    "[data-testid=keys-on]": "whether single keys work",
    "[data-testid=order]": "the order of a list",
    "[data-testid=alone]": "whether this measure goes to those who see it each time",
    "[name=what], .parts input, [name=person]": "what of an entry is shared, and with whom",
    "[data-testid=told-all]": "that one has told the people concerned",
    "[data-testid=share-known]": "that one knows who is linked",
    ".gallery *": "the parts themselves, which go nowhere",
}
"""What takes no words about oneself, and why it is let off."""

_LOOK = """(surfaces, free) => {
  const shown = (one) => one.checkVisibility() && one.getBoundingClientRect().height > 0;
  const taking = [...document.querySelectorAll(surfaces)].filter((one) => shown(one) && !one.closest(free));
  const said = [...document.querySelectorAll(".watching")].filter(shown);
  const told = said.some((one) => one.innerText.trim().length > 30);
  const helped = [...document.querySelectorAll("a[href='#/help']")].some(shown);
  return told && helped ? [] : taking.map((one) => one.outerHTML.slice(0, 160));
}"""


def unwatched(page: Chromium) -> list[str]:
    """Whatever takes words or scores on a screen that does not say who is watching and where Help is."""
    found: list[str] = page.evaluate(_LOOK, SURFACES, ", ".join(FREE))
    return found


def routes() -> set[tuple[str, str]]:
    """Who is here and the name of the place, for every screen of `app.js`."""
    source = (Path(__file__).parents[2] / "static/js/app.js").read_text()
    table = source[source.index("const SCREENS") : source.index("const KNOWN")]
    blocks = re.findall(r"^  (\w+): \{\n(.*?)^  \}", table, re.DOTALL | re.MULTILINE)
    return {
        (who, name.strip('"'))
        for who, block in blocks
        for name in re.findall(r"""^    ("[\w-]*"|[\w-]+): \[""", block, re.MULTILINE)
    }
