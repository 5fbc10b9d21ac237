"""The glossary is in order, and screens' words stay apart from forbidden ones."""

import re
from pathlib import Path

import pytest

PAGE = (Path(__file__).parents[2] / "docs" / "glossary.md").read_text("utf-8")
SECTIONS = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))
TERMS = {
    name: re.findall(r"^- \*\*(.+?)\*\*: \S.+$", text, re.MULTILINE)
    for name, text in SECTIONS.items()
}


@pytest.mark.parametrize("name", SECTIONS)
def test_every_line_of_a_section_is_a_term_in_order(name):
    """One term a line, in alphabetical order, each once."""
    lines = [line for line in SECTIONS[name].splitlines() if line.startswith("- ")]
    assert len(lines) == len(TERMS[name]) > 0
    assert TERMS[name] == sorted(set(TERMS[name]), key=str.lower)


def test_no_term_of_the_screen_is_a_forbidden_word():
    """The words that have no place on a screen are not among those that have."""
    for term in TERMS["On screen"]:
        assert not re.search(r"\b(key|master|token|vault|compliance|journey)\b", term)


def test_the_server_section_has_no_clinical_word():
    """What the server knows is named without the words of the clinic."""
    clinical = re.compile(r"\b(patient|therapist|phase|prompt|measure)s?\b")
    assert not clinical.search(SECTIONS["Protocol and server"])
