"""The tool that compares what a server hands out with a source tree."""

import os
import subprocess
import sys
from pathlib import Path

from journal.server.shell import Build
from tests.browser.site import Site
from tools.fingerprint import differences

ROOT = Path(__file__).parents[2]


def compare(url: str, **settings: str) -> "subprocess.CompletedProcess[str]":
    """Runs the command against a server."""
    command = [sys.executable, "-m", "tools.fingerprint", url]
    environment = os.environ | settings
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


def test_an_honest_server_hands_out_this_source_tree(live_server):
    """Against a server of the same source tree nothing differs, file by file and header by header."""
    result = compare(live_server.url)
    assert result.returncode == 0, result.stdout
    assert "exactly this code" in result.stdout


def test_another_name_is_another_build(live_server):
    """The shell and the manifest belong to the build: an operator's own name shows, and nothing else does."""
    result = compare(live_server.url, APP_NAME="Notes")
    assert result.returncode == 1
    differing = [line.split()[0] for line in result.stdout.splitlines() if "differs" in line]
    assert differing == ["/app", "/manifest.webmanifest", "languages"]


def test_a_file_that_is_not_the_listed_one_is_named(tmp_path):
    """A server that lists one thing and hands out another is found out."""
    site = Site(tmp_path)
    try:
        ours = Build(static_dir=site.static)
        assert differences(site.url, ours) == []
        site.tampered = {"/static/js/words.js": b"other bytes"}
        found = differences(site.url, ours)
    finally:
        site.stop()
    assert found == ["/static/js/words.js is not the file that the server's list names"]
