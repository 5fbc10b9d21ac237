"""`GET /packs.json`: what the operator installed, as it lies there."""

import json

from journal.packs import folder, signing
from journal.wire.encoding import b64_encode
from tests.server.conftest import sqlite_only

PACK = '{"id":"clinic","title":"Häuser ✓"}'


@sqlite_only
def test_without_packs_there_is_no_key_and_no_pack(app):
    """A server on which nothing was installed says so."""
    answer = app.test_client().get("/packs.json")
    assert answer.json == {"key": None, "packs": []}


@sqlite_only
def test_an_installed_pack_is_served_with_signature_and_key(app):
    """From the moment it is there, without a restart, its text byte for byte."""
    client = app.test_client()
    client.get("/packs.json")
    data_dir = app.config["DATA_DIR"]
    secret = signing.new_secret()
    key = b64_encode(signing.public_key(secret))
    signature = signing.sign_pack(secret, PACK.encode())
    folder.write_key(data_dir, key)
    folder.put(data_dir, "clinic", PACK, signature)
    served = client.get("/packs.json").json
    assert served == {
        "key": key,
        "packs": [{"name": "clinic", "text": PACK, "signature": signature}],
    }


@sqlite_only
def test_what_has_not_changed_is_not_sent_again(app):
    """The answer has a strong tag; with it comes 304, until something was installed."""
    client = app.test_client()
    tag = client.get("/packs.json").headers["ETag"]
    assert client.get("/packs.json", headers={"If-None-Match": tag}).status_code == 304
    folder.put(app.config["DATA_DIR"], "clinic", PACK, "")
    assert client.get("/packs.json", headers={"If-None-Match": tag}).status_code == 200


@sqlite_only
def test_an_unsigned_pack_is_served_as_unsigned(app):
    """The server does not judge: without a signature beside it the app will refuse it, and say so."""
    place = folder.put(app.config["DATA_DIR"], "clinic", PACK, "x")
    folder.signature_path(place).unlink()
    assert app.test_client().get("/packs.json").json["packs"][0]["signature"] is None


@sqlite_only
def test_files_that_cannot_be_a_pack_are_left_out(app):
    """Bytes that are not text, and files beyond any pack's size, do not reach the answer."""
    place = folder.put(app.config["DATA_DIR"], "clinic", PACK, "x")
    place.with_name("broken.json").write_bytes(b'{"a":"\xff"}')
    place.with_name("large.json").write_text(json.dumps({"a": "x" * folder.LARGEST}))
    names = [one["name"] for one in app.test_client().get("/packs.json").json["packs"]]
    assert names == ["clinic"]
