"""Whoever is slow keeps nobody waiting, and is closed when their time is over."""

import socket
from collections.abc import Callable

import pytest

from journal.server.serving.connections import Front, Terms
from tests.server.serving.conftest import LONG, PATIENT, Stand, ended, is_closed, receive

POST = b"POST / HTTP/1.1\r\nHost: x\r\n"
SLOW = {
    "nothing at all": (b"", "head"),
    "half a head": (b"GET / HTTP/1.1\r\nHo", "head"),
    "a head without its body": (POST + b"Content-Length: 100\r\n\r\n", "body"),
    "half a body": (POST + b"Content-Length: 100\r\n\r\nhalf", "body"),
    "a body in chunks without end": (
        POST + b"Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n",
        "body",
    ),
    "a reader of one large piece who reads nothing": (
        b"GET /large HTTP/1.1\r\nHost: x\r\n\r\n",
        "answer",
    ),
    "a reader of many pieces who reads nothing": (
        b"GET /long HTTP/1.1\r\nHost: x\r\n\r\n",
        "answer",
    ),
    "a connection at rest": (b"GET / HTTP/1.1\r\nHost: x\r\n\r\n", "rest"),
}
"""What a slow peer sends, and the stage in which it then stands."""


def _stages(stand: Stand) -> list[str]:
    return stand.look(lambda front: [each.stage for each in front.connections])


def _wait_for(stand: Stand, stage: str, count: int) -> None:
    stand.wait_until(lambda front: [each.stage for each in front.connections].count(stage) >= count)


def _honest(stand: Stand) -> None:
    """Somebody comes, asks twice, and is answered."""
    with stand.connect() as peer:
        for _ in range(2):
            peer.sendall(POST + b"Content-Length: 5\r\n\r\nhello")
            assert receive(peer).endswith(b"POST hello")


@pytest.mark.parametrize("kind", list(SLOW))
def test_slow_peers_keep_nobody_waiting(stand: Callable[..., Stand], kind: str):
    """16, 200 and 2,000 of each kind: others are answered on two threads; then their time is over, and all are closed."""
    sent, stage = SLOW[kind]
    # A large answer is whole in memory for each: there the sum is bounded, see below.
    counts = (16,) if "large" in kind else (16, 200) if "many" in kind else (16, 200, 2_000)
    here = stand(PATIENT._replace(held=2**40))
    slow: list[socket.socket] = []
    for count in counts:
        slow += [here.connect(sent) for _ in range(count - len(slow))]
        _wait_for(here, stage, count)
        _honest(here)
    assert _stages(here).count(stage) >= counts[-1]
    here.tend(head=0, rest=0, patience=0)
    assert all(is_closed(peer) for peer in slow)
    reasons = {line["reason"]: line["count"] for line in here.lines}
    assert reasons == ({} if stage == "rest" else {f"slow-{stage}": counts[-1]})
    for peer in slow:
        peer.close()


@pytest.mark.parametrize("kind", ["body", "chunks", "head"])
def test_whoever_drips_is_closed_too(stand: Callable[..., Stand], kind: str):
    """A byte now and then buys no more time."""
    heads = {
        "body": POST + b"Content-Length: 60000\r\n\r\n",
        "chunks": POST + b"Transfer-Encoding: chunked\r\n\r\n",
        "head": b"GET /",
    }
    here = stand(PATIENT._replace(rate=1_000_000))
    with here.connect(heads[kind]) as peer:
        drop = b"1\r\na\r\n" if kind == "chunks" else b"a"
        with pytest.raises(ConnectionError):
            _drip(here, peer, drop)


def _drip(here: Stand, peer: socket.socket, drop: bytes) -> None:
    while True:
        peer.sendall(drop)
        here.tend(patience=0.01, head=0.01)


def test_a_thin_but_steady_link_is_not_closed(stand: Callable[..., Stand]):
    """What comes or goes at the wanted rate may take as long as it takes: time is granted by the byte."""
    here = stand(PATIENT._replace(rate=1))
    with here.connect(POST + b"Content-Length: 60000\r\n\r\n" + b"x" * 50_000) as peer:
        _wait_for(here, "body", 1)
        here.wait_until(lambda front: [each.held for each in front.connections] == [50_000])
        here.tend(patience=30)
        (due,) = here.look(
            lambda front: [each.due - front.loop.time() for each in front.connections]
        )
        assert 0 < due <= 30
        peer.sendall(b"x" * 10_000)
        assert receive(peer).startswith(b"HTTP/1.1 200 ")


def test_a_reader_is_measured_by_what_it_takes(stand: Callable[..., Stand]):
    """While a slow reader reads on, its clock begins anew; when it stops, it is closed."""
    here = stand(PATIENT._replace(rate=2**30))
    with here.connect(b"GET /large HTTP/1.1\r\nHost: x\r\n\r\n") as peer:
        _wait_for(here, "answer", 1)
        began = here.look(lambda front: [each.moved_at for each in front.connections])
        while here.look(lambda front: [each.moved_at for each in front.connections]) == began:
            peer.recv(2**16)
            here.tend()
        assert _stages(here) == ["answer"]
        here.tend(patience=0)
        assert is_closed(peer)


def test_an_answer_nobody_reads_is_let_go_of(stand: Callable[..., Stand]):
    """The application hears that its long answer has ended, and holds nothing for it any more."""
    ended.clear()
    here = stand()
    with here.connect(b"GET /long HTTP/1.1\r\nHost: x\r\n\r\n"):
        _wait_for(here, "answer", 1)
    assert ended.wait(60)
    _honest(here)


