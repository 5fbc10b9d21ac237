"""Pulling: every record of the feed against the logs kept here (`docs/protocol.md` section 5, "Rollback and omission")."""

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

from journal.client.errors import Alarm, Problem
from journal.client.outbox import Op
from journal.client.round import Round
from journal.client.store import Log
from journal.protocol.ring import Contact, Ring
from journal.wire.bundles import Bundle, check_kem_key, read_bundle
from journal.wire.errors import Malformed, Stale, Tampered
from journal.wire.feed import Page, parse_page
from journal.wire.headers import Header
from journal.wire.ids import log_id
from journal.wire.records import Record, Verified, parse_content, record_hash, verify_record
from journal.wire.rows import Row

LOSSES = 2
"""So often in a row a server may lose what it took, as one does that is put back twice, before it is an alarm."""


class Pull:
    """Takes what the server shows, or raises Alarm where it cannot be true."""

    def __init__(self, round: Round) -> None:
        self._round = round
        self._puts: list[tuple[int, Sequence[Row]]] = []

    def run(self) -> None:
        with ThreadPoolExecutor(1) as ahead:
            more = True
            while more:
                more = self._pull_on(ahead)
        self._check_first()
        self._react()

    def _pull_on(self, ahead: ThreadPoolExecutor) -> bool:
        """Pages up to the end, or up to where everything has to be looked at again: then True."""
        cursor, epoch = int(self._round.store.get("cursor") or b"0"), self._round.store.get("epoch")
        coming = ahead.submit(self._round.server.feed, cursor)
        while True:
            try:
                page = parse_page(coming.result())
            except Problem as problem:
                if problem.reason != "feed-ahead":
                    raise
                self.restored(epoch, self._round.server.epoch)
                return True
            if epoch is not None and page.epoch != epoch:
                self.restored(epoch, page.epoch)
                return True
            if page.more:
                if page.next <= cursor:
                    raise Alarm("the server shows the same page again and again.")
                # The next page comes while this one is checked.
                coming = ahead.submit(self._round.server.feed, page.next)
            self._take_page(page)
            cursor, epoch = page.next, page.epoch
            if not page.more:
                if self._round.owed():
                    # Whatever the server took before a pull begins, the feed shows in that pull: it has lost it, and says nothing.
                    self.restored(epoch, epoch)
                    return True
                if self._round.store.get("strict"):
                    with self._round.store.write():
                        self._round.store.put("strict", None)
                return False

    def _check_first(self) -> None:
        """On a device that has just signed in: what the server shows holds every head the ring knows of."""
        head = self._round.store.get("first")
        if head is None:
            return
        known = [(one.log, one.seq, one.hash) for one in self._round.vault.ring.heads]
        for log, seq, hash in [*known, (self._round.own, int.from_bytes(head[:8]), head[8:])]:
            if self._round.store.hash_at(log, seq) != hash:
                self._round.compare_next_time()
                raise Alarm("the server shows less than another device of yours has seen.")
        with self._round.store.write():
            self._round.store.put("first", None)

    def restored(self, old: bytes | None, new: bytes | None) -> None:
        """The server was restored from a backup: everything is compared from the beginning, and what it lacks is pushed again.

        Under the epoch it had before nobody announced it: then whatever differs is an alarm (`docs/protocol.md` section 5).
        """
        if new is None:
            raise Alarm("the server shows less than it has shown before, and does not say why.")
        with self._round.store.write():
            losses = self._round.forget_owed()
            self._round.store.put("strict", b"1" if new == old else None)
            for log in self._round.logs.values():
                self._round.save(replace(log, shown=0))
            self._round.store.put("epoch", new)
            self._round.store.put("cursor", b"0")
        if losses > LOSSES:
            raise Alarm("the server takes what is sent and does not keep it.")
        self._round.report.notices.append(("server-restored", None))

    def _take_page(self, page: Page) -> None:
        self._puts = []
        with self._round.store.write():
            for record in page.records:
                self._follow(record)
            self._round.reached(page.after)
            self._round.store.put("epoch", page.epoch)
            self._round.store.put("cursor", str(page.next).encode())
        for epoch, rows in self._puts:
            self._round.vault.absorb(epoch, rows)

    def _follow(self, record: Record) -> None:
        """One record of the feed against the log kept here. Raises Alarm where the past has changed."""
        header = record.header
        log = self._log(header)
        same = self._round.store.hash_at(log.id, header.seq) == record_hash(record)
        if header.seq <= log.shown:
            if not same:
                raise Alarm("the server shows another past than before.")
            self._round.fed(log.id, header.seq)
            self._round.store.fill(record)
            return
        if header.seq != log.shown + 1:
            raise Alarm("the server leaves out records that must be there.")
        if header.seq <= log.head.seq:
            if same:
                self._round.store.fill(record)
                self._round.save(replace(log, shown=header.seq))
                return
            if self._round.store.get("strict"):
                raise Alarm("the server shows another past than before.")
            log = self.rewind(log, header.seq)
        try:
            verified = verify_record(record, log.head)
        except Stale as error:
            raise Alarm(
                "the server shows a record that does not follow what was there before."
            ) from error
        if not self._settle_sent(record):
            self._hear_device(header)
        late = self._late(header)
        self._round.store.append(record, verified, late=late)
        self._round.save(replace(log, head=verified.head, shown=header.seq))
        if not late:
            self._notice(record, verified)
        self._round.report.pulled += 1

    def _hear_device(self, header: Header) -> None:
        """What another device of this account has taken back, and that it has signed in: nobody is told of those before this one."""
        if header.type == "revoke":
            self._round.outbox.take_back(header.log, header.items)
        if header.type == "device" and self._round.store.get("first") is None:
            self._round.report.notices.append(("device-new", None))

    def _late(self, header: Header) -> bool:
        """Whether it comes after one's own `close` and so says nothing; a patient's close still takes their words back."""
        vault = self._round.vault
        contact = vault.ring.contact(header.author)
        if header.author == vault.me or contact is None:
            return False
        back = log_id(vault.me, header.author)
        mine = self._round.logs.get(back)
        ended = bool(mine and mine.head.closed) or self._round.outbox.has("close", back)
        return ended and not (header.type == "close" and contact.role == "patient")

    def _log(self, header: Header) -> Log:
        if self._round.vault.me not in (header.author, header.audience):
            raise Tampered("a log between other people")
        return self._round.logs.get(header.log) or Log(header.author, header.audience)

    def _settle_sent(self, record: Record) -> bool:
        """A frame of ours at that place is either this record (True), or will never follow."""
        header = record.header
        for frame in self._round.outbox.sent():
            if (frame.log, frame.seq) == (header.log, header.seq):
                if frame.hash == record_hash(record):
                    self._round.outbox.acked(frame.log, frame.seq)
                    return True
                self._round.outbox.unlink(frame.log)
        return False

    def _notice(self, record: Record, verified: Verified) -> None:
        """What a pulled record changes besides items: the ring, a contact's key, an ack that is due."""
        header, vault = record.header, self._round.vault
        if header.log == self._round.own:
            if header.type == "put":
                self._puts.append((header.epoch, verified.content.rows))
            if header.type == "ring":
                waiting = self._round.outbox.has("ring")
                ring = vault.take_ring(header.generation, verified.content.payload, waiting)
                self._compare(ring)
            return
        if header.author == vault.me:
            return
        contact, back = vault.ring.contact(header.author), log_id(vault.me, header.author)
        if (
            verified.bundle
            and contact
            and verified.bundle.epoch > read_bundle(contact.bundle).epoch
        ):
            self._take_key(contact, verified.bundle)
        mine = self._round.logs.get(back)
        if header.type == "ack":
            self._hear(header, back)
        elif mine and mine.head.seq and not mine.head.closed:
            self._round.outbox.add(back, "ack")

    def _compare(self, ring: Ring) -> None:
        """Heads that another device of this account knew: a different one here means that the server shows two histories."""
        for head in ring.heads:
            if self._round.store.hash_at(head.log, head.seq) not in (None, head.hash):
                raise Alarm("the server has shown another past to another device of yours.")

    def _hear(self, header: Header, back: bytes) -> None:
        """An ack of a head that nobody here has signed is that contact's word, and no sign of what the server does."""
        known = self._round.store.hash_at(back, header.peer_seq)
        told = ("ack-differs", header.author)
        if known not in (None, header.peer_hash) and told not in self._round.report.notices:
            self._round.report.notices.append(told)

    def _take_key(self, contact: Contact, bundle: Bundle) -> None:
        """The contact's new key, if something can be sealed to it; else it is set aside, and the one that is pinned stays."""
        try:
            check_kem_key(bundle.kem_pk)
        except Malformed:
            self._round.report.notices.append(("key-aside", None))
            return
        self._change_ring(contact._replace(bundle=bundle.data))

    def _change_ring(self, contact: Contact) -> None:
        self._round.vault.change(self._round.vault.ring.with_contact(contact))
        self._round.outbox.add(self._round.own, "ring")

    def _react(self) -> None:
        """A contact who opened their log is linked; with one who closed it the link ends on this side too."""
        with self._round.store.write():
            for contact in self._round.vault.ring.contacts:
                theirs = self._round.logs.get(log_id(contact.id_pk, self._round.vault.me))
                if theirs is None:
                    continue
                back = log_id(self._round.vault.me, contact.id_pk)
                mine = self._round.logs.get(back)
                if theirs.head.closed:
                    if mine and mine.head.seq and not mine.head.closed:
                        self._round.outbox.add(back, "close")
                    if contact.state != "closed":
                        self._change_ring(contact._replace(state="closed"))
                        self._round.report.notices.append(("link-ended", None))
                elif contact.state == "waiting":
                    self._change_ring(contact._replace(state="linked"))
                    self._round.outbox.add(log_id(self._round.vault.me, contact.id_pk), "open")

    def rewind(self, log: Log, start: int) -> Log:
        """Another device has written on the shorter log of a restored server, or it refuses them: ours from there on are queued again."""
        orphans = self._orphans(log, start) if log.author == self._round.vault.me else []
        rest = [record for record in self._round.store.records(log.id) if record.header.seq < start]
        log = self._round.store.rewind(log, start)
        for record in rest:
            verified = verify_record(record, log.head)
            self._round.store.append(record, verified)
            log = replace(log, head=verified.head, shown=record.header.seq)
        self._round.outbox.unlink(log.id)
        self._round.outbox.add_in_front(orphans)
        self._round.save(log)
        return log

    def _orphans(self, log: Log, start: int) -> list[Op]:
        ops: list[Op] = []
        last: dict[bytes, bytes] = {}
        for record in self._round.store.records(log.id):
            header, content = record.header, parse_content(record)
            gone = header.seq >= start
            for row in content.rows if header.type == "put" else ():
                if gone:
                    size = len(self._round.store.body(log.author, row.rev) or b"")
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
