"""Which room of `static/js` may name which: every relative path in quotes counts, in code and in JSDoc types alike."""

import re
from collections.abc import Iterator
from pathlib import Path

PAGE = ("lit-html", "qr")
"""What the page's import map has; a worker has no import map and names files of `vendor/`."""
DOOR = ("vault/door/client.js", "vault/door/capture-client.js", "vault/types.js")
"""What a screen may know of the vault: keys and sealed bytes stay in the worker."""
VAULT = ("vault/types.js", "vault/errors.js", "vault/vault-error.js", "vault/network.js", "vault/lent.js")  # fmt: skip
SCREEN = ("components/", "ui/", "domain/", *DOOR, *PAGE)

ROOMS: dict[str, tuple[str, ...]] = {
    "sw.js": (),
    "wire/": ("vendor/",),
    "protocol/": ("wire/", "vendor/"),
    "domain/": (),
    "store/": ("wire/", "vendor/", "idb"),
    "sync/": ("wire/", "store/", "domain/notices.js"),
    "sync/engine": ("wire/", "sync/engine", "sync/pace.js", "sync/types.js"),
    "ui/": ("domain/instants.js", "lit-html"),
    "components/": ("ui/", *PAGE),
    "vault/": ("wire/", "protocol/", "domain/", "store/", "sync/types.js"),
    "vault/device/": (*VAULT, "wire/", "protocol/", "domain/", "store/", "sync/types.js"),
    "vault/keys/": (
        *VAULT,
        "vault/device/",
        "wire/",
        "protocol/",
        "domain/",
        "store/",
        "sync/types.js",
    ),
    "vault/sync/": (*VAULT, "vault/device/", "wire/", "protocol/", "domain/", "store/", "sync/"),
    "vault/journal/": (*VAULT, "vault/device/", "wire/", "protocol/", "domain/", "store/"),
    "vault/door/": ("vault/", "wire/", "protocol/", "domain/", "store/", "sync/"),
    "vault/door/client.js": (*VAULT, "vault/door/", "ui/trusted.js"),
    "vault/door/capture-client.js": (*VAULT, "vault/door/", "vault/device/", "ui/trusted.js"),
    "workers/": ("vault/", "vendor/"),
    "views/shared/": SCREEN,
    "views/account/": (*SCREEN, "views/shared/", "views/sharing/"),
    "views/design/": (*SCREEN, "views/shared/", "views/timeline/"),
    "views/doses/": (*SCREEN, "views/shared/"),
    "views/help/": (*SCREEN, "views/shared/"),
    "views/journal/": (
        *SCREEN,
        "views/shared/",
        "views/measures/",
        "views/sharing/",
        "views/threads/",
    ),
    "views/measures/": (*SCREEN, "views/shared/"),
    "views/room/": (
        *SCREEN,
        "views/shared/",
        "views/measures/",
        "views/sharing/",
        "views/timeline/",
    ),
    "views/sharing/": (*SCREEN, "views/shared/"),
    "views/threads/": (*SCREEN, "views/shared/"),
    "views/timeline/": (*SCREEN, "views/shared/"),
    "views/today/": (*SCREEN, "views/shared/", "views/measures/"),
    "views/writing/": (*SCREEN, "views/shared/", "views/sharing/"),
    "app.js": ("views/", "ui/", *DOOR, *PAGE),
}
"""A room, or files whose paths begin like this, and what else than itself it may name. The longest beginning counts."""

_RELATIVE = re.compile(r"""["'](\.{1,2}/[^"'\s]+\.js)["']""")
_BARE = re.compile(
    r"""(?:^import |^(?:import|export|\}).* from |\bimport\(|@import .* from )["']([^."'][^"'\s]*)["']""",
    re.MULTILINE,
)


def crossings(folder: Path) -> list[str]:
    """`file names other` for each path under `folder`, a `static`, that no room allows."""
    scripts = folder / "js"
    files = sorted(scripts.rglob("*.js"))
    if (folder / "sw.js").exists():
        files.append(folder / "sw.js")
    return [
        f"{name} names {target}"
        for file in files
        for name in [_name(folder, file)]
        for target in _named(folder, file)
        if not _may(name, target)
    ]


def _name(folder: Path, file: Path) -> str:
    return file.relative_to(folder).as_posix().removeprefix("js/")


def _named(folder: Path, file: Path) -> Iterator[str]:
    text = file.read_text()
    for path in _RELATIVE.findall(text):
        target = (file.parent / path).resolve()
        yield _name(folder.resolve(), target) if target.is_relative_to(folder.resolve()) else path
    yield from _BARE.findall(text)


def _may(name: str, target: str) -> bool:
    room = max((room for room in ROOMS if name.startswith(room)), key=len, default=None)
    if room is None:
        return False
    inside = room if room.endswith("/") else name
    return target.startswith((inside, *ROOMS[room]))
