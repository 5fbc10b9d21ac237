"""The stream of places: what a real server says through it, and that whatever else comes is no more than an outage."""

import contextlib

import pytest

from journal.client.errors import Offline, Problem
from journal.client.transport import _STREAM, Server
from tests.client.test_transport import link
from tests.server.http_app import HttpApp
from tests.server.people import Person

__all__ = ["link"]


def _follow(person: Person) -> Server:
    """A client that holds this person's session."""
    return Server(person.app.origin, person.client._cookies)


def test_another_device_is_heard_without_asking(live_server):
    """The present place comes at once, the place of each push of another device with it, and the stream ends with its session."""
    ana = Person(HttpApp(live_server.url), "ana.listens")
    assert ana.sign_up().status_code == 201
    phone = Person.other_device(ana)
    assert phone.sign_in().status_code == 201
    places = _follow(ana).positions()
    begun = next(places)
    assert begun == ana.page().next
    for count in (1, 2):
        phone.push(phone.put())
        assert next(places) == begun + count
    assert ana.call("DELETE", "/sessions/current").status_code == 204
    assert list(places) == []


def test_without_a_session_there_is_none(live_server):
    """The server's own word for it comes through."""
    with pytest.raises(Problem) as caught:
        next(Server(live_server.url).positions())
    assert caught.value.reason == "sign-in-needed"


STREAM = "text/event-stream"
LIES = {
    "a page of somebody else": ("text/html", b"<!doctype html>"),
    "no place": (STREAM, b"data: soon\n\n"),
    "a place below nothing": (STREAM, b"data: -1\n\n"),
    "a place without an end": (STREAM, b"data: " + b"9" * 100_000),
    "a line without an end": (STREAM, b":" * 100_000),
    "other words": (STREAM, b"event: x\n\n"),
    "nothing but bytes": (STREAM, bytes(range(256)) * 10),
    "half a line": (STREAM, b"data: 4"),
}


@pytest.mark.parametrize("lie", list(LIES))
def test_whatever_is_no_place_is_an_outage(link, lie):
    """Nothing of it is taken for a place."""
    type, body = LIES[lie]

    def answer(handler, _n):
        handler.send_response(200)
        handler.send_header("Content-Type", type)
        handler.end_headers()
        with contextlib.suppress(ConnectionError):
            handler.wfile.write(body)

    with pytest.raises(Offline):
        list(Server(link(answer).url).positions())


def test_places_only_go_up_and_a_flood_is_left(link):
    """What was told before is not told again; a server that never stops talking is left after a while."""

    def answer(handler, _n):
        handler.send_response(200)
        handler.send_header("Content-Type", STREAM)
        handler.end_headers()
        with contextlib.suppress(ConnectionError):
            handler.wfile.write(b"data: 4\n\n:\n\ndata: 3\n\ndata: 4\n\ndata: 5\n\n")
            for _ in range(_STREAM):
                handler.wfile.write(b":\n\n" * 1_000)

    assert list(Server(link(answer).url).positions()) == [4, 5]


@pytest.mark.parametrize(
    "broken", [b"", b"HTTP/1.1 200", b"HTTP/1.1 502 Bad Gateway\r\n\r\n<html>"]
)
def test_a_connection_that_breaks_is_an_outage(link, broken):
    """Nothing, half a head, or the page of a proxy."""

    def answer(handler, _n):
        handler.wfile.write(broken)

    with pytest.raises(Offline):
        list(Server(link(answer).url).positions())
