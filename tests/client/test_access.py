"""Getting back in with the kit, a new passphrase, a new kit: the terminal's client and the real server, cut at every step."""

import json
from itertools import count

import pytest
from sqlalchemy import delete, insert, select

from journal.client import cli
from journal.client.client import Client
from journal.client.errors import ClientError
from journal.server import schema
from journal.wire.encoding import h, lbl
from tests.client.conftest import HANDLES, PASSPHRASES, texts

ANA, PASSPHRASE = HANDLES["ana"], PASSPHRASES["ana"]
NEW = "copper morning eleven glass field"
NEXT = "harbour window ninety paper stone"


@pytest.fixture(autouse=True)
def light_stretching(monkeypatch: pytest.MonkeyPatch) -> None:
    """The vectors test the stretching; here 64 MiB of it at every sign-in would be most of the time."""

    def stretched(passphrase: bytes, salt: bytes, pepper: bytes) -> bytes:
        return h(lbl("test", passphrase, salt, pepper))

    monkeypatch.setattr("journal.protocol.credentials.stretch", stretched)


@pytest.fixture
def ana(join) -> Client:
    """Somebody with one entry that is backed up."""
    client = join("ana")
    client.write(text="before")
    client.sync()
    return client


def _reads(devices, server, name: str, passphrase: str, kit: str) -> list[str]:
    device = devices(name)
    device.sign_in(server.url, ANA, passphrase, kit)
    return texts(device)


def _reason(action, *given) -> str | None:
    """Why it failed; None where it did not."""
    try:
        action(*given)
    except ClientError as error:
        return error.reason
    return None


def test_the_kit_lets_in_on_a_new_device(server, devices, ana):
    """Everything is read there; the new passphrase opens it anywhere, the old one nothing new."""
    fresh = devices("fresh")
    fresh.recover(server.url, ANA, ana.kit, NEW)
    assert texts(fresh) == ["before"]
    fresh.lock()
    fresh.unlock(NEW)
    assert _reads(devices, server, "another", NEW, ana.kit) == ["before"]
    assert _reason(_reads, devices, server, "third", PASSPHRASE, ana.kit) == "sign-in-failed"


def test_on_a_locked_device_what_waits_stays(server, devices, ana):
    """Words written without a network are there after the recovery, and are backed up under the new passphrase."""
    ana.write(text="only here")
    ana.lock()
    assert ana.recover(server.url, ANA, ana.kit, NEW).waiting == 0
    assert sorted(texts(ana)) == ["before", "only here"]
    assert sorted(_reads(devices, server, "fresh", NEW, ana.kit)) == ["before", "only here"]


def test_what_does_not_fit_changes_nothing(server, devices, join, ana):
    """Another's kit and an unknown handle are told alike; a refused passphrase, another's profile and a slip replace nothing."""
    bo, fresh = join("bo"), devices("fresh")
    for handle, kit, passphrase, reason in (
        (ANA, bo.kit, NEW, "sign-in-failed"),
        ("nobody-here", ana.kit, NEW, "sign-in-failed"),
        (ANA, ana.kit[:-1], NEW, "wrong-kit-code"),
        (ANA, ana.kit, "short", "passphrase-short"),
        (ANA, ana.kit, f"{ANA} {ANA} {ANA}", "passphrase-guessable"),
    ):
        assert _reason(fresh.recover, server.url, handle, kit, passphrase) == reason
    assert _reason(bo.recover, server.url, ANA, ana.kit, NEW) == "profile"
    assert _reads(devices, server, "another", PASSPHRASE, ana.kit) == ["before"]


def test_another_passphrase_reaches_the_other_devices(server, devices, ana):
    """They are signed out at once, keep what they wrote, and are let in by the new passphrase, later offline too."""
    other = devices("other")
    other.sign_in(server.url, ANA, PASSPHRASE, ana.kit)
    other.write(text="on the other")
    assert _reason(ana.account.change_passphrase, NEXT, NEW) == "wrong-passphrase"
    assert _reason(ana.account.change_passphrase, PASSPHRASE, "short") == "passphrase-short"
    ana.account.change_passphrase(PASSPHRASE, NEW)
    assert ana.sync().waiting == 0
    assert _reason(other.sync) == "passphrase-changed"
    other.lock()
    other.unlock(NEW)
    assert other.sync().waiting == 0
    assert _reason(other.unlock, PASSPHRASE) == "wrong-passphrase"
    assert "on the other" in _reads(devices, server, "fresh", NEW, ana.kit)


def test_a_new_kit_ends_the_old_one(server, devices, ana):
    """The old one opens nothing, alone or with the passphrase; the device that made it goes on, others come in with the new."""
    other = devices("other")
    other.sign_in(server.url, ANA, PASSPHRASE, ana.kit)
    assert ana.account.kit_code(PASSPHRASE) == ana.kit
    code = ana.account.new_kit(PASSPHRASE, lambda _: None)
    assert code != ana.kit
    assert ana.sync().waiting == 0
    fresh = devices("fresh")
    assert _reason(fresh.recover, server.url, ANA, ana.kit, NEW) == "sign-in-failed"
    assert _reason(fresh.sign_in, server.url, ANA, PASSPHRASE, ana.kit) == "sign-in-failed"
    assert _reads(devices, server, "another", PASSPHRASE, code) == ["before"]
    other.recover(server.url, ANA, code, NEW)
    assert other.account.kit_code(NEW) == code


