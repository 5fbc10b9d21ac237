"""What an operator does about single accounts and links: list, approve, end, close. See `commands.py`."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, select, update

from journal.server import schema

_account, _log, _session, _invite = schema.account, schema.log, schema.session, schema.invite
_granted = schema.granted

NAMELESS = "-"
"""What stands before the number of an erased account in the place of its handle, which begins with a letter or digit."""


class NoSuchAccount(LookupError):
    """The message is a sentence for the operator."""


def is_nameless(handle: str) -> bool:
    """Whether this stands in the place of a handle: of the account others' logs are all that is left."""
    return handle.startswith(NAMELESS)


def find_account(connection: Connection, named: str | int) -> Row[Any]:
    """The locked row of a handle, or of a number from the list of accounts. Raises NoSuchAccount."""
    column = _account.c.id if isinstance(named, int) else _account.c.handle
    row = connection.execute(
        select(_account).where(column == named).with_for_update()
    ).one_or_none()
    if row is None or is_nameless(row.handle):
        raise NoSuchAccount(f"There is no account {named}.")
    return row


def list_accounts(
    connection: Connection, most: int | None = None, unused_since: int | None = None
) -> list[str]:
    """A line an account, those that take most room first; only those not used since a second, where one is given."""
    query = select(_account).where(_account.c.handle.not_like(f"{NAMELESS}%"))
    if unused_since is not None:
        query = query.where(_account.c.seen < unused_since)
    rows = connection.execute(
        query.order_by((_account.c.bytes + _account.c.delivered).desc(), _account.c.id).limit(most)
    )
    head = f"{'id':>6} {'stored':>14} {'brought':>14} {'made':10} {'used':7} {'state':8} handle"
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


def _line(row: Any) -> str:
    state = "closed" if row.closed else "" if row.approved else "new"
    dates = f"{_day(row.created):10} {_day(row.seen)[:7]:7}"
    return f"{row.id:6} {row.bytes:14,} {row.delivered:14,} {dates} {state:8} {row.handle}"


def _day(seconds: int | None) -> str:
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%d}" if seconds else "-"
