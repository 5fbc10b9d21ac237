"""A real HTTP server around `create_app()`, and a hand on its wire: answers can be changed, lost or never given."""

import io
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from werkzeug.serving import WSGIRequestHandler, make_server

import config as environment
from journal.server import make_app, prepare
from journal.wire.encoding import build_json, parse_json

Change = Callable[[bytes], bytes]


class Handler(WSGIRequestHandler):
    """Closes the connection of an exchange that is lost, and does not print every request."""

    def connection_dropped(self, error: BaseException, environ: Any = None) -> None:
        """An exchange was lost: the client must not wait for it."""
        self.close_connection = True

    def log(self, type: str, message: str, *args: Any) -> None:
        """Say nothing."""


class WireTap:
    """The WSGI application between the server and its clients."""

    def __init__(self, app: Any) -> None:
        self._app = app
        self.changes: dict[tuple[str, str], Change] = {}
        """(method, beginning of the path) → what becomes of a good answer's body."""
        self.down = False
        """The request never arrives."""
        self.lose: Callable[[str, str], str | None] = lambda _method, _path: None
        """(method, path) → "request", "answer" or None: what is lost of this exchange."""
        self.seen: list[tuple[str, str, bytes]] = []
        """Every request that arrived: method, path, body."""

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        """One exchange."""
        method, path = environ["REQUEST_METHOD"], environ["PATH_INFO"]
        lost = "request" if self.down else self.lose(method, path)
        if lost == "request":
            raise ConnectionError
        length = int(environ.get("CONTENT_LENGTH") or 0)
        body = environ["wsgi.input"].read(length)
        self.seen.append((method, path, body))
        status, headers, data = self._answer(environ, body)
        if lost == "answer":
            raise ConnectionError
        for (wanted, beginning), change in self.changes.items():
            if wanted == method and path.startswith(beginning) and status.startswith("2"):
                data = change(data)
        kept = [
            one for one in headers if one[0].lower() not in ("content-length", "transfer-encoding")
        ]
        start(status, [*kept, ("Content-Length", str(len(data)))])
        return [data]

    def _answer(self, environ: dict[str, Any], body: bytes) -> tuple[str, list[Any], bytes]:
        environ["wsgi.input"] = io.BytesIO(body)
        told: list[Any] = []
        answer = self._app(
            environ, lambda status, headers, _info=None: told.append((status, headers))
        )
        try:
            data = b"".join(answer)
        finally:
            if hasattr(answer, "close"):
                answer.close()
        return *told[-1], data

    def change_json(self, method: str, path: str, change: Callable[[Any], Any]) -> None:
        """Change the JSON of good answers."""
        self.changes[method, path] = lambda data: build_json(change(parse_json(data)))


class TappedServer:
    """The server on a free port, in a thread, with its data in a folder."""

    def __init__(self, folder: Path, **settings: Any) -> None:
        usual = {"DATA_DIR": folder, "RATELIMIT_ENABLED": False, "THREADS": 4}
        self._settings = environment.from_environment({}) | usual | settings
        self.database = prepare(self._settings)
        self.tap = WireTap(make_app(self._settings, self.database))
        self._server = make_server("127.0.0.1", 0, self.tap, threaded=True, request_handler=Handler)
        self.url = f"http://localhost:{self._server.port}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()

    def stop(self) -> None:
        """End the thread and close everything."""
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
        self.database.close()
