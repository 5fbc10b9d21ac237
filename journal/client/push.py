"""Pushing: decide, link, sign, store, send, and believe the answer (`docs/protocol.md` section 5, "Current revision")."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from journal.client.errors import UNREADABLE, Alarm, ClientError, Problem
from journal.client.outbox import Op, Sent
from journal.client.plan import Known, Link, Plan, View, covered, plan_queue
from journal.client.pull import Pull
from journal.client.round import Added, Round
from journal.client.store import Log, Revision
from journal.wire.encoding import b64_decode
from journal.wire.errors import ProtocolError
from journal.wire.headers import Head
from journal.wire.ids import log_id
from journal.wire.limits import PUSH_RECORDS
from journal.wire.records import (
    Record,
    build_frame,
    build_record,
    grant_content,
    parse_content,
    record_hash,
    verify_record,
)
from journal.wire.rows import Place

TURNS = 12
"""Rounds of a push whose log moved meanwhile, before waiting for another time."""


class Push:
    """Sends what only this device has. Where a log has moved meanwhile it pulls, and links and signs again."""

    def __init__(self, round: Round, pull: Pull) -> None:
        self._round, self._pull = round, pull
        self._look = self._looked = False
        self._unlinkable: set[int] = set()
        """Operations of which no record can be made: not tried again in this sync."""

    def run(self) -> None:
        doubts = 0
        for _ in range(TURNS):
            waiting = self._lost() or self._round.outbox.sent()
            if not waiting:
                if not self._link():
                    return
                continue
            moved = self._send(waiting)
            if self._look:
                # Somebody has ended the link: the feed says who, and what waits for them is dropped.
                self._look, self._looked = False, True
                self._pull.run()
            if not moved:
                continue
            before = {log: self._round.shown(log) for log in moved}
            self._pull.run()
            doubts = (
                doubts + 1 if all(self._round.shown(log) == at for log, at in before.items()) else 0
            )
            if doubts > 1:
                self._round.compare_next_time()
                raise Alarm("the server says that something was added, and does not show it.")

    def _lost(self) -> list[Sent]:
        """Own records that a restored server does not have, to be pushed again byte for byte."""
        lost = []
        for log in sorted(self._round.logs.values(), key=lambda log: log.id != self._round.own):
            if log.author == self._round.vault.me and log.shown < log.head.seq:
                lost += [
                    Sent(log.id, record.header.seq, record_hash(record), record)
                    for record in self._round.store.records(log.id, log.shown + 1)
                ]
        return lost

    def _link(self) -> bool:
        """Plan, sign and store what waits. False when there is nothing to send."""
        while True:
            with self._round.store.write():
                plan = self._plan()
                if self._settle(plan):
                    continue
                heads: dict[bytes, Head] = {}
                revisions = self._round.store.queued_revisions(self._round.vault.me)
                made = [link for link in plan.links if self._signs(link, heads, revisions)]
                if plan.links and not made:
                    continue
                return bool(made)

    def _signs(self, link: Link, heads: dict[bytes, Head], found: dict[bytes, Revision]) -> bool:
        """Sign what the link says. Where that cannot be done, it is set aside and holds up nothing else."""
        try:
            self._sign(link, heads, found)
        except (ProtocolError, ClientError, *UNREADABLE):
            known = [op for op in link.ops if op.aside]
            self._unlinkable |= set(link.settles)
            self._round.outbox.keep_aside(link.settles, "unlinkable")
            if not known:
                self._round.report.notices.append(("unlinkable", link.ops[0].item or None))
            return False
        return True

    def _plan(self) -> Plan:
        me = self._round.vault.me
        waiting = self._round.outbox.ops()
        ops = [op for op in waiting if op.frame is None and op.n not in self._unlinkable]
        found = self._round.store.queued_revisions(me)

        def stands(rev: bytes) -> bool:
            revision = found.get(rev)
            return revision is not None and revision.seq is not None

        queued = {op.n: op for op in ops}
        for below, op in covered(ops, stands):
            self._round.outbox.rebase(op.n, op.base)
            self._round.outbox.remove([below.n])
            self._round.store.drop_revision(me, below.rev)
            del queued[below.n]
            queued[op.n] = op
        views = {
            item: View(rev, deleted)
            for author, item, rev, deleted in self._round.store.items()
            if author == me
        }
        known = Known(
            view=lambda item: views.get(item, View()),
            stands=stands,
            closed=lambda log: log in self._round.logs and self._round.logs[log].head.closed,
            ended=self._ended,
            opened=lambda log: log in self._round.logs and self._round.logs[log].head.seq > 0,
            epoch=lambda rev: one.epoch if (one := found.get(rev)) else 0,
            room=self._round.server.push_pace.bytes,
        )
        return plan_queue(list(queued.values()), known)

    def _ended(self, log: bytes) -> bool:
        """Whether the peer of an own pair log has closed theirs."""
        if log == self._round.own:
            return False
        peer = self._round.logs.get(
            log_id(self._round.vault.contact_of(log).id_pk, self._round.vault.me)
        )
        return bool(peer and peer.head.closed)

    def _settle(self, plan: Plan) -> bool:
        """Do what needs no record. True when the queue has changed, so that it is planned again."""
        for op in plan.done:
            if op.kind == "put":
                self._round.store.drop_revision(self._round.vault.me, op.rev)
        self._round.outbox.remove(op.n for op in [*plan.done, *plan.lost])
        for op, current in plan.forks:
            self._fork(op, current)
        self._round.report.notices += [("delete-undone", item) for item in plan.undone]
        self._round.report.notices += [("set-aside", op.item) for op in plan.lost]
        return bool(plan.done or plan.forks or plan.lost)

    def _fork(self, op: Op, current: bytes) -> None:
        """The revision lost against `current`: it becomes a conflict copy, or goes where both say the same."""
        me = self._round.vault.me
        row = self._round.vault.fork(op.item, op.rev, current)
        if row is None:
            self._round.outbox.rename_grants(op.rev, op.item, current)
            self._round.outbox.remove([op.n])
        else:
            if self._round.store.revision(me, row.rev) is None:
                self._round.store.add_revisions(me, [row], self._round.vault.epoch)
            self._round.outbox.rename_grants(op.rev, row.item, row.rev)
            self._round.outbox.replace_put(op.n, row.item, row.rev, len(row.body or b""))
            self._round.report.notices.append(("conflict-copy", row.item))
        self._round.store.drop_revision(me, op.rev)

    def _sign(self, link: Link, heads: dict[bytes, Head], revisions: dict[bytes, Revision]) -> None:
        vault = self._round.vault
        audience = vault.me if link.log == self._round.own else vault.contact_of(link.log).id_pk
        log = self._round.logs.get(link.log) or Log(vault.me, audience)
        head = heads.get(link.log, log.head)
        named = [revisions[op.rev] for op in link.ops if op.kind in ("put", "grant")]
        content, members = vault.content(link, head, named, self._round.device)
        record = build_record(
            vault.identity.sign, vault.me, audience, head, link.kind, content, **members
        )
        heads[link.log] = verify_record(record, head).head
        frame = Sent(link.log, record.header.seq, record_hash(record), record)
        self._round.outbox.sign(frame, link.settles)

    def _send(self, frames: list[Sent]) -> set[bytes]:
        """Send frames in pushes of the right size; answers the logs whose head turned out to be elsewhere."""
        for log in {frame.log for frame in frames}:
            first = next(frame for frame in frames if frame.log == log)
            at = self._round.shown(log) + 1
            if first.seq != at:
                self._unlink([log])
                return set()
        for group, data in self._pushes(frames):
            moved = self._pushed(group, self._round.server.push(data))
            if moved is not None:
                return moved
        return set()

    def _pushes(self, frames: list[Sent]) -> Iterable[tuple[list[Sent], bytes]]:
        group: list[Sent] = []
        parts: list[bytes] = []
        size = 0
        pace = self._round.server.push_pace
        for frame in frames:
            data = build_frame(self._to_travel(frame.record))
            if group and (size + len(data) > pace.bytes or len(group) == PUSH_RECORDS):
                yield group, b"".join(parts)
                group, parts, size = [], [], 0
            group.append(frame)
            parts.append(data)
            size += len(data)
        yield group, b"".join(parts)

    def _to_travel(self, record: Record) -> Record:
        """The record with its bodies, or with its revisions named by place."""
        content = parse_content(record)
        if record.header.type == "grant":
            places = []
            for row in content.rows:
                revision = self._round.store.revision(self._round.vault.me, row.rev)
                if revision is None or not revision.seq:
                    return record
                places.append(Place(revision.seq, revision.place or 0))
            content = grant_content(content.rows, content.box, places)
        return record._replace(payload=self._round.store.whole(record, content).payload)

    def _pushed(self, frames: list[Sent], answer: dict[str, Any]) -> set[bytes] | None:
        """Believe the answer: what was accepted stands in the log now. None when all of it was."""
        epoch = self._round.store.get("epoch")
        if b64_decode(answer["epoch"]) != epoch:
            self._pull.restored(epoch, b64_decode(answer["epoch"]))
            return {self._round.own}
        moved: set[bytes] = set()
        added: list[Added | None] = []
        stopped = False
        with self._round.store.write():
            for result in answer["results"]:
                log = b64_decode(result["log"])
                mine = [frame for frame in frames if frame.log == log]
                added.append(_added(result, log, len(mine)))
                for frame in mine[: result["accepted"]]:
                    self._accepted(frame)
                rest = mine[result["accepted"] :]
                if rest:
                    stopped = True
                    if self._refused(rest[0], result["problem"]):
                        moved.add(log)
            self._round.pass_own(filter(None, added))
        return moved if stopped else None

    def _accepted(self, frame: Sent) -> None:
        log = self._round.logs.get(frame.log) or Log(
            frame.record.header.author, frame.record.header.audience
        )
        if frame.seq > log.head.seq:
            verified = verify_record(frame.record, log.head)
            self._round.store.append(frame.record, verified)
            log = replace(log, head=verified.head)
            if frame.record.header.type == "ring":
                self._round.vault.published(frame.record.header.generation, frame.record.payload)
        self._round.save(replace(log, shown=frame.seq))
        self._round.owe(frame.log, frame.seq)
        self._round.outbox.acked(frame.log, frame.seq)
        self._round.report.pushed += 1

    def _refused(self, frame: Sent, problem: dict[str, Any] | None) -> bool:
        """True where the log has moved; otherwise what the frame says is kept aside, or the server has no room."""
        reason = str((problem or {}).get("type", "")).rpartition("/")[2]
        if reason == "stale":
            return True
        if reason == "not-linked" and not self._looked:
            self._look = True
        if reason in ("out-of-space", "too-large"):
            raise Problem(reason, str((problem or {}).get("detail", "")))
        log = self._round.logs.get(frame.log)
        if log and frame.seq <= log.head.seq:
            # The restored server lost it, and will not have it again: what it says is queued anew.
            self._pull.rewind(log, frame.seq)
            return False
        if self._look:
            self._round.outbox.unlink(frame.log)
            return False
        self._round.outbox.set_aside(frame.log, frame.seq, reason or "refused")
        self._round.report.notices.append(("set-aside", None))
        return False

    def _unlink(self, logs: Iterable[bytes]) -> None:
        with self._round.store.write():
            for log in logs:
                self._round.outbox.unlink(log)


def _added(result: dict[str, Any], log: bytes, most: int) -> Added | None:
    """Places of at most this many records, where that is what the result says: an older server says nothing of them."""
    found = result.get("added")
    if not isinstance(found, dict):
        return None
    after, next = found.get("after"), found.get("next")
    if type(after) is not int or type(next) is not int:
        return None
    return Added(after, next, log) if 0 < next - after <= most else None
