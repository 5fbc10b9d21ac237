"""Bugs planted in the client, each of which a unit test has to find (tests/js/planted.js)."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
COPIED = ("static/js", "tests/js", "tests/simulator")
"""What is changed, and what is run; everything else is the very same file."""


def _planted() -> dict[str, dict[str, str]]:
    node = Path(sys.executable).parent / "node"
    code = 'import("./tests/js/planted.js").then((m) => console.log(JSON.stringify(m.PLANTED)))'
    return json.loads(subprocess.check_output([node, "--eval", code], cwd=ROOT, text=True))


PLANTED = _planted()


def _copy(folder: Path) -> None:
    """The tree as it is, with folders of its own for what is copied."""
    for part in ("static", "tests"):
        (folder / part).mkdir()
        for path in (ROOT / part).iterdir():
            if f"{part}/{path.name}" not in COPIED:
                (folder / part / path.name).symlink_to(path)
    for part in COPIED:
        shutil.copytree(ROOT / part, folder / part)
    for path in ROOT.iterdir():
        if path.name not in ("static", "tests"):
            (folder / path.name).symlink_to(path)


def _plant(folder: Path, planted: dict[str, str]) -> None:
    _copy(folder)
    path = folder / "static/js" / planted["file"]
    source = path.read_text()
    assert source.count(planted["from"]) == 1, f"its line stands elsewhere in {planted['file']}"
    path.write_text(source.replace(planted["from"], planted["to"]))


@pytest.mark.parametrize("name", PLANTED)
def test_planted_bug_is_found(node, shared_server, tmp_path, name):
    """A test that passes whatever the client does would miss the next one too."""
    planted = PLANTED[name]
    _plant(tmp_path, planted)
    done = subprocess.run(
        [node, "--test", "--test-reporter=tap", f"tests/js/{planted['test']}"],
        cwd=tmp_path,
        env=os.environ | {"AFTERGLOW_SERVER": shared_server.url},
        capture_output=True,
        text=True,
        check=False,
    )
    counts = dict(line[2:].split(" ", 1) for line in done.stdout.splitlines() if line[:2] == "# ")
    assert int(counts["fail"]) > 0, done.stdout
    # Found by what it does: the client still loads.
    assert "SyntaxError" not in done.stdout, done.stdout
    assert "ERR_MODULE_NOT_FOUND" not in done.stdout, done.stdout


@pytest.mark.parametrize("name", [name for name, one in PLANTED.items() if one.get("seed")])
def test_planted_bug_is_found_by_the_simulator(node, tmp_path, name):
    """A history of the whole client that fails with the bug, and passes without it (tests/test_simulator.py plays it too)."""
    planted = PLANTED[name]
    _plant(tmp_path, planted)
    command = [node, "tests/simulator/campaign.js", "--client", "--from", planted["seed"]]
    done = subprocess.run(
        [*command, "--count", "1"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["failing"] != []
