"""Passphrases (`docs/protocol.md` section 2)."""

import secrets
import unicodedata
from collections.abc import Sequence

from journal.wire.errors import Malformed

LEAST = 15
WORDS = 6


def normalise_passphrase(text: str) -> bytes:
    """P: `text` in NFKC without the white space phone keyboards put around it, in UTF-8.

    Raises Malformed when fewer than 15 characters are left.
    """
    normal = unicodedata.normalize("NFKC", text).strip("\t\n\r ")
    if len(normal) < LEAST:
        raise Malformed(f"a passphrase has at least {LEAST} characters")
    return normal.encode()


def generate_passphrase(words: Sequence[str]) -> str:
    """Six words of the list with a space between, each chosen by the operating system's randomness."""
    return " ".join(secrets.choice(words) for _ in range(WORDS))
