"""The prompts and lists that ship with the program."""

import json
from pathlib import Path
from typing import Any

from journal.client.errors import ClientError

CONTENT = Path(__file__).parents[2] / "static" / "content"
PACKS = CONTENT / "packs"


def find_prompt(id: str) -> tuple[dict[str, Any], str]:
    """The prompt as an entry keeps it, and its phase. Raises ClientError for an id there is not."""
    for path in sorted(PACKS.glob("*.json")):
        pack = json.loads(path.read_text("utf-8"))
        for prompt in pack["prompts"]:
            if prompt["id"].lower() == id.lower():
                shown = {name: prompt[name] for name in ("id", "text", "phase")}
                kept = {"pack": pack["id"], "version": pack["version"], **shown}
                return kept, prompt["phase"]
    raise ClientError("prompt", f"There is no prompt “{id}”.")


def common_words() -> list[str]:
    """What people choose first as a passphrase, longest first."""
    words: list[str] = json.loads((CONTENT / "guessable.json").read_text("utf-8"))["words"]
    return words
