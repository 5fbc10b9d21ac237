"""Sharing on one's own terms from a terminal: parts, an end, and what waits after a dose."""

import ast
from datetime import timedelta
from pathlib import Path

import pytest

from journal.client import clock, sharing
from journal.client.client import Client
from journal.client.errors import ClientError
from journal.client.terms import GUARD, excerpt_of, guarded_until, parts_of
from journal.wire.encoding import b64_encode
from journal.wire.ids import log_id

QUEUES = ("Op", "profile.outbox.add", "self._profile.outbox.add", "outbox.add")
ANSWERS = [
    {"id": "mood", "question": "Mood", "type": "scale", "value": 6},
    {"id": "feelings", "question": "Feelings", "type": "chips", "value": ["calm"]},
    {"id": "qualities", "question": "Like", "type": "chips", "value": []},
]


@pytest.fixture
def ahead(monkeypatch):
    """Moves the clock of the clients."""
    real = clock.now

    def move(by: timedelta) -> None:
        monkeypatch.setattr(clock, "now", lambda: real() + by)

    return move


def both(*clients) -> None:
    """One after the other syncs."""
    for client in clients:
        client.sync()


def theirs(bo, ana):
    """What the therapist is shown."""
    return bo.entries(ana.vault.me)


def test_parts_are_the_words_the_total_and_what_was_answered():
    """What was left blank is no part; an excerpt has the chosen ones and no other."""
    document = {"text": "mine", "answers": ANSWERS, "total": 4, "secret": "no"}
    assert parts_of(document) == ["words", "total", "mood", "feelings"]
    excerpt = excerpt_of(document, ["mood", "feelings"], {"item": "i"})
    assert excerpt["answers"] == ANSWERS[:2]
    assert excerpt["of"] == {"shown": 2, "of": 4}
    assert not {"text", "total", "secret"} & excerpt.keys()
    with pytest.raises(ClientError):
        excerpt_of(document, ["qualities"], {})


def test_two_answers_are_shared_and_read(linked):
    """The other has the two answers; the entry itself was never granted, and its words are not there."""
    ana, bo = linked
    item = ana.write("nobody else's", answers=ANSWERS)
    assert ana.share([item], bo.vault.me, parts=["mood", "feelings"], reason="Thursday") is None
    both(ana, bo)
    (shown,) = theirs(bo, ana)
    read = bo.read(ana.vault.me, shown.item)
    assert (read["kind"], read["answers"], read.get("text")) == ("excerpt", ANSWERS[:2], None)
    assert read["parent"]["item"] == b64_encode(item)
    to_bo = log_id(ana.vault.me, bo.vault.me)
    assert item not in {one.item for one in ana.store.shares() if one.log == to_bo}
    (mine,) = ana.entries()
    assert mine.shared == ("Bo",)


def test_an_excerpt_is_changed_commented_and_ended(linked):
    """Sharing it anew is a new revision of the same excerpt; a comment on it stands with the entry; stopping takes it away."""
    ana, bo = linked
    item = ana.write("mine", answers=ANSWERS)
    ana.share([item], bo.vault.me, parts=["mood"])
    both(ana, bo)
    (before,) = theirs(bo, ana)
    ana.edit(item, answers=[ANSWERS[0] | {"value": 2}])
    ana.share([item], bo.vault.me, parts=["mood"])
    both(ana, bo)
    (after,) = theirs(bo, ana)
    assert after.item == before.item
    assert bo.read(ana.vault.me, after.item)["answers"][0]["value"] == 2
    bo.comments.write(ana.vault.me, after.item, "thank you")
    both(bo, ana)
    (comment,) = ana.comments.on(ana.vault.me, item)
    assert comment.document["text"] == "thank you"
    ana.unshare(item, bo.vault.me)
    both(ana, bo)
    assert theirs(bo, ana) == []
    (share,) = ana.entries(kinds=("share",))
    assert [one["what"] for one in share.document["events"]] == ["shared", "updated", "ended"]


def test_the_whole_takes_the_place_of_parts_and_goes_with_its_entry(linked):
    """One person is shown the entry or parts of it, never both; deleting it ends all."""
    ana, bo = linked
    item = ana.write("mine", answers=ANSWERS)
    ana.share([item], bo.vault.me, parts=["mood"])
    both(ana, bo)
    ana.share([item], bo.vault.me)
    both(ana, bo)
    assert [one.item for one in theirs(bo, ana)] == [item]
    ana.delete(item)
    both(ana, bo)
    assert theirs(bo, ana) == []
    assert ana.entries(kinds=("excerpt",)) == []


def test_what_follows_a_dose_waits(linked, ahead):
    """Nothing is granted within the day, unless that is said; the next day it is."""
    ana, bo = linked
    ana.dosings.add(clock.now() - timedelta(hours=1), "im")
    waiting, urgent = ana.write("waits"), ana.write("does not")
    until = ana.share([waiting], bo.vault.me)
    assert until is not None
    assert timedelta(hours=22) < until - clock.now() < GUARD
    assert ana.share([urgent], bo.vault.me, override=True) is None
    both(ana, bo)
    assert [one.item for one in theirs(bo, ana)] == [urgent]
    ahead(timedelta(hours=24))
    assert ana.share([waiting], bo.vault.me) is None
    both(ana, bo)
    assert {one.item for one in theirs(bo, ana)} == {waiting, urgent}


