"""`make demo` fills a server that runs, or one of its own that it leaves running."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest

from journal.client.client import Client
from tests.ports import free_port

ROOT = Path(__file__).parents[2]


@contextmanager
def start_demo(**settings):
    """The command as a process of its own, its words on a pipe; it does not outlive a test that failed."""
    # What a shell starts in the background ignores Ctrl-C, and so would all that it starts.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    demo = subprocess.Popen(
        [sys.executable, "-m", "tools.demo"],
        cwd=ROOT,
        env=os.environ | settings,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    with demo:
        try:
            yield demo
        finally:
            demo.terminate()


def printed_logins(text):
    """Handle, passphrase and kit code of patient and therapist as printed."""
    pattern = r"handle +(\S+)\n +passphrase +([a-z ]+)\n +kit code +(\S+)"
    return re.findall(pattern, text)


def test_a_running_server_is_filled_and_both_logins_are_printed(live_server, tmp_path):
    """With SERVER the command fills, prints and ends; what it prints signs in."""
    with start_demo(SERVER=live_server.url) as demo:
        said = demo.communicate(timeout=120)[0]
    assert demo.returncode == 0, said
    logins = printed_logins(said)
    assert len(logins) == 2
    for number, login in enumerate(logins):
        client = Client(tmp_path / str(number))
        client.sign_in(live_server.url, *login)
        client.close()


def test_without_a_server_a_temporary_one_is_left_running_until_it_is_stopped(tmp_path):
    """The page can be opened after the logins were printed; stopping ends the server and takes its data."""
    with start_demo(TMPDIR=str(tmp_path), PORT=str(free_port())) as demo:
        said = ""
        for line in demo.stdout:
            said += line
            if line.startswith("The server is temporary"):
                break
        url = re.search(r"http://localhost:\d+", said)[0]
        with urllib.request.urlopen(f"{url}/healthz", timeout=10) as answer:
            assert answer.status == 200
        assert len(printed_logins(said)) == 2
        demo.send_signal(signal.SIGINT)
        demo.communicate(timeout=60)
    assert demo.returncode == 0
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(f"{url}/healthz", timeout=10)
    assert list(tmp_path.iterdir()) == []


def test_a_taken_port_is_said_and_nobody_elses_server_is_filled():
    """PORT of somebody else: one sentence, and the way to fill that server on purpose."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        with start_demo(PORT=port) as demo:
            said = demo.communicate(timeout=60)[0]
    assert demo.returncode == 1
    assert said == f"Port {port} is taken. SERVER=http://localhost:{port} fills what runs there.\n"


def test_a_server_that_is_not_there_is_said():
    """One sentence and no traceback."""
    with start_demo(SERVER="http://localhost:9") as demo:
        said = demo.communicate(timeout=60)[0]
    assert demo.returncode == 1
    assert said == "The demo was not filled: The server cannot be reached.\n"
