"""A running server in the place of a Flask app: `Person(HttpApp(url), "ana")` talks real HTTP to it."""

import http.client
import json
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlsplit


class Answer:
    """What came back, read as a Flask test answer is."""

    def __init__(self, response: http.client.HTTPResponse) -> None:
        self.status_code, self.headers, self.data = (
            response.status,
            response.headers,
            response.read(),
        )

    @property
    def text(self) -> str:
        """The body as text."""
        return self.data.decode()

    @property
    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.data)


class HttpClient:
    """One device: a cookie jar, a connection for each call. Raises OSError or HTTPException when the server is away."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self._host, self._port = parts.hostname or "", parts.port
        self._cookies: dict[str, str] = {}

    def get(self, path: str) -> Answer:
        """GET a path."""
        return self.open(path, "GET")

    def open(
        self,
        path: str,
        method: str,
        headers: dict[str, str] | None = None,
        json: Any = None,
        data: bytes | None = None,
        content_type: str = "application/json",
    ) -> Answer:
        """One call."""
        body = _encoded(json) if json is not None else data
        sent = {"Cookie": "; ".join(f"{k}={v}" for k, v in self._cookies.items())} | (headers or {})
        if body is not None:
            sent["Content-Type"] = content_type
        connection = http.client.HTTPConnection(self._host, self._port, timeout=30)
        try:
            connection.request(method, path, body, sent)
            response = connection.getresponse()
            for line in response.headers.get_all("Set-Cookie", []):
                for name, morsel in SimpleCookie(line).items():
                    self._cookies[name] = morsel.value
            return Answer(response)
        finally:
            connection.close()


class HttpApp:
    """A server somewhere."""

    def __init__(self, url: str) -> None:
        self.origin = url

    def test_client(self) -> HttpClient:
        """A new device."""
        return HttpClient(self.origin)


def _encoded(value: Any) -> bytes:
    return json.dumps(value).encode()
