"""What a dishonest server or somebody between can do to an answer; each gives a change for `Proxy.changes`."""

import json
from collections.abc import Callable
from typing import Any

from journal.protocol.keys import Identity, KemKey, generate_secret
from journal.wire.bundles import build_bundle
from journal.wire.feed import build_page, parse_page
from journal.wire.headers import Head
from journal.wire.records import (
    Record,
    build_frame,
    build_record,
    parse_content,
    plain_content,
    put_content,
)

FEED = ("GET", "/api/v1/feed")

Change = Callable[[bytes], bytes]


class Villain:
    """Somebody whom only the server knows."""

    def __init__(self) -> None:
        self.identity = Identity(generate_secret())
        self.kem = KemKey(generate_secret())
        self.bundle = build_bundle(self.identity.sign, self.identity.public, 1, self.kem.public)


def records(change: Callable[[list[Record]], list[Record]]) -> Change:
    """Every page of the feed with other records in it."""

    def changed(data: bytes) -> bytes:
        page = parse_page(data)
        frames = map(build_frame, change(page.records))
        return build_page(page.epoch, page.after, page.next, page.more, frames)

    return changed


def foreign_key(villain: Villain, author: Identity, audience: bytes) -> Record:
    """The villain's key, which `author` has signed as their own, in the log to `audience` (32 bytes)."""
    bundle = build_bundle(villain.identity.sign, villain.identity.public, 2, villain.kem.public)
    head = Head(40, bytes(32), 0, 1, False)
    content = plain_content(bundle)
    return build_record(author.sign, author.public, audience, head, "key", content)


def members(change: Callable[[dict[str, Any]], dict[str, Any]]) -> Change:
    """A JSON answer with other members."""
    return lambda data: json.dumps(change(json.loads(data))).encode()


def without_body(number: int) -> Change:
    """The body of the revision that comes `number`th in the feed (from 0) is withheld: only its hash is shown."""

    def withheld(page: list[Record]) -> list[Record]:
        seen = 0
        changed = []
        for record in page:
            if record.header.type == "put":
                rows = []
                for row in parse_content(record).rows:
                    rows.append(row._replace(body=None) if seen == number else row)
                    seen += 1
                changed.append(record._replace(payload=put_content(rows).payload))
            else:
                changed.append(record)
        return changed

    return records(withheld)
