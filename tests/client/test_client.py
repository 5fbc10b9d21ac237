"""Client against the real server: an account's life on one, two and somebody else's device."""

from datetime import UTC, datetime, timedelta

import pytest

from journal.client import show
from journal.client.client import Client
from journal.client.clock import now
from journal.client.errors import ClientError, Offline, Problem, TooLong
from journal.client.items import BACKED_UP, ON_DEVICE
from tests.client.conftest import BOUNDARY, HANDLES, PASSPHRASES, link, texts

DAY = timedelta(days=1)


def test_words_are_kept_first(server, ana):
    """With the server gone, writing succeeds, says where the words are, and survives a restart of the client."""
    server.tap.down = True
    item = ana.write("offline words", title="A night")
    assert ana.entries()[0].kept == ON_DEVICE
    with pytest.raises(Offline):
        ana.sync()
    folder = ana.store.folder
    ana.close()
    again = Client(folder)
    again.unlock(PASSPHRASES["ana"])
    assert again.read(again.vault.me, item)["text"] == "offline words"
    server.tap.down = False
    assert again.sync().waiting == 0
    assert again.entries()[0].kept == BACKED_UP
    again.close()


def test_a_second_device_sees_the_same_journal(ana, second):
    """What one device writes, edits and deletes the other shows, whole."""
    first = ana.write("one", title="First", extra={"later": [1, 2.5]})
    gone = ana.write("two")
    ana.sync()
    second.sync()
    assert texts(second) == ["one", "two"]
    assert second.read(second.vault.me, first)["extra"] == {"later": [1, 2.5]}
    second.edit(first, text="one, edited")
    second.delete(gone)
    second.sync()
    ana.sync()
    assert texts(ana) == ["one, edited"]
    assert ana.read(ana.vault.me, first)["extra"] == {"later": [1, 2.5]}


def test_signing_in_needs_all_three(server, devices, ana):
    """Another passphrase, another kit code, a slip in it, or an unknown handle: nobody gets in, and nothing is made."""
    other = "harbour window ninety paper stone"
    slip = ana.kit[:-1] + ("0" if ana.kit[-1] != "0" else "1")
    wrong_kit = "0000-0000-0000-0000-0000-0000-0000-0000-"
    tries = {
        "sign-in-failed": [
            (HANDLES["ana"], other, ana.kit),
            ("nobody.here", PASSPHRASES["ana"], ana.kit),
        ],
        "wrong-kit-code": [
            (HANDLES["ana"], PASSPHRASES["ana"], slip),
            (HANDLES["ana"], PASSPHRASES["ana"], wrong_kit),
        ],
        "passphrase-short": [(HANDLES["ana"], "short", ana.kit)],
        "handle-invalid": [("!", PASSPHRASES["ana"], ana.kit)],
    }
    device = devices("fresh")
    for reason, rows in tries.items():
        for handle, passphrase, kit in rows:
            with pytest.raises(ClientError) as caught:
                device.sign_in(server.url, handle, passphrase, kit)
            assert caught.value.reason == reason
    assert device.store.get("id_pk") is None


def test_unlocking_wants_the_passphrase(ana):
    """A locked profile opens with its passphrase only."""
    ana.lock()
    with pytest.raises(ClientError, match="locked"):
        ana.write("nobody reads this")
    for wrong in ("not the right passphrase", "short"):
        with pytest.raises(ClientError) as caught:
            ana.unlock(wrong)
        assert caught.value.reason == "wrong-passphrase"
    ana.unlock(f" {PASSPHRASES['ana']} ")
    ana.write("after unlocking")


def test_an_ended_session_loses_nothing(ana):
    """After the server ended the session, the next sync signs in again by itself and backs up."""
    ana.write("before")
    ana.server.sign_out()
    ana.write("after")
    assert ana.sync().waiting == 0


def test_a_taken_handle_leaves_nothing(server, devices, ana):
    """A handle somebody else has is refused, and the profile can be used for another."""
    device = devices("other")
    with pytest.raises(Problem) as caught:
        device.sign_up(server.url, HANDLES["ana"], "Other", "patient", PASSPHRASES["bo"])
    assert caught.value.reason == "handle-taken"
    device.sign_up(server.url, "somebody.else", "Other", "patient", PASSPHRASES["bo"])


