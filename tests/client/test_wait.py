"""A terminal that waits: it asks again, a little later each time, and ends with what came or with a sentence."""

import pytest

from journal.client import wait
from journal.client.client import Client
from journal.client.clock import now
from journal.client.errors import ClientError, Offline
from journal.client.wait import LONGEST, MOST, wait_for
from tests.client.conftest import PASSPHRASES
from tests.client.test_cli import terminals

__all__ = ["terminals"]


@pytest.fixture
def pauses(monkeypatch):
    """Nobody sleeps: every pause is noted, and `then` is done in the place of the next one."""

    class Pauses(list):
        then = staticmethod(lambda: None)

        def sleep(self, seconds: float) -> None:
            self.append(seconds)
            self.then()

    made = Pauses()
    monkeypatch.setattr(wait.time, "sleep", made.sleep)
    return made


def test_it_asks_until_it_is_answered(pauses):
    """Pauses grow up to a bound; a server that is away has answered nothing."""

    def ask() -> str | None:
        if len(pauses) % 2:
            raise Offline
        return "here" if len(pauses) == 12 else None

    assert wait_for(ask, "Nobody.") == "here"
    assert list(pauses) == sorted(pauses)
    assert pauses[-1] == MOST


def test_it_ends_after_an_hour(pauses):
    """With the sentence it was given."""
    with pytest.raises(ClientError, match="Nobody") as caught:
        wait_for(lambda: None, "Nobody.")
    assert caught.value.reason == "nothing-came"
    assert LONGEST <= sum(pauses) < LONGEST + MOST


def _answer(folder, link: str) -> None:
    client = Client(folder)
    client.unlock(PASSPHRASES["bo"])
    client.boundary.say(dict.fromkeys(("rhythm", "record", "danger", "absence"), "On Mondays."))
    opened, offer = client.people.open_invite(link, now())
    client.people.pin(offer, now())
    client.sync()
    client.people.answer(opened)
    client.close()


def test_an_invite_waits_for_its_answer(terminals, pauses, capsys, monkeypatch):
    """The link is there before the wait; whoever answers it is named, and is not linked by that."""
    ana, bo = terminals
    made = []

    def then() -> None:
        said = capsys.readouterr()
        made.append(next(line for line in said.out.splitlines() if "#" in line))
        _answer(bo.folder, made[0])

    pauses.then = then
    out, _ = ana.run("invite", "--wait")
    assert "Bo (therapist), answered your invite" in out
    assert len(made) == 1
    assert [one["state"] for one in ana.json("people")["people"]] == ["answered"]


def test_sync_waits_for_another_device(terminals, pauses, server, tmp_path):
    """Own words going up are nothing that comes; another device's are, and the command ends with them."""
    ana, _ = terminals
    phone = Client(tmp_path / "phone")
    phone.sign_in(server.url, "ana.tester", PASSPHRASES["ana"], ana.kit)
    ana.json("sync")
    server.tap.down = True
    ana.say("write", "--text", "mine, offline")
    server.tap.down = False

    def then() -> None:
        if len(pauses) == 3:
            phone.write("from the phone")
            phone.sync()

    pauses.then = then
    found = ana.json("sync", "--wait")
    assert len(pauses) == 3
    assert found["pulled"] > 0
    phone.close()


def test_ctrl_c_ends_the_wait_with_a_sentence(terminals, pauses):
    """And nothing is lost by it."""
    ana, _ = terminals

    def stop() -> None:
        raise KeyboardInterrupt

    pauses.then = stop
    for words in (("sync", "--wait"), ("invite", "--wait")):
        _, err = ana.run(*words, code=130)
        assert err.endswith("Stopped.")
