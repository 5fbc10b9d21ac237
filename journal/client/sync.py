"""Sync by the rules of `docs/protocol.md` section 5: pull and verify everything, decide, link, sign, store, send.

Moves sealed records only. What needs a secret (signing, sealing a ring, a conflict copy) is lent by the vault.
"""

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import Any

from journal.client.errors import Alarm, Problem
from journal.client.outbox import Op, Outbox, Sent
from journal.client.plan import Known, Link, Plan, View, covered, plan_queue
from journal.client.store import Log, Revision, Store
from journal.client.transport import Server
from journal.client.vault import Vault
from journal.wire.encoding import b64_decode
from journal.wire.errors import Stale, Tampered
from journal.wire.feed import Page, parse_page
from journal.wire.headers import Head, Header
from journal.wire.ids import log_id
from journal.wire.limits import PUSH, PUSH_RECORDS
from journal.wire.records import (
    Record,
    Verified,
    build_frame,
    build_record,
    grant_content,
    parse_content,
    record_hash,
    verify_record,
)
from journal.wire.rows import Place, Row

TURNS = 12
"""Rounds of a push whose log moved meanwhile, before waiting for another time."""


@dataclass
class Report:
    """What a sync did. `notices` are (type, item) a person should be told."""

    pulled: int = 0
    pushed: int = 0
    waiting: int = 0
    notices: list[tuple[str, bytes | None]] = field(default_factory=list)


