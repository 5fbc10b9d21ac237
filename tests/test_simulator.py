"""The sync engine among everything that goes wrong: seeded histories in virtual time (tests/simulator)."""

import json
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "tests/simulator"
HISTORIES = 2_000
REAL_WIRE = 30
CLIENT = 60
DAILY = 250
FIRST_DAY = date(2026, 11, 1)
FIRST_DAILY = 1_000_000


def _run(node: str, *arguments: str) -> dict:
    done = subprocess.run(
        [node, str(FOLDER / "campaign.js"), *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def _mutants() -> list[str]:
    node = Path(sys.executable).parent / "node"
    code = 'import("./tests/simulator/mutants.js").then((m) => console.log(JSON.stringify(Object.keys(m.MUTANTS))))'
    return json.loads(subprocess.check_output([node, "--eval", code], cwd=ROOT, text=True))


def test_nothing_is_lost_diverged_doubled_or_stuck(node):
    """Two thousand histories keep every promise, leave the same trace twice, and meet every fault in every state declared."""
    result = _run(node, "--count", str(HISTORIES))
    assert result["failing"] == []
    assert result["count"] == HISTORIES
    assert result["missing"] == []


def test_the_same_holds_over_the_real_wire(node):
    """With real frames, hashes and signatures the same histories keep the same promises."""
    result = _run(node, "--count", str(REAL_WIRE), "--codec", "real")
    assert result["failing"] == []
    assert result["count"] == REAL_WIRE


def test_seeds_that_nobody_has_played(node):
    """Every day has seeds of its own, so that one run more is not the same run again; who reads of a failure can play them on any other day."""
    # Asked once, here: which day it is must not depend on when another process collects the tests.
    days = (datetime.now(UTC).date() - FIRST_DAY).days
    first = FIRST_DAILY + days * DAILY
    result = _run(node, "--from", str(first), "--count", str(DAILY))
    again = f"node tests/simulator/campaign.js --from {first} --count {DAILY}"
    assert result["failing"] == [], again
    assert result["count"] == DAILY, again


def test_the_whole_client_loses_nothing(node):
    """The real vault in several tabs over one store, killed, cut off, without room: no word lost, nothing untrue said."""
    result = _run(node, "--client", "--count", str(CLIENT))
    assert result["failing"] == []
    assert result["count"] == CLIENT


@pytest.mark.parametrize("name", _mutants())
def test_seeded_bug_is_found(node, name):
    """A simulator that misses a bug put there on purpose would miss others too."""
    result = _run(node, "--count", str(HISTORIES), "--first", "--mutant", name)
    assert len(result["failing"]) == 1


def test_a_failing_history_shrinks_to_one_that_still_fails(node):
    """What is left of it is short enough to be read."""
    mutant = "records that a restored server lost are not offered again"
    failing = _run(node, "--first", "--mutant", mutant)["failing"][0]["seed"]
    shrunk = _run(node, "--shrink", str(failing), "--mutant", mutant)
    assert shrunk["faults"]
    assert 1 <= len(shrunk["history"]["actions"]) <= 8


@pytest.mark.parametrize(
    "path", sorted((FOLDER / "regressions").glob("*.json")), ids=lambda p: p.stem
)
def test_regression(node, path):
    """A history that once failed passes."""
    assert _run(node, "--play", str(path))["faults"] == []
