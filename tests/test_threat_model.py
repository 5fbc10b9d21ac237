"""The threat model keeps its word: each test it names is there."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
NAMED = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", (ROOT / "docs/threat-model.md").read_text())


def test_every_named_test_exists():
    """A promise whose test was renamed or removed is no longer shown, and must not look as if it were."""
    sources = {path: (ROOT / path).read_text() for path, _ in NAMED if (ROOT / path).exists()}
    missing = [
        f"{path}::{name}" for path, name in NAMED if f"def {name}(" not in sources.get(path, "")
    ]
    assert len(NAMED) > 30
    assert missing == []
