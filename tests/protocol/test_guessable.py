"""Passphrases that are guessed first are refused, and others are not; the JavaScript reading agrees (tests/js/protocol)."""

import json
from pathlib import Path

import pytest

from journal.protocol.guessable import is_guessable

ROOT = Path(__file__).parents[2]
CASES = json.loads((ROOT / "tests/vectors/guessable.json").read_text("utf-8"))
COMMON = json.loads((ROOT / "static/content/guessable.json").read_text("utf-8"))["words"]


@pytest.mark.parametrize("passphrase", CASES["refused"])
def test_what_is_guessed_first_is_refused(passphrase):
    """Words everybody chooses, runs, repetitions, and one's own name."""
    assert is_guessable(passphrase, CASES["own"], COMMON)


@pytest.mark.parametrize("passphrase", CASES["taken"])
def test_a_sentence_of_ones_own_is_taken(passphrase):
    """Also where it holds a common word or a name."""
    assert not is_guessable(passphrase, CASES["own"], COMMON)


def test_the_list_is_longest_first_and_in_letters():
    """So that a short word never takes a piece out of a longer one."""
    assert [len(word) for word in COMMON] == sorted(map(len, COMMON), reverse=True)
    assert all(word == word.lower() and word.isalnum() for word in COMMON)


def test_six_generated_words_are_always_taken():
    """Whatever six of the list come together."""
    words = json.loads((ROOT / "static/content/words.json").read_text("utf-8"))["words"]
    for at in range(0, len(words) - 6, 6):
        assert not is_guessable(" ".join(words[at : at + 6]), ["ada", "Ada"], COMMON)
