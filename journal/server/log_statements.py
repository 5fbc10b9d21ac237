"""What a push asks the database and tells it: the statements of `logs.py`."""

from typing import Any

from sqlalchemy import bindparam, func, insert, select, update

from journal.server import schema
from journal.server.prepared import Prepared
from journal.wire.headers import Head

_account, _log, _record, _revision = schema.account, schema.log, schema.record, schema.revision
_granted, _tombstone, _feed, _invite = schema.granted, schema.tombstone, schema.feed, schema.invite

ACCOUNTS = Prepared(
    select(
        _account.c.id,
        _account.c.id_pk,
        _account.c.position,
        _account.c.ring_seq,
        _account.c.bytes,
        _account.c.delivered,
        _account.c.approved,
        _account.c.closed,
    )
    .where((_account.c.id_pk == bindparam("author")) | (_account.c.id_pk == bindparam("audience")))
    .order_by(_account.c.id)
    .with_for_update()
)
LOG = Prepared(select(_log).where(_log.c.log_id == bindparam("log_id")))
PRIVATE_LOG = Prepared(
    select(_log.c.id).where(
        (_log.c.author == bindparam("author")) & (_log.c.audience == bindparam("author"))
    )
)
STORED = Prepared(
    select(_record.c.header, _record.c.signature).where(
        (_record.c.log == bindparam("log")) & (_record.c.seq == bindparam("seq"))
    )
)
TOMBSTONES = Prepared(select(_tombstone.c.item).where(_tombstone.c.log == bindparam("log")))
REVS = select(_revision.c.rev, _revision.c.item, _revision.c.digest).where(
    _revision.c.log == bindparam("log")
)
ONE_REV = Prepared(REVS.where(_revision.c.rev == bindparam("rev")))
MANY_REVS = REVS.where(_revision.c.rev.in_(bindparam("revs", expanding=True)))
ANSWERED = Prepared(
    select(_invite.c.id).where(
        (_invite.c.inviter == bindparam("author")) & (_invite.c.answerer == bindparam("audience"))
    )
)
OPENED = Prepared(
    select(_log.c.id).where(
        (_log.c.author == bindparam("audience"))
        & (_log.c.audience == bindparam("author"))
        & ~_log.c.closed
    )
)
LIVE = select(_granted.c.revision).where(
    (_granted.c.log == bindparam("log"))
    & _granted.c.live
    & _granted.c.revision.in_(bindparam("revisions", expanding=True))
)
APPROVE = update(_account).where(_account.c.id.in_(bindparam("accounts", expanding=True)))
INSERTS = {
    table: Prepared(insert(table).values({name: bindparam(name) for name in names.split()}))
    for table, names in (
        (_record, "log seq type header signature body"),
        (_revision, "log seq row item rev digest body"),
        (_granted, "log seq row revision item live"),
        (_feed, "account position log seq size"),
    )
}
SET_HEAD = Prepared(
    update(_log)
    .where(_log.c.id == bindparam("log"))
    .values({name: bindparam(name) for name in Head._fields})
)
SET_GIVEN = Prepared(
    update(_log)
    .where(_log.c.id == bindparam("log"))
    .values(
        given_since=bindparam("since"),
        given_bytes=bindparam("size"),
        given_records=bindparam("records"),
    )
)
SET_COUNTS = Prepared(
    update(_account)
    .where(_account.c.id == bindparam("account"))
    .values(
        position=bindparam("position"),
        ring_seq=bindparam("ring_seq"),
        bytes=bindparam("size"),
        delivered=bindparam("delivered"),
        records=_account.c.records + bindparam("more_records"),
        revisions=_account.c.revisions + bindparam("more_revisions"),
    )
)
SET_POSITION = Prepared(
    update(_account)
    .where(_account.c.id == bindparam("account"))
    .values(position=bindparam("position"))
)


def held(log: int | None, which: Any) -> Any:
    """Revisions of a private log: id, item, rev, digest, size of the body, seq, row."""
    columns = _revision.c
    return select(
        columns.id,
        columns.item,
        columns.rev,
        columns.digest,
        func.length(columns.body),
        columns.seq,
        columns.row,
    ).where((columns.log == log) & which)
