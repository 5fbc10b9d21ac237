"""Erasing an account for good: its rows, and the receipt. `Database.overwrite_freed` does what is left to do in the files.

The receipt is written to its file inside of the transaction, before that is committed. Whoever is killed before has not
begun; whoever is killed after finds the account in the list of receipts at the next start, and goes on. A restored
backup is brought in line with the list in the same way.
"""

from typing import Any

from sqlalchemy import Connection, Row, delete, func, or_, select, update

from journal.server import operator, schema
from journal.server.database import Database
from journal.server.logs import Writer, find_place
from journal.server.receipts import Receipt, Receipts
from journal.server.state import Room
from journal.wire.errors import ProtocolError
from journal.wire.ids import erased_mark
from journal.wire.records import parse_frames

_account, _log, _record, _revision = schema.account, schema.log, schema.record, schema.revision
_granted, _feed, _invite, _session = schema.granted, schema.feed, schema.invite, schema.session
_credential, _challenge, _erasure = schema.credential, schema.challenge, schema.erasure

_NO_LIMIT = Room(2**62, 2**62)


def erase(
    database: Database, receipts: Receipts, account: int, now: int, *, asked: bool = False
) -> Receipt | None:
    """Erase one account in one transaction; None where there is none of this number.

    `asked`: only where its owner still wants it, who may have taken it back a moment ago.
    """
    with database.write() as connection:
        row = _lock(connection, account)
        if row is None or (asked and not _is_asked(connection, account)):
            return None
        _send_closes(connection, account, now)
        told = erased_and_kept(connection, account)
        _remove(connection, row, now)
        # The last thing before the commit: from here on the account is erased, whatever happens to this process.
        receipt = receipts.keep(row.id_pk, now, told)
        database.note_freed(connection)
    return receipt


def erase_due(database: Database, receipts: Receipts, now: int) -> int:
    """Erase accounts whose wait is over, and those that the list of receipts has and the database too: how many."""
    with database.read() as connection:
        due = set(connection.scalars(select(_erasure.c.account).where(_erasure.c.due <= now)))
    again = _come_back(database, receipts)
    for account in sorted(due | again):
        erase(database, receipts, account, now, asked=account not in again)
    return len(due | again)


def erased_and_kept(connection: Connection, account: int) -> dict[str, Any]:
    """What erasing takes away, and what stays in other people's logs: counts."""
    own = _private(account)
    mine = (_log.c.author == account) & (_log.c.audience != account)
    signed = select(_log.c.id).where(mine)

    def count(table: Any, where: Any) -> int:
        return connection.scalar(select(func.count()).select_from(table).where(where)) or 0

    return {
        "records": count(_record, _record.c.log.in_(own)),
        "revisions": count(_revision, _revision.c.log.in_(own)),
        "bytes": connection.scalar(select(_account.c.bytes).where(_account.c.id == account)) or 0,
        "credentials": count(_credential, _credential.c.account == account),
        "sessions": count(_session, _session.c.account == account),
        "invites": count(_invite, _invite.c.inviter == account),
        "kept": {
            "accounts": connection.scalar(
                select(func.count(func.distinct(_log.c.audience))).where(mine)
            )
            or 0,
            "records": count(_record, _record.c.log.in_(signed)),
            "rows": count(_granted, _granted.c.log.in_(signed)),
        },
    }


def _come_back(database: Database, receipts: Receipts) -> set[int]:
    """Accounts that were erased before and are there again."""
    marks = receipts.marks()
    if not marks:
        return set()
    query = select(_account.c.id, _account.c.id_pk).where(_has_handle())
    with database.read() as connection:
        return {row.id for row in connection.execute(query) if erased_mark(row.id_pk) in marks}


def _has_handle() -> Any:
    """Not one of those that are left of an erased account, which stand in no index of names."""
    return _account.c.handle.not_like(f"{operator.NAMELESS}%")


