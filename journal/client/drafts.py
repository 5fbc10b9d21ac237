"""Drafts: what was begun on a device and is not kept yet (`docs/protocol.md` section 9)."""

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from journal.client import documents
from journal.client.documents import Payload
from journal.client.errors import ClientError
from journal.wire.encoding import b64_decode
from journal.wire.errors import Malformed
from journal.wire.limits import ID

if TYPE_CHECKING:
    from journal.client.client import Client

_MEMBERS = ("title", "text", "prompt", "phase", "dosing", "happened", "answers")


class Draft(NamedTuple):
    """`item` is what it is backed up as; `entry` the item it is to be or changes, None where that is not known."""

    item: bytes
    entry: bytes | None
    changes: bool
    """Whether an entry that stands is being changed."""
    kind: str
    written: Payload
    members: Payload
    """What was typed and chosen, as the members of an entry."""

    @property
    def text(self) -> str:
        """The words."""
        return str(self.members.get("text") or "")


def drafts(client: "Client") -> list[Draft]:
    """Drafts of entries, the newest first; what was left in a form is for the app alone."""
    shown = client.entries(kinds=("draft",))
    found = [_draft(client, one.item) for one in shown if one.document]
    kept = [one for one in found if one is not None]
    return sorted(kept, key=lambda one: documents.moment(one.written), reverse=True)


def finish(client: "Client", draft: Draft, text: str) -> bytes:
    """Keep a draft as an entry with this text; answers the entry. The draft is deleted only once that is kept."""
    members = draft.members | {"text": text}
    if draft.changes and draft.entry:
        client.edit(draft.entry, **members)
        item = draft.entry
    else:
        item = client.writing.write_as(draft.entry, kind=draft.kind, **members)
    client.delete(draft.item)
    return item


def _draft(client: "Client", item: bytes) -> Draft | None:
    try:
        payload = client.read(client.vault.me, item)
    except ClientError:
        return None
    body, of = payload.get("body"), payload.get("draft_of")
    if not isinstance(body, dict) or not isinstance(of, str) or of.startswith("form "):
        return None
    entry = None
    # A conflict copy becomes an entry of its own: the other version has the item.
    if "conflict_of" not in payload:
        with suppress(Malformed):
            entry = b64_decode(of, ID)
    shown = client.items.shown()
    stands = entry is not None and (client.vault.me, entry) in shown
    changes = bool(body.get("rev")) and stands
    scored = body.get("scored")
    members = {name: body[name] for name in _MEMBERS if body.get(name)}
    members |= scored if isinstance(scored, dict) else {}
    kind = body.get("kind") if body.get("kind") in documents.PLACED else "entry"
    # Kept by another device meanwhile: both stand.
    free = entry if changes or not stands else None
    return Draft(item, free, changes, str(kind), payload.get("written", {}), members)
