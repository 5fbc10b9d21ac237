"""`make demo`: one invented course in a server, through the real client.

`SERVER=http://…` fills a server that is running. Otherwise a temporary one is started (`PORT`, or a free one),
filled, and left running until Ctrl-C; its data goes with it.
"""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from journal.client.errors import ClientError
from journal.demo.fill import Filled, Login, fill

ROOT = Path(__file__).parent.parent
PATIENCE = 30.0
"""Seconds that starting the server may take."""


def main() -> None:
    """Fill, print both logins, and stay while a temporary server runs."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with TemporaryDirectory(prefix="afterglow-demo-") as name:
        folder, server = Path(name), os.environ.get("SERVER")
        if server:
            _show(server, fill(server.rstrip("/"), folder))
            return
        with _temporary_server(folder) as (server, process):
            _show(server, fill(server, folder))
            print(
                "\nThe server is temporary: Ctrl-C stops it and removes what is in it.", flush=True
            )
            process.wait()


@contextmanager
def _temporary_server(folder: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    port = _port(os.environ.get("PORT") or "0")
    url, log = f"http://localhost:{port}", folder / "server.log"
    settings = {"DATA_DIR": str(folder / "data"), "PORT": port, "DATABASE_URL": "", "ORIGIN": ""}
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "wsgi.py"],
            cwd=ROOT,
            env=os.environ | settings,
            stdout=output,
            stderr=output,
        )
    try:
        if not _answers(url, process):
            sys.exit(f"The server did not start at {url}.\n{log.read_text()[-2000:]}")
        yield url, process
    finally:
        process.terminate()
        process.wait()


def _answers(url: str, process: subprocess.Popen[bytes]) -> bool:
    """Whether the server comes to answer, in good time and before it ends."""
    deadline = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"{url}/healthz", timeout=5):
                return True
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.05)
    return False


def _port(wanted: str) -> str:
    """The port wanted, or for "0" a free one. A taken one would lead us to somebody else's server."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(wanted)))
        except OSError:
            sys.exit(
                f"Port {wanted} is taken. SERVER=http://localhost:{wanted} fills what runs there."
            )
        return str(probe.getsockname()[1])


def _show(server: str, filled: Filled) -> None:
    print(f"Afterglow is at {server}, with an invented course of six dosing sessions.")
    print(f"{filled.written} items written, {filled.shared} shared, {filled.answered} answered.")
    for login in (filled.patient, filled.therapist):
        _show_login(login)


def _show_login(login: Login) -> None:
    print(f"\n{login.name} ({login.role})")
    print(f"  handle      {login.handle}")
    print(f"  passphrase  {login.passphrase}")
    print(f"  kit code    {login.kit_code}")


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(0)
    except ClientError as error:
        sys.exit(f"The demo was not filled: {error}")
