"""Identifiers that anybody can compute (`docs/protocol.md` sections 2 to 5). 16 bytes each where nothing else is said."""

from journal.wire.encoding import h, lbl
from journal.wire.limits import ID


def account_id(id_pk: bytes) -> bytes:
    """Id of the account whose identity is `id_pk`."""
    return h(lbl("id", id_pk))[:ID]


def erased_mark(id_pk: bytes) -> bytes:
    """What stands for an erased account, 32 bytes: only who knows its id_pk can compute it (`docs/protocol.md` section 3)."""
    return h(lbl("erased", id_pk))


def log_id(author: bytes, audience: bytes) -> bytes:
    """Id of the log that runs from one id_pk to another; the private log has itself as audience."""
    return h(lbl("log", author, audience))[:ID]


def conflict_item(item: bytes, rev: bytes) -> bytes:
    """Item of the conflict copy of a revision: the same wherever the copy is made."""
    return h(lbl("conflict-item", item, rev))[:ID]


def conflict_rev(item: bytes, rev: bytes) -> bytes:
    """Revision of the conflict copy of a revision."""
    return h(lbl("conflict-rev", item, rev))[:ID]
