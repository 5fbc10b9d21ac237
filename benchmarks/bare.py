"""The least a Flask app can do for W4: one indexed read, one durable insert of a body. Nothing is checked."""

import os
import sqlite3
import threading

from flask import Flask, Response, request

_local = threading.local()
_turn = threading.Lock()


def database() -> sqlite3.Connection:
    """This thread's connection to the file BARE_FILE, durable as the product's."""
    if not hasattr(_local, "connection"):
        connection = sqlite3.connect(os.environ["BARE_FILE"], isolation_level=None)
        connection.execute(f"PRAGMA journal_mode={os.environ.get('BARE_JOURNAL', 'TRUNCATE')}")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA busy_timeout=10000")
        connection.execute("CREATE TABLE IF NOT EXISTS row (id INTEGER PRIMARY KEY, body BLOB)")
        _local.connection = connection
    found: sqlite3.Connection = _local.connection
    return found


def create_app() -> Flask:
    """The bare app."""
    app = Flask(__name__, static_folder=None)

    @app.get("/changes")
    def changes() -> Response:
        after = int(request.args["after"])
        with _turn:
            query = "SELECT body FROM row WHERE id > ? LIMIT 100"
            rows = database().execute(query, (after,)).fetchall()
        return Response(b"".join(body for (body,) in rows), content_type="application/octet-stream")

    @app.post("/put")
    def put() -> Response:
        body = request.get_data()
        with _turn:
            # Autocommit: durable when execute returns.
            database().execute("INSERT INTO row (body) VALUES (?)", (body,))
        return Response(b'{"ok":true}', content_type="application/json")

    return app


app = create_app() if "BARE_FILE" in os.environ else None
