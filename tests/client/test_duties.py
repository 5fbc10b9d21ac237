"""The duties of a client (`docs/protocol.md` section 5), each against a server, or a contact, that breaks what it guards.

`tests/js/vault/duties.test.js` plays the same against the web app.
"""

import re
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from journal.client.client import Client
from journal.client.errors import Alarm
from journal.client.transport import Server
from journal.protocol.keys import Identity, KemKey, generate_secret
from journal.protocol.ring import LogHead, seal_ring
from journal.wire.bundles import build_bundle
from journal.wire.errors import Tampered
from journal.wire.feed import Page, build_page, parse_page
from journal.wire.ids import log_id
from journal.wire.records import (
    EMPTY,
    Content,
    Record,
    build_frame,
    build_record,
    parse_content,
    plain_content,
    put_content,
    record_hash,
)
from tests.client.conftest import HANDLES, PASSPHRASES, link, texts
from tests.client.wire_tap import TappedServer

ROOT = Path(__file__).parents[2]
FEED, PUSH = ("GET", "/api/v1/feed"), "/api/v1/records"
DUTIES: dict[str, Callable[["World"], None]] = {}


class World:
    """A patient with a therapist and one entry, all of it backed up, and the server between them."""

    def __init__(self, server: TappedServer, ana: Client, bo: Client, devices) -> None:
        self.server, self.ana, self.bo, self._devices = server, ana, bo, devices
        link(ana, bo)
        ana.write("before")
        ana.sync()
        ana.sync()

    def shows(self, change: Callable[[list[Record]], list[Record]]) -> None:
        """From now on every page of the feed is as `change` makes it."""

        def changed(data: bytes) -> bytes:
            page: Page = parse_page(data)
            frames = map(build_frame, change(page.records))
            return build_page(page.epoch, page.after, page.next, page.more, frames)

        self.server.tap.changes[FEED] = changed

    def copy(self) -> TappedServer:
        """The server as a copy of its folder puts it back."""
        folder = Path(self.server._settings["DATA_DIR"])
        return TappedServer(Path(shutil.copytree(folder, folder.with_name("copy"))))

    def behaves(self) -> None:
        """The server is honest again."""
        self.server.tap.changes.clear()

    def fresh(self) -> Client:
        """The patient's new device, which signs in."""
        device = self._devices("fresh")
        with suppress(Alarm, Tampered):
            device.sign_in(self.server.url, HANDLES["ana"], PASSPHRASES["ana"], self.ana.kit)
        return device

    def next(
        self,
        by: Client,
        to: bytes,
        type: str,
        content: Content = EMPTY,
        last: Record | None = None,
        sign=None,
        **more,
    ) -> Record:
        """What follows `last`, or else the log's head as the patient has it, truly signed unless `sign` is another's."""
        head = self.ana.store.log(by.vault.me, to).head
        if last:
            head = head._replace(seq=last.header.seq, hash=record_hash(last))
        return build_record(
            sign or by.vault.identity.sign, by.vault.me, to, head, type, content, **more
        )

    def alarms(self, device: Client) -> None:
        """Sync stops and says why; nothing that was here is gone."""
        with pytest.raises((Alarm, Tampered)):
            device.sync()
        assert "before" in texts(device)


def duty(play: Callable[[World], None]) -> Callable[[World], None]:
    """Name the duty after its play."""
    DUTIES[play.__name__.replace("_", "-")] = play
    return play


@duty
def sign_in_head(world: World) -> None:
    """The feed ends before the head that was named at sign-in."""
    world.shows(lambda records: [one for one in records if one.header.seq < 3])
    device = world.fresh()
    with pytest.raises(Alarm):
        device.sync()
    world.behaves()
    device.sync()
    assert texts(device) == ["before"]


@duty
def ring_heads(world: World) -> None:
    """Another device's ring names another record than was shown here."""
    vault = world.ana.vault
    other = LogHead(log_id(vault.me, world.bo.vault.me), 1, bytes(32))
    generation = world.ana.store.log(vault.me, vault.me).head.generation + 1
    ring = seal_ring(vault._account_key, vault.me, generation, replace(vault.ring, heads=(other,)))
    record = world.next(world.ana, vault.me, "ring", plain_content(ring), generation=generation)
    world.shows(lambda records: [*records, record])
    world.alarms(world.ana)


@duty
def ring_generation(world: World) -> None:
    """A ring that skips a generation."""
    vault = world.ana.vault
    generation = world.ana.store.log(vault.me, vault.me).head.generation + 2
    ring = seal_ring(vault._account_key, vault.me, generation, vault.ring)
    record = world.next(world.ana, vault.me, "ring", plain_content(ring), generation=generation)
    world.shows(lambda records: [*records, record])
    world.alarms(world.ana)


