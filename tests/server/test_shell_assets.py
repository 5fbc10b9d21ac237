"""Static files over HTTP: compressed, conditional, in part; and what the start reads out of modules."""

import gzip
import json
from hashlib import sha256
from pathlib import Path

import brotli
import pytest
from flask import Flask

from journal.server.assets import (
    Asset,
    Compressor,
    first_modules,
    import_map,
    read_folder,
    vendored_in_use,
)
from journal.server.shell import ROOT, register

MODULE = "/static/js/ui/offline.js"
BODY = (ROOT / MODULE[1:]).read_bytes()


@pytest.fixture(scope="module")
def client():
    """Asks a bare application."""
    app = Flask("assets", static_folder=None)
    register(app)
    return app.test_client()


@pytest.mark.parametrize(
    ("accepted", "coding", "decode"),
    [
        ("gzip, deflate, br, zstd", "br", brotli.decompress),
        ("gzip", "gzip", gzip.decompress),
        ("identity", None, bytes),
        ("", None, bytes),
        ("br;q=0, gzip;q=0.5", "gzip", gzip.decompress),
    ],
)
def test_body_comes_in_the_best_coding_the_browser_takes(client, accepted, coding, decode):
    """Brotli where it is taken, gzip else, plain else; decoded it is always the file itself."""
    answer = client.get(MODULE, headers={"Accept-Encoding": accepted})
    assert answer.headers.get("Content-Encoding") == coding
    assert decode(answer.data) == BODY
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert answer.content_type == "text/javascript; charset=utf-8"


def test_pictures_are_not_compressed_again(client):
    """A PNG goes out as it is, whatever the browser takes."""
    answer = client.get("/static/img/icon-192.png", headers={"Accept-Encoding": "br"})
    assert "Content-Encoding" not in answer.headers
    assert answer.data == (ROOT / "static/img/icon-192.png").read_bytes()


@pytest.mark.parametrize("path", ["/app", MODULE, "/sw.js", "/build.json", "/manifest.webmanifest"])
def test_unchanged_file_is_not_sent_again(client, path):
    """The browser may keep a file and must ask: an unchanged one is a 304 without a body."""
    first = client.get(path, headers={"Accept-Encoding": "br"})
    assert first.headers["Cache-Control"] == "no-cache"
    again = client.get(
        path, headers={"Accept-Encoding": "br", "If-None-Match": first.headers["ETag"]}
    )
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]


def test_each_coding_has_its_own_tag(client):
    """A strong tag names exact bytes, so brotli's is not the plain body's."""
    tags = {
        client.get(MODULE, headers={"Accept-Encoding": coding}).headers["ETag"]
        for coding in ("br", "gzip", "")
    }
    assert len(tags) == 3


def test_a_part_is_a_part_of_the_plain_body(client):
    """A range is answered with 206 from the uncompressed file, even to a browser that takes brotli."""
    answer = client.get(MODULE, headers={"Range": "bytes=3-9", "Accept-Encoding": "br"})
    assert answer.status_code == 206
    assert answer.data == BODY[3:10]
    assert answer.headers["Content-Range"] == f"bytes 3-9/{len(BODY)}"
    assert "Content-Encoding" not in answer.headers


def test_head_tells_the_size_without_the_body(client):
    """HEAD answers as GET would, and sends nothing."""
    answer = client.head(MODULE)
    assert (answer.status_code, answer.data) == (200, b"")
    assert answer.content_length == len(BODY)


@pytest.mark.parametrize("path", ["/app", MODULE])
def test_files_take_no_other_method(client, path):
    """A static file is read and nothing else."""
    assert client.post(path).status_code == 405


def test_hash_is_the_one_sha256sum_prints(tmp_path):
    """Hashes are of the plain file, so anybody can compare them with a checkout."""
    (tmp_path / "a.js").write_text("export {};\n")
    assert (
        read_folder(tmp_path, "/static")["/static/a.js"].sha256
        == sha256(b"export {};\n").hexdigest()
    )


@pytest.mark.parametrize("encoding", ["br", "gzip"])
def test_compression_is_kept_for_the_next_start(tmp_path, encoding, monkeypatch):
    """A second start on the same data folder compresses nothing again and sends the same bytes."""
    asset = Asset("/static/a.js", BODY, "text/javascript")
    first = Compressor(tmp_path / "cache").encode(asset, encoding)
    monkeypatch.setattr("journal.server.assets.ENCODERS", {})
    assert Compressor(tmp_path / "cache").encode(asset, encoding) == first
    assert [path.name for path in (tmp_path / "cache").iterdir()] == [f"{asset.sha256}.{encoding}"]


def modules(**sources: str) -> dict[str, Asset]:
    """Modules by URL, from name and source."""
    named = {f"/static/{name}.js": text for name, text in sources.items()}
    return {url: Asset(url, text.encode(), "text/javascript") for url, text in named.items()}


def test_modules_needed_at_start_are_found_in_order():
    """Static imports of every form are followed; dynamic ones, types in comments and strings are not."""
    files = modules(
        app='import { html } from "lit-html";\nimport "./b.js";\nimport("./late.js");\nconst text = "import x from \'./c.js\'";',
        b=' * @import {T} from "./types.js"\n/** @type {import("./types.js").T} */\nexport {\n  one,\n  two,\n} from "./c.js";',
        c='import*as b from"./b.js";import{a as d}from"../static/d.js";export default 1;',
        d="", late="", types="", lit="",
    )  # fmt: skip
    found = first_modules(files, "/static/app.js", {"lit-html": "/static/lit.js"})
    assert found == [f"/static/{name}.js" for name in ("app", "lit", "b", "c", "d")]


def test_import_map_is_the_same_for_the_same_files():
    """The order in which files were found does not reach the bytes whose hash the policy holds."""
    files = modules(a="1", b="2")
    backwards = dict(reversed(files.items()))
    names = {"x": "/x", "y": "/y"}
    assert import_map(files, names, ()) == import_map(backwards, dict(reversed(names.items())), ())


def test_import_map_leaves_out_what_only_the_worker_runs():
    """Import maps do not reach into workers; what page and worker share is in the map."""
    files = modules(
        app='import "./shared.js";', late="", shared='import "./deep.js";', deep="",
        worker='import "./shared.js";\nimport "./secret.js";', secret="",
    )  # fmt: skip
    integrity = json.loads(import_map(files, {}, ["/static/worker.js"]))["integrity"]
    assert set(integrity) == {f"/static/{name}.js" for name in ("app", "late", "shared", "deep")}


def test_libraries_that_nothing_names_are_not_in_use():
    """A vendored module counts as used when an own module names it, by name or path, or a used one imports it."""
    files = {
        "/static/a.js": b'import "lib";\nimport("../vendor/by-path.js");',
        "/static/vendor/lib.js": b'import"./part.js";',
        "/static/vendor/part.js": b"",
        "/static/vendor/by-path.js": b"",
        "/static/vendor/spare.js": b"",
    }
    assets = {url: Asset(url, body, "text/javascript") for url, body in files.items()}
    names = {"lib": "/static/vendor/lib.js", "spare": "/static/vendor/spare.js"}
    used = {Path(url).name for url in vendored_in_use(assets, names)}
    assert used == {"lib.js", "part.js", "by-path.js"}
