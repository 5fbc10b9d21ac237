"""A person whose client is their own: it seals whatever `payloads.js` thinks of, keeps it and shows it to somebody else."""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

from journal.client.client import Client
from journal.client.outbox import Op
from journal.client.writing import Version
from journal.wire.encoding import b64_encode, build_json, parse_json
from journal.wire.errors import ProtocolError

NODE = Path(sys.executable).parent / "node"
HEALTHY = "Nothing is odd here."
NAME = "Eve\x1b]0;OWNED\x07\x1b[8m\u202e\x9b31m \u05d0"
"""Of somebody who would command the terminal, and turn every sentence round."""


@cache
def _corpus() -> str:
    made = Path(__file__).with_name("payloads.js")
    return subprocess.run([NODE, made], capture_output=True, text=True, check=True).stdout


def payloads(own: dict[str, str], theirs: dict[str, str]) -> list[tuple[str, dict[str, Any]]]:
    """All of them by name, hung on an entry of the author's own and on one of the reader's."""
    text = _corpus()
    for mark, ids in (("OWN", own), ("THEIR", theirs)):
        for name, id in ids.items():
            text = text.replace(f'"{mark}-{name.upper()}"', json.dumps(id))
    return [(name, payload) for name, payload in json.loads(text)]


def parent(client: Client, item: bytes) -> dict[str, str]:
    """How a payload names an own item."""
    me = client.vault.me
    ids = {"author": me, "item": item, "rev": client.items.shown()[me, item]}
    return {name: b64_encode(id) for name, id in ids.items()}


def _can_be_sealed(payload: dict[str, Any]) -> bool:
    """Whether any reading takes it: the others are refused before anybody could be sent them."""
    try:
        parse_json(build_json(payload))
    except ProtocolError:
        return False
    return True


def writes_all(client: Client, reader: bytes, theirs: dict[str, str]) -> list[tuple[str, bytes]]:
    """Keeps everything the corpus has and shows it to the reader, between two healthy entries; answers names and items."""
    first = client.write(HEALTHY)
    taken = [one for one in payloads(parent(client, first), theirs) if _can_be_sealed(one[1])]
    items = client.writing.keep([Version(payload) for _, payload in taken])
    made = [(name, item) for (name, _), item in zip(taken, items, strict=True)]
    last = client.write(HEALTHY)
    client.sync()
    shown, me = client.items.shown(), client.vault.me
    log = client.profile.log_to(reader)
    items = [first, *(item for _, item in made), last]
    with client.store.write():
        client.outbox.add_many([Op(0, log, "grant", item, shown[me, item]) for item in items])
    client.sync()
    return made
