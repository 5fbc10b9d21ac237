"""The linters find nothing, and would: each line that must hold is crossed on purpose in a copy."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.rooms import ROOMS, crossings

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
NPM = ROOT / "node_modules/.bin"
PATH = f"{BIN}:{os.environ['PATH']}"

LINTERS = {
    "ruff": [BIN / "ruff", "check", "--no-cache"],
    "ruff-format": [BIN / "ruff", "format", "--check", "--no-cache"],
    "mypy": [BIN / "mypy"],
    "import-linter": [BIN / "lint-imports", "--no-logo"],
    "tsc-pages": [NPM / "tsc", "-p", "tsconfig.json"],
    "tsc-workers": [NPM / "tsc", "-p", "tsconfig.worker.json"],
    "tsc-node": [NPM / "tsc", "-p", "tsconfig.node.json"],
    "biome": [NPM / "biome", "check", "--error-on-warnings"],
}


def _run(command: list, folder: Path) -> subprocess.CompletedProcess:
    return subprocess.run(
        command,
        cwd=folder,
        env=os.environ | {"PATH": PATH},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("linter", LINTERS)
def test_nothing_to_complain_of(linter):
    """The linter accepts the whole repository."""
    done = _run(LINTERS[linter], ROOT)
    assert done.returncode == 0, done.stdout


CROSSINGS = {
    "wire names protocol": ("js/wire/a.js", "../protocol/kdf.js"),
    "protocol names the vault": ("js/protocol/a.js", "../vault/device/session.js"),
    "the domain names the store": ("js/domain/a.js", "../store/database.js"),
    "the domain names the vault": ("js/domain/a.js", "../vault/types.js"),
    "the store names protocol": ("js/store/a.js", "../protocol/seal.js"),
    "sync names the vault": ("js/sync/a.js", "../vault/types.js"),
    "sync names protocol": ("js/sync/a.js", "../protocol/seal.js"),
    "the engine names the store": ("js/sync/engine.js", "../store/database.js"),
    "the engine names what runs it": ("js/sync/engine-plan.js", "./runner.js"),
    "a worker's module uses the import map": ("js/vault/keys/a.js", "hpke"),
    "the vault names a screen": ("js/vault/journal/a.js", "../../views/today/today.js"),
    "the device's room names the journal": ("js/vault/device/a.js", "../journal/entries.js"),
    "sync's transaction names the journal": ("js/vault/sync/a.js", "../journal/boundaries.js"),
    "the journal names sync": ("js/vault/journal/a.js", "../sync/syncing.js"),
    "a room names the door": ("js/vault/keys/a.js", "../door/vault.js"),
    "a screen names protocol": ("js/views/shared/a.js", "../../protocol/kdf.js"),
    "a screen names the store": ("js/views/account/a.js", "../../store/database.js"),
    "a screen names the vault's inside": ("js/views/today/a.js", "../../vault/device/session.js"),
    "a screen names the therapist's room": ("js/views/sharing/a.js", "../room/queue.js"),
    "the therapist's room names Today": ("js/views/room/a.js", "../today/today.js"),
    "what is shared names a room": ("js/views/shared/a.js", "../today/today.js"),
    "a room that nobody knows": ("js/views/attic/a.js", "../shared/frame.js"),
    "a component names the app": ("js/components/a.js", "../app.js"),
    "a component names the domain": ("js/components/a.js", "../domain/entries.js"),
    "ui names a component": ("js/ui/a.js", "../components/sheet.js"),
    "the service worker imports": ("sw.js", "./js/wire/ids.js"),
}

ALLOWED = {
    "a screen may ask the vault's client": ("js/views/today/a.js", "../../vault/door/client.js"),
    "a journal may seal": ("js/vault/journal/a.js", "../../protocol/seal.js"),
    "protocol may sign what wire checks": ("js/protocol/a.js", "../wire/records.js"),
    "a worker may use a vendored file": ("js/workers/a.js", "../../vendor/hpke.js"),
    "a screen may use the import map": ("js/views/today/a.js", "lit-html"),
}

NAMED = {
    "imported": 'import {{ a }} from "{}";',
    "imported in lines": 'import {{\n  a,\n}} from "{}";',
    "imported for itself": 'import "{}";',
    "handed on": 'export {{ a }} from "{}";',
    "imported lazily": 'export const a = () => import("{}");',
    "as a type": '/** @import {{ A }} from "{}" */',
    "as a type in a line": '/** @type {{import("{}").A}} */',
}


def test_rooms_hold():
    """Nothing under `static/js` names what its room may not, types counted."""
    assert crossings(ROOT / "static") == []


def test_every_room_is_used():
    """A room that has gone is no longer in the table."""
    names = [
        file.relative_to(ROOT / "static").as_posix() for file in (ROOT / "static").rglob("*.js")
    ]
    gone = [
        room for room in ROOMS if not any(n.removeprefix("js/").startswith(room) for n in names)
    ]
    assert gone == []


def _names(folder: Path, where: str, line: str) -> list[str]:
    file = folder / where
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"{line}\n")
    return crossings(folder)


@pytest.mark.parametrize("way", NAMED)
@pytest.mark.parametrize("crossing", CROSSINGS)
def test_a_crossing_is_found(tmp_path, crossing, way):
    """However the other room is named, in code or in a type."""
    where, target = CROSSINGS[crossing]
    assert _names(tmp_path, where, NAMED[way].format(target))


@pytest.mark.parametrize("way", NAMED)
@pytest.mark.parametrize("use", ALLOWED)
def test_what_a_room_is_for_is_allowed(tmp_path, use, way):
    """What the layers are for stays possible."""
    where, target = ALLOWED[use]
    assert _names(tmp_path, where, NAMED[way].format(target)) == []


STATE = re.compile(r"^(?:export )?let (\w+)", re.MULTILINE)
CONSTANT = re.compile(r"^(?:export )?const (\w+) =", re.MULTILINE)
CHANGED = (
    r"(?<![\w.#]){name}\.(?:set|add|delete|clear|push|pop|shift|unshift|splice|sort|reverse|fill)\(",
    r"(?<![\w.#]){name}(?:\??\.\w+|\[[^\]]*\])+ (?:[-+*/|&?]*)=(?![=>])",
    r"Object\.assign\({name}\b",
    r"(?<![\w.#]){name}(?:\.\w+)+(?:\+\+|--)",
)

# What may outlive the lock, because nobody typed, searched or chose it.
OUTLIVES = {
    "views/shared/content.js read": "the content files as everybody has them",
    "views/shared/score-names.js packNames": "names in the server's own packs",
}


def _module_state(folder: Path) -> list[str]:
    """What a file of a screen goes on holding when the screen is gone, as file and name."""
    found = []
    for file in sorted((folder / "js/views").rglob("*.js")):
        text = file.read_text()
        kept = STATE.findall(text) + [
            name
            for name in CONSTANT.findall(text)
            if any(re.search(way.format(name=re.escape(name)), text) for way in CHANGED)
        ]
        found += [f"{file.relative_to(folder / 'js').as_posix()} {name}" for name in kept]
    return found


def test_what_a_screen_remembers_goes_with_the_session():
    """No file of a screen has state of its own: it would be there after the lock, and for whoever comes next."""
    assert sorted(_module_state(ROOT / "static")) == sorted(OUTLIVES)


HELD = {
    "a variable": "let last = null;",
    "an object that is filled": "const last = {};\n\nexport const a = (b) => Object.assign(last, b);",
    "a member that is set": 'const last = { text: "" };\n\nexport function a(b) {\n  last.text = b;\n}',
    "a map": "const last = new Map();\n\nexport const a = (b) => last.set(b, b);",
    "a set": "export const last = new Set();\n\nexport const a = (b) => last.add(b);",
    "a list": "const last = [];\n\nexport const a = (b) => last.push(b);",
    "a place in a list": "const last = [];\n\nexport function a(b) {\n  last[0] = b;\n}",
    "a number of a member": "const last = { n: 0 };\n\nexport const a = () => last.n++;",
}


@pytest.mark.parametrize("way", HELD)
def test_state_of_a_file_is_found(tmp_path, way):
    """However it is held; the same in a function goes with its call, and a constant is none."""
    file = tmp_path / "js/views/today/a.js"
    file.parent.mkdir(parents=True)
    file.write_text(f"{HELD[way]}\n")
    assert _module_state(tmp_path) == ["views/today/a.js last"]
    inside = HELD[way].replace("export ", "").replace("\n", "\n  ")
    file.write_text(f"const KINDS = [1];\n\nexport function c() {{\n  {inside}\n}}\n")
    assert _module_state(tmp_path) == []


JS_FAULTS = {
    "wire reads the clock": ("wire/a.js", "export const now = () => Date.now();"),
    "protocol reaches the network": ("protocol/a.js", 'export const a = () => fetch("/");'),
    "the engine sets a timer": ("sync/engine.js", "setTimeout(() => {}, 1);"),
    "the engine reads the clock": ("sync/engine-plan.js", "export const a = new Date();"),
    "randomness that can be foretold": ("vault/a.js", "export const a = Math.random();"),
    "words parsed as HTML": ("ui/a.js", 'document.body.innerHTML = "";'),
    "words added as HTML": ("ui/a.js", 'document.body.insertAdjacentHTML("beforeend", "");'),
    "a circle": ("ui/a.js", 'import { b } from "./b.js";\n\nexport const a = () => b();'),
    "eval": ("ui/a.js", 'export const a = () => eval("1");'),
}


@pytest.fixture
def javascript(tmp_path):
    """A folder with Biome's settings and no JavaScript yet."""
    for name in ("biome.json", "tools/biome"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, tmp_path / name)
    return tmp_path


