"""What we promise keeps its word: each promise has a test, and its sentence is still the one on the screen."""

import re
from pathlib import Path

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


def test_every_named_test_in_python_exists():
    """A promise whose test was renamed or removed is no longer shown, and must not look as if it were."""
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", TEXT)
    sources = {path: (ROOT / path).read_text() for path, _ in named if (ROOT / path).exists()}
    missing = [
        f"{path}::{name}" for path, name in named if f"def {name}(" not in sources.get(path, "")
    ]
    assert len(named) > 60
    assert missing == []


def test_every_named_test_in_javascript_exists():
    """By its title, as it stands in the file that is named."""
    named = re.findall(r"`(tests/js/[\w/-]+\.test\.js): (.+?)`", TEXT)
    sources = {path: (ROOT / path).read_text() for path, _ in named if (ROOT / path).exists()}
    missing = [
        f"{path}: {title}" for path, title in named if f'"{title}"' not in sources.get(path, "")
    ]
    assert len(named) > 30
    assert missing == []


def test_every_promise_is_on_a_screen_and_has_a_test():
    """A sentence that was changed is read beside its test again, and its row is changed with it."""
    assert len(ROWS) > 50
    assert [row for row in ROWS if "`tests/" not in row[2]] == []
    assert [(name, words) for name, words, _ in ROWS if words not in message(name)] == []
