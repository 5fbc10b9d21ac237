"""The real server as a process of its own, as `make run` starts it, on a free port and with its own data folder."""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from tests.ports import free_port

ROOT = Path(__file__).parent.parent
PATIENCE = 30.0
"""Seconds that starting and stopping may take."""


class LiveServer:
    """Started at once. `stop()` and `start()` again keep address and data: an outage, or a machine restarted."""

    def __init__(self, data_dir: Path, **settings: str) -> None:
        self.data_dir = data_dir
        _share_compressed_files(data_dir)
        self.log = data_dir.with_suffix(".log")
        self.port = free_port()
        self.url = f"http://localhost:{self.port}"
        self._settings = {"DATA_DIR": str(data_dir), "PORT": str(self.port), **settings}
        self._process: subprocess.Popen[bytes] | None = None
        self.start()

    def start(self) -> None:
        """Starts the server and waits until it answers."""
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "wsgi.py"],
                cwd=ROOT,
                env=os.environ | self._settings,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self.wait_until_ready()

    def wait_until_ready(self) -> None:
        """Waits until the server answers; raises with the end of its log if it does not."""
        deadline = time.monotonic() + PATIENCE
        while not self._answers():
            if (
                self._process is None
                or self._process.poll() is not None
                or time.monotonic() > deadline
            ):
                self.kill()
                raise RuntimeError(f"the server did not start: {self.log.read_text()[-2000:]}")
            time.sleep(0.05)

    @property
    def group(self) -> int:
        """Process group of the running server and its workers."""
        if self._process is None:
            raise RuntimeError("the server does not run")
        return self._process.pid

    def stop(self) -> None:
        """Stops the server as an operator does (SIGTERM) and waits until it has ended."""
        if self._process:
            self._process.terminate()
            try:
                self._process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self.kill()
                raise
            self._process = None

    def kill(self) -> None:
        """Ends the server and all its workers at once (SIGKILL), as a power cut does."""
        if self._process:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, 9)
            self._process.wait(PATIENCE)
            self._process = None
            self._await_silence()

    def _await_silence(self) -> None:
        """The process that listens is a child of the one that was waited for, and may die a moment later."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) != 0:
                    return
            time.sleep(0.02)
        raise RuntimeError("the server was killed and still listens")

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/healthz", timeout=5) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False


def _share_compressed_files(data_dir: Path) -> None:
    """What one server has compressed need not be compressed again by the next: it takes seconds of both cores."""
    shared = ROOT / ".pytest_cache" / "compressed"
    shared.mkdir(parents=True, exist_ok=True)
    data_dir.mkdir(parents=True, exist_ok=True)
    if not (data_dir / "cache").exists():
        (data_dir / "cache").symlink_to(shared)
