"""What the shell promises in real browsers: the app opens with no server, and a new version loses nothing."""

import socket
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from journal import __version__
from tests.browser.page import PATIENCE, Page
from tests.browser.site import SAMPLE_WORDS, DeadServer, Site
from tests.browser.webkit import environment, mini_browser

OFFLINE = "/static/js/ui/offline.js"
KEPT = "() => navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller !== null)"
UPDATE_OFFERED = f"""async () => {{
  const {{ appEvents }} = await import("{OFFLINE}");
  const offered = new Promise((resolve) => appEvents.addEventListener("update", resolve, {{ once: true }}));
  await (await navigator.serviceWorker.getRegistration()).update();
  await offered;
}}"""
APPLY = f"() => {{ import('{OFFLINE}').then(({{ applyUpdate }}) => applyUpdate()); }}"
"""Does not wait: the reload would end the evaluation."""
SECOND_WORDS = SAMPLE_WORDS.replace("First", "Second")


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """A small app in the real shell, on a server that can be stopped and changed."""
    started = Site(tmp_path)
    yield started
    started.stop()


def open_kept(open_page, site: Site, engine: str = "chromium", **options):
    """A window that has the app open and keeps it on the device."""
    page = open_page(engine, **options)
    page.goto(site.url + "/app")
    page.sees("Saved on this device.")
    assert page.wait_for(KEPT)
    return page


def test_opens_without_a_server(open_page, site, engine, tmp_path):
    """With the server gone the app opens on any of its addresses; where a profile lasts, in a browser started anew."""
    profile = None if engine == "webkit" else tmp_path / "profile"
    page = open_kept(open_page, site, engine, profile=profile)
    site.stop()
    if profile:
        page.close()
        page = open_page(engine, profile=profile)
    for path in ("/app", "/", "/app?lock", "/help", "/i#1.a.b"):
        page.goto(site.url + path)
        page.sees("First version")


def test_interface_is_never_kept(open_page, site):
    """The worker keeps the app's files, all of them and nothing else; what is under /api/ goes past it."""
    page = open_kept(open_page, site)
    page.evaluate("() => fetch('/api/v1/session').catch(() => {})")
    function = """async () => {
      const [name, ...more] = await caches.keys();
      const requests = await (await caches.open(name)).keys();
      return [more, requests.map(({ url }) => new URL(url).pathname).sort()];
    }"""
    more, kept = page.evaluate(function)
    listed = page.evaluate("() => fetch('/build.json').then((answer) => answer.json())")["files"]
    assert more == []
    assert kept == sorted([*listed, "/build.json"])
    site.stop()
    assert (
        page.evaluate("() => fetch('/api/v1/session').then(() => 'answered', () => 'no network')")
        == "no network"
    )


@pytest.mark.parametrize("engine", ["webkit"])
def test_cold_start_where_nobody_can_drive(engine, display, site, tmp_path):
    """WebKit started anew opens the app too: its lasting windows cannot be driven, so the app tells over the wire."""
    with webkit_window(display, tmp_path / "home", site.url + "/app"):
        site.requests.wait_for("/kept")
        Page.until(lambda: has_registered(tmp_path / "home"), "a worker that lasts", PATIENCE)
    site.stop()
    nobody = DeadServer(site.port)
    try:
        with webkit_window(display, tmp_path / "home", site.url + "/app"):
            nobody.requests.wait_for("/opened?First%20version")
    finally:
        nobody.close()


def has_registered(home: Path) -> bool:
    """Whether WebKit has written down the worker that it runs: a window that ends before has none the next time."""
    written = list(home.rglob("ServiceWorkerRegistrations-*"))
    return bool(written) and not any(one.name.endswith("-journal") for one in written)


@contextmanager
def webkit_window(display, home: Path, url: str) -> Iterator[None]:
    """A MiniBrowser of its own, which keeps what it stores under `home`."""
    home.mkdir(exist_ok=True)
    process = subprocess.Popen([mini_browser(), url], env=environment(display, home))
    try:
        yield
    finally:
        process.terminate()
        process.wait(PATIENCE)


def test_update_waits_for_the_person(open_page, site):
    """A new version is fetched whole and offered; the old one goes on, reload or not, until it is taken."""
    page = open_kept(open_page, site)
    release_second(site, page)
    page.reload()
    page.sees("First version")
    assert page.evaluate(f"async () => (await import('{OFFLINE}')).updateReady()")
    page.evaluate(APPLY)
    page.native.get_by_text("Second version").wait_for()
    assert len(page.evaluate("() => caches.keys()")) == 1
    site.stop()
    page.reload()
    page.sees("Second version")


