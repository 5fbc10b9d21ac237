"""The JavaScript tests that need no browser, each file a run of Node's own test runner."""

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "tests/js").rglob("*.test.js"))


@pytest.mark.parametrize("file", FILES)
def test_passes_in_node(node, shared_server, file):
    """Every test of the file passes, and there is at least one."""
    done = subprocess.run(
        [node, "--test", "--test-reporter=tap", file],
        cwd=ROOT,
        env=os.environ | {"AFTERGLOW_SERVER": shared_server.url},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    counts = dict(line[2:].split(" ", 1) for line in done.stdout.splitlines() if line[:2] == "# ")
    assert int(counts["pass"]) > 0, done.stdout
    assert counts["pass"] == counts["tests"], done.stdout
