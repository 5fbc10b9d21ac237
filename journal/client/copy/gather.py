"""What a copy of the account is made of: everything of one's own that is here, and what others said to one."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from journal.client import clock, documents
from journal.client.copy.data import SORTS, Counts, Taken, Unread, sort_of
from journal.client.errors import UNREADABLE, ClientError
from journal.wire.encoding import b64_encode
from journal.wire.errors import ProtocolError

if TYPE_CHECKING:
    from journal.client.client import Client

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
RECEIVED = ("comment", "assignment", "boundary")
"""What of others' is taken along: what they said to one. What they share of their own is theirs."""


class _Row(NamedTuple):
    at: int
    """Milliseconds since 1970, 0 where nobody knows."""
    id: str
    author: bytes
    state: str
    revs: list[bytes]
    """Those whose words are here, the last one stands."""


class Copy:
    """One reading of the account. `items` fills `counts` and `unread` as it goes."""

    def __init__(self, client: "Client") -> None:
        self._client = client
        self._me = client.vault.me
        self._quiet = client.quiet.all()
        self.counts: Counts = dict.fromkeys(SORTS, 0)
        self.unread: list[Unread] = []
        self.head: dict[str, Any] = {
            "made": documents.instant(clock.now(), clock.zone()),
            "owner": {
                "id": b64_encode(self._me),
                "name": client.vault.ring.name,
                "role": client.vault.ring.role,
            },
            "people": self._people(),
        }

    def items(self) -> Iterator[Taken]:
        """Everything, by when it happened or was written."""
        for row in sorted(self._rows(), key=lambda one: (one.at, one.id)):
            revisions = []
            for rev in row.revs:
                try:
                    payload = self._client.vault.open(row.author, rev)
                    revisions.append({"rev": b64_encode(rev), "payload": payload})
                except ProtocolError as error:
                    self.unread.append(Unread(row.id, error.kind))
                except (ClientError, *UNREADABLE):
                    self.unread.append(Unread(row.id, "missing"))
            if revisions:
                author = None if row.author == self._me else b64_encode(row.author)
                item = Taken(row.id, author, row.state, revisions)
                self.counts[sort_of(item.payload["kind"], item.state)] += 1
                yield item

    def _rows(self) -> Iterator[_Row]:
        shown = self._client.items.shown()
        trash = self._trash(shown)
        here = self._revisions()
        for one in self._client.vault.listed(shown | trash):
            document = one.document or {}
            kind, is_own = document.get("kind"), one.author == self._me
            is_trash = (one.author, one.item) in trash
            if not self._is_taken(one.author, kind) or (is_trash and kind not in documents.PLACED):
                continue
            if one.problem:
                self.unread.append(Unread(b64_encode(one.item), one.problem))
                continue
            earlier = here[one.item] if is_own and kind != "draft" else []
            revs = [*(rev for rev in earlier if rev != one.rev), one.rev]
            state = "trash" if is_trash else "kept"
            yield _Row(_milliseconds(document), b64_encode(one.item), one.author, state, revs)

    def _is_taken(self, author: bytes, kind: Any) -> bool:
        if author == self._me:
            return True
        if self._quiet.get(b64_encode(author)) == "blocked":
            return False
        is_patient = self._client.vault.ring.role == "patient"
        return kind in RECEIVED or (kind is None and is_patient)

    def _trash(self, shown: Any) -> dict[tuple[bytes, bytes], bytes]:
        """Own items that are deleted, with the last revision of each."""
        store, me = self._client.store, self._me
        ended = {
            (author, item): rev
            for author, item, rev, gone in store.items()
            if gone and author == me
        }
        for op in self._client.outbox.ops():
            if op.kind == "del" and op.base:
                ended[me, op.item] = op.base
        return {
            key: rev
            for key, rev in ended.items()
            if key not in shown and store.body(me, rev) is not None
        }

    def _revisions(self) -> dict[bytes, list[bytes]]:
        """Own revisions whose words are here by item, in their order."""
        found: dict[bytes, list[bytes]] = defaultdict(list)
        for revision, body in self._client.store.revisions():
            if revision.author == self._me and body is not None:
                found[revision.item].append(revision.rev)
        return found

    def _people(self) -> list[dict[str, Any]]:
        """Whom one is or was linked with, and what each is shown now."""
        client, shown = self._client, self._client.items.shown()
        found = []
        for one in client.vault.ring.contacts:
            granted = client.sharing.granted(one.id_pk) if one.state != "closed" else set()
            sees = sorted(b64_encode(item) for item in granted if (self._me, item) in shown)
            about = {"id": b64_encode(one.id_pk), "name": one.name, "role": one.role}
            found.append(about | {"state": one.state, "dosing": one.dosing, "sees": sees})
        return found


def _milliseconds(document: documents.Payload) -> int:
    is_lived = document.get("kind") in (*documents.PLACED, "dosing")
    at = documents.moment(documents.happened(document) if is_lived else document.get("written"))
    return 0 if at == documents.NO_DATE else (at - _EPOCH) // timedelta(milliseconds=1)