@pytest.mark.parametrize("lost", ["request", "answer"])
def test_a_sign_up_survives_a_lost_exchange(server, devices, lost):
    """Whether the request or its answer was lost, the same account is made once, with the words written meanwhile."""
    server.tap.lose = lambda _method, path: lost if path.endswith("/accounts") else None
    device = devices("unlucky")
    with pytest.raises(Offline):
        device.sign_up(server.url, "unlucky.one", "U", "patient", PASSPHRASES["ana"])
    device.write("written before there was an account")
    server.tap.lose = lambda _method, _path: None
    assert device.sync().waiting == 0
    assert texts(device) == ["written before there was an account"]


def test_bulk_writing_fits_the_limits(ana, second):
    """A thousand entries and some of the largest go up in few requests, each twice the one before, and come down whole."""
    items = ana.write_many({"text": f"entry {n} " + "word " * 400} for n in range(1000))
    large = ana.write("x" * 180_000)
    with pytest.raises(TooLong):
        ana.write("x" * 300_000)
    before = ana.server.requests
    ana.sync()
    assert ana.server.requests - before <= 8
    second.sync()
    assert len(second.entries()) == 1001
    assert second.read(second.vault.me, items[7])["text"].startswith("entry 7 ")
    assert len(second.read(second.vault.me, large)["text"]) == 180_000


def test_sharing_is_deliberate_and_ends(linked):
    """One entry is shared and read; an edit is not; stopping ends it; nothing else is ever seen."""
    ana, bo = linked
    private, shown = ana.write("private"), ana.write("for you")
    ana.share([shown], bo.vault.me)
    ana.sync()
    bo.sync()
    assert texts(bo, ana.vault.me) == ["for you"]
    assert ana.entries()[0].shared == ("Bo",)
    ana.edit(shown, text="thought again")
    ana.sync()
    bo.sync()
    assert texts(bo, ana.vault.me) == ["for you"]
    ana.share([shown], bo.vault.me)
    ana.sync()
    bo.sync()
    assert texts(bo, ana.vault.me) == ["thought again"]
    ana.unshare(shown, bo.vault.me)
    ana.sync()
    bo.sync()
    assert texts(bo, ana.vault.me) == []
    with pytest.raises(ClientError):
        bo.read(ana.vault.me, shown)
    assert all(body is None for one, body in bo.store.revisions() if one.item == shown)
    assert bo.store.revision(ana.vault.me, private) is None


def test_deleting_ends_sharing(linked):
    """A deleted entry is gone from the other person's device too."""
    ana, bo = linked
    item = ana.write("for you, for a while")
    ana.share([item], bo.vault.me)
    ana.sync()
    bo.sync()
    ana.delete(item)
    ana.sync()
    bo.sync()
    assert texts(ana) == texts(bo, ana.vault.me) == []


def test_dosing_sessions_are_shared_by_choice(linked):
    """They are seen from the choice on, the later ones too, until it is taken back."""
    ana, bo = linked
    ana.dosings.add(now() - 3 * DAY, "iv", note="first")
    entry = ana.write("shared")
    ana.share([entry], bo.vault.me)
    ana.sharing.share_dosings(bo.vault.me, wanted=True)
    ana.dosings.add(now() - DAY, "iv", note="second")
    ana.sync()
    bo.sync()
    assert [one.document["note"] for one in bo.dosings.by_date(ana.vault.me)] == ["first", "second"]
    ana.sharing.share_dosings(bo.vault.me, wanted=False)
    ana.dosings.add(now(), "iv", note="third")
    ana.sync()
    bo.sync()
    assert bo.dosings.by_date(ana.vault.me) == []
    assert texts(bo, ana.vault.me) == ["shared"]


def test_an_entry_is_shared_alone(linked):
    """Nobody sees dosing sessions because they see an entry."""
    ana, bo = linked
    ana.dosings.add(now() - DAY, "nasal")
    ana.share([ana.write("words only")], bo.vault.me)
    ana.sync()
    bo.sync()
    assert texts(bo, ana.vault.me) == ["words only"]
    assert bo.dosings.by_date(ana.vault.me) == []


