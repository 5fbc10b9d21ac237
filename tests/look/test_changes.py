"""What changes while a screen is being opened: it stands there all the same, and nothing that was read before it does in the end."""

from collections.abc import Callable

from tests.browser.chromium import Chromium
from tests.browser.page import PHONE

_READ_AND_HOLD = """async () => {
  const { vault } = await import("/static/js/vault/door/client.js");
  const dosings = vault.dosings;
  vault.dosings = async () => {
    const read = [...await dosings.call(vault)];
    vault.dosings = dosings;
    globalThis.held = true;
    await new Promise((resolve) => { globalThis.release = resolve; });
    return read;
  };
  location.hash = "#/";
}"""
_WRITE = """async () => {
  const { vault } = await import("/static/js/vault/door/client.js");
  const happened = { at: new Date(Date.now() + 86_400_000).toISOString(), zone: "UTC" };
  await vault.saveDosing({ happened, route: "iv" });
  globalThis.release();
}"""


def test_a_screen_shows_what_came_while_it_was_opened(
    preview: str, open_page: Callable[..., Chromium]
) -> None:
    """Today has read that there is no dosing session, one arrives, and only then does Today stand."""
    page = open_page("chromium", size=PHONE)
    page.goto(f"{preview}/app?as=fresh&sync=offline#/me")
    page.find("[data-testid=sync-now]")
    page.evaluate(_READ_AND_HOLD)
    page.wait_for("() => globalThis.held === true")
    page.evaluate(_WRITE)
    page.sees("Your first session is tomorrow")
