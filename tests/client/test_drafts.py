"""Drafts that another device has backed up, and words that are longer than one entry holds, at the terminal."""

import pytest

from journal.client import documents
from journal.client.client import Client
from journal.client.clock import now
from journal.client.drafts import drafts, finish
from journal.client.errors import ClientError, TooLong
from journal.client.pages import PAGE, divide
from journal.protocol.drafts import draft_item
from journal.wire.encoding import b64_encode, build_json
from tests.client.conftest import PASSPHRASES, texts
from tests.client.test_cli import terminals  # noqa: F401

ENTRY = bytes(range(16))


def leave(client, text, **more):
    """As another device leaves a draft of the entry ENTRY."""
    of = b64_encode(ENTRY)
    body = {"title": "", "text": text, "happened": documents.instant(now(), "UTC"), **more}
    item = draft_item(client.vault.me, of)
    client.writing.write_as(item, kind="draft", draft_of=of, body=body)
    client.sync()
    return item


def test_a_draft_is_gone_on_with_and_becomes_the_entry_it_was_to_be(ana, second):
    """It is no entry while it is a draft; kept on one device, it is a draft on neither."""
    leave(second, "Begun on the phone.")
    ana.sync()
    assert texts(ana) == []
    (draft,) = drafts(ana)
    assert draft.text == "Begun on the phone."
    assert finish(ana, draft, draft.text + " Ended here.") == ENTRY
    ana.sync()
    second.sync()
    assert texts(second) == ["Begun on the phone. Ended here."]
    assert drafts(ana) == drafts(second) == []


def test_an_entry_that_was_kept_meanwhile_stays_beside_the_draft(ana, second):
    """The entry has its item; what the draft says becomes another."""
    leave(ana, "Longer by now.")
    second.sync()
    second.writing.write_as(ENTRY, text="Kept on the phone.")
    second.sync()
    ana.sync()
    (draft,) = drafts(ana)
    finish(ana, draft, draft.text)
    ana.sync()
    assert texts(ana) == ["Kept on the phone.", "Longer by now."]


def test_a_draft_is_granted_to_nobody(linked):
    """Neither is any other document that stands beside the entries."""
    ana, bo = linked
    item = leave(ana, "For me.")
    with pytest.raises(ClientError, match="no such entry"):
        ana.share([item], bo.vault.me)
    note = ana.write_many([{"kind": "settings", "guardHours": 24}])[0]
    with pytest.raises(ClientError, match="no such entry"):
        ana.share([note], bo.vault.me)


def test_the_command_lists_drafts_and_goes_on_with_one(terminals):  # noqa: F811
    """Its words, then what is typed."""
    ana, _ = terminals
    assert ana.say("drafts") == "Nothing is begun and not finished."
    client = Client(ana.folder)
    client.unlock(PASSPHRASES["ana"])
    leave(client, "Begun.")
    client.close()
    (draft,) = ana.json("drafts")["drafts"]
    assert draft["text"] == "Begun."
    ana.say("write", "--draft", draft["id"][:8], stdin="Ended.\n")
    (entry,) = ana.json("entries")["entries"]
    assert ana.json("read", entry["id"])["document"]["text"] == "Begun.\nEnded."
    assert ana.json("drafts")["drafts"] == []


@pytest.mark.parametrize("unit", ["a", "é ", "緑", "🌿\n", "word "])
def test_divided_words_are_the_same_words(unit):
    """Every part fits, and joined they are what was typed."""
    text = unit * (PAGE * 2 // len(unit.encode()) + 7)
    parts = divide(text)
    assert "".join(parts) == text
    assert len(parts) >= 3
    assert all(len(build_json(part)) <= PAGE for part in parts)


def test_what_is_too_long_for_one_entry_is_kept_as_several(terminals):  # noqa: F811
    """Nothing typed is thrown away for its length, and what is said of it is true."""
    ana, _ = terminals
    text = "One more line of it.\n" * 15_000
    said = ana.json("write", stdin=text)
    words = [ana.json("read", id)["document"]["text"] for id in said["ids"]]
    assert "".join(words) == text.removesuffix("\n")
    assert said["kept"] == "backed-up"
    assert "2 entries" in ana.say("write", stdin=text)
    short = ana.json("write", "--text", "Short.")
    out = ana.say("comment", short["id"], "--text", text, code=1)
    assert "Nothing of it was kept or sent" in out
    assert "server" not in out


def test_a_page_fits_into_a_sealed_body_whatever_it_says(ana):
    """The words that take the most bytes still fit, and twice as many are refused before anything is kept."""
    for unit in ('"', "\x01", "é", "緑"):
        text = unit * (PAGE // len(unit.encode()))
        fits = divide(text)
        for part in fits:
            ana.write(part)
    with pytest.raises(TooLong):
        ana.write("x" * (2 * PAGE))
