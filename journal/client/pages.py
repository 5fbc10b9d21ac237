"""Words that are longer than one entry holds, as several entries that do."""

from bisect import bisect_right

from journal.wire.encoding import build_json

PAGE = 250_000
"""Bytes of words in one entry, as JSON writes them. A sealed body has 262,144 (`docs/protocol.md` section 4), of which padding
and the other members take a part.
"""


def divide(text: str, most: int = PAGE) -> list[str]:
    """The text in parts of at most `most` bytes, divided between paragraphs, lines or words where it can be.

    Joined, they are the text.
    """
    parts = []
    while len(build_json(text)) > most:
        end = _cut(text, most)
        parts.append(text[:end])
        text = text[end:]
    return [*parts, text]


def _cut(text: str, most: int) -> int:
    """How many characters the first part takes."""
    fits = bisect_right(range(most), most, key=lambda end: len(build_json(text[:end]))) - 1
    for mark in ("\n\n", "\n", ". ", " "):
        found = text.rfind(mark, fits // 2, fits)
        if found >= 0:
            return found + len(mark)
    return fits
