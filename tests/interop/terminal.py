"""The `afterglow` command as a person types it, each time a process of its own over a profile folder."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
COMMAND = Path(sys.executable).parent / "afterglow"


class Terminal:
    """One account on one device. Calling it gives the object that `--json` prints; anything but success raises."""

    def __init__(self, profile: Path, url: str, handle: str, name: str, passphrase: str) -> None:
        self.profile = profile
        self.url = url
        self.handle = handle
        self.name = name
        self.passphrase = passphrase
        self.kit_code = ""
        self.said = b""
        """Everything that the command has ever written, on both streams."""

    @classmethod
    def of(cls, person: Any, profile: Path) -> "Terminal":
        """The account of somebody who has a browser as well."""
        one = cls(profile, person.url, person.handle, person.name, person.passphrase)
        one.kit_code = person.kit_code
        return one

    def __call__(self, *arguments: str) -> dict[str, Any]:
        """`afterglow ARGUMENTS --profile … --json`."""
        done = subprocess.run(
            [COMMAND, *arguments, "--profile", self.profile, "--json"],
            env=os.environ | {"AFTERGLOW_PASSPHRASE": self.passphrase, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            timeout=120,
            check=False,
        )
        self.said += done.stdout + done.stderr
        assert done.returncode == 0, (arguments, done.stdout, done.stderr.decode())
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer

    def signs_up(self, role: str) -> None:
        """A new account."""
        options = ["--server", self.url, "--handle", self.handle, "--name", self.name, "--as", role]
        self.kit_code = self("signup", *options)["kit_code"]

    def signs_in(self) -> None:
        """An account that exists, on this new device."""
        self("login", "--server", self.url, "--handle", self.handle, "--kit", self.kit_code)

    def entries(self) -> list[dict[str, Any]]:
        """Own entries, newest first, each with its words."""
        return [self.document(one["id"]) | one for one in self("entries")["entries"]]

    def document(self, id: str) -> dict[str, Any]:
        """What an entry says, and its comments."""
        read = self("read", id)
        return read["document"] | {"comments": read["comments"]}

    def verify(self) -> None:
        """The whole chain and every signature hold, here and as the server shows them."""
        found = self("verify")
        assert found["problems"] == []
        assert found["records"] > 0
