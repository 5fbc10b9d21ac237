"""The recovery kit on the screen: what can be done with it there, and the ways out of it."""

from collections.abc import Callable

from tests.browser.chromium import Chromium
from tests.browser.page import PHONE
from tests.look.test_screens import see_kit

CLIPBOARD = """(refuses) => {
  navigator.clipboard.writeText = async (text) => {
    if (refuses) throw new DOMException("no", "NotAllowedError");
    window.copied = text;
  };
}"""


def test_the_kit_is_copied_and_left(preview: str, open_page: Callable[..., Chromium]) -> None:
    """What a copy is open to is said with it; back leads a step at a time, and a form that makes another kit says so."""
    page = open_page("chromium", size=PHONE).native
    page.goto(f"{preview}/app?as=new#/sign-up")
    see_kit(page)
    groups = page.locator("[data-testid=kit-code] li span").all_inner_texts()
    assert len(groups) == 9
    for refuses, said in ((True, "We couldn’t copy"), (False, "Other apps can read")):
        page.evaluate(CLIPBOARD, refuses)
        page.click("[data-testid=kit-copy]")
        page.wait_for_selector(f"[data-testid=kit-said]:has-text('{said}')")
    assert page.evaluate("() => window.copied") == "-".join(groups)

    page.click("[data-testid=kit-kept]")
    for stands in ("[data-testid=kit-code]", "[data-testid=agree]", "text=Throw this one away"):
        assert page.get_attribute("[data-testid=help]", "target") == "_blank"
        page.click("[data-testid=back]")
        page.wait_for_selector(stands)
