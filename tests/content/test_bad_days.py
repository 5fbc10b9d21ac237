"""The ten bad days: the same in the app, in the docs and in every language, each with its three answers."""

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "static/content"
DAYS = json.loads((CONTENT / "bad-days.json").read_text("utf-8"))["days"]
IDS = ["danger", "phone", "partner", "away", "gone", "server", "death", "court", "minor", "wrong"]
PARTS = {"title", "do", "app", "nobody"}


@pytest.mark.parametrize("language", ["", "es", "de"])
def test_every_language_answers_all_ten(language):
    """Ten days in the same order, each with what to do, what the app can do and what nobody can, and no sentence twice."""
    days = json.loads((CONTENT / language / "bad-days.json").read_text("utf-8"))["days"]
    assert [day["id"] for day in days] == IDS
    texts = [day[part] for day in days for part in sorted(PARTS)]
    assert len(set(texts)) == len(IDS) * len(PARTS)
    assert all(text[-1] == "." for day in days for text in (day["do"], day["app"], day["nobody"]))


def test_the_docs_say_the_same():
    """Each sentence of the page stands in `docs/bad-days.md`, under its heading."""
    text = (ROOT / "docs/bad-days.md").read_text("utf-8")
    sections = {part.partition("\n")[0]: part for part in text.split("\n## ")[1:]}
    for day in DAYS:
        assert all(day[part] in sections[day["title"]] for part in PARTS), day["id"]


def test_danger_comes_first_and_names_help():
    """Whoever opens the page in danger reads first where the numbers are."""
    assert "Help has the numbers" in DAYS[0]["do"]
