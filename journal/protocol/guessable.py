"""Passphrases that are easily guessed (`docs/protocol.md` section 2)."""

import re
import unicodedata
from collections.abc import Sequence

MOST = 256
LEAST_LEFT = 8
ROWS = "qwertyuiop qwertzuiop azertyuiop asdfghjkl qsdfghjklm zxcvbnm yxcvbnm 1234567890".split()
"""Steps that one finger after the other makes."""
RUN = 4
"""Characters of a run that count as one."""


def is_guessable(passphrase: str, own: Sequence[str], common: Sequence[str]) -> bool:
    """Whether fewer than eight characters are left of it without what is guessed first.

    `own` are its owner's handle and name; `common` letters and digits of what people choose first, longest
    first (`static/content/guessable.json`). Left out as well: runs along a keyboard or the alphabet, and repetitions.
    """
    left = _letters_of(passphrase)[:MOST]
    for word in [*_own_words(own), *common]:
        left = left.replace(word, "")
    return len(_without_repeats(_without_runs(left))) < LEAST_LEFT


def _letters_of(text: str) -> str:
    normal = unicodedata.normalize("NFKC", text).lower()
    return "".join(one for one in normal if unicodedata.category(one)[0] in "LN")


def _own_words(own: Sequence[str]) -> list[str]:
    pieces = (piece for text in own for piece in re.split(r"[\W_]+", text))
    words = [_letters_of(piece) for piece in pieces]
    return sorted((word for word in words if len(word) >= 3), key=len, reverse=True)


def _without_runs(letters: str) -> str:
    found, at = "", 0
    while at < len(letters):
        end = at + 1
        while end < len(letters) and _is_step(letters[end - 1], letters[end]):
            end += 1
        found += letters[at] if end - at >= RUN else letters[at:end]
        at = end
    return found


def _is_step(one: str, following: str) -> bool:
    pairs = (one + following, following + one)
    return abs(ord(following) - ord(one)) <= 1 or any(pair in row for row in ROWS for pair in pairs)


def _without_repeats(text: str) -> str:
    before = None
    while text != before:
        before, text = text, re.sub(r"(.+?)\1+", r"\1", text)
    return text
