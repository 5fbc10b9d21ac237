"""The end of a link, with contacts who keep to it and one who does not (`docs/protocol.md` section 7)."""

from collections.abc import Callable
from typing import Any

import pytest

from journal.client import show
from journal.client.client import Client
from journal.client.clock import now
from journal.client.errors import ClientError
from journal.wire.feed import build_page, parse_page
from tests.client.conftest import HANDLES, PASSPHRASES
from tests.client.wire_tap import TappedServer

Pair = tuple[Client, Client]


@pytest.fixture
def sharing(linked: Pair) -> tuple[Client, Client, bytes]:
    """Patient and therapist, and an entry that both can read."""
    ana, bo = linked
    item = ana.write("The grey heron.")
    ana.share([item], bo.vault.me)
    _settle(ana, bo)
    return ana, bo, item


def _settle(*clients: Client) -> None:
    for client in (*clients, *clients):
        client.sync()


def _said(client: Client, item: bytes) -> list[str]:
    return [one.document["text"] for one in client.comments.on(client.vault.me, item)]


def _is_over(one: Client, other: Client) -> bool:
    """Both logs are closed, the contact is, and nothing waits."""
    pair = [log for log in one.store.logs().values() if log.author != log.audience]
    closed = [log.head.closed for log in pair] == [True, True]
    return (
        closed
        and one.vault.ring.contact(other.vault.me).state == "closed"
        and not one.sync().waiting
    )


@pytest.mark.parametrize("ends", ["patient", "therapist"])
def test_whoever_ends_it_both_logs_are_closed(sharing: tuple[Client, Client, bytes], ends: str):
    """The other side answers with a close of its own; what waited for whoever ended it is dropped, and said."""
    ana, bo, item = sharing
    first, second = (ana, bo) if ends == "patient" else (bo, ana)
    if ends == "patient":
        bo.comments.write(ana.vault.me, item, "Written offline.")
    else:
        ana.share([ana.write("Written offline.")], bo.vault.me)
    first.people.end(second.vault.me)
    first.sync()
    assert ("link-ended", None) in second.sync().notices
    _settle(first, second)
    assert _is_over(ana, bo)
    assert _is_over(bo, ana)


def test_a_signed_record_meets_the_end(sharing: tuple[Client, Client, bytes], monkeypatch):
    """The link ended after the feed was read: what was signed already is dropped, not set aside."""
    ana, bo, item = sharing
    bo.comments.write(ana.vault.me, item, "Too late.")
    ana.people.end(bo.vault.me)
    push = bo.server.push

    def end_then_push(data: bytes) -> dict[str, Any]:
        ana.sync()
        return push(data)

    monkeypatch.setattr(bo.server, "push", end_then_push)
    report = bo.sync()
    assert [type for type, _ in report.notices] == ["link-ended"]
    assert _is_over(bo, ana)


def test_a_contact_who_ignores_the_end_brings_nothing(
    sharing: tuple[Client, Client, bytes], monkeypatch
):
    """Never shown the close, they go on commenting: the server takes none of it, and what crossed is dropped."""
    ana, bo, item = sharing
    bo.comments.write(ana.vault.me, item, "Before.")
    _settle(bo, ana)
    bo.comments.write(ana.vault.me, item, "On its way already.")
    bo.sync()
    ana.people.end(bo.vault.me)
    ana.sync()
    ask = bo.server.feed

    def nothing_new(after: int) -> bytes:
        return build_page(parse_page(ask(after)).epoch, after, after, False, [])

    monkeypatch.setattr(bo.server, "feed", nothing_new)
    bo.comments.write(ana.vault.me, item, "You will be sorry you left.")
    bo.sync()
    ana.sync()
    assert _said(ana, item) == ["Before."]
    monkeypatch.undo()
    _settle(bo, ana)
    assert _is_over(bo, ana)
    assert _said(ana, item) == ["Before."]


def test_who_is_muted_is_told_nothing(sharing: tuple[Client, Client, bytes]):
    """Their words come and are folded away; the link stays as it was for both, on every device of one's own."""
    ana, bo, item = sharing
    ana.quiet.set(bo.vault.me, "muted")
    bo.comments.write(ana.vault.me, item, "I read it on Monday.")
    _settle(ana, bo, ana)
    assert (ana.quiet.of(bo.vault.me), bo.quiet.of(ana.vault.me)) == ("muted", "")
    assert bo.vault.ring.contact(ana.vault.me).state == "linked"
    (entry,) = ana.entries()
    page = show.page(ana, entry, ana.read(ana.vault.me, item), ana.comments.on(ana.vault.me, item))
    assert "Monday" not in page
    assert "muted" in page
    ana.quiet.set(bo.vault.me, "")
    page = show.page(ana, entry, ana.read(ana.vault.me, item), ana.comments.on(ana.vault.me, item))
    assert "Monday" in page


def test_a_block_ends_the_link_and_stays(sharing: tuple[Client, Client, bytes]):
    """Nothing of theirs is shown, no invite of theirs is opened, and it cannot be undone."""
    ana, bo, item = sharing
    bo.comments.write(ana.vault.me, item, "I read it on Monday.")
    invite = bo.people.invite(now())
    _settle(bo, ana)
    ana.quiet.set(bo.vault.me, "blocked")
    _settle(ana, bo)
    assert _is_over(ana, bo)
    assert _is_over(bo, ana)
    assert _said(ana, item) == []
    ana.quiet.set(bo.vault.me, "")
    assert ana.quiet.of(bo.vault.me) == "blocked"
    with pytest.raises(ClientError) as caught:
        ana.people.open_invite(invite, now())
    assert caught.value.reason == "invite-invalid"


class _GoneError(Exception):
    """A device that never comes again."""


def test_another_device_answers_an_open_that_came_before_its_ring(
    ana: Client,
    bo: Client,
    server: TappedServer,
    devices: Callable[[str], Client],
    monkeypatch: pytest.MonkeyPatch,
):
    """Who is waited for is looked up against what stands in their log, whichever came first."""
    laptop = devices("bo-second")
    laptop.sign_in(server.url, HANDLES["bo"], PASSPHRASES["bo"], bo.kit)
    made, offer = bo.people.open_invite(ana.people.invite(now()), now())
    bo.people.pin(offer, now())
    bo.people.answer(made)
    push = bo.server.push

    def push_last(frames: bytes) -> dict[str, Any]:
        (waiting,) = ana.people.waiting()
        ana.people.confirm(waiting, now())
        ana.sync()
        laptop.sync()
        push(frames)
        raise _GoneError

    monkeypatch.setattr(bo.server, "push", push_last)
    with pytest.raises(_GoneError):
        bo.sync()
    laptop.sync()
    assert laptop.vault.ring.contact(ana.vault.me).state == "linked"
    item = ana.write("The grey heron.")
    ana.share([item], bo.vault.me)
    _settle(ana, laptop)
    laptop.comments.write(ana.vault.me, item, "I read it on Monday.")
    _settle(laptop, ana)
    assert _said(ana, item) == ["I read it on Monday."]
