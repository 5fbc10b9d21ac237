"""One's own signed-in devices, against a real server and one that lies in its list."""

import json
import os
from collections.abc import Callable
from typing import Any

import pytest

from journal.client import cli, devices
from journal.client.client import Client
from journal.client.devices import MOST, device_name
from journal.client.errors import ClientError, Offline, Problem
from journal.protocol.devices import NAME, seal_label
from journal.wire.encoding import b64_decode, b64_encode, build_json, parse_json
from journal.wire.limits import LABEL
from tests.client.conftest import HANDLES, PASSPHRASES, texts

Row = dict[str, Any]
PATH = "/api/v1/sessions"


@pytest.fixture
def hosts(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Says what this machine is called."""
    return lambda name: monkeypatch.setattr(devices.platform, "node", lambda: name)


@pytest.fixture
def run(
    tmp_path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[int, str]]:
    """Runs a command on the second device's profile: exit code and what was printed."""
    monkeypatch.setenv("AFTERGLOW_PASSPHRASE", PASSPHRASES["ana"])

    def run(*arguments: str) -> tuple[int, str]:
        with pytest.raises(SystemExit) as ended:
            cli.main([*arguments, "--profile", os.fspath(tmp_path / "ana-second")])
        return int(ended.value.code or 0), capsys.readouterr().out

    return run


def lie(server, change: Callable[[list[Row]], Any]) -> None:
    """From now on the list of sessions is what `change` makes of it."""

    def changed(data: bytes) -> bytes:
        return build_json({"sessions": change(parse_json(data)["sessions"])})

    server.tap.changes[("GET", PATH)] = changed


def names(client: Client) -> list[str | None]:
    """Of the devices as they are listed."""
    return [one.name for one in client.devices.list()]


def ended(client: Client) -> bool:
    """Whether the server takes this device's session no longer."""
    try:
        client.server.account()
    except Problem as problem:
        return problem.reason == "sign-in-needed"
    return False


def test_both_devices_see_both_names(ana: Client, second: Client):
    """Each names itself when it signs up or in; each is first in its own list."""
    for client in (ana, second):
        found = client.devices.list()
        assert [one.current for one in found] == [True, False]
        assert {one.name for one in found} == {device_name()}
        assert all(one.created and one.seen and one.created <= one.seen for one in found)
    assert ana.devices.list()[0].id == second.devices.list()[1].id


def test_an_ended_device_is_signed_out_and_loses_no_word(ana: Client, second: Client):
    """Its next request is refused, what it wrote stays, and with its passphrase it comes in again and backs it up."""
    second.write("Written before.")
    ana.devices.end(ana.devices.list()[1].id)
    assert ended(second)
    assert not ended(ana)
    assert [one.current for one in ana.devices.list()] == [True]
    assert texts(second) == ["Written before."]
    second.sync()
    ana.sync()
    assert texts(ana) == ["Written before."]
    assert names(ana) == [device_name(), device_name()]


def test_a_lost_answer_is_asked_again(ana: Client, second: Client, server):
    """Ended is ended: asked a second time, nothing is wrong."""
    id = ana.devices.list()[1].id
    server.tap.lose = lambda method, _: "answer" if method == "DELETE" else None
    with pytest.raises(Offline):
        ana.devices.end(id)
    server.tap.lose = lambda _method, _path: None
    ana.devices.end(id)
    ana.devices.end(id)
    assert ended(second)


def test_a_name_that_cannot_be_left_is_in_nobodys_way(server, devices, ana: Client):
    """Signing in and syncing go on; the next sync leaves it."""
    server.tap.lose = lambda _, path: "request" if path.endswith("/label") else None
    other = devices("ana-second")
    other.sign_in(server.url, HANDLES["ana"], PASSPHRASES["ana"], ana.kit)
    other.sync()
    assert None in names(ana)
    server.tap.lose = lambda _method, _path: None
    other.sync()
    assert None not in names(ana)


def test_a_name_is_left_once(ana: Client, server):
    """Later rounds ask for nothing of it."""
    ana.sync()
    before = len(server.tap.seen)
    ana.sync()
    assert [path for _, path, _ in server.tap.seen[before:] if path.startswith(PATH)] == []


def test_labels_are_bound_to_their_sessions(ana: Client, second: Client, server):
    """Swapped, damaged, foreign or odd, a label is a device without a name."""
    own = ana.vault
    foreign = b64_encode(seal_label(bytes(32), own.me, bytes(16), "Phone"))
    for label in (foreign, b64_encode(bytes(LABEL)), "", "?", 7, ["a"], None):
        lie(server, lambda rows, label=label: [row | {"label": label} for row in rows])
        assert names(ana) == [None, None]
    lie(
        server,
        lambda rows: [
            row | {"label": other["label"]} for row, other in zip(rows, reversed(rows), strict=True)
        ],
    )
    assert names(ana) == [None, None]


@pytest.mark.parametrize("seconds", [-1, 0, 2**50, 2**53 - 1, "soon", None, True])
def test_absurd_times_are_no_times(ana: Client, server, seconds):
    """They raise nothing and are shown as unknown."""
    lie(server, lambda rows: [row | {"created": seconds, "seen": seconds} for row in rows])
    (found,) = ana.devices.list()
    assert (found.created, found.seen) == (None, None)


def test_odd_rows(ana: Client, server):
    """What has no id is no device; doubled rows are one; only one is this device."""
    odd = [None, 7, [], {}, {"id": None}, {"id": []}, {"id": "AA"}, {"id": {"a": 1}}]
    other = {"id": b64_encode(bytes(16)), "current": True}
    lie(server, lambda rows: [*odd, *rows, *rows, other, *odd])
    assert [one.current for one in ana.devices.list()] == [True, False]
    for none in (None, {}, "x"):
        lie(server, lambda _, none=none: none)
        with pytest.raises(ClientError) as caught:
            ana.devices.list()
        assert caught.value.reason == "server"


def test_ten_thousand_rows(ana: Client, server):
    """This device and those that were seen last are listed."""
    more = [
        {"id": b64_encode(n.to_bytes(16)), "seen": n, "created": 1, "current": False, "label": None}
        for n in range(1, 10_000)
    ]
    lie(server, lambda rows: more + rows)
    found = ana.devices.list()
    assert len(found) == MOST
    assert found[0].current
    assert found[1].id == (9_999).to_bytes(16)


def test_a_hostile_name_stays_on_its_line(ana: Client, server):
    """Written by another client of one's own: nothing in it is obeyed, and an empty one is none."""
    session = ana.devices.list()[0].id
    shown = {"\x1b]0;OWNED\x07Phone\nA second device": "Phone A second device", "\x07 \n": None}
    for name, expected in shown.items():
        label = seal_label(ana.vault.account_key, ana.vault.me, session, name)
        ana.server.label_session(session, label)
        assert names(ana) == [expected]


def test_the_server_gets_labels_of_one_size(server, ana: Client, hosts, devices):
    """However long the name of the machine is, or of whatever characters."""
    for at, host in enumerate(["", "x" * 300, "é" * 300, "b\udcffd\x1b[2J"]):
        hosts(host)
        assert len(device_name().encode()) <= NAME
        client = devices(f"ana-{at}")
        client.sign_in(server.url, HANDLES["ana"], PASSPHRASES["ana"], ana.kit)
    labels = [
        parse_json(body)["label"] for _, path, body in server.tap.seen if path.endswith("/label")
    ]
    assert len(labels) == 5
    assert {len(b64_decode(label)) for label in labels} == {LABEL}


def test_the_command(ana: Client, second: Client, run, hosts):
    """Lists in a sentence each and for scripts, ends another device by its id's beginning, and not this one."""
    _, text = run("devices")
    assert "(this device)" in text
    assert "could leave something out" in text
    listed = json.loads(run("devices", "--json")[1])["devices"]
    assert [one["current"] for one in listed] == [True, False]
    assert listed[1]["name"] == device_name()
    code, said = run("devices", "end", listed[0]["id"][:8], "--json")
    assert (code, json.loads(said)["error"]) == (1, "this-device")
    assert run("devices", "end", "ffff0000ffff")[0] == 1
    code, said = run("devices", "end", listed[1]["id"][:8], "--json")
    assert (code, json.loads(said)) == (0, {"ended": listed[1]["id"]})
    assert ended(ana)
