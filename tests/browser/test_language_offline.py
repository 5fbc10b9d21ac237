"""A language besides English: chosen by the device, kept on it when it is, and there with no server."""

from collections.abc import Callable
from pathlib import Path

from tests.browser.page import Page
from tests.live_server import LiveServer

CHOOSE = """() => localStorage.setItem("look", JSON.stringify({ language: "de" }))"""
KEPT = """async () => {
  const names = (await caches.keys()).filter((name) => name.startsWith("shell-"));
  const found = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)));
  return found.flat().filter((url) => /\\/(words|content)\\/(de|es)\\//.test(url)).map((url) => new URL(url).pathname);
}"""
CONTROLLED = "() => navigator.serviceWorker.controller !== null"


def test_only_the_chosen_language_is_kept_and_opens_with_no_server(
    open_page: Callable[..., Page], live_server: LiveServer, tmp_path: Path
) -> None:
    """English alone is kept at first; German once it is chosen, all of it, and it stands after a restart without a server."""
    page = open_page("chromium", profile=tmp_path / "profile")
    page.goto(live_server.url + "/app")
    page.wait_for(CONTROLLED)
    assert page.evaluate(KEPT) == []
    page.evaluate(CHOOSE)
    page.reload()
    page.sees("Los geht’s")
    build = page.evaluate("async () => (await fetch('/build.json')).json()")
    german = sorted(url for url in build["online"] if "/de/" in url)
    assert len(german) > 20
    page.wait_for(f"async () => (await ({KEPT})()).length === {len(german)}")
    assert sorted(page.evaluate(KEPT)) == german
    page.close()
    live_server.stop()
    again = open_page("chromium", profile=tmp_path / "profile")
    again.goto(live_server.url + "/app")
    again.sees("Los geht’s")
    again.goto(live_server.url + "/help")
    again.sees("Niemand liest mit, was du schreibst")
    assert again.evaluate("() => document.documentElement.lang") == "de"
