"""What one edit costs between two devices: requests and bytes of bodies, counted and not timed."""

from collections.abc import Callable

from journal.client.client import Client
from tests.client.conftest import texts
from tests.client.wire_tap import TappedServer

EDIT = 9_600
"""Bytes that one short edit may take in all, up and down, on both devices: its body has 4,168 each way, so that its size says nothing."""
EMPTY = 200
"""Bytes of a page that brings nothing."""


def _spent(client: Client, act: Callable[[], object]) -> tuple[int, int]:
    """Requests and bytes of an act."""
    server = client.server
    before = server.requests, server.sent + server.received
    act()
    return server.requests - before[0], server.sent + server.received - before[1]


def test_one_edit_is_sent_once_and_fetched_once(ana: Client, second: Client):
    """Two requests bring it up, one brings it to the other device, and neither fetches what it has sent itself."""
    ana.sync()
    second.sync()
    ana.sync()
    ana.write("one edit")
    sent, fetched, again = (_spent(who, who.sync) for who in (ana, second, ana))
    assert texts(second) == ["one edit"]
    assert (sent[0], fetched[0], again[0]) == (2, 1, 1)
    assert sent[1] + fetched[1] <= EDIT
    assert again[1] < EMPTY


def test_what_another_device_wrote_meanwhile_is_not_passed_over(ana: Client, second: Client):
    """Where the other device was first, its words come, and one's own with them."""
    for client in (ana, second, ana):
        client.sync()
    push = ana.server.push

    def late(data: bytes) -> dict[str, object]:
        ana.server.push = push
        second.write("theirs")
        second.sync()
        return push(data)

    ana.write("mine")
    ana.server.push = late
    ana.sync()
    second.sync()
    assert texts(ana) == texts(second) == ["mine", "theirs"]


def test_a_place_that_is_not_true_takes_nothing_away(
    server: TappedServer, ana: Client, second: Client
):
    """A server that puts a push further on than it stands, or where others' records are, is not followed there."""
    for client in (ana, second, ana):
        client.sync()
    push = ana.server.push

    def untrue(data: bytes) -> dict[str, object]:
        answer = push(data)
        for result in answer["results"]:
            result["added"] = {"after": result["added"]["after"], "next": 10**9}
        return answer

    ana.server.push = untrue
    ana.write("mine")
    ana.sync()
    ana.server.push = push
    second.write("theirs")
    second.sync()
    ana.sync()
    assert texts(ana) == ["mine", "theirs"]