class Sync:
    """One round of syncing for one unlocked profile."""

    def __init__(self, store: Store, server: Server, vault: Vault, device: tuple[str, int]) -> None:
        self._store, self._server, self._vault, self._device = store, server, vault, device
        self._outbox = Outbox(store)
        self._own = log_id(vault.me, vault.me)
        self._logs: dict[bytes, Log] = {}
        self._puts: list[tuple[int, Sequence[Row]]] = []
        self.report = Report()

    def run(self) -> Report:
        """Pull, then push until nothing waits. Raises Offline, Problem, Alarm, or ProtocolError for what does not verify."""
        with self._store.one_syncing():
            self._logs = self._store.logs()
            try:
                self._pull()
                self._push()
            except BaseException:
                self._vault.reload()
                raise
        self.report.waiting = self._outbox.count()
        return self.report

    # Pulling.

    def _pull(self) -> None:
        with ThreadPoolExecutor(1) as ahead:
            more = True
            while more:
                more = self._pull_on(ahead)
        self._check_first()
        self._react()

    def _pull_on(self, ahead: ThreadPoolExecutor) -> bool:
        """Pages up to the end, or up to where everything has to be looked at again: then True."""
        cursor, epoch = int(self._store.get("cursor") or b"0"), self._store.get("epoch")
        coming = ahead.submit(self._server.feed, cursor)
        while True:
            try:
                page = parse_page(coming.result())
            except Problem as problem:
                if problem.reason != "feed-ahead":
                    raise
                self._restored(epoch, self._server.epoch)
                return True
            if epoch is not None and page.epoch != epoch:
                self._restored(epoch, page.epoch)
                return True
            if page.more:
                if page.next <= cursor:
                    raise Alarm("the server shows the same page again and again.")
                # The next page comes while this one is checked.
                coming = ahead.submit(self._server.feed, page.next)
            self._take_page(page)
            cursor, epoch = page.next, page.epoch
            if not page.more:
                return False

    def _check_first(self) -> None:
        """On a device that has just signed in: what the server shows holds every head the ring knows of."""
        head = self._store.get("first")
        if head is None:
            return
        known = [(one.log, one.seq, one.hash) for one in self._vault.ring.heads]
        for log, seq, hash in [*known, (self._own, int.from_bytes(head[:8]), head[8:])]:
            if self._store.hash_at(log, seq) != hash:
                self._compare_next_time()
                raise Alarm("the server shows less than another device of yours has seen.")
        with self._store.write():
            self._store.put("first", None)

    def _compare_next_time(self) -> None:
        """What was held back may stand before the place where we have read to."""
        with self._store.write():
            self._store.put("cursor", b"0")

    def _restored(self, old: bytes | None, new: bytes | None) -> None:
        """Another epoch: the server was restored from a backup. Everything is compared from the beginning."""
        if new is None or new == old:
            raise Alarm("the server shows less than it has shown before, and does not say why.")
        with self._store.write():
            for log in self._logs.values():
                self._save(replace(log, shown=0))
            self._store.put("epoch", new)
            self._store.put("cursor", b"0")
        self.report.notices.append(("server-restored", None))

    def _take_page(self, page: Page) -> None:
        self._puts = []
        with self._store.write():
            for record in page.records:
                self._follow(record)
            self._store.put("epoch", page.epoch)
            self._store.put("cursor", str(page.next).encode())
        for epoch, rows in self._puts:
            self._vault.absorb(epoch, rows)

    def _follow(self, record: Record) -> None:
        """One record of the feed against the log kept here. Raises Alarm where the past has changed."""
        header = record.header
        log = self._log(header)
        if header.seq <= log.shown:
            if self._store.hash_at(log.id, header.seq) != record_hash(record):
                raise Alarm("the server shows another past than before.")
            return
        if header.seq != log.shown + 1:
            raise Alarm("the server leaves out records that must be there.")
        if header.seq <= log.head.seq:
            if self._store.hash_at(log.id, header.seq) == record_hash(record):
                self._save(replace(log, shown=header.seq))
                return
            log = self._rewind(log, header.seq)
        try:
            verified = verify_record(record, log.head)
        except Stale as error:
            raise Alarm(
                "The server shows a record that does not follow what was there before."
            ) from error
        self._settle_sent(record)
        self._store.append(record, verified)
        self._save(replace(log, head=verified.head, shown=header.seq))
        self._notice(record, verified)
        self.report.pulled += 1

    def _log(self, header: Header) -> Log:
        if self._vault.me not in (header.author, header.audience):
            raise Tampered("a log between other people")
        return self._logs.get(header.log) or Log(header.author, header.audience)

    def _save(self, log: Log) -> None:
        self._logs[log.id] = log
        self._store.save_log(log)

    def _settle_sent(self, record: Record) -> None:
        """A frame of ours at that place is either this record, or will never follow."""
        header = record.header
        for frame in self._outbox.sent():
            if (frame.log, frame.seq) == (header.log, header.seq):
                if frame.hash == record_hash(record):
                    self._outbox.acked(frame.log, frame.seq)
                else:
                    self._outbox.unlink(frame.log)
                return

    def _notice(self, record: Record, verified: Verified) -> None:
        """What a pulled record changes besides items: the ring, a contact's key, an ack that is due."""
        header, vault = record.header, self._vault
        if header.log == self._own:
            if header.type == "put":
                self._puts.append((header.epoch, verified.content.rows))
            if header.type == "ring":
                waiting = self._outbox.has("ring")
                vault.take_ring(header.generation, verified.content.payload, waiting)
            return
        if header.author == vault.me:
            return
        contact, back = vault.ring.contact(header.author), log_id(vault.me, header.author)
        if verified.bundle and contact and verified.bundle.epoch > _epoch(contact.bundle):
            self._change_ring(contact._replace(bundle=verified.bundle.data))
        mine = self._logs.get(back)
        if header.type != "ack" and mine and mine.head.seq and not mine.head.closed:
            self._outbox.add(back, "ack")

    def _change_ring(self, contact: Any) -> None:
        self._vault.change(self._vault.ring.with_contact(contact))
        self._outbox.add(self._own, "ring")

    def _react(self) -> None:
        """A contact who opened their log is linked; one who closed it is not any more."""
        with self._store.write():
            for contact in self._vault.ring.contacts:
                theirs = self._logs.get(log_id(contact.id_pk, self._vault.me))
                if theirs is None:
                    continue
                if theirs.head.closed and contact.state != "closed":
                    self._change_ring(contact._replace(state="closed"))
                elif contact.state == "waiting":
                    self._change_ring(contact._replace(state="linked"))
                    self._outbox.add(log_id(self._vault.me, contact.id_pk), "open")

    # A restored server.

    def _rewind(self, log: Log, start: int) -> Log:
        """Another device has written on the shorter log of a restored server: ours from there on are queued again."""
        orphans = self._orphans(log, start) if log.author == self._vault.me else []
        rest = [record for record in self._store.records(log.id) if record.header.seq < start]
        log = self._store.rewind(log, start)
        for record in rest:
            verified = verify_record(record, log.head)
            self._store.append(record, verified)
            log = replace(log, head=verified.head, shown=record.header.seq)
        self._outbox.unlink(log.id)
        self._outbox.add_in_front(orphans)
        self._save(log)
        return log

    def _orphans(self, log: Log, start: int) -> list[Op]:
        ops: list[Op] = []
        last: dict[bytes, bytes] = {}
        for record in self._store.records(log.id):
            header, content = record.header, parse_content(record)
            gone = header.seq >= start
            for row in content.rows if header.type == "put" else ():
                if gone:
                    size = len(self._store.body(log.author, row.rev) or b"")
                    ops.append(
                        Op(
                            0,
                            log.id,
                            "put",
                            row.item,
                            row.rev,
                            last.get(row.item),
                            size,
                            again=True,
                        )
                    )
                last[row.item] = row.rev
            if gone:
                ops += _said_again(header, content.rows)
        return ops

    def _lost(self) -> list[Sent]:
        """Own records that a restored server does not have, to be pushed again byte for byte."""
        lost = []
        for log in sorted(self._logs.values(), key=lambda log: log.id != self._own):
            if log.author == self._vault.me and log.shown < log.head.seq:
                lost += [
                    Sent(log.id, record.header.seq, record_hash(record), record)
                    for record in self._store.records(log.id, log.shown + 1)
                ]
        return lost

    # Pushing.

    def _push(self) -> None:
        doubts = 0
        for _ in range(TURNS):
            waiting = self._lost() or self._outbox.sent()
            if not waiting:
                if not self._link():
                    return
                continue
            moved = self._send(waiting)
            if not moved:
                continue
            before = {log: self._shown(log) for log in moved}
            self._pull()
            doubts = doubts + 1 if all(self._shown(log) == at for log, at in before.items()) else 0
            if doubts > 1:
                self._compare_next_time()
                raise Alarm("the server says that something was added, and does not show it.")

    def _shown(self, log: bytes) -> int:
        return self._logs[log].shown if log in self._logs else 0

    def _link(self) -> bool:
        """Plan, sign and store what waits. False when there is nothing to send."""
        while True:
            with self._store.write():
                plan = self._plan()
                if self._settle(plan):
                    continue
                heads: dict[bytes, Head] = {}
                revisions = self._store.queued_revisions(self._vault.me)
                for link in plan.links:
                    self._sign(link, heads, revisions)
                return bool(plan.links)

    def _plan(self) -> Plan:
        me = self._vault.me
        ops = [op for op in self._outbox.ops() if op.frame is None]
        found = self._store.queued_revisions(me)

        def stands(rev: bytes) -> bool:
            revision = found.get(rev)
            return revision is not None and revision.seq is not None

        queued = {op.n: op for op in ops}
        for below, op in covered(ops, stands):
            self._outbox.rebase(op.n, op.base)
            self._outbox.remove([below.n])
            self._store.drop_revision(me, below.rev)
            del queued[below.n]
            queued[op.n] = op
        views = {
            item: View(rev, deleted)
            for author, item, rev, deleted in self._store.items()
            if author == me
        }
        known = Known(
            view=lambda item: views.get(item, View()),
            stands=stands,
            closed=lambda log: log in self._logs and self._logs[log].head.closed,
            opened=lambda log: log in self._logs and self._logs[log].head.seq > 0,
            epoch=lambda rev: one.epoch if (one := found.get(rev)) else 0,
        )
        return plan_queue(list(queued.values()), known)

    def _settle(self, plan: Plan) -> bool:
        """Do what needs no record. True when the queue has changed, so that it is planned again."""
        for op in plan.done:
            if op.kind == "put":
                self._store.drop_revision(self._vault.me, op.rev)
        self._outbox.remove(op.n for op in [*plan.done, *plan.lost])
        for op, current in plan.forks:
            self._fork(op, current)
        self.report.notices += [("delete-undone", item) for item in plan.undone]
        self.report.notices += [("set-aside", op.item) for op in plan.lost]
        return bool(plan.done or plan.forks or plan.lost)

    def _fork(self, op: Op, current: bytes) -> None:
        """The revision lost against `current`: it becomes a conflict copy, or goes where both say the same."""
        me = self._vault.me
        row = self._vault.fork(op.item, op.rev, current)
        if row is None:
            self._outbox.rename_grants(op.rev, op.item, current)
            self._outbox.remove([op.n])
        else:
            if self._store.revision(me, row.rev) is None:
                self._store.add_revisions(me, [row], self._vault.epoch)
            self._outbox.rename_grants(op.rev, row.item, row.rev)
            self._outbox.replace_put(op.n, row.item, row.rev, len(row.body or b""))
            self.report.notices.append(("conflict-copy", row.item))
        self._store.drop_revision(me, op.rev)

    def _sign(self, link: Link, heads: dict[bytes, Head], revisions: dict[bytes, Revision]) -> None:
        vault = self._vault
        audience = vault.me if link.log == self._own else vault.contact_of(link.log).id_pk
        log = self._logs.get(link.log) or Log(vault.me, audience)
        head = heads.get(link.log, log.head)
        named = [revisions[op.rev] for op in link.ops if op.kind in ("put", "grant")]
        content, members = vault.content(link, head, named, self._device)
        record = build_record(
            vault.identity.sign, vault.me, audience, head, link.kind, content, **members
        )
        heads[link.log] = verify_record(record, head).head
        frame = Sent(link.log, record.header.seq, record_hash(record), record)
        self._outbox.sign(frame, link.settles)

    def _send(self, frames: list[Sent]) -> set[bytes]:
        """Send frames in pushes of the right size; answers the logs whose head turned out to be elsewhere."""
        for log in {frame.log for frame in frames}:
            first = next(frame for frame in frames if frame.log == log)
            at = self._shown(log) + 1
            if first.seq != at:
                self._unlink([log])
                return set()
        for group, data in self._pushes(frames):
            moved = self._pushed(group, self._server.push(data))
            if moved is not None:
                return moved
        return set()

    def _pushes(self, frames: list[Sent]) -> Iterable[tuple[list[Sent], bytes]]:
        group: list[Sent] = []
        parts: list[bytes] = []
        size = 0
        for frame in frames:
            data = build_frame(self._to_travel(frame.record))
            if group and (size + len(data) > PUSH or len(group) == PUSH_RECORDS):
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
                revision = self._store.revision(self._vault.me, row.rev)
                if revision is None or not revision.seq:
                    return record
                places.append(Place(revision.seq, revision.place or 0))
            content = grant_content(content.rows, content.box, places)
        return record._replace(payload=self._store.whole(record, content).payload)

    def _pushed(self, frames: list[Sent], answer: dict[str, Any]) -> set[bytes] | None:
        """Believe the answer: what was accepted stands in the log now. None when all of it was."""
        epoch = self._store.get("epoch")
        if b64_decode(answer["epoch"]) != epoch:
            self._restored(epoch, b64_decode(answer["epoch"]))
            return {self._own}
        moved: set[bytes] = set()
        stopped = False
        with self._store.write():
            for result in answer["results"]:
                log = b64_decode(result["log"])
                mine = [frame for frame in frames if frame.log == log]
                for frame in mine[: result["accepted"]]:
                    self._accepted(frame)
                rest = mine[result["accepted"] :]
                if rest:
                    stopped = True
                    if self._refused(rest[0], result["problem"]):
                        moved.add(log)
        return moved if stopped else None

    def _accepted(self, frame: Sent) -> None:
        log = self._logs.get(frame.log) or Log(
            frame.record.header.author, frame.record.header.audience
        )
        if frame.seq > log.head.seq:
            verified = verify_record(frame.record, log.head)
            self._store.append(frame.record, verified)
            log = replace(log, head=verified.head)
            if frame.record.header.type == "ring":
                self._vault.published(frame.record.header.generation, frame.record.payload)
        self._save(replace(log, shown=frame.seq))
        self._outbox.acked(frame.log, frame.seq)
        self.report.pushed += 1

    def _refused(self, frame: Sent, problem: dict[str, Any] | None) -> bool:
        """True where the log has moved; otherwise what the frame says is kept aside, or the server has no room."""
        reason = str((problem or {}).get("type", "")).rpartition("/")[2]
        if reason == "stale":
            return True
        if reason in ("out-of-space", "too-large"):
            raise Problem(reason, str((problem or {}).get("detail", "")))
        self._outbox.set_aside(frame.log, frame.seq, reason or "refused")
        self.report.notices.append(("set-aside", None))
        return False

    def _unlink(self, logs: Iterable[bytes]) -> None:
        with self._store.write():
            for log in logs:
                self._outbox.unlink(log)


def _epoch(bundle: bytes) -> int:
    return int.from_bytes(bundle[32:36])


def _said_again(header: Header, rows: Iterable[Any]) -> list[Op]:
    """What a record that is not a put said, as operations. A `device` record is not repeated."""
    match header.type:
        case "del":
            pairs = zip(header.items, header.revs, strict=True)
            return [Op(0, header.log, "del", item, base=rev, again=True) for item, rev in pairs]
        case "revoke":
            return [Op(0, header.log, "revoke", item, again=True) for item in header.items]
        case "grant":
            return [Op(0, header.log, "grant", row.item, row.rev, again=True) for row in rows]
        case "ring" | "ack" | "open" | "key" | "close":
            return [Op(0, header.log, header.type, again=True)]
    return []
