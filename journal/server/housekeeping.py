"""Once a day, with whatever request comes: what is past its time is removed. `commands purge` does the same."""

from flask import Flask, request
from sqlalchemy import Connection, delete, func, select, update
from sqlalchemy.exc import DBAPIError

from journal.server import access_log, schema
from journal.server.database import fault
from journal.server.erase import erase_due
from journal.server.invites import delete_dead_invites
from journal.server.principal import delete_dead_sessions
from journal.server.state import database, now, receipts

DAY = 86_400
TRASH = 30 * DAY
"""Seconds a deleted item's bodies stay, for their author alone: a delete by mistake can be undone on any device."""


def register(app: Flask) -> None:
    """Clean before the first request and then daily."""
    app.extensions["journal.cleaned"] = 0

    @app.before_request
    def clean() -> None:
        # A check of health must not wait for a lock that it is there to find.
        if request.endpoint != "healthz" and now() - app.extensions["journal.cleaned"] >= DAY:
            app.extensions["journal.cleaned"] = now()
            purge()


def purge() -> int:
    """Remove dead challenges, sessions and invites, and erase accounts and old deleted bodies: answers how many bodies."""
    with database().write() as connection:
        connection.execute(delete(schema.challenge).where(schema.challenge.c.expires < now()))
        delete_dead_sessions(connection)
        delete_dead_invites(connection)
        erased = _erase_deleted(connection)
    erase_due(database(), receipts(), now())
    _overwrite()
    return erased


def _overwrite() -> None:
    """A full disk must not stop the server: it is tried again the next day."""
    try:
        database().overwrite_freed()
    except DBAPIError as error:
        access_log.exception(error, fault(error))


def _erase_deleted(connection: Connection) -> int:
    tombstone, revision = schema.tombstone, schema.revision
    erased = 0
    for log, item in connection.execute(
        select(tombstone.c.log, tombstone.c.item).where(tombstone.c.at <= now() - TRASH)
    ).all():
        bodies = (revision.c.log == log) & (revision.c.item == item) & revision.c.body.is_not(None)
        _give_back(connection, log, bodies)
        erased += connection.execute(update(revision).where(bodies).values(body=None)).rowcount
        connection.execute(
            delete(tombstone).where((tombstone.c.log == log) & (tombstone.c.item == item))
        )
    return erased


def _give_back(connection: Connection, log: int, bodies: object) -> None:
    """Take the bytes off the account's count."""
    account, revision = schema.account, schema.revision
    size = select(func.coalesce(func.sum(func.length(revision.c.body)), 0)).where(bodies)  # type: ignore[arg-type]
    author = select(schema.log.c.author).where(schema.log.c.id == log).scalar_subquery()
    connection.execute(
        update(account)
        .where(account.c.id == author)
        .values(bytes=account.c.bytes - connection.scalar(size))
    )
