"""What was read: ticks of one's own, and letting somebody know that their entry was opened."""

from typing import Any

from journal.client import documents
from journal.client.items import Entry, Items
from journal.client.profile import Profile
from journal.client.writing import Writing
from journal.wire.encoding import b64_encode


class Receipts:
    """A review is private to oneself; a receipt goes to the author of the entry where a therapist lets them know."""

    def __init__(self, profile: Profile, items: Items, writing: Writing) -> None:
        self._profile, self._items, self._writing = profile, items, writing

    def review(self, author: bytes, item: bytes, *, reviewed: bool = True, **members: Any) -> None:
        """Tick a shared entry as reviewed, or take the tick back. Private to oneself."""
        parent = self._items.reference(author, item)
        about = {name: parent[name] for name in ("author", "item")}
        for one in self._items.entries(kinds=("review",)):
            known = one.document.get("parent")
            if isinstance(known, dict) and about.items() <= known.items():
                self._writing.edit(one.item, reviewed=reviewed, parent=parent, **members)
                return
        fields = {"kind": "review", "reviewed": reviewed, "parent": parent, **members}
        self._writing.write_many([fields])

    def opened(self, author: bytes, item: bytes) -> None:
        """Note that a comment or a shared entry has been read, on all devices of this account.

        The author of an entry is told, where a therapist reads it who has not set otherwise.
        """
        parent = self._items.reference(author, item)
        fields = {"kind": "receipt", "what": "opened", "parent": parent}
        receipt = self._writing.write_many([fields])[0]
        if self._is_told(author, item):
            rev = self._items.own_rev(receipt)
            log = self._profile.log_to(self._profile.linked(author).id_pk)
            with self._profile.store.write():
                self._profile.outbox.add(log, "grant", receipt, rev)

    def opened_by(self, item: bytes) -> list[Entry]:
        """Receipts of those who let one know that they have opened an own entry, or a part of it."""
        me = b64_encode(self._profile.me)
        own = {b64_encode(one) for one in (item, *self._items.excerpts().get(item, ()))}
        people = [one.id_pk for one in self._profile.vault.ring.contacts]
        receipts = [one for who in people for one in self._items.entries(who, ("receipt",))]
        parents = [documents.parent(one.document) for one in receipts]
        return [
            one
            for one, parent in zip(receipts, parents, strict=True)
            if parent.get("author") == me and parent.get("item") in own
        ]

    def _is_told(self, author: bytes, item: bytes) -> bool:
        vault = self._profile.vault
        if vault.ring.role != "therapist" or author == vault.me:
            return False
        is_comment = self._items.read(author, item)["kind"] == "comment"
        return not is_comment and self._items.settings().get("tellOpened") is not False
