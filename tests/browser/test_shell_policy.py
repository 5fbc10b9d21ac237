"""Only listed code runs, in every engine: text does not become code, and a module must be the import map's."""

from collections.abc import Iterator

import pytest

from tests.browser.engines import ENGINES, start_page
from tests.browser.page import Page
from tests.browser.site import Site


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A small app in the real shell."""
    started = Site(tmp_path_factory.mktemp("site"))
    yield started
    started.stop()


@pytest.fixture(scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    """Each engine in turn; tests of one engine come together and share a window."""
    name: str = request.param
    return name


@pytest.fixture(scope="module")
def window(request, engine, tmp_path_factory) -> Iterator[Page]:
    """One window of this engine."""
    opened = start_page(request, engine, tmp_path_factory.mktemp("window"), keeps=False)
    yield opened
    opened.close()


@pytest.fixture
def page(window: Page, site: Site) -> Page:
    """The window with the app freshly loaded."""
    window.goto(site.url + "/app")
    window.sees("First version")
    return window


# First, since a service worker that has kept the right bytes would serve those.
def test_tampered_modules_do_not_run(window, site):
    """A module that is not the import map's stops the app, or the screen that asks for it; the page still says whom to call."""
    site.tampered = {"/static/js/words.js": b"globalThis.ran = true;"}
    window.goto(f"http://127.0.0.1:{site.port}/app")  # another origin: nothing of it stays behind
    window.sees("Nobody is watching what you write")
    window.sees("Opening takes longer than it should.")
    assert window.evaluate("() => 'ran' in globalThis") is False
    site.tampered = {"/static/js/later.js": b"globalThis.ran = true;", "/build.json": b"{}"}
    window.goto(site.url + "/app")
    window.sees("First version")
    assert window.evaluate("() => globalThis.loadLater()") == "TypeError"
    assert window.evaluate("() => 'ran' in globalThis") is False
    site.tampered = {}


def test_app_runs_under_the_policy(page):
    """lit-html renders, the worker starts by its one allowed URL, loads modules and compiles WebAssembly."""
    function = """async () => {
      const { vaultWorkerUrl } = await import("/static/js/ui/trusted.js");
      const worker = new Worker(vaultWorkerUrl(), { type: "module" });
      return new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = () => reject(new Error("the worker did not start"));
        worker.postMessage([2, 3]);
      });
    }"""
    assert page.evaluate(function) == [5, True]


REFUSED = ("TypeError", "EvalError")
CODE_FROM_TEXT = [
    'document.createElement("div").innerHTML = "<b>x</b>"',
    'document.createElement("script").src = "/static/js/ui/offline.js"',
    'eval("1")',
    'new Worker("/static/js/workers/vault-worker.js")',
    'trustedTypes.createPolicy("another", {})',
    'trustedTypes.createPolicy("afterglow", {})',
]


def test_policy_refuses_code_from_text(page):
    """Markup, script addresses, workers and policies made from plain text throw in every engine."""
    # In a task of its own: what a driver evaluates may itself be freed from the policy.
    outcome = """() => new Promise((resolve) => setTimeout(() => {
      try { %s; resolve("allowed"); } catch (error) { resolve(error.name); }
    }))"""
    outcomes = {attempt: page.evaluate(outcome % attempt) for attempt in CODE_FROM_TEXT}
    assert {attempt: name for attempt, name in outcomes.items() if name not in REFUSED} == {}


def test_policy_refuses_inline_script(page):
    """A script element with text in it does not run, even where Trusted Types are got around by the parser."""
    function = """async () => {
      const refused = new Promise((resolve) => addEventListener("securitypolicyviolation", ({ effectiveDirective }) => resolve(effectiveDirective)));
      const script = document.createElement("script");
      script.append("globalThis.ran = true");
      document.head.append(script);
      return [await refused, "ran" in globalThis];
    }"""
    directive, ran = page.evaluate(function)
    assert directive in ("script-src-elem", "require-trusted-types-for")
    assert not ran
