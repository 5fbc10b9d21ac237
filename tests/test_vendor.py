"""The vendored libraries are what the manifest says, and what the app imports is there."""

import base64
import hashlib
import json
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
VENDOR = ROOT / "static/vendor"
MANIFEST = json.loads((VENDOR / "manifest.json").read_text())
LOCK = json.loads((ROOT / "package-lock.json").read_text())["packages"]
BARE_IMPORT = re.compile(r"""(?:from|import)\s*\(?\s*["']([^"'./\s|][^"'\s]*)["']""")


def test_every_script_is_listed():
    """No script lies in static/vendor that the manifest does not know."""
    found = {str(path.relative_to(VENDOR)) for path in VENDOR.rglob("*.js")}
    assert found == set(MANIFEST["files"])


@pytest.mark.parametrize("file", MANIFEST["files"])
def test_bytes_are_the_listed_ones(file):
    """The committed file has the SHA-384 of the manifest."""
    digest = hashlib.sha384((VENDOR / file).read_bytes()).digest()
    assert MANIFEST["files"][file]["integrity"] == f"sha384-{base64.b64encode(digest).decode()}"


@pytest.mark.parametrize("package", MANIFEST["packages"], ids=lambda package: package["name"])
def test_sources_are_the_pinned_ones(package):
    """Version, licence and SHA-512 of each source are those that package-lock.json pins."""
    locked = LOCK[f"node_modules/{package['name']}"]
    assert package == {"name": package["name"]} | {
        key: locked[key] for key in ("version", "license", "integrity")
    }


def test_made_again_they_are_the_same(node, tmp_path):
    """The script makes every file again, byte for byte, from the pinned packages."""
    subprocess.run([node, "tools/vendor.js", tmp_path], cwd=ROOT, check=True)
    assert _bytes_below(tmp_path) == _bytes_below(VENDOR)


def _bytes_below(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_vendored_files_import_only_each_other():
    """No vendored file asks for anything outside the folder."""
    for file in MANIFEST["files"]:
        assert BARE_IMPORT.findall((VENDOR / file).read_text()) == [], file


def test_names_that_are_imported_exist():
    """Every bare name that the app imports is in the manifest, so that the import map resolves it."""
    scripts = (ROOT / "static/js").rglob("*.js")
    used = {name for path in scripts for name in BARE_IMPORT.findall(path.read_text())}
    assert used <= set(MANIFEST["imports"])


def test_every_licence_is_there():
    """The licence text of each package lies beside the files."""
    text = (VENDOR / "LICENSES").read_text()
    for package in MANIFEST["packages"]:
        assert f"# {package['name']}\n" in text
