"""Every vector of this folder, read by the Python side. `tests/js/vectors` reads the same files."""

import json
from pathlib import Path
from typing import Any

import pytest

from journal.wire.errors import ProtocolError
from tests.vectors.ops import run

HERE = Path(__file__).parent


def cases(*names: str) -> list[Any]:
    """The cases of those files, named for the report. The JavaScript side writes its file itself."""
    paths = [path for name in names if (path := HERE / name).exists()]
    return [
        pytest.param(case, id=f"{path.stem}-{case['name']}")
        for path in paths
        for case in json.loads(path.read_text())["cases"]
    ]


@pytest.mark.parametrize("case", cases("afterglow-python.json", "afterglow-javascript.json"))
def test_known_answers(case):
    """Python gives every answer that either reading has given."""
    assert run(case) == case["output"]


@pytest.mark.parametrize("case", cases("failures.json"))
def test_faults_are_refused_by_kind(case):
    """One fault makes a reading fail, with the kind of failure both readings agree on."""
    with pytest.raises(ProtocolError) as caught:
        run(case)
    assert caught.value.kind == case["kind"]


def test_more_ways_to_fail_than_to_hold():
    """There are more failing vectors than passing ones."""
    assert len(cases("failures.json")) > len(cases("afterglow-python.json"))
