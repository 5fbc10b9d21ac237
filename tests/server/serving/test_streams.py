"""Whoever listens costs a socket and no thread, hears each newest place, and is let go of when it is time."""

import re
import socket
from collections.abc import Callable

import pytest

from journal.server.serving.connections import Front
from journal.server.serving.listeners import Bounds, Listeners
from tests.server.serving.conftest import PATIENT, Stand, is_closed, receive

GET = b"GET %s HTTP/1.1\r\nHost: x\r\n\r\n"
OTHER = b"another session"


def _listen(stand: Stand, path: str = "/stream/7", **more: str) -> socket.socket:
    """A stream that stands; its head and first place have been read."""
    before = stand.look(_streams)
    peer = stand.connect(GET % path.encode(), **more)
    read_until(peer, b"data: 0\n\n")
    stand.wait_until(lambda front: _streams(front) == before + 1)
    return peer


def _streams(front: Front) -> int:
    return [each.stage for each in front.connections].count("stream")


def read_until(peer: socket.socket, end: bytes) -> bytes:
    """What comes until these bytes have come."""
    data = b""
    while not data.endswith(end):
        more = peer.recv(1)
        assert more, data
        data += more
    return data


def test_a_stream_tells_each_newest_place(stand: Callable[..., Stand]):
    """The first place comes with the answer, each higher one as it is told, a lower or known one not."""
    here = stand()
    with _listen(here) as peer, _listen(here, "/stream/8") as other:
        for place in (3, 2, 3, 9):
            here.front.listeners.tell({7: place}, besides=OTHER)
        here.front.listeners.tell({8: 1}, besides=OTHER)
        assert re.fullmatch(rb"(data: 3\n\n)?data: 9\n\n", read_until(peer, b"data: 9\n\n"))
        assert read_until(other, b"data: 1\n\n") == b"data: 1\n\n"


def test_the_answer_has_no_end_that_was_said(stand: Callable[..., Stand]):
    """No length stands in its head, and the connection is not kept for another request."""
    here = stand()
    with here.connect(GET % b"/stream/7") as peer:
        head = read_until(peer, b"\r\n\r\n").lower()
    assert b"connection: close" in head
    assert b"content-length" not in head


def test_who_has_pushed_is_not_told(stand: Callable[..., Stand]):
    """The session whose push it was has its answer; it hears of what others bring."""
    here = stand()
    with _listen(here) as peer:
        here.front.listeners.tell({7: 3}, besides=b"7")
        here.front.listeners.compare([b"7"], {b"7": 3})
        here.front.listeners.tell({7: 4}, besides=OTHER)
        assert read_until(peer, b"data: 4\n\n") == b"data: 4\n\n"


def test_what_comes_while_the_answer_is_made_is_told(stand: Callable[..., Stand]):
    """Between the look at the place and the stream nothing is lost."""
    here = stand()
    with here.connect(GET % b"/stream/7/meanwhile") as peer:
        assert read_until(peer, b"data: 5\n\n").endswith(b"data: 0\n\ndata: 5\n\n")


def test_streams_keep_nobody_waiting(stand: Callable[..., Stand]):
    """With 200 streams on one thread others are answered, and all hear what is new."""
    here = stand(threads=1)
    peers = [_listen(here) for _ in range(200)]
    with here.connect(GET % b"/") as honest:
        assert receive(honest).endswith(b"GET ")
    here.front.listeners.tell({7: 1}, besides=OTHER)
    for peer in peers:
        assert read_until(peer, b"data: 1\n\n") == b"data: 1\n\n"
        peer.close()
    here.wait_until(lambda front: not front.listeners)


def test_signs_of_life(stand: Callable[..., Stand]):
    """A comment comes when it is time, and whoever has taken it stays."""
    here = stand()
    with _listen(here) as peer:
        for _ in range(3):
            here.tend()
            assert read_until(peer, b"\n\n") == b":\n\n"
        assert here.lines == []


