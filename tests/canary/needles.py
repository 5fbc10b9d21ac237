"""A distinctive word in every form in which it might lie somewhere."""

import base64
import json
from collections.abc import Iterator, Mapping
from urllib.parse import quote


def forms(word: str | bytes) -> Iterator[tuple[str, bytes]]:
    """Name of a form and its bytes; whatever holds the word in one of these holds the word."""
    if isinstance(word, str):
        yield from _text_forms(word)
    plain = word.encode() if isinstance(word, str) else word
    yield "bytes", plain
    yield "hex", plain.hex().encode()
    yield "hex, capitals", plain.hex().upper().encode()
    for offset in range(3):
        bits = base64.b64encode(b"\0" * offset + plain)
        # The first and last characters mix with the neighbours' bits.
        inside = bits[(0, 2, 3)[offset] : len(bits) - 4 if (offset + len(plain)) % 3 else None]
        yield f"base64 at {offset}", inside
        yield f"base64url at {offset}", inside.translate(_URL_SAFE)


_URL_SAFE = bytes.maketrans(b"+/", b"-_")


def _text_forms(word: str) -> Iterator[tuple[str, bytes]]:
    yield "small letters", word.lower().encode()
    yield "UTF-16 LE", word.encode("utf-16-le")
    yield "UTF-16 BE", word.encode("utf-16-be")
    yield "JSON", json.dumps(word)[1:-1].encode()
    yield "JSON escapes", "".join(f"\\u{ord(one):04x}" for one in word).encode()
    yield "percent", quote(word).encode()


class Needles:
    """The words of one play, and where they turned up."""

    def __init__(self, words: Mapping[str, str | bytes]) -> None:
        self._forms = {
            data: f"{name} ({form})" for name, word in words.items() for form, data in forms(word)
        }
        self.searched = 0
        """Bytes that were looked through."""

    def found_in(self, data: bytes, where: str) -> set[str]:
        """Sentences that say what was found, and where."""
        self.searched += len(data)
        return {f"{said} in {where}" for form, said in self._forms.items() if form in data}
