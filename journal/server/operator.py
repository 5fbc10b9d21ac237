"""What an operator does about single accounts and links: list, approve, end, close, remove. See `commands.py`."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, func, select, update

from journal.server import schema

_account, _log, _session, _invite = schema.account, schema.log, schema.session, schema.invite
_granted, _revision, _record, _feed = (
    schema.granted,
    schema.revision,
    schema.record,
    schema.feed,
)


class NoSuchAccount(LookupError):
    """The message is a sentence for the operator."""


def find_account(connection: Connection, handle: str) -> Row[Any]:
    """The locked row of a handle. Raises NoSuchAccount."""
    query = select(_account).where(_account.c.handle == handle).with_for_update()
    row = connection.execute(query).one_or_none()
    if row is None:
        raise NoSuchAccount(f"There is no account {handle}.")
    return row


def list_accounts(connection: Connection, most: int | None = None) -> list[str]:
    """A line an account, those that take most room first."""
    seen = select(func.max(_session.c.seen)).where(_session.c.account == _account.c.id)
    rows = connection.execute(
        select(_account, seen.scalar_subquery().label("seen"))
        .order_by((_account.c.bytes + _account.c.delivered).desc(), _account.c.id)
        .limit(most)
    )
    head = (
        f"{'id':>6} {'stored':>14} {'brought':>14} {'made':10} {'last seen':10} {'state':8} handle"
    )
    return [head, *(_line(row) for row in rows)]


def approve(connection: Connection, handle: str) -> None:
    """The account may have the whole quota. Raises NoSuchAccount."""
    account = find_account(connection, handle).id
    connection.execute(update(_account).where(_account.c.id == account).values(approved=True))


def logs_between(connection: Connection, one: int, other: int | None = None) -> list[int]:
    """Pair logs of an account that have not ended, with anybody or with one other account, both ways."""
    sides = ((_log.c.author, _log.c.audience), (_log.c.audience, _log.c.author))
    ends = [(a == one) & ((b != one) if other is None else (b == other)) for a, b in sides]
    return list(connection.scalars(select(_log.c.id).where((ends[0] | ends[1]) & ~_log.c.ended)))


def end_logs(connection: Connection, logs: list[int]) -> None:
    """Nothing more goes through them, and no body that came through them is handed out."""
    connection.execute(update(_log).where(_log.c.id.in_(logs)).values(ended=True))
    connection.execute(update(_granted).where(_granted.c.log.in_(logs)).values(live=False))


def close(connection: Connection, account: int, now: int) -> None:
    """Sessions end at once, nobody signs in any more, its invites are gone. What it has stored stays."""
    connection.execute(update(_account).where(_account.c.id == account).values(closed=now))
    connection.execute(delete(_session).where(_session.c.account == account))
    connection.execute(delete(_invite).where(_invite.c.inviter == account))


def remove(connection: Connection, account: int) -> None:
    """Everything of a closed account but its name, its key and the signed records in other people's logs, without bodies."""
    own = select(_log.c.id).where((_log.c.author == account) & (_log.c.audience == account))
    private = connection.execute(own).scalar_one_or_none()
    if private is not None:
        revisions = _revision.c.log == private
        kept = select(_granted.c.revision)
        connection.execute(delete(_revision).where(revisions & _revision.c.id.not_in(kept)))
        connection.execute(update(_revision).where(revisions).values(body=None))
        connection.execute(delete(_feed).where(_feed.c.account == account))
        for table in (_record, schema.tombstone):
            connection.execute(delete(table).where(table.c.log == private))
        connection.execute(delete(_log).where(_log.c.id == private))
    credential = schema.credential
    connection.execute(delete(credential).where(credential.c.account == account))
    _forget_unread_logs(connection, account)
    counts = dict.fromkeys(("records", "revisions", "bytes", "delivered", "ring_seq"), 0)
    connection.execute(update(_account).where(_account.c.id == account).values(counts))


def _forget_unread_logs(connection: Connection, account: int) -> None:
    """Pair logs that stand in nobody's feed any more, the other account having been removed as well."""
    read = select(_feed.c.log)
    mine = (_log.c.author == account) | (_log.c.audience == account)
    unread = list(connection.scalars(select(_log.c.id).where(mine & _log.c.id.not_in(read))))
    for table, column in ((_granted, _granted.c.log), (_record, _record.c.log), (_log, _log.c.id)):
        connection.execute(delete(table).where(column.in_(unread)))


def _line(row: Any) -> str:
    state = "closed" if row.closed else "" if row.approved else "new"
    dates = f"{_day(row.created):10} {_day(row.seen):10}"
    return f"{row.id:6} {row.bytes:14,} {row.delivered:14,} {dates} {state:8} {row.handle}"


def _day(seconds: int | None) -> str:
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%d}" if seconds else "-"
