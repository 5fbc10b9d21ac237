"""Having one's account erased, against a real server: what the other side and one's other device see."""

import json
import os
from collections.abc import Callable
from typing import Any

import pytest

from journal.client import cli, cli_erase
from journal.client.client import Client
from journal.client.erasure import receipt_of
from journal.client.errors import ClientError
from journal.wire.errors import Tampered
from tests.client.conftest import PASSPHRASES, texts


@pytest.fixture
def run(
    tmp_path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[int, dict[str, Any]]]:
    """Runs a command on Ana's profile: exit code and answer."""
    monkeypatch.setenv("AFTERGLOW_PASSPHRASE", PASSPHRASES["ana"])

    def run(*arguments: str) -> tuple[int, dict[str, Any]]:
        with pytest.raises(SystemExit) as ended:
            cli.main([*arguments, "--json", "--profile", os.fspath(tmp_path / "ana")])
        return int(ended.value.code or 0), json.loads(capsys.readouterr().out)

    return run


def test_at_once(linked: tuple[Client, Client], second: Client, run):
    """The therapist's client drops what was shared; the other device says so in a sentence and keeps its words, also the newest."""
    ana, bo = linked
    item = ana.write("The grey heron.")
    ana.share([item], bo.vault.me)
    for client in (ana, bo, second, bo):
        client.sync()
    assert texts(bo, ana.vault.me) == ["The grey heron."]
    assert run("erase")[1]["counts"]["kept"]["accounts"] == 1
    assert run("erase", "--now", "--yes", "--kit", bo.kit)[1]["error"] == "wrong-kit-code"
    code, said = run("erase", "--now", "--yes", "--kit", ana.kit)
    assert (code, said["receipt"]["credentials"]) == (0, 2)
    assert ("link-ended", None) in bo.sync().notices
    assert texts(bo, ana.vault.me) == []
    assert not bo.sync().waiting
    second.write("Written offline.")
    with pytest.raises(ClientError) as caught:
        second.sync()
    assert caught.value.reason == "erased"
    assert set(texts(second)) == {"The grey heron.", "Written offline."}


def test_asked_and_taken_back(ana: Client, second: Client, run):
    """From the other device, with nothing but its session."""
    due = run("erase", "--yes")[1]["due"]
    assert second.erasure.state()["due"] == due
    second.erasure.take_back()
    assert run("erase")[1]["due"] is None
    assert run("erase", "--take-back") == (0, {"due": None})
    ana.sync()


def test_a_receipt_that_is_not_the_server_s_is_refused(ana: Client, run):
    """Under another key than the server has shown before, or of another account."""
    key = ana.server.erasure()["key"]
    run("erase", "--now", "--yes", "--kit", ana.kit)
    assert receipt_of(ana.server, ana.vault.me, key)["records"] >= 2
    assert receipt_of(ana.server, bytes(32)) is None
    receipt = ana.server.receipt
    ana.server.receipt = lambda mark: receipt(mark) | {"text": "{}"}
    with pytest.raises(Tampered):
        receipt_of(ana.server, ana.vault.me, key)


@pytest.mark.parametrize("odd", ["soon", -1, 10**18, None, {}, []])
def test_whatever_the_server_says_of_it_can_be_shown(ana: Client, odd: object):
    """Numbers that are none count as none, and a day far off is no fault of the command."""
    ana.server.erasure = lambda: {"due": odd, "wait": odd, "backups": odd, "counts": odd}
    ana.server.renew_closes = lambda _: None
    state = ana.erasure.state()
    assert (state["due"] or 0, state["wait"], state["counts"]["kept"]["rows"]) == (0, 0, 0)
    assert "signed records" in cli_erase._said(state)
