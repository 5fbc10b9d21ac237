"""The safety number of two people (`docs/protocol.md` section 7)."""

import hashlib

from journal.wire.encoding import lbl

GROUPS = 12


def safety_number(one: bytes, other: bytes) -> list[str]:
    """Twelve groups of five digits, the same for both people whichever asks."""
    digest = hashlib.sha512(lbl("safety", *sorted((one, other)))).digest()
    groups = [int.from_bytes(digest[5 * i : 5 * i + 5]) % 100_000 for i in range(GROUPS)]
    return [f"{group:05}" for group in groups]
