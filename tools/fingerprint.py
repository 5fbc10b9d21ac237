"""Which code is it? ``.venv/bin/python tools/fingerprint.py`` prints the fingerprint of this source tree.

``tools/fingerprint.py https://journal.example`` fetches every file of that server's build, compares each with the list
the server itself gives out, and then with this source tree. It answers for what *this* machine was handed, now: a
dishonest server may hand out other code to another person. An operator's own ``APP_NAME``, ``APP_SHORT_NAME`` and
``APP_ICON_DIR`` belong to the build: set the same ones to compare.
"""

from __future__ import annotations

import json
import os
import sys
from hashlib import sha256
from urllib.parse import urljoin
from urllib.request import urlopen

from journal.server.shell import Build


def fetch(site: str, url: str) -> bytes:
    """The body at ``url`` of ``site``, uncompressed."""
    with urlopen(urljoin(site, url), timeout=30) as answer:
        return answer.read()


def differences(site: str, ours: Build) -> list[str]:
    """What differs between the server's own list, the files it hands out, and ``ours``; one sentence each."""
    found = []
    text = fetch(site, "/build.json")
    theirs = json.loads(text)
    print(f"the server's build:  {sha256(text).hexdigest()}")
    for url, digest in (theirs["precache"] | theirs["online"]).items():
        if sha256(fetch(site, url)).hexdigest() != digest:
            found.append(f"{url} is not the file that the server's list names")
    prefix = f'self.BUILD = "{sha256(text).hexdigest()}";\n'.encode()
    worker = fetch(site, "/sw.js")
    if (
        worker[: len(prefix)] != prefix
        or sha256(worker[len(prefix) :]).hexdigest() != theirs["worker"]
    ):
        found.append("/sw.js is not the service worker that the server's list names")
    mine = json.loads(ours.listing.body)
    parts = sorted(
        part for part in mine.keys() | theirs.keys() if mine.get(part) != theirs.get(part)
    )
    return found + [f"{part!r} differs from this source tree" for part in parts]


def main() -> None:
    """Print the fingerprint; with a site, compare and exit with 1 where anything differs."""
    ours = Build(os.environ)
    print(f"this source tree:    {ours.fingerprint}")
    if len(sys.argv) > 1:
        found = differences(sys.argv[1], ours)
        print("\n".join(found) or "The server hands out exactly this code.")
        sys.exit(bool(found))


if __name__ == "__main__":
    main()