@duty
def key_epoch(world: World) -> None:
    """A contact's key of an epoch that is not above their last."""
    bo, me = world.bo.vault, world.ana.vault.me
    bundle = build_bundle(bo.identity.sign, bo.me, 2, KemKey(generate_secret()).public)
    first = world.next(world.bo, me, "key", plain_content(bundle))
    second = world.next(world.bo, me, "key", plain_content(bundle), last=first)
    world.shows(lambda records: [*records, first, second])
    world.alarms(world.ana)


@duty
def forked_log(world: World) -> None:
    """Two devices were shown two pasts, and are to be brought together again."""
    me, device = world.ana.vault.me, world.fresh()
    device.sync()
    world.ana.sync()
    item = {"items": [bytes(16)], "revs": [bytes(16)]}
    other = world.next(world.ana, me, "del", **item)
    world.ana.write("on one side")
    world.ana.sync()
    world.shows(lambda _records: [other])
    device.sync()
    world.behaves()
    device.write("on the other")
    world.alarms(device)


@duty
def withheld_body(world: World) -> None:
    """Words that are withheld count as missing, and are filled in when they come after all."""

    def without(record: Record) -> Record:
        if record.header.type != "put":
            return record
        rows = [row._replace(body=None) for row in parse_content(record).rows]
        return record._replace(payload=put_content(rows).payload)

    world.shows(lambda records: [without(one) for one in records])
    device = world.fresh()
    assert [one.problem for one in device.entries()] == ["missing"]
    world.behaves()
    device.syncing.ask_again()
    device.sync()
    assert texts(device) == ["before"]


@duty
def lost_records(world: World) -> None:
    """A restore that nobody announced is seen and mended though nothing new is written."""
    ana = world.ana
    copy = world.copy()
    ana.write("after the copy")
    ana.sync()
    ana.profile.connect(Server(copy.url, ana.server.cookies))
    report = ana.sync()
    assert ("server-restored", None) in report.notices
    assert [path for _, path, _ in copy.tap.seen].count(PUSH) == 1
    assert ana.sync().notices == []
    assert [path for _, path, _ in copy.tap.seen].count(PUSH) == 1
    assert texts(ana) == ["after the copy", "before"]
    copy.stop()


@duty
def false_ack(world: World) -> None:
    """A contact acknowledges what was never sent: that is told of them, and sync goes on."""
    record = world.next(world.bo, world.ana.vault.me, "ack", peer_seq=1, peer_hash=bytes(32))
    world.shows(lambda records: [*records, record])
    world.ana.write("while they lie")
    assert world.ana.sync().notices == [("ack-differs", world.bo.vault.me)]
    assert world.ana.outbox.count() == 0


@duty
def new_device(world: World) -> None:
    """Another device that signs in is told of on every device that was there before, once, and on no new one."""
    ana, device = world.ana, world.fresh()
    assert device.sync().notices == []
    assert ana.sync().notices == [("device-new", None)]
    assert ana.sync().notices == []
    assert device.sync().notices == []


@duty
def foreign_key(world: World) -> None:
    """A key that only the server has made up in the contact's name stops sync, and ends nothing between the two."""
    bo, other = world.bo.vault, Identity(generate_secret())
    bundle = build_bundle(other.sign, other.public, 2, KemKey(generate_secret()).public)
    record = world.next(world.bo, world.ana.vault.me, "key", plain_content(bundle), sign=other.sign)
    world.shows(lambda records: [*records, record])
    world.alarms(world.ana)
    world.behaves()
    world.ana.sync()
    assert world.ana.vault.contact(bo.me).state == "linked"


@pytest.mark.parametrize("name", DUTIES)
def test_a_client_does_its_duty(server, ana, bo, devices, name):
    """Each thing a client compares, against somebody who breaks it."""
    DUTIES[name](World(server, ana, bo, devices))


def test_both_clients_are_tried_at_every_duty():
    """The table in the protocol, the plays here and those of the web app name the same duties."""
    table = (
        (ROOT / "docs/protocol.md").read_text().split("**Duties of a client.**")[1].split("\n\n")[1]
    )
    named = re.findall(r"^\| `([a-z-]+)` \|", table, re.MULTILINE)
    other = (ROOT / "tests/js/vault/duties.test.js").read_text()
    assert named == list(DUTIES)
    assert re.findall(r'^duty\("([a-z-]+)"', other, re.MULTILINE) == named
