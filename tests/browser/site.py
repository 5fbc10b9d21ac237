"""The shell on a small sample app, so that what the shell promises is shown apart from any screen.

A `Site` serves the samples below as `app.js` and vault worker; everything else, the service worker, the import map, the
headers and `ui/offline.js`, is what is really served.
"""

import contextlib
import shutil
import socket
import threading
from pathlib import Path

from flask import Flask, request
from werkzeug.serving import WSGIRequestHandler, make_server

from journal.server.shell import ROOT, register
from tests.browser.page import PATIENCE
from tests.ports import free_port

SAMPLE_APP = """
import { html, render } from "lit-html";
import { registerServiceWorker } from "./ui/offline.js";
import { words } from "./words.js";

const app = document.querySelector("#app");
app.replaceChildren();
render(html`<main><h1>${words}</h1><label>Words <textarea id="draft"></textarea></label></main>`, app);
registerServiceWorker();
globalThis.loadLater = () => import("./later.js").then(({ later }) => later, ({ name }) => name);
// A window that nobody can drive tells over the wire how far it is.
const tell = (path) => fetch(path).catch(() => {});
tell(`/opened?${encodeURIComponent(words)}`);
navigator.serviceWorker?.ready.then(() => {
  app.append("Saved on this device.");
  tell("/kept");
});
"""
SAMPLE_WORDS = 'export const words = "First version";\n'
SAMPLE_WORKER = """
import { add } from "./add.js";
onmessage = async ({ data }) => {
  const module = await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
  postMessage([add(...data), module instanceof WebAssembly.Module]);
};
"""


SHELL_ITSELF = [
    "sw.js", "manifest.webmanifest", "img", "css", "content/help-texts.json",
    "js/ui/offline.js", "js/ui/trusted.js", "vendor/manifest.json", "vendor/lit-html",
]  # fmt: skip


class _Handler(WSGIRequestHandler):
    protocol_version = "HTTP/1.1"

    def log(self, *_: object) -> None:
        pass


class Requests:
    """The paths, with their queries, that a server was asked for, in order."""

    def __init__(self) -> None:
        self.paths: list[str] = []
        self._changed = threading.Condition()

    def add(self, path: str) -> None:
        """One more request has come."""
        with self._changed:
            self.paths.append(path)
            self._changed.notify_all()

    def wait_for(self, path: str, seconds: float = PATIENCE) -> None:
        """Waits until this path has been asked for."""
        with self._changed:
            seen = self._changed.wait_for(lambda: path in self.paths, seconds)
        assert seen, f"nobody asked for {path}; asked for was {self.paths}"


class Site:
    """A server on one port that can be stopped, started again with changed files, or replaced by a dead one."""

    def __init__(self, folder: Path) -> None:
        self.static = folder / "static"
        for path in SHELL_ITSELF:
            target = self.static / path
            target.parent.mkdir(parents=True, exist_ok=True)
            copy = shutil.copytree if (ROOT / "static" / path).is_dir() else shutil.copy
            copy(ROOT / "static" / path, target)
        self.write("js/app.js", SAMPLE_APP)
        self.write("js/words.js", SAMPLE_WORDS)
        self.write("js/later.js", 'export const later = "loaded";\n')
        self.write("js/workers/vault-worker.js", SAMPLE_WORKER)
        self.write("js/workers/add.js", "export const add = (a, b) => a + b;\n")
        self.tampered: dict[str, bytes] = {}
        self.requests = Requests()
        self.port = free_port()
        self._connections: list[tuple[socket.socket, object]] = []
        self.start()

    @property
    def url(self) -> str:
        """The origin; `localhost` is a secure context."""
        return f"http://localhost:{self.port}"

    def write(self, path: str, text: str) -> None:
        """Change a file of the app; the server takes it with the next `start`."""
        target = self.static / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)

    def start(self) -> None:
        """Serve the files as they are now, on the same port as before."""
        app = Flask("site", static_folder=None)
        register(app, self.static)

        @app.get("/opened")
        @app.get("/kept")
        def told() -> tuple[str, int]:
            return "", 204

        @app.before_request
        def note() -> None:
            self.requests.add(request.full_path.rstrip("?"))

        @app.after_request
        def tamper(response):  # what a broken cache or a dishonest proxy would do to one file
            body = self.tampered.get(request.path)
            if body is not None and response.status_code == 200:
                for name in ("Content-Encoding", "ETag"):
                    response.headers.pop(name, None)
                response.headers["Cache-Control"] = "no-store"
                response.set_data(body)
            return response

        self._server = make_server(
            "127.0.0.1", self.port, app, threaded=True, request_handler=_Handler
        )
        self._server.daemon_threads = True
        self._connections = []
        accept = self._server.get_request

        def noted() -> tuple[socket.socket, object]:
            self._connections.append(connection := accept())
            return connection

        self._server.get_request = noted
        self._thread = threading.Thread(target=self._server.serve_forever, args=[0.05])
        self._thread.start()

    def stop(self) -> None:
        """Nothing listens any more; connections that are still open end, also those a browser keeps ready: over them old files would come."""
        if self._thread.is_alive():
            self._server.shutdown()
            self._thread.join()
            self._server.server_close()
            for connection, _ in self._connections:
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)

    def restart(self) -> None:
        """What an operator does to take a new version."""
        self.stop()
        self.start()


class DeadServer:
    """Listens on a port, writes down each request's path, and answers nothing: the connection just ends."""

    def __init__(self, port: int) -> None:
        self.requests = Requests()
        self._socket = socket.create_server(("127.0.0.1", port))
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()

    def _listen(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            with connection:
                first_line = connection.recv(4096).split(b"\r\n")[0].decode(errors="replace")
            if first_line:
                self.requests.add(first_line.split(" ")[1])

    def close(self) -> None:
        """Stops listening."""
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join()
