"""`python wsgi.py`: the production server starts, says where it is, survives, and stops."""

import http.client
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.campaigns.kill_server import campaign
from tests.live_server import LiveServer
from tests.ports import free_port
from tests.server.http_app import HttpApp
from tests.server.people import Person

ROOT = Path(__file__).parents[2]


def _start(tmp_path: Path, **settings: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "wsgi.py"],
        cwd=ROOT,
        env=os.environ | {"DATA_DIR": str(tmp_path / "data")} | settings,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_says_where_it_is_and_stops(tmp_path: Path, how: signal.Signals):
    """Two plain lines on the terminal, and a clean end by Ctrl-C and by SIGTERM."""
    port = str(free_port())
    server = _start(tmp_path, PORT=port)
    lines = [server.stdout.readline(), server.stdout.readline()]
    server.send_signal(how)
    out, err = server.communicate(timeout=30)
    assert lines == [f"Afterglow is at http://localhost:{port}\n", "Stop it with Ctrl-C.\n"]
    assert (out, err, server.returncode) == ("", "", 0)


def test_a_port_in_use_is_said_in_a_sentence(tmp_path: Path):
    """Somebody else has the port: one sentence, no stack of errors, exit code 1."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        server = _start(tmp_path, PORT=port)
        out, err = server.communicate(timeout=30)
    assert (out, server.returncode) == ("", 1)
    assert (
        err
        == f"Afterglow cannot start: port {port} on 127.0.0.1 is in use. Set PORT to another one.\n"
    )


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("PORT", "eighty", "PORT must be a whole number"),
        ("DATABASE_URL", "mysql://x", "DATABASE_URL must begin with"),
        ("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/x", "the database cannot be reached"),
        ("APP_SHORT_NAME", "far too long for a phone", "APP_SHORT_NAME must have at most"),
    ],
)
def test_what_keeps_it_from_starting_is_said_in_a_sentence(
    tmp_path: Path, name: str, value: str, says: str
):
    """Wrong settings end the start with one sentence that names them."""
    server = _start(tmp_path, **{name: value})
    out, err = server.communicate(timeout=30)
    assert (out, server.returncode, err.count("\n")) == ("", 1, 1)
    assert err.startswith("Afterglow cannot start: ")
    assert says in err


def test_a_damaged_database_is_said_in_a_sentence(tmp_path: Path):
    """Noise where the database should be."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "journal.sqlite3").write_bytes(os.urandom(100_000))
    server = _start(tmp_path)
    _, err = server.communicate(timeout=30)
    assert (server.returncode, err.count("\n")) == (1, 1)


def test_it_keeps_its_data(live_server: LiveServer):
    """Stopped and started again: the same account, session, records and epoch."""
    person = Person(HttpApp(live_server.url), "ana")
    person.sign_up()
    record = person.put()
    person.push(record)
    epoch = person.page().epoch
    live_server.stop()
    live_server.start()
    assert person.feed()[-1] == record
    assert person.page().epoch == epoch


def test_large_pushes_and_pages_go_through(live_server: LiveServer):
    """Real HTTP both ways: 4 MiB up, several stretches down, whole."""
    person = Person(HttpApp(live_server.url), "ana")
    person.sign_up()
    records = [person.put(*(person.row("x" * 60_000) for _ in range(15))) for _ in range(4)]
    assert person.push(*records)[person.log()]["accepted"] == 4
    assert person.feed()[2:] == records


def test_the_server_program_has_no_name(live_server: LiveServer):
    """No answer says what it is made of, refusals before our code included."""
    for request in (b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n", b"nonsense\r\n\r\n"):
        with socket.create_connection(("127.0.0.1", live_server.port)) as connection:
            connection.sendall(request)
            head = connection.recv(65_536).lower()
        assert b"\r\nserver: \r\n" not in head
        assert b"httptools" not in head
        assert b"python" not in head


def test_a_body_over_the_limit_is_answered_at_once(live_server: LiveServer):
    """The refusal arrives although the body is never sent."""
    connection = http.client.HTTPConnection("localhost", live_server.port, timeout=10)
    connection.putrequest("POST", "/api/v1/records")
    connection.putheader("Content-Length", "4194305")
    connection.endheaders()
    assert connection.getresponse().status == 413
    connection.close()


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_what_was_acknowledged_survives_kill_9(
    start_server: Callable[..., LiveServer], request: pytest.FixtureRequest, kind: str
):
    """Killed three times while four accounts write: nothing acknowledged is lost, and the chains go on."""
    url = request.getfixturevalue("postgres_url") if kind == "postgresql" else ""
    server = start_server(RATELIMIT_ENABLED="0", DATABASE_URL=url)
    outcome = campaign(server, kills=3)
    assert outcome.acknowledged > 0
    assert outcome.lost == 0
