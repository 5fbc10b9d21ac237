"""Which code is it? `.venv/bin/python -m tools.fingerprint` prints the fingerprint of this source tree.

`-m tools.fingerprint https://journal.example` fetches every file of that server's build, compares each with the list
the server itself gives out, and then with this source tree. It answers for what *this* machine was handed, now: a
dishonest server may hand out other code to another person. An operator's own `OPERATOR`, `APP_NAME`, `APP_SHORT_NAME`
and `APP_ICON_DIR` belong to the build: set the same ones to compare.
"""

import json
import os
import sys
from hashlib import sha256
from urllib.parse import urljoin
from urllib.request import Request, urlopen

from journal.server.shell import Build


def fetch(site: str, url: str, language: str = "en") -> bytes:
    """The body at `url` of `site`, uncompressed, as one gets it who reads `language`."""
    request = Request(urljoin(site, url), headers={"Accept-Language": language})
    with urlopen(request, timeout=30) as answer:
        return answer.read()


def differences(site: str, ours: Build) -> list[str]:
    """What differs between the server's own list, the files it hands out, and `ours`; one sentence each."""
    text = fetch(site, "/build.json")
    theirs = json.loads(text)
    print(f"the server's build:  {sha256(text).hexdigest()}")
    listed = theirs["online"] | {
        url: hash_of(file["text"]) for url, file in theirs["files"].items()
    }
    found = [
        f"{url} is not the file that the server's list names"
        for url, digest in listed.items()
        if sha256(fetch(site, url)).hexdigest() != digest
    ]
    found += [
        f"{url} in {language} is not the page that the server's list names"
        for language, pages in theirs["languages"].items()
        for url, digest in pages.items()
        if sha256(fetch(site, url, language)).hexdigest() != digest
    ]
    first, _, source = fetch(site, "/sw.js").decode().partition("\n")
    if (
        first != f'self.BUILD = "{sha256(text).hexdigest()}";'
        or hash_of(source) != theirs["worker"]
    ):
        found.append("/sw.js is not the service worker that the server's list names")
    mine = json.loads(ours.whole.body)
    for part in ("files", "online"):
        urls = sorted(mine[part].keys() | theirs[part].keys())
        changed = [url for url in urls if mine[part].get(url) != theirs[part].get(url)]
        found += [f"{url} differs from this source tree" for url in changed]
    parts = ("version", "headers", "worker", "languages")
    return found + [
        f"{part} differs from this source tree" for part in parts if mine[part] != theirs[part]
    ]


def hash_of(text: str) -> str:
    """SHA-256 of a text file."""
    return sha256(text.encode()).hexdigest()


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
