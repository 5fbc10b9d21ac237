"""Serve the screens over an invented vault, to look at and to check: ``python tools/preview.py [port]``.

The page, its headers and its import map are those of the app; only ``vault/client.js`` is another file, the one of
``tests/js/fake-vault.js``, and nothing is kept. ``?as=`` chooses who is here: new, locked, patient (the default),
therapist or fresh (a patient on the first day). Files are read anew with every page.
"""

import json
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from flask import Flask, Response, abort

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from journal.demo.course import load_course  # noqa: E402
from journal.server import headers  # noqa: E402
from journal.server.assets import Asset, import_map  # noqa: E402
from journal.server.shell import SHELL_PATHS, VAULT_WORKER, Build  # noqa: E402

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
    """The preview as a Flask app."""
    app = Flask(__name__, static_folder=None)
    current = {"build": build_with_fake_vault()}

    def shell(**_screen: str) -> Response:
        current["build"] = build_with_fake_vault()
        return current["build"].shell.respond()

    def file(path: str) -> Response:
        asset = current["build"].files.get(f"/static/{path}")
        return asset.respond() if asset else abort(404)

    def course() -> Response:
        zone = ZoneInfo("Europe/Dublin")
        return Response(course_json(datetime.now(zone)), content_type="application/json")

    for path in SHELL_PATHS:
        app.add_url_rule(path, "shell", shell)
    app.add_url_rule("/static/<path:path>", "static", file)
    app.add_url_rule("/preview/course.json", "course", course)
    app.add_url_rule("/build.json", "build", lambda: current["build"].listing.respond())

    @app.after_request
    def add_headers(response: Response) -> Response:
        policy = headers.content_security_policy(current["build"].import_map)
        response.headers["Content-Security-Policy"] = policy
        response.headers.update(headers.EVERYWHERE | headers.PAGES)
        return response

    return app


if __name__ == "__main__":
    create_preview().run(port=int(sys.argv[1]) if len(sys.argv) > 1 else 8100, threaded=True)
