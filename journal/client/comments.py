"""Comments on entries, one's own and those that others share."""

from typing import Any

from journal.client import documents
from journal.client.items import Entry, Items
from journal.client.profile import Profile
from journal.client.quiet import Quiet
from journal.client.writing import Writing
from journal.wire.encoding import b64_encode


class Comments:
    """A comment stands with the entry it is about, or with the excerpt of it that its author was shown."""

    def __init__(self, profile: Profile, items: Items, writing: Writing, quiet: Quiet) -> None:
        self._profile, self._items, self._writing, self._quiet = profile, items, writing, quiet

    def write(self, author: bytes, item: bytes, text: str, **members: Any) -> bytes:
        """Comment on a shown entry; on one that is shared with us it goes back to its author.

        Raises ClientError where there is no such entry, or its author is not linked any more.
        """
        parent = self._items.reference(author, item)
        fields = {"kind": "comment", "text": text, "parent": parent, **members}
        comment = self._writing.write_many([fields])[0]
        if author != self._profile.me:
            rev = self._items.own_rev(comment)
            log = self._profile.log_to(self._profile.linked(author).id_pk)
            with self._profile.store.write():
                self._profile.outbox.add(log, "grant", comment, rev)
        return comment

    def on(self, author: bytes, item: bytes) -> list[Entry]:
        """Comments on an entry and parts of it, oldest first: one's own, and those of people one shares with."""
        me = self._profile.me
        own = self._items.excerpts().get(item, set()) if author == me else set()
        about = {b64_encode(one) for one in (item, *own)}
        found = []
        for person in (me, *self._heard()):
            for one in self._items.entries(person, ("comment",)):
                parent = documents.parent(one.document)
                if parent.get("author") == b64_encode(author) and parent.get("item") in about:
                    found.append(one)
        return sorted(found, key=lambda one: documents.moment(one.document.get("written")))

    def answer_to(self, comment: Entry) -> Entry | None:
        """The one answer to a comment, by the person whose entry it is about."""
        about = documents.parent(comment.document).get("author")
        answers = self.on(comment.author, comment.item)
        return next((one for one in answers if b64_encode(one.author) == about), None)

    def _heard(self) -> list[bytes]:
        """Everybody but the blocked."""
        people = [one.id_pk for one in self._profile.vault.ring.contacts]
        said = self._quiet.all()
        return [one for one in people if said.get(b64_encode(one)) != "blocked"]