def _lock(connection: Connection, account: int) -> Row[Any] | None:
    """The row of an account that is not erased, locked, and with it everybody it shares a log with, in one order."""
    sides = ((_log.c.author, _log.c.audience), (_log.c.audience, _log.c.author))
    others = [_account.c.id.in_(select(there).where(here == account)) for here, there in sides]
    query = select(_account).where(or_(_account.c.id == account, *others))
    found = connection.execute(query.order_by(_account.c.id).with_for_update()).all()
    wanted = (row for row in found if row.id == account)
    return next((row for row in wanted if not operator.is_nameless(row.handle)), None)


def _is_asked(connection: Connection, account: int) -> bool:
    query = select(_erasure.c.account).where(_erasure.c.account == account)
    return connection.execute(query.with_for_update()).one_or_none() is not None


def _private(account: int) -> Any:
    return select(_log.c.id).where((_log.c.author == account) & (_log.c.audience == account))


def _send_closes(connection: Connection, account: int, now: int) -> None:
    """The `close` records that its owner left signed, where they still follow the head: the others see who has ended the link."""
    frames = connection.scalar(select(_erasure.c.closes).where(_erasure.c.account == account))
    for close in parse_frames(frames or b""):
        header = close.header
        place = find_place(connection, header.log, header.author, header.audience)
        writer = Writer(connection, place, now, _NO_LIMIT)
        try:
            writer.take(close)
        except ProtocolError:
            continue
        writer.finish()


def _remove(connection: Connection, row: Row[Any], now: int) -> None:
    account = row.id
    operator.end_logs(connection, operator.logs_between(connection, account))
    _remove_private(connection, account)
    ids = select(_credential.c.id).where(_credential.c.account == account)
    connection.execute(delete(_challenge).where(_challenge.c.credential.in_(ids)))
    asked = (_invite.c.inviter == account) | (_invite.c.answerer == account)
    connection.execute(delete(_invite).where(asked))
    for table in (_session, _credential, _erasure, _feed):
        connection.execute(delete(table).where(table.c.account == account))
    counts = ("created", "position", "ring_seq", "records", "revisions", "bytes", "delivered")
    left: dict[str, Any] = dict.fromkeys((*counts, "seen"), 0)
    left |= {"handle": f"{operator.NAMELESS}{account}", "approved": False, "closed": now}
    connection.execute(update(_account).where(_account.c.id == account).values(left))
    _forget_unread(connection, account)


def _remove_private(connection: Connection, account: int) -> None:
    """The private log with all its bodies. Of revisions that were granted, ids and hash stay for the audience's chain."""
    own = list(connection.scalars(_private(account)))
    revisions = _revision.c.log.in_(own)
    kept = select(_granted.c.revision)
    connection.execute(delete(_revision).where(revisions & _revision.c.id.not_in(kept)))
    connection.execute(update(_revision).where(revisions).values(body=None))
    # Before the log: other people's feeds may not name it, and its own is deleted whole.
    for table, column in (
        (_record, _record.c.log),
        (schema.tombstone, schema.tombstone.c.log),
        (_log, _log.c.id),
    ):
        connection.execute(delete(table).where(column.in_(own)))


def _forget_unread(connection: Connection, account: int) -> None:
    """Pair logs that stand in nobody's feed any more, the other account being erased as well, and what they held."""
    read = select(_feed.c.log)
    mine = (_log.c.author == account) | (_log.c.audience == account)
    unread = list(connection.scalars(select(_log.c.id).where(mine & _log.c.id.not_in(read))))
    for table, column in ((_granted, _granted.c.log), (_record, _record.c.log), (_log, _log.c.id)):
        connection.execute(delete(table).where(column.in_(unread)))
    logless = _revision.c.log.not_in(select(_log.c.id))
    granted = _revision.c.id.in_(select(_granted.c.revision))
    connection.execute(delete(_revision).where(logless & ~granted))
    ends = (_account.c.id.in_(select(end)) for end in (_log.c.author, _log.c.audience))
    connection.execute(delete(_account).where(~_has_handle() & ~or_(*ends)))