def test_a_network_that_is_full_closes_its_own(stand: Callable[..., Stand]):
    """Over the limit of a network the one that has waited longest goes; other networks keep theirs."""
    here = stand(PATIENT._replace(network=5))
    other = here.connect(b"GET", source="127.0.2.1")
    _wait_for(here, "head", 1)
    slow = [here.connect(b"GET") for _ in range(8)]
    assert all(is_closed(peer) for peer in slow[:3])
    _honest(here)
    assert is_closed(slow[3])
    assert len(_stages(here)) <= 6
    other.sendall(b" / HTTP/1.1\r\nHost: x\r\n\r\n")
    assert receive(other).endswith(b"GET ")
    for peer in (*slow, other):
        peer.close()


def test_strangers_go_before_those_who_are_signed_in(stand: Callable[..., Stand]):
    """However many come meanwhile, also such as were answered: whoever is signed in keeps the connection."""
    here = stand(PATIENT._replace(network=5))
    mine = POST.replace(b"/", b"/mine", 1)
    with here.connect(mine + b"Content-Length: 5\r\n\r\nhello") as honest:
        assert receive(honest).endswith(b"POST hello")
        slow = []
        for _ in range(20):
            slow.append(here.connect(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"))
            assert receive(slow[-1]).endswith(b"GET ")
        assert all(is_closed(peer) for peer in slow[:15])
        honest.sendall(mine + b"Content-Length: 5\r\n\r\nagain")
        assert receive(honest).endswith(b"POST again")
    for peer in slow:
        peer.close()


@pytest.mark.parametrize("neighbour", [b"GET", POST + b"Content-Length: 60000\r\n\r\nx"])
def test_a_fast_neighbour_does_not_push_out_a_steady_upload(
    stand: Callable[..., Stand], neighbour: bytes
):
    """On one network with somebody who keeps opening connections: a stranger's upload that keeps its pace comes through."""
    here = stand(PATIENT._replace(network=5, rate=1))
    with here.connect(POST + b"Content-Length: 60000\r\n\r\n") as honest:
        slow: list[socket.socket] = []
        for arrived in range(10_000, 60_000, 10_000):
            honest.sendall(b"x" * 10_000)
            here.wait_until(lambda front, most=arrived: _most_held(front) == most)
            slow += [here.connect(neighbour) for _ in range(8)]
            pushed_out = len(slow) - 4
            here.wait_until(lambda front, most=pushed_out: front.cut.total() == most)
        honest.sendall(b"x" * 10_000)
        assert receive(honest).startswith(b"HTTP/1.1 200 ")
    for peer in slow:
        peer.close()


def _most_held(front: Front) -> int:
    return max((each.held for each in front.connections), default=0)


def test_an_upload_that_stands_still_makes_room(stand: Callable[..., Stand]):
    """Having begun to send keeps nobody's place: below the rate one goes in one's turn."""
    here = stand(PATIENT._replace(network=5, rate=2**30))
    with here.connect(POST + b"Content-Length: 60000\r\n\r\n" + b"x" * 10_000) as idle:
        _wait_for(here, "body", 1)
        slow = [here.connect(b"GET") for _ in range(5)]
        assert is_closed(idle)
    for peer in slow:
        peer.close()


def test_memory_is_bounded(stand: Callable[..., Stand]):
    """Bodies and answers on their way share a bound: over it, the greediest network loses its oldest."""
    here = stand(PATIENT._replace(held=LONG * 3))
    other = here.connect(
        POST + b"Content-Length: 60000\r\n\r\n" + b"x" * 50_000, source="127.0.2.1"
    )
    _wait_for(here, "body", 1)
    slow = []
    for _ in range(8):
        slow.append(here.connect(b"GET /large HTTP/1.1\r\nHost: x\r\n\r\n"))
        # Its answer has begun, so the next one comes on top of it.
        assert slow[-1].recv(1)
        held = here.look(lambda front: (front.held, sum(each.held for each in front.connections)))
        assert held[0] == held[1] <= LONG * 3
    assert all(is_closed(peer) for peer in slow[:5])
    other.sendall(b"x" * 10_000)
    assert receive(other).startswith(b"HTTP/1.1 200 ")
    for peer in (*slow, other):
        peer.close()


def test_behind_a_proxy_callers_are_counted_not_the_proxy(stand: Callable[..., Stand]):
    """One caller's open requests are bounded; the proxy's many connections are not taken for one caller's."""
    here = stand(PATIENT._replace(network=3, hops=1))
    head = b"Content-Length: 9\r\nX-Forwarded-For: 198.51.100.1, %b\r\n\r\n"
    slow = [here.connect(POST + head % b"203.0.113.7") for _ in range(5)]
    assert all(is_closed(peer) for peer in slow[:2])
    with here.connect(POST + head % b"192.0.2.1" + b"123456789") as honest:
        assert receive(honest).endswith(b"POST 123456789")
        resting = [here.connect() for _ in range(9)]
        _wait_for(here, "head", 9)
        honest.sendall(POST + head % b"192.0.2.1" + b"987654321")
        assert receive(honest).endswith(b"POST 987654321")
    for peer in (*slow, *resting):
        peer.close()


def test_the_default_terms_serve_a_thin_link():
    """4 MiB at 0.1 Mbit/s is within the default rate."""
    assert Terms().rate * 2 < 100_000 / 8
