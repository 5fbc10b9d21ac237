"""What a person types for an entry or somebody: an id, its unique beginning, or a name."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from journal.client.client import Client
from journal.client.devices import SignedIn
from journal.client.documents import PLACED
from journal.client.drafts import Draft, drafts
from journal.client.errors import ClientError
from journal.client.items import Entry
from journal.client.people import Waiting, person_id
from journal.protocol.ring import Contact

T = TypeVar("T")
LEAST = 4
"""Characters an abbreviated id has at least."""


def find_entry(client: Client, typed: str, *, own: bool = False) -> Entry:
    """The entry, dosing session or comment with that id or unique beginning of it."""
    authors = [client.vault.me]
    if not own:
        authors += [one.id_pk for one in client.vault.ring.contacts]
    kinds = (*PLACED, "dosing", "comment", "note", "excerpt")
    entries = [entry for author in authors for entry in client.entries(author, kinds)]
    found = [entry for entry in entries if _begins(entry.item.hex(), typed)]
    return _only(found, f"There is no entry “{typed}”.", f"“{typed}” could be several entries.")


def find_draft(client: Client, typed: str) -> Draft:
    """The draft with that id or unique beginning of it."""
    found = [one for one in drafts(client) if _begins(one.item.hex(), typed)]
    return _only(found, f"There is no draft “{typed}”.", f"“{typed}” could be several drafts.")


def find_device(client: Client, typed: str) -> SignedIn:
    """The signed-in device with that id or unique beginning of it."""
    found = [one for one in client.devices.list() if _begins(one.id.hex(), typed)]
    return _only(found, f"There is no device “{typed}”.", f"“{typed}” could be several devices.")


def find_person(client: Client, typed: str) -> Contact:
    """The linked person with that name, id or unique beginning of it."""
    return _find_person(client.vault.ring.contacts, typed, lambda one: (one.name, one.id_pk))


def find_waiting(client: Client, typed: str) -> Waiting:
    """The person with that name or id who answered an invite."""
    return _find_person(client.people.waiting(), typed, lambda one: (one.answer.name, one.id_pk))


def _find_person(people: Iterable[T], typed: str, names: Callable[[T], tuple[str, bytes]]) -> T:
    people = list(people)
    named = [one for one in people if names(one)[0].casefold() == typed.strip().casefold()]
    found = named or [one for one in people if _begins(person_id(names(one)[1]), typed)]
    return _only(found, f"There is nobody “{typed}” here.", f"“{typed}” could be several people.")


def _begins(id: str, typed: str) -> bool:
    return len(typed) >= LEAST and id.startswith(typed.lower())


def _only(found: list[T], nothing: str, several: str) -> T:
    if not found:
        raise ClientError("not-found", nothing)
    if len(found) > 1:
        raise ClientError("ambiguous", several)
    return found[0]
