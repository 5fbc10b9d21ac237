"""Dosing sessions of a course."""

from datetime import datetime
from typing import Any

from journal.client import clock, documents
from journal.client.errors import ClientError
from journal.client.items import Entry, Items
from journal.client.writing import Writing


class Dosings:
    """One's own, and those that others show."""

    def __init__(self, items: Items, writing: Writing) -> None:
        self._items, self._writing = items, writing

    def by_date(self, author: bytes | None = None) -> list[Entry]:
        """Dosing sessions of one person (oneself by default), by date."""
        found = self._items.entries(author, ("dosing",))
        return [one for one in reversed(found) if one.document]

    def add(self, happened: datetime, route: str, **members: Any) -> bytes:
        """A dosing session: `note`, `number`, `state` as in section 9. Given to those who may see dosing sessions.

        Raises ClientError for a route or state that there is not.
        """
        known = [one.document for one in self.by_date()]
        number = members.pop("number", None) or documents.next_number(known)
        state = members.pop("state", None) or ("planned" if happened > clock.now() else "done")
        if route not in documents.ROUTES or state not in documents.STATES:
            raise ClientError("route", f"A route is one of {', '.join(documents.ROUTES)}.")
        fields = {"happened": happened, "route": route, "number": number, "state": state}
        return self._writing.write_many([{"kind": "dosing", **fields, **members}])[0]
