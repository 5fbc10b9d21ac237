"""What every request may ask for: the database, the clock, the server's epoch, its own origin."""

from typing import Any, NamedTuple

from flask import Flask, Response, current_app, request

from journal.server.database import Database
from journal.server.receipts import Receipts
from journal.wire.encoding import b64_encode

API = "/api/"


def register(app: Flask, database: Database) -> None:
    """Lend `database` to the requests of `app`, and sign every API answer with the epoch."""
    app.extensions["journal.database"] = database
    app.extensions["journal.epoch"] = database.epoch()
    app.extensions["journal.receipts"] = Receipts(app.config["DATA_DIR"])

    @app.after_request
    def mark(response: Response) -> Response:
        if request.path.startswith(API):
            response.headers["Cache-Control"] = "no-store"
            response.headers["Afterglow-Epoch"] = epoch_text()
        return response


def database() -> Database:
    """The database of the running application."""
    found: Database = current_app.extensions["journal.database"]
    return found


def receipts() -> Receipts:
    """The receipts of erased accounts."""
    found: Receipts = current_app.extensions["journal.receipts"]
    return found


def epoch() -> bytes:
    """The server's epoch, 16 bytes."""
    found: bytes = current_app.extensions["journal.epoch"]
    return found


def epoch_text() -> str:
    """The server's epoch as b64."""
    return b64_encode(epoch())


def now() -> int:
    """Seconds since 1970, by the clock lent in the configuration."""
    return int(current_app.config["CLOCK"]())


class Room(NamedTuple):
    """The most bytes an account may store and deliver to others; `new` until it is linked or approved."""

    whole: int
    new: int

    def of(self, account: Any) -> int:
        """For a row of the table `account`."""
        return self.whole if account.approved else min(self.new, self.whole)


def account_room() -> Room:
    """What the settings give to accounts."""
    names = ("ACCOUNT_MEGABYTES", "NEW_ACCOUNT_MEGABYTES")
    return Room(*(int(current_app.config[name]) * 2**20 for name in names))


def origin() -> str:
    """Scheme, host and port by which people reach this server, as browsers write an origin."""
    return current_app.config["ORIGIN"] or f"{request.scheme}://{request.host}"
