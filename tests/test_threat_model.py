"""The threat model and the table of getting back in keep their word: each test they name is there."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
PROMISES = ("docs/threat-model.md", "docs/recovery.md")
NAMED = re.findall(
    r"`(tests/[\w/]+\.py)::(\w+)`", "".join((ROOT / path).read_text() for path in PROMISES)
)


def test_every_named_test_exists():
    """A promise whose test was renamed or removed is no longer shown, and must not look as if it were."""
    sources = {path: (ROOT / path).read_text() for path, _ in NAMED if (ROOT / path).exists()}
    missing = [
        f"{path}::{name}" for path, name in NAMED if f"def {name}(" not in sources.get(path, "")
    ]
    assert len(NAMED) > 30
    assert missing == []
