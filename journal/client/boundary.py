"""What a therapist says of how they read, before anybody links with them (`docs/protocol.md` section 9)."""

from journal.client import documents
from journal.client.documents import Payload
from journal.client.errors import ClientError
from journal.client.items import Items, of_kind
from journal.client.outbox import Op
from journal.client.profile import Profile
from journal.client.vault import Listed
from journal.client.writing import Writing


class Boundary:
    """One's own, and those of linked therapists."""

    def __init__(self, profile: Profile, items: Items, writing: Writing) -> None:
        self._profile, self._items, self._writing = profile, items, writing

    def of(self, person: bytes | None = None) -> Payload | None:
        """What a linked therapist, or oneself, said of how they read; None where nothing was said."""
        author = person or self._profile.me
        found = self._found(author)
        return self._profile.vault.open(author, found.rev) if found else None

    def say(self, said: dict[str, str], away: dict[str, str] | None = None) -> None:
        """Say, or say anew, how one reads: `said` by `documents.BOUNDARY`; everybody linked is told by the next sync.

        Raises ClientError for a patient, and where one of the four is blank.
        """
        if self._profile.vault.ring.role != "therapist":
            raise ClientError("role", "A therapist says how they read.")
        if not all(said.get(part, "").strip() for part in documents.BOUNDARY):
            raise ClientError("boundary-missing", "Each of the four wants a few words.")
        found = self._found(self._profile.me)
        if found:
            self._writing.edit(found.item, away=away, **said)
        else:
            self._writing.write_many([{"kind": "boundary", "away": away, **said}])
        self.tell()

    def tell(self) -> bool:
        """Queue it for everybody linked who does not have it as it is now; whether anything was queued."""
        profile = self._profile
        is_therapist = profile.vault.ring.role == "therapist"
        found = self._found(profile.me) if is_therapist else None
        if not found:
            return False
        place = (found.item, found.rev)
        linked = [one for one in profile.vault.ring.contacts if one.state == "linked"]
        logs, told = [profile.log_to(one.id_pk) for one in linked], profile.grants()
        grants = [Op(0, log, "grant", *place) for log in logs if (log, *place) not in told]
        with profile.store.write():
            profile.outbox.add_many(grants)
        return bool(grants)

    def _found(self, author: bytes) -> Listed | None:
        shown = self._items.shown()
        theirs = {place: rev for place, rev in shown.items() if place[0] == author}
        found = of_kind(self._profile.vault.listed(theirs), "boundary")
        written = {one.item: documents.moment((one.document or {}).get("written")) for one in found}
        return max(found, key=lambda one: written[one.item], default=None)
