"""The real server as a process: it starts on a free port, tells how it is, and can be stopped and killed."""

import json
import urllib.request

import pytest


def _health(server) -> dict:
    with urllib.request.urlopen(f"{server.url}/healthz", timeout=10) as answer:
        return json.load(answer)


def _accepts(server) -> bool:
    try:
        _health(server)
    except OSError:
        return False
    return True


@pytest.mark.parametrize("end", ["stop", "kill"])
def test_ends_and_starts_again(live_server, end):
    """A server that was stopped or killed is gone, and answers at the same address when started again."""
    assert _health(live_server)
    getattr(live_server, end)()
    assert not _accepts(live_server)
    live_server.start()
    assert _health(live_server)


def test_two_servers_are_apart(start_server):
    """Each server has a port and a data folder of its own."""
    one, other = start_server(), start_server()
    assert one.url != other.url
    assert one.data_dir != other.data_dir


def test_a_server_that_cannot_start_says_why(start_server):
    """A wrong setting ends the start with the server's own words."""
    with pytest.raises(RuntimeError, match="PORT"):
        start_server(PORT="nowhere")
