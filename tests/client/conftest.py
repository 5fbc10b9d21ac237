"""A real server behind a tap, and clients of a patient, a therapist and a stranger."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from journal.client.client import Client
from journal.client.clock import now
from tests.client.wire_tap import TappedServer

PASSPHRASES = {
    "ana": "lamp river seven quiet maple door",
    "bo": "harbour window ninety paper stone",
    "cy": "copper morning eleven glass field",
}
HANDLES = {name: f"{name}.tester" for name in PASSPHRASES}
ROLES = {"ana": "patient", "bo": "therapist", "cy": "therapist"}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[TappedServer]:
    """A real server with nothing in it."""
    server = TappedServer(tmp_path / "server")
    yield server
    server.stop()


@pytest.fixture
def devices(tmp_path: Path) -> Iterator[Callable[[str], Client]]:
    """Makes devices with empty profiles by name."""
    made: list[Client] = []

    def make(name: str) -> Client:
        client = Client(tmp_path / name)
        made.append(client)
        return client

    yield make
    for client in made:
        client.close()


BOUNDARY = {
    "rhythm": "on Mondays",
    "record": "only that I read",
    "danger": "I call you",
    "absence": "Dr Lind",
}


@pytest.fixture
def join(server: TappedServer, devices: Callable[[str], Client]) -> Callable[[str], Client]:
    """Signs somebody up; their kit code is in `client.kit`."""

    def sign_up(name: str) -> Client:
        client = devices(name)
        client.kit = client.sign_up(
            server.url, HANDLES[name], name.title(), ROLES[name], PASSPHRASES[name]
        )
        if ROLES[name] == "therapist":
            client.boundary.say(BOUNDARY)
            client.sync()
        return client

    return sign_up


@pytest.fixture
def ana(join: Callable[[str], Client]) -> Client:
    """The patient."""
    return join("ana")


@pytest.fixture
def bo(join: Callable[[str], Client]) -> Client:
    """The therapist, not linked with anybody."""
    return join("bo")


@pytest.fixture
def second(server: TappedServer, devices: Callable[[str], Client], ana: Client) -> Client:
    """The patient's second device."""
    client = devices("ana-second")
    client.sign_in(server.url, HANDLES["ana"], PASSPHRASES["ana"], ana.kit)
    return client


def link(inviter: Client, invitee: Client) -> None:
    """Both go through the whole invite."""
    made, offer = invitee.people.open_invite(inviter.people.invite(now()), now())
    invitee.people.pin(offer, now())
    invitee.sync()
    invitee.people.answer(made)
    (waiting,) = inviter.people.waiting()
    inviter.people.confirm(waiting, now())
    inviter.sync()
    inviter.people.put_away(waiting)
    invitee.sync()
    inviter.sync()


@pytest.fixture
def linked(ana: Client, bo: Client) -> tuple[Client, Client]:
    """Patient and therapist, linked."""
    link(ana, bo)
    return ana, bo


def texts(client: Client, author: bytes | None = None) -> list[str]:
    """Texts of the entries shown, sorted."""
    return sorted(entry.document.get("text", "") for entry in client.entries(author))
