"""Handles (`docs/protocol.md` section 2)."""

import re
import unicodedata

from journal.wire.errors import Malformed

_HANDLE = re.compile(r"[a-z0-9][a-z0-9._@+-]{2,63}\Z")


def normalise_handle(text: str) -> str:
    """`text` in NFKC and lower case: 3 to 64 characters of `a–z 0–9 . _ @ + -`.

    Raises Malformed when it does not begin with a letter or digit, or holds anything else.
    """
    handle = unicodedata.normalize("NFKC", text).lower()
    if not _HANDLE.match(handle):
        raise Malformed("not a handle")
    return handle
