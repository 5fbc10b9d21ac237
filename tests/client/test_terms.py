"""Sharing on one's own terms from a terminal: parts, an end, and what waits after a dose."""

from datetime import timedelta

import pytest

from journal.client import clock
from journal.client.errors import ClientError
from journal.client.terms import GUARD, excerpt_of, guarded_until, parts_of
from journal.wire.encoding import b64_encode
from journal.wire.ids import log_id

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
    assert ana.terms.share(item, bo.vault.me, parts=["mood", "feelings"], reason="Thursday") is None
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
    ana.terms.share(item, bo.vault.me, parts=["mood"])
    both(ana, bo)
    (before,) = theirs(bo, ana)
    ana.edit(item, answers=[ANSWERS[0] | {"value": 2}])
    ana.terms.share(item, bo.vault.me, parts=["mood"])
    both(ana, bo)
    (after,) = theirs(bo, ana)
    assert after.item == before.item
    assert bo.read(ana.vault.me, after.item)["answers"][0]["value"] == 2
    bo.comment(ana.vault.me, after.item, "thank you")
    both(bo, ana)
    (comment,) = ana.comments(ana.vault.me, item)
    assert comment.document["text"] == "thank you"
    ana.terms.end(item, bo.vault.me)
    both(ana, bo)
    assert theirs(bo, ana) == []
    (share,) = ana.entries(kinds=("share",))
    assert [one["what"] for one in share.document["events"]] == ["shared", "updated", "ended"]


def test_the_whole_takes_the_place_of_parts_and_goes_with_its_entry(linked):
    """One person is shown the entry or parts of it, never both; deleting it ends all."""
    ana, bo = linked
    item = ana.write("mine", answers=ANSWERS)
    ana.terms.share(item, bo.vault.me, parts=["mood"])
    both(ana, bo)
    ana.terms.share(item, bo.vault.me)
    both(ana, bo)
    assert [one.item for one in theirs(bo, ana)] == [item]
    ana.delete(item)
    both(ana, bo)
    assert theirs(bo, ana) == []
    assert ana.entries(kinds=("excerpt",)) == []


def test_what_follows_a_dose_waits(linked, ahead):
    """Nothing is granted within the day, unless that is said; the next day it is."""
    ana, bo = linked
    ana.add_dosing(clock.now() - timedelta(hours=1), "im")
    waiting, hurried = ana.write("waits"), ana.write("does not")
    until = ana.terms.share(waiting, bo.vault.me)
    assert until is not None
    assert timedelta(hours=22) < until - clock.now() < GUARD
    assert ana.terms.share(hurried, bo.vault.me, hurried=True) is None
    both(ana, bo)
    assert [one.item for one in theirs(bo, ana)] == [hurried]
    ahead(timedelta(hours=24))
    assert ana.terms.share(waiting, bo.vault.me) is None
    both(ana, bo)
    assert {one.item for one in theirs(bo, ana)} == {waiting, hurried}


def test_the_guard_is_as_long_as_it_was_set(linked):
    """None at all, too."""
    ana, bo = linked
    ana.add_dosing(clock.now() - timedelta(hours=1), "im")
    ana.write_many([{"kind": "settings", "guardHours": 0}])
    assert ana.terms.share(ana.write("now"), bo.vault.me) is None
    entry = {"written": {"at": "2026-03-01T12:00:00Z"}}
    dose = {"happened": {"at": "2026-03-01T10:00:00Z"}, "state": "planned"}
    now = clock.parse_when("2026-03-01 13:00", "UTC")
    assert guarded_until(entry, [dose], timedelta(hours=4), now) is not None
    assert guarded_until(entry, [dose | {"state": "cancelled"}], GUARD, now) is None


def test_an_end_is_kept(linked, ahead):
    """The first look after the last day ends it."""
    ana, bo = linked
    item = ana.write("until tomorrow", answers=ANSWERS)
    ana.terms.share(item, bo.vault.me, parts=["mood"], until=clock.now() + timedelta(days=1))
    ana.terms.end_due()
    both(ana, bo)
    assert len(theirs(bo, ana)) == 1
    ahead(timedelta(days=2))
    ana.terms.end_due()
    both(ana, bo)
    assert theirs(bo, ana) == []
