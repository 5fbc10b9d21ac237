"""Not hearing from somebody: muted, or blocked for good. Nobody is told of it (`docs/protocol.md` section 9)."""

from journal.client.items import Items
from journal.client.people import end_link
from journal.client.profile import Profile
from journal.client.writing import Writing
from journal.wire.encoding import b64_encode


class Quiet:
    """What one has said of whom."""

    def __init__(self, profile: Profile, items: Items, writing: Writing) -> None:
        self._profile, self._items, self._writing = profile, items, writing

    def of(self, person: bytes) -> str:
        """Whether one does not want to hear from somebody: `muted`, `blocked`, or nothing."""
        return self.all().get(b64_encode(person), "")

    def set(self, person: bytes, what: str) -> None:
        """Mute somebody, hear from them again (`""`), or block them: then the link ends too, and it stays so."""
        key = b64_encode(self._profile.vault.contact(person).id_pk)
        if self.of(person) == "blocked":
            return
        documents = self._items.entries(kinds=("quiet",))
        old = next((one for one in documents if one.document.get("person") == key), None)
        if old:
            self._writing.edit(old.item, what=what)
        else:
            self._writing.write_many([{"kind": "quiet", "person": key, "what": what}])
        if what == "blocked":
            end_link(self._profile, person)

    def all(self) -> dict[str, str]:
        """By b64 id_pk. Of two documents about one person the last word holds, but a block stays."""
        found: dict[str, str] = {}
        for one in reversed(self._items.entries(kinds=("quiet",))):
            person, what = (str(one.document.get(name, "")) for name in ("person", "what"))
            if found.get(person) != "blocked":
                found[person] = what
        return found
