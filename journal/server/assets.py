"""The files of the app as they are served: read once at start, hashed, compressed when first asked for.

Everything under `static/` is served as it is reviewed; nothing is built, so URLs carry no version. Caching is
therefore by content: the browser may keep a file but must ask each time (`no-cache` with a strong ETag, answered
by 304), and the service worker keeps one whole build, checked hash by hash, under that build's fingerprint. A page
never mixes files of two builds: the import map names the hash of every module it may run.
"""

import base64
import gzip
import hashlib
import json
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from pathlib import Path, PurePosixPath
from tempfile import NamedTemporaryFile

import brotli
from flask import Response, request

MEDIA_TYPES = {
    "": "text/plain; charset=utf-8",  # LICENSES
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
}
"""What is served from `static/`, by the ending of its name; every other file there is not."""

VENDOR = "/static/vendor/"
COMPRESSED_ALREADY = {"image/png"}
LARGEST_UNCOMPRESSED = 256
"""Bytes; a shorter body gains nothing from compression."""

# A static import or re-export at the start of a statement: `import "x"`, `import a from"x"`, `export * from "x"`.
# Types in JSDoc (` * @import`, `import("x")`) and dynamic imports do not match.
STATIC_IMPORT = re.compile(
    r"""(?:^|;)\s*(?:import|export)\b(?:[\w\s$*{},]*?\bfrom)?\s*["']([^"'\n]+)["']""", re.MULTILINE
)


class Asset:
    """One file as it is served. `url` is absolute within the site; `body` is uncompressed."""

    def __init__(self, url: str, body: bytes, media_type: str) -> None:
        self.url = url
        self.body = body
        self.media_type = media_type

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of the body in hexadecimal, as `sha256sum` prints it."""
        return hashlib.sha256(self.body).hexdigest()

    @cached_property
    def integrity(self) -> str:
        """Subresource Integrity metadata, `sha384-` and base64."""
        return "sha384-" + base64.b64encode(hashlib.sha384(self.body).digest()).decode()

    def choose_encoding(self) -> str:
        """The best content coding the present request accepts; a range is always of the plain body."""
        small = len(self.body) < LARGEST_UNCOMPRESSED
        if small or self.media_type in COMPRESSED_ALREADY or "Range" in request.headers:
            return "identity"
        return request.accept_encodings.best_match(["br", "gzip"]) or "identity"

    def respond(self, compressor: "Compressor") -> Response:
        """Answer the present GET or HEAD request: compressed, conditional (304) or in part (206)."""
        encoding = self.choose_encoding()
        body = compressor.encode(self, encoding)
        response = Response(body, content_type=self.media_type)
        response.headers["Cache-Control"] = "no-cache"
        response.headers["Vary"] = "Accept-Encoding"
        if encoding != "identity":
            response.headers["Content-Encoding"] = encoding
        # Each coding is another representation, so each has its own strong tag (RFC 9110 section 8.8.1).
        response.set_etag(f"{self.sha256[:32]}.{encoding}")
        response.make_conditional(request, accept_ranges=True, complete_length=len(body))
        return response


def compress_brotli(body: bytes) -> bytes:
    """Brotli at its highest quality, text mode."""
    compressed: bytes = brotli.compress(body, mode=brotli.MODE_TEXT, quality=11)
    return compressed


def compress_gzip(body: bytes) -> bytes:
    """Gzip at its highest level, without a time so that equal bodies give equal bytes."""
    return gzip.compress(body, compresslevel=9, mtime=0)


ENCODERS: dict[str, Callable[[bytes], bytes]] = {"br": compress_brotli, "gzip": compress_gzip}


class Compressor:
    """Compresses each body once: kept in memory, and in `folder` for the next start (the whole app takes seconds)."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self.known: dict[tuple[str, str], bytes] = {}
        if folder:
            folder.mkdir(parents=True, exist_ok=True)

    def encode(self, asset: Asset, encoding: str) -> bytes:
        """The body of `asset` in a content coding: `br`, `gzip` or `identity`."""
        if encoding == "identity":
            return asset.body
        key = (asset.sha256, encoding)
        if key not in self.known:
            self.known[key] = self.read(asset, encoding) or self.make(asset, encoding)
        return self.known[key]

    def read(self, asset: Asset, encoding: str) -> bytes | None:
        """What an earlier start left behind."""
        path = self.folder / f"{asset.sha256}.{encoding}" if self.folder else None
        return path.read_bytes() if path and path.exists() else None

    def make(self, asset: Asset, encoding: str) -> bytes:
        """Compress now; a file appears under its name only when it is whole."""
        compressed = ENCODERS[encoding](asset.body)
        if self.folder:
            with NamedTemporaryFile(dir=self.folder, delete=False) as file:
                file.write(compressed)
            Path(file.name).replace(self.folder / f"{asset.sha256}.{encoding}")
        return compressed


