"""Something between a browser and a server, as a hoster or a thief may have: keeps every body, and may change an answer."""

import http.client
import threading
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Change = Callable[[bytes], bytes]
_HOP = {"connection", "content-length", "keep-alive", "server", "date", "transfer-encoding"}


@dataclass(frozen=True)
class Exchange:
    """One request with its answer, before anything was changed; heads as text."""

    method: str
    path: str
    request: bytes
    status: int
    answer: bytes
    heads: str


class Proxy:
    """Listens at `url` until it is closed. The name of the host is handed on, so the server takes it for its own."""

    def __init__(self, server_port: int) -> None:
        self.exchanges: list[Exchange] = []
        self.changes: dict[tuple[str, str], Change] = {}
        """(method, beginning of the path) → what becomes of a good answer's body."""
        handler = type("Handler", (_Handler,), {"proxy": self, "server_port": server_port})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True
        self.url = f"http://localhost:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=[0.05])
        self._thread.start()

    def close(self) -> None:
        """Stops listening."""
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def changed(self, method: str, path: str, body: bytes) -> bytes:
        """The body as it is handed on."""
        for (wanted, beginning), change in self.changes.items():
            if method == wanted and path.startswith(beginning):
                body = change(body)
        return body


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    proxy: Proxy
    server_port: int

    def _pass_on(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        headers = {k: v for k, v in self.headers.items() if k.lower() not in _HOP}
        # What is written down must be readable to whoever searches it.
        headers["Accept-Encoding"] = "identity"
        upstream = http.client.HTTPConnection("127.0.0.1", self.server_port, timeout=60)
        try:
            sends_body = self.command not in ("GET", "HEAD", "DELETE") or body
            upstream.request(self.command, self.path, body if sends_body else None, headers)
            answer = upstream.getresponse()
            data = answer.read()
        finally:
            upstream.close()
        self._write_down(body, answer, data)
        if answer.status < 300:
            data = self.proxy.changed(self.command, self.path, data)
        self.send_response_only(answer.status)
        for name, value in answer.getheaders():
            if name.lower() not in _HOP:
                self.send_header(name, value)
        if answer.status not in (204, 304):
            self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    # The names are those of http.server.
    do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = _pass_on  # noqa: N815

    def _write_down(self, body: bytes, answer: http.client.HTTPResponse, data: bytes) -> None:
        heads = f"{self.requestline}\n{self.headers}\n{answer.headers}"
        self.proxy.exchanges.append(
            Exchange(self.command, self.path, body, answer.status, data, heads)
        )

    def log_message(self, *_: object) -> None:
        pass
