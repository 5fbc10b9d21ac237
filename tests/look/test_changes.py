"""What changes while a screen is being opened: it stands there all the same, and nothing that was read before it does in the end."""

from collections.abc import Callable

from tests.browser.chromium import Chromium
from tests.browser.page import PHONE

_READ_AND_HOLD = """async () => {
  const { vault } = await import("/static/js/vault/client.js");
  const entries = vault.entries;
  vault.entries = async (input) => {
    const read = await entries.call(vault, input);
    vault.entries = entries;
    globalThis.held = true;
    await new Promise((resolve) => { globalThis.release = resolve; });
    return read;
  };
  location.hash = "#/journal";
}"""
_WRITE = """async () => {
  const { vault } = await import("/static/js/vault/client.js");
  const happened = { at: new Date().toISOString(), zone: "UTC" };
  await vault.saveEntry({ title: "", text: "Came meanwhile.", prompt: null, phase: null, dosing: null, happened });
  globalThis.release();
}"""


def test_a_screen_shows_what_came_while_it_was_opened(
    preview: str, open_page: Callable[..., Chromium]
) -> None:
    """The journal has read its entries, one more arrives, and only then does the journal stand."""
    page = open_page("chromium", size=PHONE)
    page.goto(f"{preview}/app?sync=offline#/me")
    page.find("[data-testid=sync-now]")
    page.evaluate(_READ_AND_HOLD)
    page.wait_for("() => globalThis.held === true")
    page.evaluate(_WRITE)
    page.sees("Came meanwhile.")