def read_folder(folder: Path, prefix: str) -> dict[str, Asset]:
    """Every servable file below `folder` by its URL, `prefix` and the path; names that begin with a dot are left out."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        hidden = any(part.startswith(".") for part in name.parts)
        if path.is_file() and not hidden and path.suffix in MEDIA_TYPES:
            url = f"{prefix}/{name.as_posix()}"
            found[url] = Asset(url, path.read_bytes(), MEDIA_TYPES[path.suffix])
    return found


def import_map(
    assets: Mapping[str, Asset], names: Mapping[str, str], workers: Iterable[str]
) -> str:
    """The page's import map as JSON: `names` (bare specifier to URL) and the integrity of every module of the page.

    Modules that only `workers` run are left out, since import maps do not reach into workers. Deterministic: the same
    files give the same bytes, so its hash can stand in the Content-Security-Policy.
    """
    lent = {url for worker in workers for url in first_modules(assets, worker, names)}
    own = [url for url in assets if url.endswith(".js") and url not in lent]
    modules = {needed for url in own for needed in first_modules(assets, url, names)}
    integrity = {url: assets[url].integrity for url in sorted(modules)}
    return json.dumps(
        {"imports": dict(sorted(names.items())), "integrity": integrity}, separators=(",", ":")
    )


def vendored_in_use(assets: Mapping[str, Asset], names: Mapping[str, str]) -> set[str]:
    """URLs of the vendored modules that some own module names, and of all that those import."""
    own = b"".join(asset.body for url, asset in assets.items() if VENDOR not in url)
    by_name = {url for name, url in names.items() if f'"{name}"'.encode() in own}
    by_path = {
        url for url in assets if VENDOR in url and f'{url.removeprefix("/static")}"'.encode() in own
    }
    return {needed for url in by_name | by_path for needed in first_modules(assets, url, names)}


def vendored_names(assets: Mapping[str, Asset]) -> dict[str, str]:
    """Bare specifiers of the vendored libraries to their URLs, as `static/vendor/manifest.json` lists them."""
    manifest = assets.get(f"{VENDOR}manifest.json")
    imports = json.loads(manifest.body)["imports"] if manifest else {}
    return {name: VENDOR + path for name, path in imports.items()}


def first_modules(assets: Mapping[str, Asset], entry: str, names: Mapping[str, str]) -> list[str]:
    """URLs of the modules that `entry` needs before it runs: itself and all it imports statically, breadth first."""
    order: list[str] = []
    waiting = [entry]
    while waiting:
        url = waiting.pop(0)
        if url in assets and url not in order:
            order.append(url)
            waiting.extend(static_imports(assets[url], names))
    return order


def static_imports(module: Asset, names: Mapping[str, str]) -> Iterable[str]:
    """URLs that `module` imports statically, in the order of its text."""
    for specifier in STATIC_IMPORT.findall(module.body.decode()):
        if specifier in names:
            yield names[specifier]
        elif specifier.startswith("/"):
            yield specifier
        else:
            yield resolve(module.url, specifier)


def resolve(base: str, specifier: str) -> str:
    """A relative specifier resolved against the URL path of the module that names it."""
    parts = list(PurePosixPath(base).parent.parts)
    for part in specifier.split("/"):
        if part == "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    return str(PurePosixPath(*parts))
