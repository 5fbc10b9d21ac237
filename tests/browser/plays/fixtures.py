"""People for plays, and what is true of every play: no request to anywhere else, nothing refused, nothing complained of."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.browser.chromium import Chromium
from tests.browser.page import DESK, PHONE, Page
from tests.browser.plays.patient import Patient
from tests.browser.plays.person import Person
from tests.browser.plays.therapist import Therapist
from tests.live_server import LiveServer

_OUTAGE = re.compile(r"Failed to load resource: net::ERR_(CONNECTION|EMPTY_RESPONSE|FAILED)")
_REFUSAL = re.compile(r"Failed to load resource: the server responded with a status of 4\d\d")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    """One real server for the plays of a file that never stop it; every play signs up people of its own."""
    started = LiveServer(tmp_path_factory.mktemp("plays") / "server", RATELIMIT_ENABLED="0")
    yield started
    started.stop()


@pytest.fixture(params=["phone", "desk"])
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    """Both sizes in turn."""
    return {"phone": PHONE, "desk": DESK}[request.param]


class People:
    """Brings people before their browsers, and remembers what those browsers asked for and complained of."""

    def __init__(self, open_page: Callable[..., Page]) -> None:
        self._open_page = open_page
        self._watched: list[tuple[Chromium, str]] = []
        self._asked: set[str] = set()
        self.outage_expected = False
        """Whether the play takes the server away: browsers then say on the console that they did not reach it."""
        self.refusal_expected = False
        """Whether the play has the server say no, which browsers write on the console as well."""

    def patient(self, server: LiveServer, name: str = "Ada", **window: object) -> Patient:
        """One who writes, at a window of their own."""
        return Patient(self.window(server.url, **window), server.url, name)

    def therapist(self, server: LiveServer, name: str = "Dr Holm", **window: object) -> Therapist:
        """One who reads, at a window of their own."""
        return Therapist(self.window(server.url, **window), server.url, name)

    def window(self, url: str, **window: object) -> Page:
        """A window that is watched; `engine`, `size` and `profile` as for `open_page`."""
        page = self._open_page(window.pop("engine", "chromium"), **window)
        if isinstance(page, Chromium):
            self._watched.append((page, url))
            page.context.on("request", lambda request: self._asked.add(request.url))
        return page

    def second_device(self, person: Person, **window: object) -> Person:
        """The same person at another window with nothing stored."""
        return person.again(self.window(person.url, **window))

    def elsewhere(self) -> set[str]:
        """Addresses outside the people's own servers that anything in their browsers asked for."""
        own = tuple(f"{url}/" for _, url in self._watched)
        inside = (*own, *(f"blob:{one}" for one in own), "data:")
        return {url for url in self._asked if not url.startswith(inside)}

    def complaints(self) -> list[str]:
        """What the browsers wrote on their consoles as errors, less what the play is about."""
        expected = [_OUTAGE] * self.outage_expected + [_REFUSAL] * self.refusal_expected
        said = [line for page, _ in self._watched for line in page.complaints]
        return [line for line in said if not any(one.match(line) for one in expected)]


@pytest.fixture
def people(open_page: Callable[..., Page]) -> Iterator[People]:
    """People for one play; after it, nothing must have been asked for elsewhere, refused by the policy or thrown."""
    company = People(open_page)
    yield company
    assert company.elsewhere() == set()
    assert company.complaints() == []


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """A folder that keeps what a browser stores: closing the window and opening it again is a cold start."""
    return tmp_path / "profile"
