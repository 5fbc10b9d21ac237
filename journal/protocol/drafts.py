"""Drafts (`docs/protocol.md` section 9): what is being written and not kept yet, as an item of its own."""

from journal.wire.encoding import h, lbl
from journal.wire.limits import ID


def draft_item(id_pk: bytes, of: str) -> bytes:
    """The item a draft is backed up as, 16 bytes: the same on all devices of an account.

    `of`: b64 item of the entry that it is to be or changes, or `form ` and the name of a form.
    """
    return h(lbl("draft-item", id_pk, of.encode()))[:ID]
