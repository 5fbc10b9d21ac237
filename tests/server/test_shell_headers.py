"""The security headers: the same strict ones on every answer, whatever it is."""

import pytest
from flask import Flask

from journal.server.shell import register

PATHS = ["/", "/app", "/i", "/help", "/design", "/sw.js", "/build.json", "/manifest.webmanifest",
         "/static/css/tokens.css", "/static/js/ui/trusted.js", "/static/img/icon-192.png", "/nowhere", "/broken"]  # fmt: skip


@pytest.fixture(scope="module")
def client():
    """Asks a bare application, one of whose routes fails."""
    app = Flask("headers", static_folder=None)
    register(app)

    @app.get("/broken")
    def broken():
        raise RuntimeError

    return app.test_client()


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_carries_the_headers(client, path):
    """Pages, scripts, pictures and errors alike: a worker's policy is that of its own script."""
    got = client.get(path).headers
    assert got["Cross-Origin-Embedder-Policy"] == "require-corp"
    assert got["Cross-Origin-Resource-Policy"] == "same-origin"
    assert got["Referrer-Policy"] == "same-origin"
    assert got["X-Content-Type-Options"] == "nosniff"
    assert got["X-Frame-Options"] == "DENY"
    assert "default-src 'none'" in got["Content-Security-Policy"]


@pytest.mark.parametrize("path", ["/", "/app", "/i", "/help", "/design", "/nowhere", "/broken"])
def test_every_page_is_alone_and_limited(client, path):
    """A page shares its process with no other site, and its features are limited; errors are pages too."""
    got = client.get(path).headers
    assert got["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "geolocation=()" in got["Permissions-Policy"]


def directives(policy: str) -> dict[str, list[str]]:
    """A policy's source lists by directive."""
    return {name: sources for name, *sources in (part.split() for part in policy.split(";"))}


def test_policy_allows_own_files_and_nothing_else(client):
    """Every directive is what the documents promise; the import map's hash and WebAssembly are the only additions."""
    policy = directives(client.get("/app").headers["Content-Security-Policy"])
    own, wasm, import_map = policy.pop("script-src")
    assert (own, wasm) == ("'self'", "'wasm-unsafe-eval'")
    assert import_map.startswith("'sha256-")
    assert policy == {
        "default-src": ["'none'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "blob:"],
        "media-src": ["blob:"],
        "connect-src": ["'self'"],
        "worker-src": ["'self'"],
        "manifest-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
        "frame-ancestors": ["'none'"],
        "require-trusted-types-for": ["'script'"],
        "trusted-types": ["lit-html", "afterglow"],
    }


def test_transport_security_is_for_https_only(client):
    """Over HTTPS the browser is told to stay there; over plain HTTP, as on a laptop, nothing is forced."""
    plain, secure = (
        client.get("/app").headers,
        client.get("/app", base_url="https://localhost").headers,
    )
    assert "Strict-Transport-Security" not in plain
    assert secure["Strict-Transport-Security"] == "max-age=63072000"
    assert "upgrade-insecure-requests" not in plain["Content-Security-Policy"]
    assert "upgrade-insecure-requests" in directives(secure["Content-Security-Policy"])


def test_features_are_off_but_for_those_the_app_uses(client):
    """Camera, microphone and a few more may be asked for by own pages; every other listed feature is off for all."""
    parts = client.get("/app").headers["Permissions-Policy"].split(", ")
    granted = {part.removesuffix("=(self)") for part in parts if part.endswith("=(self)")}
    assert granted == {"camera", "clipboard-write", "microphone", "publickey-credentials-create",
                       "publickey-credentials-get", "screen-wake-lock"}  # fmt: skip
    denied = {part for part in parts if part.endswith("=()")}
    assert {"geolocation=()", "payment=()", "usb=()", "display-capture=()"} <= denied
    assert len(denied) + len(granted) == len(parts)