def test_a_comment_comes_back(linked):
    """A therapist's comment is seen by the patient on that entry, and a review by nobody else."""
    ana, bo = linked
    item = ana.write("read me")
    ana.share([item], bo.vault.me)
    ana.sync()
    bo.sync()
    bo.receipts.review(ana.vault.me, item)
    bo.receipts.review(ana.vault.me, item, reviewed=False)
    comment = bo.comments.write(ana.vault.me, item, "I did.")
    bo.sync()
    ana.sync()
    (found,) = ana.comments.on(ana.vault.me, item)
    assert (found.author, found.item, found.document["text"]) == (bo.vault.me, comment, "I did.")
    assert {one.document["kind"] for one in ana.entries(bo.vault.me, ("comment", "review"))} == {
        "comment"
    }
    (review,) = bo.entries(kinds=("review",))
    assert review.document["reviewed"] is False


def test_what_was_opened_and_answered_is_seen(linked):
    """The one who wrote an entry sees who opened it; a comment has one answer, which its author reads below it."""
    ana, bo = linked
    item = ana.write("read me")
    ana.share([item], bo.vault.me)
    ana.sync()
    bo.sync()
    bo.receipts.opened(ana.vault.me, item)
    comment = bo.comments.write(ana.vault.me, item, "Where was it?")
    bo.sync()
    ana.sync()
    assert [one.author for one in ana.receipts.opened_by(item)] == [bo.vault.me]
    (asked,) = ana.comments.on(ana.vault.me, item)
    assert ana.comments.answer_to(asked) is None
    ana.comments.write(bo.vault.me, comment, "By the water.")
    ana.sync()
    bo.sync()
    (mine,) = bo.comments.on(ana.vault.me, item)
    answer = bo.comments.answer_to(mine)
    assert answer is not None
    assert answer.document["text"] == "By the water."
    (entry,) = [one for one in ana.entries() if one.item == item]
    read = show.page(ana, entry, entry.document, ana.comments.on(ana.vault.me, item))
    assert "Opened by Bo" in read
    assert read.index("Where was it?") < read.index("By the water.")


def test_one_who_does_not_let_know_is_not_told_of(linked):
    """With the setting off, opening stays private to the one who reads."""
    ana, bo = linked
    item = ana.write("read me")
    ana.share([item], bo.vault.me)
    ana.sync()
    bo.sync()
    bo.write_many([{"kind": "settings", "tellOpened": False}])
    bo.receipts.opened(ana.vault.me, item)
    bo.sync()
    ana.sync()
    assert ana.receipts.opened_by(item) == []
    assert len(bo.entries(kinds=("receipt",))) == 1


def test_a_second_device_of_the_therapist_reads_old_shares(server, devices, linked):
    """A new device of the reader opens what was granted before, and says nothing of what was revoked."""
    ana, bo = linked
    kept, revoked = ana.write("kept"), ana.write("revoked")
    ana.share([kept, revoked], bo.vault.me)
    ana.sync()
    ana.unshare(revoked, bo.vault.me)
    ana.sync()
    device = devices("bo-second")
    device.sign_in(server.url, HANDLES["bo"], PASSPHRASES["bo"], bo.kit)
    assert [(one.problem, one.document["text"]) for one in device.entries(ana.vault.me)] == [
        (None, "kept")
    ]


def test_both_devices_of_the_patient_link(server, devices, ana, second, bo):
    """A link made on one device works on the other, and rings changed on both are merged."""
    link(ana, bo)
    second.sync()
    assert second.vault.contact(bo.vault.me).state == "linked"
    item = second.write("from the second device")
    second.share([item], bo.vault.me)
    second.sharing.share_dosings(bo.vault.me, wanted=True)
    ana.people.invite(now())
    second.sync()
    ana.sync()
    second.sync()
    bo.sync()
    assert texts(bo, ana.vault.me) == ["from the second device"]
    assert ana.vault.ring.contact(bo.vault.me).dosing
    assert second.vault.ring.invites == ana.vault.ring.invites != ()


def test_two_people_with_one_role_do_not_link(server, join, bo):
    """A therapist cannot take a therapist's invite, nor anybody their own."""
    cy = join("cy")
    for client, reason in ((cy, "invite-same-role"), (bo, "invite-own")):
        with pytest.raises(ClientError) as caught:
            client.people.open_invite(bo.people.invite(now()), now())
        assert caught.value.reason == reason


