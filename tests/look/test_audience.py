"""Who will read what is being written, said before it is so."""

from collections.abc import Callable

from tests.browser.chromium import Chromium
from tests.browser.page import PHONE


def test_a_private_prompt_is_nobody_s_by_default(
    preview: str, open_page: Callable[..., Chromium]
) -> None:
    """Where answers to a set go to somebody by themselves, its private prompts do not."""
    page = open_page("chromium", size=PHONE)
    said = "() => document.querySelector('[data-testid=audience]')?.innerText"
    for prompt, audience in (("R5", "Dr Holm"), ("I17", "Only me")):
        page.goto(f"{preview}/app?usual#/write?prompt={prompt}")
        page.reload()
        page.wait_for(f"(words) => ({said})()?.includes(words)", audience)
    assert "Dr Holm" not in page.text()
