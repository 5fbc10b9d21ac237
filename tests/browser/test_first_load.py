"""The real app's first visit keeps its budget, asks nobody else for anything, and then opens without a server."""

from urllib.parse import urlsplit

import pytest

from benchmarks.first_load import FirstLoad, measure
from tests.live_server import LiveServer

REQUESTS, BYTES = 15, 60_000
"""Until the first screen: requests, and compressed bytes of their bodies."""
VISIT_BYTES = 467_000
"""With the whole app, which is kept for use without a network: every screen, pack and instrument, in one language."""

CONTROLLED = "() => navigator.serviceWorker.controller !== null"
STANDS = "() => !document.querySelector('.opening') && document.querySelector('h1')?.innerText"
"""The heading of the first screen, once the app has drawn it in the place of the served page."""


@pytest.fixture(scope="module")
def first_load(chromium, tmp_path_factory) -> FirstLoad:
    """One first visit of a phone."""
    server = LiveServer(tmp_path_factory.mktemp("first-load") / "data")
    try:
        return measure(chromium, server.url)
    finally:
        server.stop()


def test_first_screen_keeps_its_budget(first_load):
    """At most 15 requests and 60 KB stand between a person and the first screen."""
    transferred = {transfer.url: transfer.body for transfer in first_load.transfers}
    assert len(transferred) <= REQUESTS, transferred
    assert sum(transferred.values()) <= BYTES, transferred


def test_nothing_is_fetched_twice(first_load):
    """No module is asked for again because its preload did not fit."""
    urls = [transfer.url for transfer in first_load.transfers]
    assert len(urls) == len(set(urls))


def test_whole_first_visit_keeps_its_budget(first_load):
    """First screen and the whole app for use without a network come to at most 467 KB."""
    assert first_load.body_bytes + first_load.kept_bytes <= VISIT_BYTES


def test_vault_is_not_fetched_besides(open_page, live_server):
    """On a first visit the vault's modules come out of the kept app, so the network carries a few requests in all."""
    page = open_page()
    carried = []
    page.native.on(
        "response", lambda got: None if got.from_service_worker else carried.append(got.url)
    )
    # The page waits for the kept app for a few seconds only: on a busy machine these must not pass.
    page.native.clock.install(time=0)
    page.native.clock.pause_at(1)
    with page.native.expect_worker():
        page.goto(live_server.url + "/app")
    page.native.wait_for_load_state("networkidle")
    assert not [url for url in carried if "/vault/" in url or "/vendor/hpke" in url]
    assert len(carried) <= 20


def test_nobody_else_is_asked(open_page, live_server):
    """From the first visit to the kept app, every request goes to the server itself."""
    page = open_page()
    asked = []
    page.native.context.on("request", lambda request: asked.append(request.url))
    page.goto(live_server.url + "/app")
    page.wait_for(CONTROLLED)
    assert len(asked) > 5
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(live_server.url).netloc}


@pytest.mark.parametrize("engine", ["chromium", "firefox"])
def test_cold_start_of_the_app_without_a_server(open_page, live_server, engine, tmp_path):
    """The device is restarted with the server gone: the app's first screen stands as it did before."""
    page = open_page(engine, profile=tmp_path / "profile")
    page.goto(live_server.url + "/app")
    page.wait_for(CONTROLLED)
    heading = page.wait_for(STANDS)
    page.close()
    live_server.stop()
    again = open_page(engine, profile=tmp_path / "profile")
    again.goto(live_server.url + "/app")
    assert again.wait_for(STANDS) == heading
    again.goto(live_server.url + "/help")
    again.sees("Nobody is watching what you write")