@pytest.mark.parametrize("fault", JS_FAULTS)
def test_biome_finds(javascript, fault):
    """Biome refuses a file that crosses this line, and would take the same file without it."""
    where, text = JS_FAULTS[fault]
    file = javascript / "static/js" / where
    file.parent.mkdir(parents=True)
    (file.parent / "b.js").write_text(
        'import { a } from "./a.js";\n\nexport const b = () => a();\n'
    )
    file.write_text(f"{text}\n")
    command = [NPM / "biome", "lint", "--error-on-warnings", file]
    assert _run(command, javascript).returncode == 1
    file.write_text("export const a = () => 1;\n")
    done = _run(command, javascript)
    assert done.returncode == 0, done.stdout


PYTHON_FAULTS = {
    "the server imports protocol": ("server", "import journal.protocol"),
    "the server imports a client": ("server", "import journal.client"),
    "a client imports the server": ("client", "import journal.server"),
    "wire imports protocol": ("wire", "import journal.protocol"),
    "protocol imports Flask": ("protocol", "import flask"),
    "protocol opens files": ("protocol", "import pathlib"),
    "packs import a client": ("packs", "import journal.client"),
    "wire reads the clock": ("wire", "import datetime"),
    "wire reaches the network": ("wire", "import urllib.request"),
}


