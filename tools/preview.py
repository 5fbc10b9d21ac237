"""Serve the screens over an invented vault, to look at and to check: ``python tools/preview.py [port]``.

The page, its headers and its import map are those of the app; only ``vault/client.js`` is another file, the one of
``tests/js/fake-vault.js``, and nothing is kept. ``?as=`` chooses who is here: new, locked, patient (the default),
therapist or fresh (a patient on the first day). Files are read anew with every page.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from flask import Flask, Response, abort
from werkzeug.serving import make_server

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from journal.demo.course import load_course  # noqa: E402
from journal.server import headers  # noqa: E402
from journal.server.assets import Asset, import_map  # noqa: E402
from journal.server.shell import SHELL_PATHS, VAULT_WORKER, Build  # noqa: E402

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

CLIENT = "/static/js/vault/client.js"
FAKE = ROOT / "tests" / "js" / "fake-vault.js"


def build_with_fake_vault() -> Build:
    """The app's build with the vault's client replaced, and the import map that fits."""
    build = Build({"APP_NAME": "Afterglow"})
    build.files[CLIENT] = Asset(CLIENT, FAKE.read_bytes(), "text/javascript; charset=utf-8")
    build.import_map = import_map(build.files, build.names, VAULT_WORKER)
    build.shell = Asset("/app", build.render_shell(), "text/html; charset=utf-8")
    return build


def course_json(now: datetime) -> str:
    """The demo's invented course, every moment as an instant."""

    def plain(value: object) -> object:
        if hasattr(value, "on"):
            return value.on(now.date(), now.tzinfo).astimezone(ZoneInfo("UTC")).isoformat()
        if isinstance(value, tuple):
            return [plain(row) for row in value]
        if hasattr(value, "__dataclass_fields__"):
            return {name: plain(getattr(value, name)) for name in value.__dataclass_fields__}
        return value

    return json.dumps(plain(load_course()))


def create_preview() -> Flask:
    """The preview as a Flask app, of the files as they are now."""
    app = Flask(__name__, static_folder=None)
    build = build_with_fake_vault()
    headers.register(app, build.import_map)

    def shell(**_screen: str) -> Response:
        return build.shell.respond()

    def file(path: str) -> Response:
        asset = build.files.get(f"/static/{path}")
        return asset.respond() if asset else abort(404)

    def course() -> Response:
        zone = ZoneInfo("Europe/Dublin")
        return Response(course_json(datetime.now(zone)), content_type="application/json")

    for path in SHELL_PATHS:
        app.add_url_rule(path, "shell", shell)
    app.add_url_rule("/static/<path:path>", "static", file)
    app.add_url_rule("/preview/course.json", "course", course)
    app.add_url_rule("/build.json", "build", build.whole.respond)
    # A service worker that keeps nothing: every page is as new as the files.
    app.add_url_rule("/sw.js", "worker", lambda: Response("", content_type="text/javascript"))
    return app


class AlwaysNew:
    """A WSGI app that reads all files anew whenever a page is asked for."""

    def __init__(self) -> None:
        self.app = create_preview()

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if environ["PATH_INFO"] in SHELL_PATHS:
            self.app = create_preview()
        return self.app(environ, start_response)


if __name__ == "__main__":
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 8100
    print(f"Screens at http://localhost:{port}/app?as=patient (or new, locked, fresh, therapist)")
    make_server("127.0.0.1", port, AlwaysNew(), threaded=True).serve_forever()
