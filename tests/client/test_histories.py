"""Random histories of two devices of one account: nothing lost, nothing doubled, nothing stuck.

Every text is unique. A text is superseded by an edit made on top of it, and gone by a delete made on top of it; all others
must be shown, once, on both devices in the end.
"""

import os
import random
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import update

from journal.client.client import Client
from journal.client.errors import Offline
from journal.server import schema
from journal.server.database import Database
from tests.client.conftest import HANDLES, PASSPHRASES
from tests.client.wire_tap import TappedServer

SEEDS = int(os.environ.get("AFTERGLOW_HISTORIES", "24"))
STEPS = 40


@pytest.fixture(scope="module")
def ground() -> Iterator[Path]:
    """A folder in memory where there is one: thousands of durable commits are not what is tested here."""
    memory = Path("/dev/shm")
    folder = Path(tempfile.mkdtemp(dir=memory if os.access(memory, os.W_OK) else None))
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def template(ground: Path) -> Path:
    """A server with one account, and two devices signed in to it."""
    folder = ground / "template"
    folder.mkdir()
    server = TappedServer(folder / "server")
    one, two = Client(folder / "one"), Client(folder / "two")
    kit = one.sign_up(server.url, HANDLES["ana"], "Ana", "patient", PASSPHRASES["ana"])
    two.sign_in(server.url, HANDLES["ana"], PASSPHRASES["ana"], kit)
    one.sync()
    for closing in (one, two, server):
        closing.close() if isinstance(closing, Client) else closing.stop()
    return folder


class History:
    """Two devices, a server, and what must be true of the words."""

    def __init__(self, template: Path, folder: Path, seed: int) -> None:
        shutil.copytree(template, folder)
        self.folder, self.random = folder, random.Random(seed)
        self.server = TappedServer(folder / "server")
        self.devices = [Client(folder / name) for name in ("one", "two")]
        for device in self.devices:
            device.unlock(PASSPHRASES["ana"])
            self._meet(device)
        self.leaves: set[str] = set()
        self.count = 0
        self.backups = 0

    def _meet(self, device: Client) -> None:
        with device.store.write():
            device.store.put("server", self.server.url.encode())
        device.profile.disconnect()

    def close(self) -> None:
        """End everything."""
        for device in self.devices:
            device.close()
        self.server.stop()

    def step(self) -> None:
        """Something happens to one of the devices, or to the server."""
        device = self.random.choice(self.devices)
        happening = self.random.choices(
            [
                self.write,
                self.edit,
                self.delete,
                self.sync,
                self.restart,
                self.back_up,
                self.restore,
            ],
            [5, 6, 2, 6, 1, 0.5, 0.3],
        )[0]
        happening(device)

    def _text(self) -> str:
        self.count += 1
        return f"text {self.count}"

    def write(self, device: Client) -> None:
        """A new entry."""
        text = self._text()
        device.write(text)
        self.leaves.add(text)

    def _shown(self, device: Client) -> dict[bytes, str]:
        return {one.item: one.document["text"] for one in device.entries()}

    def edit(self, device: Client) -> None:
        """An edit of what this device shows."""
        if not (shown := self._shown(device)):
            return
        item = self.random.choice(sorted(shown))
        text = self._text()
        device.edit(item, text=text)
        self.leaves.discard(shown[item])
        self.leaves.add(text)

    def delete(self, device: Client) -> None:
        """A delete of what this device shows."""
        if not (shown := self._shown(device)):
            return
        item = self.random.choice(sorted(shown))
        device.delete(item)
        self.leaves.discard(shown[item])

    def sync(self, device: Client) -> None:
        """A sync of which any exchange may be lost, on its way there or back, and sometimes all of them."""
        chance = self.random.choice([0, 0, 0.2, 0.6])

        def lose(_method: str, _path: str) -> str | None:
            return (
                self.random.choice(["request", "answer"]) if self.random.random() < chance else None
            )

        self.server.tap.lose = lose
        try:
            device.sync()
        except Offline:
            pass
        finally:
            self.server.tap.lose = lambda _method, _path: None

    def restart(self, device: Client) -> None:
        """A device is switched off and on."""
        index = self.devices.index(device)
        folder = device.store.folder
        device.close()
        self.devices[index] = Client(folder)
        self.devices[index].unlock(PASSPHRASES["ana"])

    def back_up(self, _device: Client) -> None:
        """The operator copies the database."""
        data = self.folder / "server"
        shutil.copy(data / "journal.sqlite3", self.folder / "backup")
        self.backups += 1

    def restore(self, _device: Client) -> None:
        """The server is restored from its last backup, with a new epoch."""
        if not self.backups:
            return
        self.server.stop()
        shutil.copy(self.folder / "backup", self.folder / "server" / "journal.sqlite3")
        renew_epoch(self.folder / "server")
        self.server = TappedServer(self.folder / "server")
        for device in self.devices:
            self._meet(device)

    def settle(self) -> None:
        """Both devices sync until nothing waits and nothing new comes."""
        for _ in range(6):
            reports = [device.sync() for device in self.devices]
        assert [report.waiting for report in reports] == [0, 0]
        assert all(report.pushed == 0 for report in reports)


