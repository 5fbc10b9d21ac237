"""The login key: what it proves, to a real server."""

import pytest

from journal.client.errors import Problem
from journal.client.login import LoginKey
from journal.client.registration import credential_to_json
from journal.protocol.credentials import make_credential
from journal.protocol.keys import generate_secret


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
