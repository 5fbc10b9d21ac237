"""HTTP/1.1 as it is read and written: bodies of both kinds, requests one behind the other, and what is refused."""

import socket
from collections.abc import Callable

import pytest

from tests.server.serving.conftest import LIMIT, LONG, Stand, is_closed, receive

HOST = b"Host: x\r\n"


def _ask(here: Stand, request: bytes) -> bytes:
    with here.connect(request) as peer:
        return receive(peer)


@pytest.mark.parametrize(
    "sent",
    [
        b"Content-Length: 5\r\n\r\nhello",
        b"Transfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3;x=y\r\nllo\r\n0\r\nTrailer: x\r\n\r\n",
        b"Transfer-Encoding: CHUNKED\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
    ],
)
def test_bodies_of_both_kinds_are_taken(stand: Callable[..., Stand], sent: bytes):
    """With a length, or in chunks as some proxies send them."""
    here = stand()
    assert _ask(here, b"POST / HTTP/1.1\r\n" + HOST + sent).endswith(b"\r\n\r\nPOST hello")
    byte_by_byte = here.connect(b"POST / HTTP/1.1\r\n" + HOST)
    byte_by_byte.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    for each in sent:
        byte_by_byte.send(bytes([each]))
    assert receive(byte_by_byte).endswith(b"\r\n\r\nPOST hello")
    byte_by_byte.close()


@pytest.mark.parametrize("path", [b"/", b"/none"])
@pytest.mark.parametrize("chunked", [False, True])
def test_a_body_over_its_limit_is_refused_before_its_end(
    stand: Callable[..., Stand], path: bytes, chunked: bool
):
    """The application says so, without having the body; the connection ends."""
    here, size = stand(), LIMIT + 1 if path == b"/" else 1
    announced = b"Content-Length: %d\r\n\r\n" % size
    if chunked:
        announced = b"Transfer-Encoding: chunked\r\n\r\n%x\r\n%b" % (size + 9, b"x" * size)
    with here.connect(b"POST " + path + b" HTTP/1.1\r\n" + HOST + announced) as peer:
        answer = receive(peer)
        assert answer.endswith(b"x" if chunked else b"unread")
        assert b"\r\nConnection: close\r\n" in answer
        assert is_closed(peer)


def test_whoever_waits_to_be_told_to_go_on_is_told(stand: Callable[..., Stand]):
    """`Expect: 100-continue`."""
    head = b"POST / HTTP/1.1\r\n" + HOST + b"Expect: 100-continue\r\nContent-Length: 5\r\n\r\n"
    with stand().connect(head) as peer:
        assert peer.recv(100) == b"HTTP/1.1 100 Continue\r\n\r\n"
        peer.sendall(b"hello")
        assert receive(peer).endswith(b"POST hello")


def test_requests_behind_one_another_are_answered_in_order(stand: Callable[..., Stand]):
    """Sent at once, with bodies between; and a last one that ends the connection."""
    requests = [
        b"POST / HTTP/1.1\r\n" + HOST + b"Content-Length: %d\r\n\r\n%b" % (len(body), body)
        for body in (b"a" * n for n in (1, 9_000, 3, 60_000, 5))
    ]
    requests.append(b"GET / HTTP/1.1\r\nConnection: close\r\n" + HOST + b"\r\n")
    with stand().connect() as peer:
        peer.sendall(b"".join(requests))
        data = b""
        while more := peer.recv(65_536):
            data += more
    bodies = [part.partition(b"\r\n\r\n")[2] for part in data.split(b"HTTP/1.1 200 OK")[1:]]
    assert [len(body) for body in bodies] == [6, 9_005, 8, 60_005, 10, 4]


def test_long_answers_come_whole(stand: Callable[..., Stand]):
    """In one piece and in many, and the connection goes on."""
    with stand().connect() as peer:
        for path in (b"/long", b"/large", b"/long"):
            peer.sendall(b"GET " + path + b" HTTP/1.1\r\n" + HOST + b"\r\n")
            assert len(receive(peer).partition(b"\r\n\r\n")[2]) == LONG


