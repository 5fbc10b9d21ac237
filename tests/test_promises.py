"""What we promise keeps its word: each promise has a test, and its sentence is still the one on the screen."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DOCUMENTS = ("docs/threat-model.md", "docs/recovery.md", "docs/promises.md")
TEXT = "".join((ROOT / path).read_text() for path in DOCUMENTS)
REGISTER = (ROOT / "docs/promises.md").read_text()
ROWS = re.findall(r"^\| `([\w.-]+)` \| (.+?) \| (.+) \|$", REGISTER, re.MULTILINE)
WORDS = "".join(path.read_text() for path in sorted((ROOT / "static/js/ui/words/en").glob("*.js")))


def message(name: str) -> str:
    """The English of one message as its catalogue has it, all plural forms together; empty where there is none."""
    found = re.search(
        rf'^  "{re.escape(name)}":(.*?)(?=^  "|^}};)', WORDS, re.MULTILINE | re.DOTALL
    )
    return found[1] if found else ""


@pytest.mark.parametrize(
    ("named", "written", "least"),
    [
        (r"`(tests/[\w/]+\.py)::(\w+)`", "def {}(", 60),
        (r"`(tests/js/[\w/-]+\.test\.js): (.+?)`", '"{}"', 30),
    ],
    ids=["Python", "JavaScript"],
)
def test_every_named_test_exists(named: str, written: str, least: int):
    """A promise whose test was renamed or removed is no longer shown, and must not look as if it were."""
    tests = re.findall(named, TEXT)
    sources = {path: (ROOT / path).read_text() for path, _ in tests if (ROOT / path).exists()}
    assert len(tests) > least
    assert [
        (path, name) for path, name in tests if written.format(name) not in sources.get(path, "")
    ] == []


def test_every_promise_is_on_a_screen_and_has_a_test():
    """A sentence that was changed is read beside its test again, and its row is changed with it."""
    assert len(ROWS) > 50
    assert [row for row in ROWS if "`tests/" not in row[2]] == []
    assert [(name, words) for name, words, _ in ROWS if words not in message(name)] == []
