"""The search itself: it finds a planted word in every form and in every container it claims to open."""

import base64
import gzip
import json
import sqlite3

import pytest

from tests.canary.needles import Needles, forms
from tests.canary.places import contents, lz4, snappy

WORD = "Möwenquartett am Sieltor"


@pytest.mark.parametrize("before", [b"", b"x", b"xy", b"xyz"])
@pytest.mark.parametrize("after", ["", "!", "!?"])
def test_base64_is_found_wherever_it_begins(before, after):
    """Encoded together with whatever stands around it, in either alphabet."""
    text = before + (WORD + after).encode()
    needles = Needles({"word": WORD})
    assert needles.found_in(base64.b64encode(text), "there")
    assert needles.found_in(base64.urlsafe_b64encode(text).rstrip(b"="), "there")


def test_every_form_is_found_among_other_bytes():
    """Plain, in other encodings, as hex, in JSON; and nothing is found where it is not."""
    needles = Needles({"word": WORD})
    for name, data in forms(WORD):
        assert needles.found_in(b"before" + data + b"after", "there"), name
    assert needles.found_in(json.dumps([WORD]).encode(), "there")
    assert needles.found_in(json.dumps([WORD], ensure_ascii=False).encode(), "there")
    assert not needles.found_in(b"Nothing of it: M\xc3\xb6wen, Sieltor", "there")


def test_containers_are_opened(tmp_path):
    """A value of an SQLite table, a gzip within another file, a file's name."""
    with sqlite3.connect(tmp_path / "one.sqlite3") as database:
        database.execute("CREATE TABLE note (text BLOB)")
        # Long enough to lie across pages, where the file itself would have it in pieces.
        database.execute("INSERT INTO note VALUES (?)", ["x" * 475 + WORD + "x" * 3590])
    database.close()
    (tmp_path / "two.bin").write_bytes(b"head" + gzip.compress(WORD.encode()))
    (tmp_path / WORD).touch()
    needles = Needles({"word": WORD})
    found = {said for name, data in contents(tmp_path) for said in needles.found_in(data, name)}
    assert {one.split(" in ")[1] for one in found} == {
        "one.sqlite3 (unpacked)",
        "two.bin (unpacked)",
        WORD,
    }


def test_snappy_and_lz4_are_unpacked():
    """The examples of both formats: a literal, a copy from before, and a copy that overlaps itself."""
    assert snappy(bytes([14, 4 << 2]) + b"abcde" + bytes([(5 << 2) | 1, 5])) == b"abcdeabcdeabcd"
    assert lz4(bytes([0x35]) + b"abc" + bytes([3, 0]) + bytes([0x10]) + b"!") == b"abcabcabcabc!"
    with pytest.raises(ValueError, match="not snappy"):
        snappy(b"\x05\x08abc")