def test_only_the_present_passphrase_shows_or_replaces(server, devices, ana):
    """On a device that stands open whoever does not know it is shown no kit, and replaces neither."""
    assert _reason(ana.account.kit_code, NEW) == "wrong-passphrase"
    assert _reason(ana.account.new_kit, NEW, lambda _: None) == "wrong-passphrase"
    assert _reason(ana.account.change_passphrase, NEW, NEXT) == "wrong-passphrase"
    assert texts(ana) == ["before"]
    assert _reads(devices, server, "fresh", PASSPHRASE, ana.kit) == ["before"]


def test_a_server_restored_from_before_the_change(server, devices, ana):
    """The device opens as it did; the kit makes its new passphrase hold everywhere, and nothing that waited is lost."""
    credential, session = schema.credential, schema.session
    with server.database.read() as connection:
        backup = [dict(row._mapping) for row in connection.execute(select(credential))]
    ana.account.change_passphrase(PASSPHRASE, NEW)
    ana.write(text="since")
    with server.database.write() as connection:
        connection.execute(delete(credential))
        connection.execute(insert(credential), backup)
        connection.execute(delete(session))
    assert _reason(ana.sync) == "passphrase-changed"
    ana.lock()
    ana.unlock(NEW)
    assert sorted(texts(ana)) == ["before", "since"]
    assert _reads(devices, server, "fresh", PASSPHRASE, ana.kit) == ["before"]
    ana.recover(server.url, ANA, ana.kit, NEXT)
    assert sorted(_reads(devices, server, "another", NEXT, ana.kit)) == ["before", "since"]


def test_a_kit_that_was_not_kept_changes_nothing(server, devices, ana):
    """Whoever stops before having written it down still has the old one."""

    def stop(_: str) -> None:
        raise ClientError("stopped", "Stopped.")

    assert _reason(ana.account.new_kit, PASSPHRASE, stop) == "stopped"
    assert ana.account.kit_code(PASSPHRASE) == ana.kit
    assert _reads(devices, server, "fresh", PASSPHRASE, ana.kit) == ["before"]


def _cut(tap, number: int, *, answered: bool):
    """From the unsafe request of this number on nothing gets through; of this one the answer is lost, or itself."""
    made = []

    def lose(method: str, path: str) -> str | None:
        if method == "GET":
            return None
        made.append(path)
        if len(made) == number and answered:
            return "answer"
        return "request" if len(made) >= number else None

    tap.lose = lose
    return lambda: len(made) >= number


@pytest.mark.parametrize("answered", [False, True], ids=["sent", "answered"])
@pytest.mark.parametrize("what", ["recover", "change", "kit"])
def test_cut_at_every_request(server, devices, ana, what, answered):
    """Whatever the step, exactly one of the old and the new lets in on a new device, and the same asked again ends well."""
    present, new, kits = PASSPHRASE, NEW, [ana.kit]
    acts = {
        "recover": lambda: ana.recover(server.url, ANA, ana.kit, new),
        "change": lambda: ana.account.change_passphrase(present, new),
        "kit": lambda: ana.account.new_kit(present, kits.append),
    }
    for number in count(1):
        hit = _cut(server.tap, number, answered=answered)
        reason = _reason(acts[what])
        server.tap.lose = lambda *_: None
        if not hit():
            assert reason is None
            break
        opened = [
            (passphrase, kit)
            for passphrase in (present, new)
            for place, kit in enumerate(kits)
            if not _reason(_reads, devices, server, f"{number}{passphrase}{place}", passphrase, kit)
        ]
        assert len(opened) == 1, (number, reason)
        if what == "kit":
            ana.lock()
            ana.unlock(present)
            assert ana.account.kit_code(present) == opened[0][1]
            kits = [opened[0][1]]
        elif not (what == "recover" and reason is None):
            acts[what]()
            present, new = new, present
    assert texts(ana) == ["before"]


def test_a_server_that_says_yes_and_does_nothing(server, ana):
    """Its word is not taken: the passphrase counts as changed once the new one has signed in."""
    prove = server.tap._answer

    def says_yes(environ, body):
        if environ["REQUEST_METHOD"] == "PUT":
            return "204 NO CONTENT", [], b""
        return prove(environ, body)

    server.tap._answer = says_yes
    assert _reason(ana.account.change_passphrase, PASSPHRASE, NEW) == "server"
    ana.lock()
    ana.unlock(PASSPHRASE)
    assert ana.sync().waiting == 0


def test_in_the_terminal(server, ana, tmp_path, monkeypatch, capsys):
    """recover, passphrase and kit, each with its answer for scripts."""
    monkeypatch.setenv("AFTERGLOW_NEW_PASSPHRASE", NEW)
    folder = str(tmp_path / "terminal")

    def run(*words: str) -> dict:
        with pytest.raises(SystemExit) as ended:
            cli.main([*words, "--profile", folder, "--json"])
        assert ended.value.code == 0
        return json.loads(capsys.readouterr().out)

    where = ("--server", server.url, "--handle", ANA)
    assert run("recover", *where, "--kit", ana.kit)["entries"] == 1
    monkeypatch.setenv("AFTERGLOW_PASSPHRASE", NEW)
    assert run("kit") == {"kit_code": ana.kit}
    code = run("kit", "--new")["kit_code"]
    assert run("kit") == {"kit_code": code}
    monkeypatch.setenv("AFTERGLOW_NEW_PASSPHRASE", NEXT)
    assert run("passphrase") == {"changed": True}
    monkeypatch.setenv("AFTERGLOW_PASSPHRASE", NEXT)
    assert run("sync")["synced"]
