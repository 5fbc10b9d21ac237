"""A linked person who tries for long: nothing they send stops anything, and what cannot be read is one row."""

import pytest

from journal.client import show
from journal.client.clock import now
from journal.client.verify import verify_profile
from journal.protocol.keys import Identity
from journal.wire.bundles import build_bundle
from tests.client.conftest import HANDLES, PASSPHRASES, texts
from tests.evil.contact import Contact

ROUNDS, ACTS = 4, 40


def befriend(client, server, role: str, seed: int) -> Contact:
    """A hostile person, linked by the client's own invite."""
    contact = Contact(server.url, role, seed)
    contact.accept(client.people.invite(now()))
    (waiting,) = client.people.waiting()
    client.people.confirm(waiting, now())
    client.sync()
    client.people.put_away(waiting)
    contact.begin()
    client.sync()
    return contact


@pytest.mark.parametrize(("name", "role", "seed"), [("ana", "therapist", 1), ("bo", "patient", 2)])
def test_a_contact_who_tries_for_long(server, join, devices, name, role, seed):
    """Whatever they try: one goes on writing, it is backed up, a new device opens it, and one is not flooded with words about it."""
    client = join(name)
    contact = befriend(client, server, role, seed)
    told = []
    for number in range(ROUNDS):
        contact.act(ACTS)
        client.write(f"mine {number}")
        told += client.sync().notices
        assert client.outbox.count() == 0
    assert contact.refused < ROUNDS * ACTS
    assert len(contact.shared) > ROUNDS * ACTS / 4
    fresh = devices("fresh")
    told += fresh.sign_in(server.url, HANDLES[name], PASSPHRASES[name], client.kit).notices
    assert len(set(told)) <= 3
    for device in (client, fresh):
        assert texts(device) == [f"mine {number}" for number in range(ROUNDS)]
        theirs = device.entries(contact.id_pk)
        assert any(one.problem for one in theirs)
        assert {one.author for one in device.items.listed()} == {client.vault.me, contact.id_pk}
        assert all(
            "the server shows" not in one["problem"] for one in verify_profile(device)["problems"]
        )


def test_a_share_to_a_key_that_is_none(linked):
    """A key that was pinned before keys were looked at: what is shared with it is set aside and told once; everything else goes on."""
    ana, bo = linked
    contact = ana.vault.contact(bo.vault.me)
    sign = Identity(bo.vault.ring.sign).sign
    none = build_bundle(sign, bo.vault.me, 2, b"\xff" * 1_216)
    ana.vault.change(ana.vault.ring.with_contact(contact._replace(bundle=none)))
    shared = ana.write("shared")
    ana.share([shared], bo.vault.me)
    ana.write("mine alone")
    told = [ana.sync().notices for _ in range(3)]
    assert told == [[("unlinkable", shared)], [], []]
    assert [(op.kind, op.aside) for op in ana.outbox.ops()] == [("grant", "unlinkable")]
    assert {one.kept for one in ana.entries()} == {"backed-up"}
    listed = f"Not sent: what you shared, for {contact.name}  {shared.hex()[:8]}"
    assert show.aside_list(show.aside(ana, ana.outbox.ops())) == listed
    # With a key that holds, it is tried again by itself.
    ana.vault.change(ana.vault.ring.with_contact(contact))
    ana.sync()
    bo.sync()
    assert texts(bo, ana.vault.me) == ["shared"]