def test_the_guard_is_as_long_as_it_was_set(linked):
    """None at all, too."""
    ana, bo = linked
    ana.dosings.add(clock.now() - timedelta(hours=1), "im")
    ana.write_many([{"kind": "settings", "guardHours": 0}])
    assert ana.share([ana.write("now")], bo.vault.me) is None
    entry = {"written": {"at": "2026-03-01T12:00:00Z"}}
    dose = {"happened": {"at": "2026-03-01T10:00:00Z"}, "state": "planned"}
    now = clock.parse_when("2026-03-01 13:00", "UTC")
    assert guarded_until(entry, [dose], timedelta(hours=4), now) is not None
    assert guarded_until(entry, [dose | {"state": "cancelled"}], GUARD, now) is None


def test_an_end_is_kept(linked, ahead):
    """The first look after the last day ends it."""
    ana, bo = linked
    item = ana.write("until tomorrow", answers=ANSWERS)
    ana.share([item], bo.vault.me, parts=["mood"], until=clock.now() + timedelta(days=1))
    ana.sharing.end_due()
    both(ana, bo)
    assert len(theirs(bo, ana)) == 1
    ahead(timedelta(days=2))
    ana.sharing.end_due()
    both(ana, bo)
    assert theirs(bo, ana) == []


@pytest.mark.parametrize("door", [lambda client: client.share, lambda client: client.sharing.share])
def test_every_door_asks_the_guard(linked, door):
    """Of several entries the free ones are granted and the others wait; the documents say the same as the grants."""
    ana, bo = linked
    days_ago = clock.now() - timedelta(days=9)
    old = ana.write("long ago", happened=days_ago, written=days_ago)
    ana.dosings.add(clock.now() - timedelta(hours=2), "im")
    raw = ana.write("raw words an hour after the dose")
    copied = ana.write("also raw", happened=days_ago)
    assert door(ana)([old, raw, copied], bo.vault.me) is not None
    assert ana.sharing.granted(bo.vault.me) == {old}
    said = {one.document["item"]: one.document for one in ana.entries(kinds=("share",))}
    assert {item for item, one in said.items() if one.get("waits")} == set(
        map(b64_encode, (raw, copied))
    )
    both(ana, bo)
    assert [one.item for one in theirs(bo, ana)] == [old]


def test_what_cannot_be_shared_changes_nothing(linked, join):
    """A stranger, a private document, a part there is not, parts of two: neither a grant nor a word about it, held back or not."""
    ana, bo = linked
    cy = join("cy")
    free, other = ana.write("mine", answers=ANSWERS), ana.write("mine too", answers=ANSWERS)
    (private,) = ana.write_many([{"kind": "settings", "guardHours": 24}])
    ana.dosings.add(clock.now() - timedelta(hours=1), "im")
    tries = {
        "not-linked": [([free], cy.vault.me, ())],
        "not-found": [([free, private], bo.vault.me, ()), ([bytes(16)], bo.vault.me, ())],
        "parts": [([free], bo.vault.me, ["no"]), ([free, other], bo.vault.me, ["mood"])],
    }
    for reason, rows in tries.items():
        for items, person, parts in rows:
            for override in (False, True):
                with pytest.raises(ClientError) as caught:
                    ana.share(items, person, parts=parts, override=override)
                assert caught.value.reason == reason
    assert ana.sharing.granted(bo.vault.me) == set()
    assert ana.entries(kinds=("share",)) == []


def test_what_was_ended_is_said_to_have_ended(linked):
    """By whichever door: the document has the event, and nothing is granted any more."""
    ana, bo = linked
    first, second = ana.write("one"), ana.write("two")
    ana.share([first, second], bo.vault.me)
    ana.unshare(first, bo.vault.me)
    ana.sharing.unshare(second, bo.vault.me)
    told = [one.document["events"] for one in ana.entries(kinds=("share",))]
    assert [[one["what"] for one in events] for events in told] == [["shared", "ended"]] * 2
    assert ana.sharing.granted(bo.vault.me) == set()


def test_what_grants_by_itself_is_known():
    """Nothing in the client queues a grant but these: `_grant`, behind the guard; and what is no entry of one's own."""
    found = {
        f"{path.stem}.{function.name}"
        for path in Path(sharing.__file__).parent.glob("*.py")
        for function in ast.walk(ast.parse(path.read_text()))
        if isinstance(function, ast.FunctionDef)
        for call in ast.walk(function)
        if isinstance(call, ast.Call) and ast.unparse(call.func) in QUEUES
        if any(isinstance(one, ast.Constant) and one.value == "grant" for one in call.args)
    }
    # Entries; dosing sessions, by the standing choice; what was said of an entry, to its author; how one reads; what a
    # restored server lost.
    assert found == {
        "sharing._grant",
        *("sharing.share_dosings", "writing.keep"),
        *("comments.write", "receipts.opened"),
        "boundary.tell",
        "pull._said_again",
    }
    assert [name for name in vars(Client) if "grant" in name] == []
