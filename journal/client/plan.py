"""What the outbox becomes: the rules of `docs/protocol.md` section 5, "Current revision". Pure: the same queue gives the same plan."""

from collections.abc import Callable
from dataclasses import dataclass, field

from journal.client.outbox import Op
from journal.wire.limits import GRANT_ROWS, ITEMS, PUSH, PUT_ROWS

PUT_BYTES = (PUSH - 65_536) // 4
"""Bytes of rows of one put: four fit one push, and each its own limit of 1,048,576."""
ROW_BYTES = 37
"""Beside the sealed body: form, item, rev, length."""
ROWS = {"put": PUT_ROWS, "del": ITEMS, "grant": GRANT_ROWS, "revoke": ITEMS}


@dataclass
class View:
    """An item as the log stored here has it: the last revision put (None: none), and whether it was deleted since."""

    rev: bytes | None = None
    deleted: bool = False


@dataclass
class Link:
    """A record to be made of operations of one kind; `also` are the n of others that it settles."""

    log: bytes
    kind: str
    ops: list[Op]
    size: int = 4
    also: list[int] = field(default_factory=list)

    @property
    def settles(self) -> list[int]:
        """The n of every operation that is done once this record stands."""
        return [op.n for op in self.ops] + self.also


@dataclass
class Plan:
    """What to do with the queue."""

    done: list[Op] = field(default_factory=list)
    """Nothing is left to do for these."""
    undone: list[bytes] = field(default_factory=list)
    """Items whose delete was dropped because another device has edited them."""
    forks: list[tuple[Op, bytes]] = field(default_factory=list)
    """Revisions that lost, and the one that is current instead."""
    lost: list[Op] = field(default_factory=list)
    """Grants of revisions that are nowhere."""
    links: list[Link] = field(default_factory=list)


@dataclass(frozen=True)
class Known:
    """What the planner asks of the logs stored here."""

    view: Callable[[bytes], View]
    """Own item → view."""
    stands: Callable[[bytes], bool]
    """Own rev → whether it stands in the private log."""
    closed: Callable[[bytes], bool]
    ended: Callable[[bytes], bool]
    opened: Callable[[bytes], bool]
    """Pair log → whether it is; ended: the peer's log to this account is closed."""
    epoch: Callable[[bytes], int]
    """Own rev → epoch of J it was sealed under; a put speaks of one epoch."""
    room: int = PUT_BYTES
    """Bytes of rows that one put should hold, as the link allows."""


def plan_queue(ops: list[Op], known: Known) -> Plan:
    """Plan for operations that no signed frame says yet."""
    planner = _Planner(ops, known)
    for op in ops:
        planner.take(op)
    return planner.plan


class _Planner:
    def __init__(self, ops: list[Op], known: Known) -> None:
        self._ops, self._known = ops, known
        self._views: dict[bytes, View] = {}
        self._queued = {op.rev for op in ops if op.kind == "put"}
        self._deleted = {op.base for op in ops if op.kind == "del"}
        self._followed = {op.base for op in ops if op.kind == "put"}
        self._granted = {op.rev for op in ops if op.kind == "grant"}
        self._ending = [op for op in ops if op.kind in ("del", "revoke", "close")]
        self._last: dict[bytes, Link] = {}
        self._closing: set[bytes] = set()
        self.plan = Plan()

    def take(self, op: Op) -> None:
        if self._over(op):
            self.plan.done.append(op)
            return
        match op.kind:
            case "put":
                self._put(op)
            case "del":
                self._delete(op)
            case "grant":
                self._grant(op)
            case "revoke":
                self._link(op)
            case _:
                self._plain(op)

    def _view(self, item: bytes) -> View:
        return self._views.get(item) or self._known.view(item)

    def _put(self, op: Op) -> None:
        view = self._view(op.item)
        if self._known.stands(op.rev):
            self.plan.done.append(op)
        elif view.rev is None or view.deleted or view.rev == op.base:
            self._link(op, op.size + ROW_BYTES)
            self._views[op.item] = View(op.rev)
        elif self._superseded(op):
            self.plan.done.append(op)
        else:
            self.plan.forks.append((op, view.rev))

    def _superseded(self, op: Op) -> bool:
        """Lost to another revision, and not worth a conflict copy: its writer went on from it, or deleted it."""
        history = op.again and op.rev in self._followed and op.rev not in self._granted
        return history or op.rev in self._deleted

    def _delete(self, op: Op) -> None:
        view = self._view(op.item)
        if view.rev is not None and not view.deleted and view.rev == op.base:
            self._link(op)
            self._views[op.item] = View(view.rev, deleted=True)
            return
        self.plan.done.append(op)
        if view.rev is not None and not view.deleted:
            self.plan.undone.append(op.item)

    def _grant(self, op: Op) -> None:
        if self._taken_back(op):
            self.plan.done.append(op)
        elif self._known.stands(op.rev):
            self._link(op)
        elif op.rev not in self._queued:
            self.plan.lost.append(op)

    def _plain(self, op: Op) -> None:
        last = self._last.get(op.log)
        opened = self._known.opened(op.log)
        if (op.kind == "open" and opened) or (op.kind == "close" and not opened and not last):
            self.plan.done.append(op)
        elif last and last.kind == op.kind:
            last.also.append(op.n)
        else:
            self._link(op)
        if op.kind == "close":
            self._closing.add(op.log)

    def _over(self, op: Op) -> bool:
        """Nothing follows a `close`, and after the peer's only an `ack` and one's own."""
        answers = op.kind in ("ack", "close")
        closed = self._known.closed(op.log) or op.log in self._closing
        return closed or (self._known.ended(op.log) and not answers)

    def _taken_back(self, grant: Op) -> bool:
        """Deleted, or no longer to be shared, since: it is never sent."""
        for op in self._ending:
            here = op.kind == "del" or op.log == grant.log
            if here and op.n > grant.n and op.item in (grant.item, b""):
                return True
        return self._view(grant.item).deleted

    def _link(self, op: Op, size: int = 0) -> None:
        last = self._last.get(op.log)
        if last and self._fits(last, op, size):
            last.ops.append(op)
            last.size += size
            return
        link = Link(op.log, op.kind, [op], 4 + size)
        self._last[op.log] = link
        self.plan.links.append(link)

    def _fits(self, link: Link, op: Op, size: int) -> bool:
        if (
            link.kind != op.kind
            or len(link.ops) >= ROWS.get(op.kind, 1)
            or link.size + size > min(PUT_BYTES, self._known.room)
        ):
            return False
        if op.aside or link.ops[0].aside:
            return False
        if op.kind == "put":
            return self._known.epoch(op.rev) == self._known.epoch(link.ops[0].rev)
        return op.item not in {one.item for one in link.ops}


def covered(ops: list[Op], stands: Callable[[bytes], bool]) -> list[tuple[Op, Op]]:
    """Revisions never published, each with the later operation of this device that stands on it, put on what was below: nobody will see the first.

    One that was shared, that came back from a lost log or that stands at the end is published for itself.
    """
    granted = {op.rev for op in ops if op.kind == "grant"}
    puts: dict[bytes | None, Op] = {}
    found = []
    for op in ops:
        below = puts.pop(op.base, None) if op.kind in ("put", "del") else None
        standing = op._replace(base=below.base) if below else op
        if below:
            found.append((below, standing))
        if op.kind == "put" and not op.again and op.rev not in granted and not stands(op.rev):
            puts[op.rev] = standing
    return found