def test_a_server_that_was_restarted_serves_nothing_old(site):
    """A connection that a browser has made and not used yet ends with the server: over it the first version would come once more."""
    with socket.create_connection(("127.0.0.1", site.port)) as ready:
        # Once a later one is answered, this one has been taken.
        urllib.request.urlopen(f"{site.url}/sw.js", timeout=30).close()
        site.restart()
        with suppress(ConnectionError):
            ready.sendall(b"GET /sw.js HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert ready.recv(1) == b""


def release_second(site: Site, page) -> None:
    """The operator takes another version, and this window learns of it."""
    site.write("js/words.js", SECOND_WORDS)
    site.restart()
    page.evaluate(UPDATE_OFFERED)


def test_update_never_reloads_over_a_draft(open_page, site):
    """While something unsaved is open the new version is not taken; afterwards it is, by one reload."""
    page = open_kept(open_page, site)
    page.fill("Words", "half a sentence")
    page.evaluate(f"async () => {{ globalThis.saved = (await import('{OFFLINE}')).holdReload(); }}")
    release_second(site, page)
    assert page.evaluate(f"async () => (await import('{OFFLINE}')).applyUpdate()") is False
    assert page.evaluate("() => document.querySelector('#draft').value") == "half a sentence"
    page.evaluate("() => globalThis.saved()")
    page.evaluate(APPLY)
    page.native.get_by_text("Second version").wait_for()


def test_update_asks_all_windows(open_page, site):
    """A draft in one window holds the update in another; once it is saved both change over, each by one reload."""
    page = open_kept(open_page, site)
    other = page.context.new_page()
    other.goto(site.url + "/app")
    other.get_by_text("Saved on this device.").wait_for()
    other.evaluate(
        f"async () => {{ globalThis.saved = (await import('{OFFLINE}')).holdReload(); }}"
    )
    release_second(site, page)
    assert page.evaluate(f"async () => (await import('{OFFLINE}')).applyUpdate()") is False
    other.evaluate("() => globalThis.saved()")
    page.evaluate(APPLY)
    page.native.get_by_text("Second version").wait_for()
    other.get_by_text("Second version").wait_for()


def test_old_window_with_a_draft_survives_a_forced_change(open_page, site):
    """Even when a new worker takes over while a draft is open, the window keeps it and reloads after it is saved."""
    page = open_kept(open_page, site)
    page.fill("Words", "half a sentence")
    page.evaluate(f"async () => {{ globalThis.saved = (await import('{OFFLINE}')).holdReload(); }}")
    release_second(site, page)
    page.evaluate(
        """async () => {
          const changed = new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve));
          (await navigator.serviceWorker.getRegistration()).waiting.postMessage("activate");
          await changed;
        }"""
    )
    assert page.evaluate("() => document.querySelector('#draft').value") == "half a sentence"
    page.evaluate("() => { setTimeout(globalThis.saved); }")
    page.native.get_by_text("Second version").wait_for()


def test_another_version_than_announced_is_never_taken(open_page, site):
    """When the files are not those of the new worker's fingerprint, the old version stays, whole, and works offline."""
    page = open_kept(open_page, site)
    site.write("js/words.js", SECOND_WORDS)
    site.restart()
    tampered = page.evaluate(
        "() => fetch('/build.json', { cache: 'reload' }).then((answer) => answer.text())"
    )
    site.tampered["/build.json"] = tampered.replace("Second version", "Tampered words").encode()
    function = """async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      const found = new Promise((resolve) => registration.addEventListener("updatefound", () => resolve(registration.installing)));
      await registration.update();
      const worker = await found;
      return new Promise((resolve) => worker.addEventListener("statechange", () => resolve(worker.state)));
    }"""
    assert page.evaluate(function) == "redundant"
    page.reload()
    page.sees("First version")
    site.stop()
    page.reload()
    page.sees("First version")


def test_build_info_names_the_code_in_use(open_page, site):
    """The fingerprint that a person can read is the hash of the list this device has kept."""
    page = open_kept(open_page, site)
    info = page.evaluate(f"async () => (await import('{OFFLINE}')).buildInfo()")
    worker = page.evaluate("() => fetch('/sw.js').then((answer) => answer.text())")
    assert worker.startswith(f'self.BUILD = "{info["fingerprint"]}";')
    assert info["version"] == __version__


def test_browser_would_install_it(open_page, site, tmp_path):
    """Chromium finds nothing that stands against installing the app."""
    page = open_kept(open_page, site, profile=tmp_path / "profile")
    tools = page.context.new_cdp_session(page.native)
    assert tools.send("Page.getInstallabilityErrors") == {"installabilityErrors": []}
    assert tools.send("Page.getAppManifest")["errors"] == []
    assert tools.send("Page.getAppId")["appId"] == site.url + "/app"


def test_console_stays_silent(open_page, site):
    """No header, manifest member or preload is one that the browser does not know or finds wanting."""
    page = open_page()
    told = []
    page.native.on("console", lambda message: told.append(message.text))
    page.goto(site.url + "/app")
    page.sees("Saved on this device.")
    assert told == []
