"""The linters find nothing, and would: each line that must hold is crossed on purpose in a copy."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

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


JS_FAULTS = {
    "wire imports protocol": ("wire/a.js", 'import "../protocol/kdf.js";'),
    "wire reads the clock": ("wire/a.js", "export const now = () => Date.now();"),
    "protocol imports the vault": ("protocol/a.js", 'import "../vault/ring.js";'),
    "protocol reaches the network": ("protocol/a.js", 'export const a = () => fetch("/");'),
    "the model imports the store": ("model/a.js", 'import "../store/db.js";'),
    "the store imports protocol": ("store/a.js", 'import "../protocol/seal.js";'),
    "sync imports the vault": ("sync/a.js", 'import "../vault/ring.js";'),
    "sync imports protocol lazily": (
        "sync/a.js",
        'export const a = import("../protocol/seal.js");',
    ),
    "the engine imports the store": ("sync/engine.js", 'import "../store/db.js";'),
    "the engine sets a timer": ("sync/engine.js", "setTimeout(() => {}, 1);"),
    "the engine reads the clock": ("sync/engine-plan.js", "export const a = new Date();"),
    "a worker's module uses the import map": ("vault/a.js", 'import "hpke";'),
    "the vault imports a screen": ("vault/a.js", 'import "../views/patient/today-view.js";'),
    "a screen imports protocol": ("views/a.js", 'import "../protocol/kdf.js";'),
    "a screen imports the store": ("views/account/a.js", 'import "../../store/db.js";'),
    "a screen imports the vault's inside": ("views/patient/a.js", 'import "../../vault/ring.js";'),
    "patient imports therapist": ("views/patient/a.js", 'import "../therapist/queue-view.js";'),
    "therapist imports patient": ("views/therapist/a.js", 'import "../patient/today-view.js";'),
    "a component knows the app": ("components/a.js", 'import "../app.js";'),
    "a component knows the model": ("components/a.js", 'import "../model/entry.js";'),
    "ui knows a component": ("ui/a.js", 'import "../components/save-state.js";'),
    "the service worker imports": ("sw.js", 'import "./js/wire/ids.js";'),
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


def _script(folder: Path, where: str) -> Path:
    return folder / "static" / (where if where == "sw.js" else f"js/{where}")


@pytest.mark.parametrize("fault", JS_FAULTS)
def test_biome_finds(javascript, fault):
    """Biome refuses a file that crosses this line, and would take the same file without it."""
    where, text = JS_FAULTS[fault]
    file = _script(javascript, where)
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


ALLOWED = {
    "a screen may ask the vault's client": ("views/patient/a.js", "../../vault/client.js"),
    "the vault may seal": ("vault/a.js", "../protocol/seal.js"),
    "protocol may sign what wire checks": ("protocol/a.js", "../wire/records.js"),
    "a worker may use a vendored file": ("workers/a.js", "../../vendor/hpke.js"),
}


@pytest.mark.parametrize("use", ALLOWED)
def test_biome_allows(javascript, use):
    """What the layers are for stays possible."""
    where, specifier = ALLOWED[use]
    file = _script(javascript, where)
    file.parent.mkdir(parents=True)
    file.write_text(f'import "{specifier}";\n')
    done = _run([NPM / "biome", "lint", "--error-on-warnings", file], javascript)
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


@pytest.mark.parametrize("fault", PYTHON_FAULTS)
def test_import_linter_finds(tmp_path, fault):
    """import-linter refuses a module that crosses this line, and takes the packages without it."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for package in ("", "wire", "protocol", "packs", "server", "client", "demo"):
        (tmp_path / "journal" / package).mkdir()
        (tmp_path / "journal" / package / "__init__.py").touch()
    command = [BIN / "lint-imports", "--no-logo", "--no-cache"]
    kept = _run(command, tmp_path)
    assert kept.returncode == 0, kept.stdout
    package, line = PYTHON_FAULTS[fault]
    (tmp_path / "journal" / package / "crossing.py").write_text(f"{line}\n")
    broken = _run(command, tmp_path)
    assert broken.returncode == 1, broken.stdout
    assert "BROKEN" in broken.stdout
