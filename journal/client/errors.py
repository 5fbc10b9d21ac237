"""What can go wrong between a person and their words. Every message is one sentence that may be shown."""

from journal.wire.errors import ProtocolError

UNREADABLE = (
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    RecursionError,
)
"""What Python itself raises over something odd that came from elsewhere: one row, key or operation is set aside for it."""


class ClientError(Exception):
    """Something was not done. `reason` is stable and meant for scripts; `code` is the exit code."""

    code = 1

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


class TooLong(ClientError):
    """More than one entry holds (`docs/protocol.md` section 4). Nothing of it was kept."""

    def __init__(self) -> None:
        message = "That is more than one entry holds (about 250,000 characters). Nothing of it was kept or sent."
        super().__init__("too-long", message)


class Unsound(ClientError):
    """Bytes that came from elsewhere do not hold; `reason` is the kind of failure (`docs/protocol.md` section 1)."""

    code = 3

    def __init__(self, error: ProtocolError) -> None:
        super().__init__(
            error.kind,
            f"What you have written stays on this device. What the server sent does not hold: {error}.",
        )


class Offline(ClientError):
    """The server was not reached, or its answer broke off. Nothing here was lost by it."""

    def __init__(self) -> None:
        super().__init__("offline", "The server cannot be reached.")


class Problem(ClientError):
    """The server refused. `reason` is its name of the problem (`docs/api.md`)."""

    def __init__(self, reason: str, detail: str = "", retry_after: int | None = None) -> None:
        super().__init__(reason, detail or f"The server refused: {reason}.")
        self.retry_after = retry_after


class Alarm(ClientError):
    """The server shows a history that cannot be: sync stops until a person has looked at it."""

    code = 3

    def __init__(self, message: str) -> None:
        super().__init__(
            "history-changed",
            f"What you have written stays on this device. Syncing has stopped: {message}",
        )
