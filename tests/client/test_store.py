"""journal.client.store and outbox: durable, sealed, all or nothing."""

import sqlite3
import stat

import pytest

from journal.client.client import Client
from journal.client.clock import now
from journal.client.errors import ClientError
from journal.client.outbox import Outbox
from journal.client.store import Store
from tests.client.conftest import PASSPHRASES, link, texts

CANARIES = (
    "zzcanarytitle",
    "zzcanarytext",
    "zzcanarynote",
    "zzcanarycomment",
    "zzcanaryname",
    "zzcanaryprompt",
)


def test_nothing_readable_is_on_the_disk(ana, bo):
    """Titles, texts, notes, prompts, comments, people's names and dates appear nowhere in the profile folder."""
    link(ana, bo)
    item = ana.write(
        "zzcanarytext", title="zzcanarytitle", prompt={"id": "P1", "text": "zzcanaryprompt"}
    )
    ana.dosings.add(now(), "iv", note="zzcanarynote")
    ana.share([item], bo.vault.me, override=True)
    ana.sync()
    bo.sync()
    bo.comments.write(ana.vault.me, item, "zzcanarycomment")
    bo.sync()
    ana.sync()
    ana.entries()
    bo.entries(ana.vault.me)
    ana.comments.on(ana.vault.me, item)
    today = now().isoformat()[:10]
    for client in (ana, bo):
        files = [path.read_bytes() for path in client.store.folder.iterdir()]
        assert sum(len(data) for data in files) > 10_000
        for word in (*CANARIES, today, '"Bo"', "preparation", PASSPHRASES["ana"], ana.kit):
            assert not any(word.encode() in data for data in files), word


def test_the_profile_is_private(ana):
    """Other users of the machine may not even look."""
    assert stat.S_IMODE((ana.store.folder / "profile.sqlite3").stat().st_mode) == 0o600


def test_every_write_is_durable(ana):
    """The file is written with full sync, and a transaction that fails leaves nothing."""
    assert ana.store.db.execute("PRAGMA synchronous").fetchone() == (2,)

    def fail_half_way() -> None:
        with ana.store.write():
            ana.store.put("half", b"done")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_half_way()
    assert ana.store.get("half") is None


def test_a_killed_write_is_whole_or_not_there(ana):
    """Words and their place in the outbox are one transaction: after a failure between the two there is neither."""
    before = ana.outbox.count(), len(list(ana.store.revisions()))
    ana.store.db.execute(
        "CREATE TRIGGER fail BEFORE INSERT ON outbox BEGIN SELECT RAISE(ABORT, 'full'); END"
    )
    with pytest.raises(sqlite3.IntegrityError):
        ana.write("words")
    ana.store.db.execute("DROP TRIGGER fail")
    assert (ana.outbox.count(), len(list(ana.store.revisions()))) == before
    ana.write("words")
    assert texts(ana) == ["words"]


def test_a_newer_profile_is_left_alone(tmp_path):
    """A profile of a later version is refused, not touched."""
    store = Store(tmp_path)
    store.db.execute("PRAGMA user_version = 99")
    store.close()
    with pytest.raises(ClientError, match="newer"):
        Store(tmp_path)


def test_an_empty_profile_says_so(tmp_path):
    """Unlocking where nobody signed in is its own error."""
    client = Client(tmp_path)
    with pytest.raises(ClientError) as caught:
        client.unlock(PASSPHRASES["ana"])
    assert caught.value.reason == "signed-out"
    client.close()


def test_plain_operations_wait_once(tmp_path):
    """A ring that waits already is not queued again; one that is signed already is."""
    store = Store(tmp_path)
    outbox = Outbox(store)
    for _ in range(3):
        outbox.add(b"log", "ring")
    assert [op.kind for op in outbox.ops()] == ["ring"]
    store.db.execute("UPDATE outbox SET frame = 7")
    outbox.add(b"log", "ring")
    assert outbox.count() == 2
    store.close()


def test_the_summary_survives_and_stays_small(server, ana, monkeypatch):
    """The sealed summary is kept in packs, is read after a restart, and is written anew before it falls to pieces."""
    monkeypatch.setattr("journal.client.vault.PACKS", 4)
    for n in range(12):
        ana.write(f"entry {n}")
        ana.entries()
    assert len(ana.store.packs()) <= 5
    folder = ana.store.folder
    ana.close()
    again = Client(folder)
    again.unlock(PASSPHRASES["ana"])
    monkeypatch.setattr("journal.client.vault.open_item", None)
    assert len(texts(again)) == 12
    again.close()