def test_an_invite_ends(ana, bo):
    """A link older than its 72 hours links nobody."""
    text = ana.people.invite(now())
    with pytest.raises(ClientError) as caught:
        bo.people.open_invite(text, now() + 4 * DAY)
    assert caught.value.reason == "invite-expired"


def test_a_second_answer_is_seen(server, join, ana, bo):
    """Of two people with the same link the second is refused, and the inviter is told."""
    text = ana.people.invite(now())
    cy = join("cy")
    opened = [client.people.open_invite(text, now())[0] for client in (bo, cy)]
    bo.people.answer(opened[0])
    bo.people.answer(opened[0])
    with pytest.raises(ClientError) as caught:
        cy.people.answer(opened[1])
    assert caught.value.reason == "invite-spent"
    (waiting,) = ana.people.waiting()
    assert waiting.contested
    assert waiting.id_pk == bo.vault.me
    assert cy.vault.ring.contacts == ()


def test_whoever_finds_an_invite_answered_is_heard_of(server, join, ana, bo):
    """A thief answered first: the one it was meant for is refused, and by trying has warned the inviter."""
    text = ana.people.invite(now())
    bo.people.answer(bo.people.open_invite(text, now())[0])
    cy = join("cy")
    link, offer = cy.people.open_invite(text, now())
    cy.people.pin(offer, now())
    with pytest.raises(ClientError) as caught:
        cy.people.answer(link)
    assert caught.value.reason == "invite-spent"
    assert [one.state for one in cy.vault.ring.contacts] == ["closed"]
    assert ana.people.waiting()[0].contested


def test_safety_numbers_agree(linked):
    """Both people are shown the same twelve groups."""
    ana, bo = linked
    assert ana.people.safety_number(bo.vault.me) == bo.people.safety_number(ana.vault.me)


def test_nobody_unlinked_is_shared_with(ana, join):
    """Sharing with a stranger is refused before anything is queued."""
    cy = join("cy")
    with pytest.raises(ClientError) as caught:
        ana.share([ana.write("mine")], cy.vault.me)
    assert caught.value.reason == "not-linked"


def test_kinds_nobody_knows_are_carried(ana, second):
    """An item of a later kind is kept, synced and edited without loss, and stands in no list."""
    when = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
    item = ana.write_many([{"kind": "weather", "rain": 0.5, "written": when}])[0]
    ana.sync()
    second.sync()
    assert second.read(second.vault.me, item)["rain"] == 0.5
    assert second.entries() == []


def test_explicit_times_are_kept(ana):
    """A filler may say when something happened and was written; measures carry their score."""
    when = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
    ana.write_many(
        [
            {
                "kind": "measure",
                "instrument": "phq-9",
                "total": 7,
                "happened": when,
                "written": when,
                "zone": "Europe/Lisbon",
            }
        ]
    )
    (entry,) = ana.entries()
    assert entry.happened == when
    assert entry.document["written"] == {"at": "2026-01-02T03:04:00.000Z", "zone": "Europe/Lisbon"}
    assert entry.document["total"] == 7


def test_a_therapist_says_how_they_read_before_anybody_is_linked(devices, server, ana, linked):
    """No invite, no answer and no confirmation before; then whoever is linked reads it as it is now, and nobody else."""
    dee = devices("dee")
    dee.sign_up(server.url, "dee.tester", "Dee", "therapist", PASSPHRASES["cy"])
    _, offer = dee.people.open_invite(ana.people.invite(now()), now())
    for attempt in (lambda: dee.people.invite(now()), lambda: dee.people.pin(offer, now())):
        with pytest.raises(ClientError) as caught:
            attempt()
        assert caught.value.reason == "boundary-missing"
    with pytest.raises(ClientError) as caught:
        dee.boundary.say(BOUNDARY | {"danger": " "})
    assert caught.value.reason == "boundary-missing"
    _, bo = linked
    assert ana.boundary.of(bo.vault.me)["danger"] == BOUNDARY["danger"]
    bo.boundary.say(
        BOUNDARY | {"danger": "I come"},
        away={"from": "2026-12-20", "until": "2026-12-24", "text": ""},
    )
    bo.sync()
    ana.sync()
    said = ana.boundary.of(bo.vault.me)
    assert (said["danger"], said["away"]["until"]) == ("I come", "2026-12-24")
    dee.boundary.say(BOUNDARY)
    assert ana.boundary.of(dee.vault.me) is None