def renew_epoch(folder: Path) -> None:
    """What every restore does last."""
    database = Database(f"sqlite:///{folder / 'journal.sqlite3'}")
    with database.write() as connection:
        connection.execute(update(schema.meta).values(epoch=os.urandom(16)))
    database.close()


@pytest.fixture
def history(template: Path, ground: Path) -> Iterator[Callable[[int], History]]:
    """Makes histories by seed."""
    made: list[History] = []

    def make(seed: int) -> History:
        made.append(History(template, ground / str(seed), seed))
        return made[-1]

    yield make
    for one in made:
        one.close()
        shutil.rmtree(one.folder)


@pytest.mark.parametrize("seed", range(SEEDS))
def test_a_random_history(history, seed):
    """Whatever two devices do while exchanges are lost and the server is restored, both end with every word, once."""
    play = history(seed)
    for _ in range(STEPS):
        play.step()
    play.settle()
    for device in play.devices:
        shown = sorted(play._shown(device).values())
        assert shown == sorted(play.leaves)
        assert all(one.problem is None for one in device.entries())


def test_edit_against_edit_keeps_both(history):
    """Two edits of one entry: the second writer's becomes a conflict copy that names what it lost against."""
    play = history(1)
    one, two = play.devices
    item = one.write("begun")
    one.sync()
    two.sync()
    one.edit(item, text="here")
    two.edit(item, text="there")
    one.sync()
    assert ("conflict-copy") in [type for type, _ in two.sync().notices]
    one.sync()
    for device in (one, two):
        assert sorted(play._shown(device).values()) == ["here", "there"]
        (copy,) = [entry for entry in device.entries() if "conflict_of" in entry.document]
        assert copy.document["text"] == "there"


def test_the_same_edit_twice_is_one(history):
    """Two devices that say the same do not make a conflict copy."""
    play = history(2)
    one, two = play.devices
    item = one.write("begun")
    one.sync()
    two.sync()
    for device in (one, two):
        device.edit(item, text="the same")
    one.sync()
    assert two.sync().notices == []
    assert list(play._shown(two).values()) == ["the same"]


@pytest.mark.parametrize("first", ["edit", "delete"])
def test_an_edit_beats_a_delete(history, first):
    """Whichever device comes first, the edited words stay."""
    play = history(3)
    one, two = play.devices
    item = one.write("begun")
    one.sync()
    two.sync()
    one.edit(item, text="edited")
    two.delete(item)
    order = (one, two) if first == "edit" else (two, one)
    notices = [type for device in order for type, _ in device.sync().notices]
    play.settle()
    assert ("delete-undone" in notices) == (first == "edit")
    for device in play.devices:
        assert list(play._shown(device).values()) == ["edited"]


def test_unsent_edits_are_sent_as_one(history):
    """Ten edits made offline go up as one revision, and the words before them nowhere."""
    play = history(4)
    one, two = play.devices
    item = one.write("draft 0")
    for n in range(1, 11):
        one.edit(item, text=f"draft {n}")
    one.sync()
    two.sync()
    assert list(play._shown(two).values()) == ["draft 10"]
    assert len([1 for revision, _ in two.store.revisions() if revision.item == item]) == 1


def test_what_was_written_and_deleted_unsent_never_leaves(history):
    """An entry deleted before it was ever sent is not sent at all."""
    play = history(5)
    one, _ = play.devices
    one.sync()
    one.delete(one.write("never mind"))
    report = one.sync()
    assert (report.pushed, report.waiting) == (0, 0)


def test_a_restored_server_gets_back_what_it_lost(history):
    """Records that a restored server lacks are pushed again byte for byte, and the person is told."""
    play = history(6)
    one, two = play.devices
    one.sync()
    play.back_up(one)
    one.write("after the backup")
    one.sync()
    two.sync()
    before = two.store.logs()
    play.restore(one)
    assert ("server-restored", None) in two.sync().notices
    assert two.store.logs() == before
    play.settle()
    assert list(play._shown(one).values()) == ["after the backup"]


def test_replaced_words_do_not_come_back_with_a_restore(history):
    """Of a chain of revisions that a restored server lost and another device overtook, only the last is copied."""
    play = history(8)
    one, two = play.devices
    one.sync()
    play.back_up(one)
    item = one.write("first")
    one.sync()
    two.sync()
    for text in ("second", "third"):
        one.edit(item, text=text)
        one.sync()
    play.restore(one)
    two.sync()
    two.edit(item, text="elsewhere")
    two.sync()
    play.settle()
    for device in play.devices:
        assert sorted(play._shown(device).values()) == ["elsewhere", "third"]


def test_two_processes_of_one_device_do_not_sync_at_once(history):
    """The same profile opened twice: both may write and sync, and nothing goes up twice."""
    play = history(7)
    one, two = play.devices
    same = Client(one.store.folder)
    same.unlock(PASSPHRASES["ana"])
    one.write("by the first")
    same.write("by the second")
    same.sync()
    one.sync()
    same.close()
    two.sync()
    assert sorted(play._shown(two).values()) == ["by the first", "by the second"]