@pytest.fixture
def packages(tmp_path):
    """Empty packages under the settings of import-linter."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for package in ("", "wire", "protocol", "packs", "server", "client", "demo"):
        (tmp_path / "journal" / package).mkdir()
        (tmp_path / "journal" / package / "__init__.py").touch()
    return tmp_path


def _broken(folder: Path) -> str:
    """What import-linter says of the packages, nothing where it has nothing to complain of."""
    done = _run([BIN / "lint-imports", "--no-logo", "--no-cache"], folder)
    return done.stdout if done.returncode else ""


@pytest.mark.parametrize("fault", PYTHON_FAULTS)
def test_import_linter_finds(packages, fault):
    """import-linter refuses a module that crosses this line, and takes the packages without it."""
    assert _broken(packages) == ""
    package, line = PYTHON_FAULTS[fault]
    (packages / "journal" / package / "crossing.py").write_text(f"{line}\n")
    assert "BROKEN" in _broken(packages)


def test_import_linter_finds_a_circle_in_the_client(packages):
    """Two modules of the client that need one another are refused, and taken where only one needs the other."""
    one, other = (packages / "journal/client" / name for name in ("one.py", "other.py"))
    one.write_text("import journal.client.other\n")
    other.touch()
    assert _broken(packages) == ""
    other.write_text("import journal.client.one\n")
    assert "BROKEN" in _broken(packages)
