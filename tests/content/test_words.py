"""The word list is the published one, whole."""

import hashlib
import json
from pathlib import Path

WORDS = json.loads(
    (Path(__file__).parents[2] / "static" / "content" / "words.json").read_text("utf-8")
)


def test_the_list_is_the_published_one():
    """Joined by line feeds it has the SHA-256 of BIP-39's english.txt."""
    joined = "".join(word + "\n" for word in WORDS["words"]).encode()
    assert hashlib.sha256(joined).hexdigest() == (
        "2f5eed53a4727b4bf8880d8f3f199efc90e58503646d9ff8eff3a2ed3b24dbda"
    )


def test_six_words_are_66_bits():
    """2,048 different words, so that each is worth exactly eleven bits."""
    assert len(set(WORDS["words"])) == 2**11 == len(WORDS["words"])


def test_the_licence_travels_with_the_list():
    """The notice that the licence asks for stands in the same file."""
    assert WORDS["licence"] == "MIT"
    assert "Permission is hereby granted" in WORDS["notice"]
    assert "@scure/bip39" in WORDS["source"]