def test_who_takes_nothing_is_let_go(stand: Callable[..., Stand]):
    """A peer whose system takes no more is closed at the second sign of life, and little is held for it until then."""
    here = stand()
    with _listen(here) as peer:

        def fill(front: Front) -> bool:
            (stream,) = [each for each in front.connections if each.stage == "stream"]
            for _ in range(5_000):
                front.listeners.tell({7: next(places)}, besides=OTHER)
                stream._hear()
            return stream.full

        places = iter(range(1, 10**9))
        here.wait_until(fill)
        held = here.look(
            lambda front: max(each.transport.get_write_buffer_size() for each in front.connections)
        )
        assert held < 100
        here.tend()
        here.tend()
        assert is_closed(peer)
    assert [line["reason"] for line in here.lines] == ["slow-stream"]
    here.wait_until(lambda front: not front.listeners)


def test_a_session_that_has_ended_is_let_go(stand: Callable[..., Stand]):
    """Of two that are asked about, the one that was found hears its place, the other's stream comes to its end."""
    here = stand()
    with _listen(here, "/stream/7") as gone, _listen(here, "/stream/8") as stays:
        here.front.listeners.compare([b"7", b"8"], {b"8": 2})
        assert read_until(stays, b"data: 2\n\n") == b"data: 2\n\n"
        assert is_closed(gone)
        here.wait_until(lambda front: len(front.listeners) == 1)


def test_who_was_not_asked_about_stays(stand: Callable[..., Stand]):
    """A stream that began while the database was asked is not taken for one whose session has ended."""
    here = stand()
    with _listen(here) as peer:
        here.front.listeners.compare([], {})
        here.front.listeners.tell({7: 1}, besides=OTHER)
        assert read_until(peer, b"data: 1\n\n") == b"data: 1\n\n"


def test_elsewhere_is_looked_at_while_somebody_listens(stand: Callable[..., Stand]):
    """Not before, one look at a time, and again when it is time."""
    here = stand(PATIENT._replace(look=0))
    here.look(lambda front: front.tend())
    assert here.looks == []
    with _listen(here):
        for count in (1, 2):
            here.look(lambda front: front.tend())
            here.wait_until(lambda front, count=count: len(here.looks) == count)
            here.wait_until(lambda front: front._looked != float("inf"))


@pytest.mark.parametrize("how", ["asks again", "goes"])
def test_who_does_anything_else_is_let_go(stand: Callable[..., Stand], how: str):
    """A stream asks for nothing else; one whose peer has gone is not kept."""
    here = stand()
    with _listen(here) as peer:
        peer.sendall(GET % b"/") if how == "asks again" else peer.shutdown(socket.SHUT_WR)
        assert is_closed(peer)
        here.wait_until(lambda front: not front.listeners and not front.connections)


def test_what_was_refused_after_all_does_not_listen(stand: Callable[..., Stand]):
    """Nothing is left of a listener whose request was refused, nor of one who had gone before the answer."""
    here = stand()
    with here.connect(GET % b"/stream/7/refused") as peer:
        assert receive(peer).startswith(b"HTTP/1.1 429")
    assert here.look(lambda front: len(front.listeners)) == 0


def test_at_the_end_streams_are_closed(stand: Callable[..., Stand]):
    """A server that stops does not wait for those who listen."""
    here = stand()
    with _listen(here) as peer:
        here.look(lambda front: front.end())
        assert is_closed(peer)
        here.wait_until(lambda front: front.empty.is_set())


def test_a_stream_on_the_way_to_a_server_that_stops(stand: Callable[..., Stand]):
    """An answer that begins when the end has come gives its first place and ends."""
    here = stand()
    here.look(lambda front: setattr(front, "ending", True))
    with here.connect(GET % b"/stream/7") as peer:
        assert is_closed(peer)
    here.wait_until(lambda front: not front.listeners)


@pytest.mark.parametrize(
    ("bounds", "others"),
    [
        (Bounds(account=2), [("a", 1), ("b", 1)]),
        (Bounds(network=2), [("a", 1), ("a", 2)]),
        (Bounds(all=2), [("b", 1), ("c", 2)]),
    ],
)
def test_whoever_is_one_too_many_is_refused(bounds: Bounds, others: list[tuple[str, int]]):
    """Nobody is pushed out; when one goes there is room again, however often it is said that it has gone."""
    listeners = Listeners(bounds)
    first, _ = (listeners.add(network, account, b"s") for network, account in others)
    assert first
    assert listeners.add("a", 1, b"s") is None
    assert len(listeners) == 2
    listeners.remove(first)
    listeners.remove(first)
    assert len(listeners) == 1
    assert listeners.add("a", 1, b"s")
