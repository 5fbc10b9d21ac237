"""How much fits the link: little at first, more while it is quick, half after it broke or took long (`docs/architecture.md`, "Sync")."""

FIRST = 65_536
LEAST = 16_384
QUICK, LONG = 4.0, 20.0
TRIES = 4
"""Times in a row that the same may break before it is an outage."""


class Pace:
    """Bytes that are asked for, or sent, at once: `most` at most."""

    def __init__(self, most: int) -> None:
        self.bytes, self._most = FIRST, most

    def took(self, seconds: float) -> None:
        """What was moved took so long."""
        if seconds < QUICK:
            self.bytes = min(self._most, self.bytes * 2)
        elif seconds > LONG:
            self.broke()

    def broke(self) -> None:
        """It broke off."""
        self.bytes = max(LEAST, self.bytes // 2)
