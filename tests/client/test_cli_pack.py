"""`afterglow pack`, as an operator runs it: key, check, sign, install."""

import json
import stat

import pytest

from journal.client import cli
from journal.packs import folder
from journal.packs.signing import open_pack
from journal.wire.encoding import b64_decode
from tests.packs.test_check import PACK


@pytest.fixture
def operator(tmp_path, capsys):
    """Runs `afterglow pack`; answers what was said, after seeing how it ended."""
    (tmp_path / "clinic.json").write_text(json.dumps(PACK, ensure_ascii=False, indent=2))

    def run(*words: str, code: int = 0) -> str:
        ended = 0
        try:
            cli.main(["pack", *map(str, words)])
        except SystemExit as end:
            ended = end.code
        out, err = capsys.readouterr()
        assert ended == code, (out, err)
        return (out or err).strip()

    run.folder = tmp_path
    run.secret = ("--secret", tmp_path / "secret")
    run.data = ("--data", tmp_path / "data")
    run.pack = tmp_path / "clinic.json"
    return run


def test_from_a_key_to_an_installed_pack(operator):
    """Four commands, and the server's folder holds a pack whose signature holds."""
    assert "holds the key" in operator("key", *operator.secret, *operator.data)
    said = operator("check", operator.pack)
    assert said == "Our clinic (clinic, version 2) is as it should be."
    operator("sign", operator.pack, *operator.secret)
    operator("install", operator.pack, *operator.data)
    data = operator.folder / "data"
    (installed,) = folder.installed(data)
    key = b64_decode(folder.read_key(data))
    assert open_pack(key, installed.text.encode(), installed.signature) == PACK
    assert stat.S_IMODE((operator.folder / "secret").stat().st_mode) == 0o600


def test_a_key_is_made_once(operator):
    """Asking again keeps it; another one does not take its place unasked."""
    first = operator("key", *operator.secret, *operator.data)
    assert operator("key", *operator.secret, *operator.data) == first
    other = ("--secret", operator.folder / "other")
    assert "has another key" in operator("key", *other, *operator.data, code=1)


def test_an_unsigned_pack_is_not_installed(operator):
    """The sentence names the file that is missing."""
    operator("key", *operator.secret, *operator.data)
    said = operator("install", operator.pack, *operator.data, code=1)
    assert "is not signed" in said
    assert "clinic.sig" in said
    assert folder.installed(operator.folder / "data") == []


def test_a_pack_that_was_changed_after_signing_is_not_installed(operator):
    """One letter is enough."""
    operator("key", *operator.secret, *operator.data)
    operator("sign", operator.pack, *operator.secret)
    operator.pack.write_text(operator.pack.read_text().replace("garden", "gardens"))
    said = operator("install", operator.pack, *operator.data, code=1)
    assert "was changed after it was signed" in said
    assert folder.installed(operator.folder / "data") == []


def test_a_pack_signed_by_somebody_else_is_not_installed(operator):
    """Only the key of this server's operator counts."""
    operator("key", *operator.secret, *operator.data)
    other = ("--secret", operator.folder / "other")
    operator("key", *other, "--data", operator.folder / "elsewhere")
    operator("sign", operator.pack, *other)
    assert "another key" in operator("install", operator.pack, *operator.data, code=1)


@pytest.mark.parametrize("command", ["check", "sign", "install"])
def test_a_restricted_instrument_is_refused_with_its_reason(operator, command):
    """By each of the three commands, before anything is written."""
    operator("key", *operator.secret, *operator.data)
    measure = PACK["measures"][0] | {"id": "C-SSRS"}
    operator.pack.write_text(json.dumps(PACK | {"measures": [measure]}))
    more = {"check": (), "sign": operator.secret, "install": operator.data}[command]
    said = operator(command, operator.pack, *more, code=1)
    assert "licensed exclusively" in said
    assert not operator.pack.with_suffix(".sig").exists()


def test_a_pack_does_not_take_the_place_of_one_of_the_program(operator):
    """The id of a built-in pack stays its own."""
    prompt = PACK["prompts"][0] | {"id": "pain.a"}
    pack = PACK | {"id": "pain", "prompts": [prompt], "translations": {}}
    operator.pack.write_text(json.dumps(pack))
    assert "is that of a pack of the program" in operator("check", operator.pack, code=1)


def test_what_is_no_pack_is_refused_by_a_sentence(operator):
    """No file, no JSON, no object, no secret: never a traceback."""
    assert "There is no file" in operator("check", operator.folder / "none.json", code=1)
    operator.pack.write_text("{")
    assert "cannot be read" in operator("check", operator.pack, code=1)
    operator.pack.write_text("[]")
    assert "A pack is one JSON object." in operator("check", operator.pack, code=1)
    operator.pack.write_text(json.dumps(PACK))
    assert "holds no signing secret" in operator("sign", operator.pack, *operator.secret, code=1)
    assert "has no key yet" in operator("install", operator.pack, *operator.data, code=1)
