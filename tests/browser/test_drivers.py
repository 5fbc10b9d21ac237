"""Each engine's driver on a page that has one of everything, under the policy the app is served with."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.browser.axe import violations
from tests.browser.engines import ENGINES, start_page
from tests.browser.page import PHONE, NotSeen, Page

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; worker-src 'self'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)

FILES = {
    "/": (
        "text/html",
        """<!doctype html><html lang="en"><title>Sample</title><script type="module" src="/page.js"></script>
        <main><h1>Sample</h1>
          <label for="name">Name</label><input id="name">
          <label>Words <textarea id="words"></textarea></label>
          <label>Route <select><option>nasal</option><option>oral</option></select></label>
          <button id="save" aria-label="Save words">Save</button><button hidden>Save words</button>
          <button>Save later</button>
          <p id="above" hidden>This has just come.<br>It moves what stands below.</p><button id="moves">Moves away</button>
          <p id="said" role="status"></p>
        </main></html>""",
    ),
    "/inaccessible": (
        "text/html",
        """<!doctype html><html lang="en"><title>Sample</title>
        <main><h1>Sample</h1><input id="nameless"></main></html>""",
    ),
    "/page.js": (
        "text/javascript",
        """const said = document.querySelector("#said");
        document.querySelector("#save").addEventListener("click", (event) => {
          const values = ["#name", "#words", "select"].map((one) => document.querySelector(one).value);
          localStorage.setItem("kept", values[0]);
          setTimeout(() => { said.textContent = (event.isTrusted ? "saved " : "faked ") + values.join(" / "); }, 150);
        });
        let presses = 0;
        document.querySelector("#moves").addEventListener("click", () => { said.textContent = `pressed ${++presses}`; });
        addEventListener("pointermove", () => { document.querySelector("#above").hidden = false; }, { once: true, capture: true });
        document.addEventListener("keydown", (event) => { if (event.key === "Escape") said.textContent = "left"; });""",
    ),
}


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        kind, body = FILES.get(self.path, ("text/plain", ""))
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Security-Policy", POLICY)
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def sample() -> Iterator[str]:
    """The address of the sample page."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=server.serve_forever, args=[0.05])
    thread.start()
    yield f"http://localhost:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="module", params=ENGINES)
def engine(request) -> str:
    """Each engine in turn; tests of one engine come together and share a window."""
    return request.param


@pytest.fixture(scope="module")
def window(request, engine, tmp_path_factory) -> Iterator[Page]:
    """One window for the tests that store nothing."""
    page = start_page(request, engine, tmp_path_factory.mktemp("window"), keeps=False)
    yield page
    page.close()


@pytest.fixture
def page(window, sample) -> Page:
    """The window with the sample freshly loaded."""
    window.goto(sample)
    return window


def test_fill_choose_click_and_read(page):
    """A person's fields, choices and clicks arrive as real input, and what the page says is waited for."""
    page.fill("Name", "overwritten")
    page.fill("Name", "Mária ✓")
    page.fill("Words", "two\nlines")
    page.choose("Route", "oral")
    page.click("button", "Save words")
    page.sees("saved Mária ✓ / two lines / oral")


def test_what_moves_away_from_the_mouse_is_pressed_once(page):
    """Something comes above a button between looking and pressing: the driver aims anew, and nothing else is pressed."""
    page.click("button", "Moves away")
    page.sees("pressed 1")


def test_keys(page):
    """A key pressed by name reaches the page."""
    page.press("Escape")
    page.sees("left")


def test_evaluate_awaits(page):
    """Values go in and come out as JSON, promises are awaited, under a policy that forbids eval."""
    assert page.evaluate("async (a, b) => ({ sum: a + b, none: null })", 1, 2) == {
        "sum": 3,
        "none": None,
    }
    assert page.evaluate("() => undefined") is None


def test_evaluate_raises(page):
    """An error in the page is an error in the test."""
    with pytest.raises(Exception, match="on purpose"):
        page.evaluate("() => { throw new Error('on purpose'); }")


def test_not_seen(page):
    """What never comes is told with what is there instead."""
    with pytest.raises(NotSeen, match="Save later"):
        page.click("button", "Share", within=0.3)
    with pytest.raises(NotSeen, match="Sample"):
        page.sees("Shared", within=0.3)


def test_ambiguous(page):
    """A name that two elements carry is not clicked at random."""
    with pytest.raises(NotSeen, match="2 of button"):
        page.click("button", "Save ", within=0.3)


def test_size_and_picture(page, tmp_path):
    """The page has exactly the pixels asked for, and can be looked at."""
    page.set_size(*PHONE)
    page.screenshot(tmp_path / "page.png")
    assert page.evaluate("() => [innerWidth, innerHeight]") == [*PHONE]
    assert (tmp_path / "page.png").read_bytes().startswith(b"\x89PNG")


def test_people_are_apart(open_page, engine, sample):
    """Two windows are two people: neither sees what the other stored."""
    one, other = open_page(engine), open_page(engine)
    for page in (one, other):
        page.goto(sample)
    one.fill("Name", "one")
    one.click("#save")
    one.sees("saved one")
    assert other.evaluate("() => localStorage.getItem('kept')") is None


@pytest.mark.parametrize("engine", ["chromium", "firefox"])
def test_a_profile_keeps(open_page, engine, sample, tmp_path: Path):
    """A profile folder keeps what was stored when the browser is ended and started again."""
    page = open_page(engine, profile=tmp_path / "profile")
    page.goto(sample)
    page.fill("Name", "kept")
    page.click("#save")
    page.sees("saved kept")
    page.close()
    again = open_page(engine, profile=tmp_path / "profile")
    again.goto(sample)
    assert again.evaluate("() => localStorage.getItem('kept')") == "kept"


def test_axe(open_page, sample):
    """Axe runs under the policy, finds a field without a label, and is content with the sample."""
    page = open_page()
    page.goto(f"{sample}inaccessible")
    (found,) = violations(page)
    assert "nameless" in found
    page.goto(sample)
    assert violations(page) == []