BAD = {
    "no request": b"nonsense\r\n\r\n",
    "an unknown method": b"VERMILION / HTTP/1.1\r\n" + HOST + b"\r\n",
    "no host": b"GET / HTTP/1.1\r\n\r\n",
    "two hosts": b"GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
    "both lengths": b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n",
    "two lengths": b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
    "a negative length": b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
    "a length with a sign": b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: +1\r\n\r\n",
    "a coding we do not know": b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n",
    "a chunk of no size": b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nxx\r\n",
    "a bare line feed": b"GET / HTTP/1.1\nHost: x\n\n",
    "a space before the colon": b"GET / HTTP/1.1\r\nHost : x\r\n\r\n",
    "a folded line": b"GET / HTTP/1.1\r\nHost: x\r\nA: b\r\n c\r\n\r\n",
    "a tunnel": b"CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n",
    "another scheme": b"GET ftp://x/ HTTP/1.1\r\nHost: x\r\n\r\n",
    "the next version": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
}


@pytest.mark.parametrize("kind", list(BAD))
def test_what_is_no_request_is_refused(stand: Callable[..., Stand], kind: str):
    """With 400, and the end of the connection: nothing behind it is taken for another request."""
    with stand().connect(BAD[kind] + b"GET / HTTP/1.1\r\n" + HOST + b"\r\n") as peer:
        assert receive(peer).startswith(b"HTTP/1.1 400 ")
        assert is_closed(peer)


def test_a_head_has_an_end(stand: Callable[..., Stand]):
    """More than 32 KiB of headers are refused while they come."""
    with stand().connect(b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 6_000) as peer:
        assert receive(peer).startswith(b"HTTP/1.1 431 ")


def test_an_offer_to_change_the_protocol_is_passed_over(stand: Callable[..., Stand]):
    """The request is answered, and the connection ends."""
    offer = b"GET / HTTP/1.1\r\nUpgrade: websocket\r\nConnection: upgrade\r\n" + HOST + b"\r\n"
    with stand().connect(offer) as peer:
        assert receive(peer).endswith(b"GET ")
        assert is_closed(peer)


@pytest.mark.parametrize("version", [b"1.0", b"1.1"])
def test_a_peer_that_ends_its_side_is_answered(stand: Callable[..., Stand], version: bytes):
    """Half-closed, as simple clients do."""
    with stand().connect(b"GET / HTTP/" + version + b"\r\n" + HOST + b"\r\n") as peer:
        peer.shutdown(socket.SHUT_WR)
        assert receive(peer).endswith(b"GET ")


def test_a_name_with_an_underscore_stands_for_no_other(stand: Callable[..., Stand]):
    """`X_Forwarded_For` is not taken for what a proxy wrote."""
    from journal.server.serving.requests import read_headers

    assert read_headers([(b"X_Forwarded_For", b"1"), (b"A-b", b"c"), (b"A-B", b"d")]) == {
        "HTTP_A_B": "c, d"
    }


def test_an_application_that_breaks_is_answered_for(stand: Callable[..., Stand]):
    """500, and one line in the log."""
    here = stand()
    assert _ask(here, b"GET /broken HTTP/1.1\r\n" + HOST + b"\r\n").startswith(b"HTTP/1.1 500 ")
    assert here.lines == [{"event": "error", "error": "RuntimeError"}]


def test_no_body_follows_the_answer_to_head(stand: Callable[..., Stand]):
    """What the application gives for HEAD is its head; the next answer follows at once."""
    with stand().connect(b"HEAD /long HTTP/1.1\r\n" + HOST + b"\r\n") as peer:
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            head += peer.recv(1)
        assert b"Content-Length: %d\r\n" % LONG in head
        peer.sendall(b"GET / HTTP/1.1\r\n" + HOST + b"\r\n")
        assert receive(peer).endswith(b"GET ")
