"""The measures' ranges and bands hold together."""

import json
from pathlib import Path

import pytest

CONTENT = Path(__file__).parents[2] / "static" / "content"
MEASURES = json.loads((CONTENT / "measures.json").read_text("utf-8"))["measures"]


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure["id"])
def test_the_range_of_a_total_follows_from_its_items(measure):
    """Lowest and highest total are those of all items answered lowest and highest."""
    for end in ("min", "max"):
        reached = measure["items"] * measure["answer"][end] * measure["multiplier"]
        assert measure["total"][end] == reached


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure["id"])
def test_bands_rise_from_the_lowest_total_without_a_gap(measure):
    """The first band begins at the lowest total and each next one higher, within the range."""
    starts = [band["from"] for band in measure["bands"]]
    assert starts[0] == measure["total"]["min"]
    assert starts == sorted(set(starts))
    assert starts[-1] <= measure["total"]["max"]


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure["id"])
def test_a_measure_names_its_source_its_licence_and_its_direction(measure):
    """Nothing is shown whose licence and meaning are not stated beside it."""
    assert measure["source"]
    assert measure["licence"]
    assert measure["better"] in ("lower", "higher")
