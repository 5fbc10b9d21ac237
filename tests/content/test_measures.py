"""The instruments hold together: exact items, answers in order, ranges, bands, sources; and our own questions keep to our rules."""

import json
from pathlib import Path

import pytest

CONTENT = Path(__file__).parents[2] / "static" / "content"
FILES = [json.loads(path.read_text("utf-8")) for path in (CONTENT / "instruments").glob("*.json")]
BY_ID = {row["id"]: row for row in FILES}
CHECK = json.loads((CONTENT / "self-check.json").read_text("utf-8"))
SHAPES = {
    "PHQ-9": (9, (0, 3)),
    "GAD-7": (7, (0, 3)),
    "PCL-5": (20, (0, 4)),
    "PEG": (3, (0, 10)),
    "WHO-5": (5, (0, 5)),
}
"""Number of scored items and range of an answer, as published."""

forms = pytest.mark.parametrize("form", FILES, ids=lambda form: form["id"])


def test_these_instruments_are_shipped_and_no_other():
    """Each has an established wording and a licence that allows it; a clinic adds its own."""
    assert set(BY_ID) == set(SHAPES)


@forms
def test_items_and_answers_are_those_of_the_form(form):
    """As many items as published, numbered in order, every answer from lowest to highest once."""
    count, (least, most) = SHAPES[form["id"]]
    assert [item["id"] for item in form["items"]] == [str(n) for n in range(1, count + 1)]
    values = [answer["value"] for answer in form["answers"]]
    assert sorted(values) == list(range(least, most + 1))
    assert values in (sorted(values), sorted(values, reverse=True))
    assert len({item["text"] for item in form["items"]}) == count


@forms
def test_the_range_of_a_total_follows_from_its_items(form):
    """Lowest and highest total are those of all items answered lowest and highest, by the form's own rule."""
    count, ends = SHAPES[form["id"]]
    for name, value in zip(("min", "max"), ends, strict=True):
        reached = value if form["score"] == "mean" else value * count
        assert form["total"][name] == reached * form["multiplier"]


@forms
def test_bands_rise_from_the_lowest_total_without_a_gap(form):
    """The first band begins at the lowest total and each next one higher, within the range; so do those of short forms."""
    for one in (form, *form.get("parts", [])):
        starts = [band["from"] for band in one["bands"]]
        assert starts[0] == one["total"]["min"]
        assert starts == sorted(set(starts))
        assert starts[-1] <= one["total"]["max"]


@forms
def test_a_short_form_is_made_of_its_first_items(form):
    """PHQ-2 and GAD-2 are the first two items, and their range follows from them."""
    for part in form.get("parts", []):
        assert part["items"] == ["1", "2"]
        assert part["total"] == {"min": 0, "max": 6}


@forms
def test_a_measure_names_its_source_its_licence_and_its_direction(form):
    """Nothing is shown whose licence and meaning are not stated beside it, nor whose wording was not compared."""
    assert form["source"]
    assert form["licence"]
    assert form["notice"]
    assert form["better"] in ("lower", "higher")
    assert form["language"] == "en"
    assert len(form["compared"]) >= 2
    assert form["differences"]


def test_bands_and_cut_offs_are_the_published_ones():
    """As stated in docs/clinical-content.md."""
    starts = {name: [band["from"] for band in form["bands"]] for name, form in BY_ID.items()}
    assert starts == {
        "PHQ-9": [0, 5, 10, 15, 20],
        "GAD-7": [0, 5, 10, 15],
        "PCL-5": [0, 31, 34],
        "PEG": [0, 4, 7],
        "WHO-5": [0, 29, 51],
    }


def test_clusters_of_the_pcl_5_take_every_item_once():
    """Five, two, seven and six items, in order."""
    clusters = [cluster["items"] for cluster in BY_ID["PCL-5"]["clusters"]]
    assert [len(items) for items in clusters] == [5, 2, 7, 6]
    assert [item for items in clusters for item in items] == [str(n) for n in range(1, 21)]


def test_the_item_about_harming_oneself_is_marked():
    """The ninth of the PHQ-9, and it alone."""
    assert BY_ID["PHQ-9"]["safetyItem"] == "9"
    assert "hurting yourself" in BY_ID["PHQ-9"]["items"][8]["text"]
    assert [name for name, form in BY_ID.items() if "safetyItem" in form] == ["PHQ-9"]


def test_the_self_check_has_no_score_and_asks_four_things_about_the_bladder():
    """Frequency, urgency, pain and blood, each one for the clinic to hear; nothing is added up."""
    told = {item["id"] for item in CHECK["items"] if item.get("tell")}
    assert {"frequency", "urgency", "pain", "blood"} <= told
    assert CHECK["score"] == "none"
    assert CHECK["personal"] is True
    assert CHECK["bands"] == []
