"""`/packs.json`: the packs that the operator installed, each with its signature, and the key that signs them. The app decides what holds."""

import json
from pathlib import Path

from flask import Flask, Response, current_app, request

from journal.packs import folder


def show_packs() -> Response:
    """Read anew each time: a pack is there from the moment at which it was installed."""
    data_dir = Path(current_app.config["DATA_DIR"])
    packs = [one._asdict() for one in folder.installed(data_dir)]
    body = json.dumps({"key": folder.read_key(data_dir), "packs": packs}, ensure_ascii=False)
    response = Response(body, content_type="application/json")
    response.headers["Cache-Control"] = "no-cache"
    response.add_etag()
    response.make_conditional(request)
    return response


def register(app: Flask) -> None:
    """Adds the route."""
    app.add_url_rule("/packs.json", "packs", show_packs)
