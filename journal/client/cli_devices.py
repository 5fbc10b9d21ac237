"""`afterglow devices`: which of one's devices are signed in, and signing one out."""

import argparse
from collections.abc import Callable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from journal.client.client import Client
from journal.client.clock import zone
from journal.client.devices import MOST, SignedIn
from journal.client.errors import ClientError
from journal.client.names import find_device

Answer = tuple[dict[str, Any], str]

_ENDED = (
    "Signed out. What is on that device stays there, sealed, and opens with the passphrase that it had; with that passphrase it"
    " also signs in again. If somebody may know it, run `afterglow passphrase`: that signs out every other device."
)
_SAID = "The server keeps this list, and could leave something out."


def add_commands(add: Any, adder: Any, opened: Callable[[argparse.Namespace], Client]) -> None:
    """Adds `devices` and, by another `adder`, `devices end`; `opened` unlocks the profile that the options name."""
    about = "list the devices that are signed in, or sign one out"
    devices = add("devices", lambda options: _list(opened(options)), about)
    within = devices.add_subparsers(metavar="end")
    end = adder(within)("end", lambda options: _end(options, opened(options)), "sign a device out")
    end.add_argument("id", metavar="ID")


def _list(client: Client) -> Answer:
    # A session that has ended begins anew, and this device's name is left.
    client.sync()
    found = client.devices.list()
    shown = "\n".join(_row(one) for one in found)
    more = "\nThere may be more. `afterglow passphrase` signs out every other device."
    return {"devices": [_value(one) for one in found]}, (
        f"{shown}\n{_SAID}{more if len(found) == MOST else ''}"
    )


def _end(options: argparse.Namespace, client: Client) -> Answer:
    client.sync()
    device = find_device(client, options.id)
    if device.current:
        raise ClientError("this-device", "That is this device. `afterglow lock` signs it out.")
    client.devices.end(device.id)
    return {"ended": device.id.hex()}, _ENDED


def _row(device: SignedIn) -> str:
    name = device.name or "A device without a name"
    this = " (this device)" if device.current else ""
    return f"{device.id.hex()[:8]}  {name}{this}  signed in {_when(device.created)}, last seen {_when(device.seen)}"


def _value(device: SignedIn) -> dict[str, Any]:
    return {
        "id": device.id.hex(),
        "name": device.name,
        "created": device.created and device.created.isoformat(),
        "seen": device.seen and device.seen.isoformat(),
        "current": device.current,
    }


def _when(moment: datetime | None) -> str:
    return (
        f"{moment.astimezone(ZoneInfo(zone())):%Y-%m-%d %H:%M}" if moment else "at a time unknown"
    )
