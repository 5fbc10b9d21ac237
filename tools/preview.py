"""Serve the screens over an invented vault, to look at and to check: `python tools/preview.py [port]`.

The page, its headers and its import map are those of the app; only `vault/door/client.js` is another file, the one of
`tests/js/fake-vault.js`, and nothing is kept. `?as=` chooses who is here: new, locked, patient (the default),
therapist or fresh (a patient on the first day). Files are read anew with every page.
"""

import json
import shutil
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import is_dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from flask import Flask, Response
from werkzeug.serving import make_server

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from journal.demo.course import Offset, load_course  # noqa: E402
from journal.server import shell  # noqa: E402

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

WORKER = "self.onactivate = (event) => event.waitUntil(self.clients.claim());"
"""A service worker that keeps nothing: every page is as new as the files."""


def lay_out(folder: Path) -> Path:
    """A copy of `static/` in `folder` whose vault is the invented one."""
    static = folder / "static"
    shutil.rmtree(static, ignore_errors=True)
    shutil.copytree(ROOT / "static", static)
    invented = (ROOT / "tests/js/fake-vault.js").read_text()
    (static / "js/vault/door/client.js").write_text(invented.replace("../../static/js/", "../../"))
    shutil.copy(ROOT / "tests/js/fake-captures.js", static / "js/vault/door/capture-client.js")
    (static / "sw.js").write_text(WORKER)
    return static


def course_json(now: datetime) -> str:
    """The demo's invented course, every moment as an instant."""

    def plain(value: Any) -> Any:
        if isinstance(value, Offset):
            return value.on(now.date(), ZoneInfo("Europe/Dublin")).isoformat()
        if isinstance(value, tuple):
            return [plain(row) for row in value]
        if is_dataclass(value):
            return {name: plain(getattr(value, name)) for name in value.__dataclass_fields__}
        return value

    return json.dumps(plain(load_course()))


def create_preview(folder: Path) -> Flask:
    """The preview as a Flask app, of the files as they are now; `folder` holds its copies."""
    app = Flask(__name__, static_folder=None)
    app.config["DATA_DIR"] = folder
    shell.register(app, lay_out(folder))

    @app.get("/preview/course.json")
    def course() -> Response:
        now = datetime.now(ZoneInfo("Europe/Dublin"))
        return Response(course_json(now), content_type="application/json")

    return app


class AlwaysNew:
    """A WSGI app that reads all files anew whenever a page is asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.app = create_preview(folder)

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        if environ["PATH_INFO"] in shell.SHELL_PATHS:
            self.app = create_preview(self.folder)
        return self.app(environ, start_response)


if __name__ == "__main__":
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 8100
    print(f"Screens at http://localhost:{port}/app?as=patient (or new, locked, fresh, therapist)")
    with tempfile.TemporaryDirectory() as temporary:
        app = AlwaysNew(Path(temporary))
        make_server("127.0.0.1", port, app, threaded=True).serve_forever()
