"""The login key: what it proves, to a real server."""

import pytest

from journal.client import access
from journal.client.errors import Problem
from journal.client.login import LoginKey
from journal.client.registration import credential_to_json
from journal.client.transport import Server
from journal.client.vault import load_device
from journal.protocol.credentials import make_credential
from journal.protocol.keys import generate_secret
from journal.wire.encoding import b64_encode
from journal.wire.errors import Malformed
from tests.client.conftest import HANDLES, PASSPHRASES


def _kit_of(client) -> tuple[LoginKey, dict]:
    """A new kit credential of this client's account, and the body that replaces the present one by it."""
    x, id = generate_secret(), generate_secret(16)
    made = make_credential("kit", x, id, b"", client.vault.me, generate_secret())
    return LoginKey(id, x), {"credentials": [credential_to_json(made)]}


def test_the_passphrases_key_proves_a_request(server, join):
    """What the server asks a proof for is done with it, and the new key proves the next one."""
    ana = join("ana")
    kit, body = _kit_of(ana)
    assert ana.vault.login_key.prove(ana.server, "PUT", "credentials", body) == b""
    assert kit.sign_in(ana.server)["kind"] == "kit"
    _, again = _kit_of(ana)
    assert kit.prove(ana.server, "PUT", "credentials", again) == b""


def test_another_key_proves_nothing(server, join):
    """A session alone, with a key that is nobody's, changes nothing."""
    ana = join("ana")
    kit, body = _kit_of(ana)
    forged = LoginKey(ana.vault.login_key.id, generate_secret())
    with pytest.raises(Problem) as caught:
        forged.prove(ana.server, "PUT", "credentials", body)
    assert caught.value.reason == "proof-needed"
    with pytest.raises(Problem) as caught:
        kit.sign_in(ana.server)
    assert caught.value.reason == "sign-in-failed"


@pytest.fixture
def asked(monkeypatch):
    """What challenges were asked for."""
    bodies = []
    ask = Server.challenge
    monkeypatch.setattr(
        Server, "challenge", lambda server, body: bodies.append(body) or ask(server, body)
    )
    return bodies


def test_each_way_in_asks_once(server, devices, ana, asked):
    """Passphrase, kit, a passphrase that was chosen elsewhere, the proof of an erasure: the challenge that came is answered."""
    present, new = PASSPHRASES["ana"], PASSPHRASES["bo"]
    handle, device = HANDLES["ana"], devices("other")
    device.sign_in(server.url, handle, present, ana.kit)
    ana.account.change_passphrase(present, new)
    ana.erasure.ask()
    pepper = load_device(device.store).pepper
    ways = {
        "passphrase": lambda: devices("new").account.sign_in(server.url, handle, new, ana.kit),
        "kit": lambda: access.open_by_kit(Server(server.url), handle, ana.kit),
        "renewed": lambda: access.renew(device.store, device.server, new, pepper),
        "erased": lambda: ana.erasure.now(ana.kit),
    }
    counts = {}
    for name, way in ways.items():
        asked.clear()
        way()
        counts[name] = len(asked)
    assert counts == dict.fromkeys(ways, 1)


def test_a_challenge_for_another_is_not_answered(ana):
    """The key signs nothing that names somebody else's credential."""
    asked = {"id": b64_encode(bytes(16)), "challenge": b64_encode(bytes(32))}
    key = ana.vault.login_key
    for answer in (key.answer, lambda *given: key.answer_with_proof(*given, "POST", "x", {})):
        with pytest.raises(Malformed):
            answer(ana.server, asked)
