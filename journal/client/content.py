"""The prompts that ship with the program."""

import json
from pathlib import Path
from typing import Any

from journal.client.errors import ClientError

PROMPTS = Path(__file__).parents[2] / "static" / "content" / "prompts.json"


def find_prompt(id: str) -> tuple[dict[str, Any], str]:
    """The prompt as an entry keeps it, and its phase. Raises ClientError for an id there is not."""
    pack = json.loads(PROMPTS.read_text())
    for prompt in pack["prompts"]:
        if prompt["id"].lower() == id.lower():
            kept = {
                "pack": pack["pack"],
                "id": prompt["id"],
                "version": pack["version"],
                "text": prompt["text"],
            }
            return kept, prompt["phase"]
    raise ClientError("prompt", f"There is no prompt “{id}”.")
