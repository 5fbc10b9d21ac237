"""A PostgreSQL cluster for the tests alone: made, started and thrown away by them, on a socket in a folder of its own.

The server refuses to run as root; where the tests do, it runs as the user `postgres` that its package makes.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

_SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "shared_buffers": "32MB",
    "max_connections": "50",
}
"""Nothing here has to outlive the machine: what the server writes is not forced to the disk."""


class Cluster:
    """A running cluster. `create()` gives the address of an empty database; `close()` leaves nothing behind."""

    def __init__(self) -> None:
        self._bin = _programs()
        self._user = pwd.getpwnam("postgres") if os.geteuid() == 0 else None
        # Below /tmp because a socket's path may have 107 bytes at most, and a user who is not root must reach it.
        self._folder = Path(tempfile.mkdtemp(prefix="afterglow-pg-", dir="/tmp"))
        if self._user:
            os.chown(self._folder, self._user.pw_uid, self._user.pw_gid)
        self._data = self._folder / "data"
        self._run(
            "initdb", "-D", self._data, "-U", "afterglow", "-A", "trust", "-E", "UTF8", "--no-sync"
        )
        settings = " ".join(f"-c {name}={value!r}" for name, value in _SETTINGS.items())
        options = f"{settings} -k {self._folder}"
        self._run(
            "pg_ctl", "-D", self._data, "-w", "-l", self._folder / "log", "-o", options, "start"
        )
        self._databases = 0

    def create(self) -> str:
        """The SQLAlchemy address of a new, empty database."""
        self._databases += 1
        name = f"test{self._databases}"
        self._run("createdb", "-h", self._folder, "-U", "afterglow", "-T", "template0", name)
        return f"postgresql+psycopg://afterglow@/{name}?host={self._folder}"

    def close(self) -> None:
        """Stops the cluster and deletes it."""
        self._run("pg_ctl", "-D", self._data, "-m", "immediate", "stop")
        shutil.rmtree(self._folder)

    def _run(self, program: str, *arguments: str | Path) -> None:
        # pg_ctl's server inherits what it is given: a pipe would never close.
        with tempfile.TemporaryFile() as said:
            done = subprocess.run(
                [self._bin / program, *arguments],
                cwd=self._folder,
                env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"},
                user=self._user.pw_uid if self._user else None,
                group=self._user.pw_gid if self._user else None,
                extra_groups=[] if self._user else None,
                stdout=said,
                stderr=said,
                check=False,
            )
            said.seek(0)
            if done.returncode:
                raise RuntimeError(f"{program}: {said.read().decode()}")


def _programs() -> Path:
    """The folder of the newest PostgreSQL's programs: Debian keeps them off the PATH."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda one: int(one.parts[4])
    )
    if found:
        return found[-1].parent
    if on_path := shutil.which("initdb"):
        return Path(on_path).resolve().parent
    raise FileNotFoundError("PostgreSQL is missing: apt install postgresql")
