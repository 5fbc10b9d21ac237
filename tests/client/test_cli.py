"""The `afterglow` command, run as people and scripts run it."""

import io
import json
import re
from datetime import timedelta
from pathlib import Path

import pytest

from journal.client import cli, clock
from tests.client.conftest import BOUNDARY, PASSPHRASES
from tests.client.wire_tap import TappedServer


class Terminal:
    """Runs commands on the profile of one person."""

    def __init__(self, folder: Path, name: str, capsys, monkeypatch) -> None:
        self.folder, self.name = folder / name, name
        self.capsys, self.monkeypatch = capsys, monkeypatch

    def run(self, *words: str, code: int = 0, stdin: str = "") -> tuple[str, str]:
        """Output and errors of a command that ends with `code`."""
        self.monkeypatch.setenv("AFTERGLOW_PASSPHRASE", PASSPHRASES[self.name])
        self.monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        self.capsys.readouterr()
        ended = 0
        try:
            cli.main([*words, "--profile", str(self.folder)])
        except SystemExit as end:
            ended = end.code
        out, err = self.capsys.readouterr()
        err = "\n".join(line for line in err.splitlines() if not line.startswith("{"))
        assert ended == code, (out, err)
        return out.strip(), err.strip()

    def say(self, *words: str, **given) -> str:
        """What a command tells a person."""
        out, err = self.run(*words, **given)
        return out or err

    def json(self, *words: str, **given) -> dict:
        """What a command tells a script: one object on one line."""
        out, _ = self.run(*words, "--json", **given)
        assert "\n" not in out
        return json.loads(out)


@pytest.fixture
def terminals(tmp_path, capsys, monkeypatch, server: TappedServer):
    """A signed-up patient's and a signed-up therapist's terminal."""
    made = [Terminal(tmp_path, name, capsys, monkeypatch) for name in ("ana", "bo")]
    for terminal, role in zip(made, ("patient", "therapist"), strict=True):
        words = ("signup", "--server", server.url, "--handle", f"{terminal.name}.tester")
        terminal.kit = terminal.json(*words, "--name", terminal.name.title(), "--as", role)[
            "kit_code"
        ]
    return made


def test_a_whole_course(terminals):
    """From signing up to a comment that came back, in the words of the issue's table of commands."""
    ana, bo = terminals
    assert ana.say("write", "--text", "First words", "--happened", "2026-11-20 18:30").startswith(
        "Backed up"
    )
    written = ana.json(
        "write", "--prompt", "p1", "--phase", "integration", stdin="From standard input\n"
    )
    assert written["kept"] == "backed-up"
    said = ("--note", "room 2", "--setting", "the clinic", "--support", "Mara")
    assert ana.say("dosing", "add", "--date", "2026-11-19 10:00", "--route", "iv", *said)
    assert "dose 1, iv  room 2" in ana.say("dosing", "list")
    assert [one["title"] for one in ana.json("entries")["entries"]] == [
        "From standard input",
        "First words",
    ]

    refused = bo.say("invite", code=1)
    assert refused.startswith("Before anybody links with you, say how you read")
    options = [word for part, said in BOUNDARY.items() for word in (f"--{part}", said)]
    assert bo.json("boundary", *options)["boundary"] == BOUNDARY
    link = bo.json("invite")["link"]
    assert ana.json("accept", link)["name"] == "Bo"
    assert [one["state"] for one in bo.json("people")["people"]] == ["answered"]
    assert bo.say("confirm", "ana").startswith("Linked with Ana")
    bo.say("boundary", "--rhythm", "daily")
    said = ana.json("boundary", "--person", "Bo")["boundary"]
    assert said == BOUNDARY | {"rhythm": "daily"}
    assert [one["state"] for one in ana.json("people")["people"]] == ["linked"]
    assert ana.json("safety-number", "Bo")["groups"] == bo.json("safety-number", "Ana")["groups"]

    id = written["id"]
    said = ana.say("share", id[:8], "--with", "bo", "--dosing").splitlines()
    assert said[0] == "Shared with Bo."
    assert "could be somebody else" in said[1]
    assert "Shared with Bo" in ana.say("entries")
    shown = bo.json("timeline", "--person", "Ana")
    assert [one["title"] for one in shown["entries"]] == ["From standard input"]
    assert [(one["note"], one["setting"], one["support"]) for one in shown["dosings"]] == [
        ("room 2", "the clinic", "Mara")
    ]
    assert "What brings you to this treatment" in bo.say("read", id)
    assert bo.json("comment", id, "--text", "Thank you.")["on"] == id
    assert "Bo, " in ana.say("read", id)
    assert "Thank you." in ana.say("read", id)

    assert ana.json("edit", id, "--text", "Thought again")["id"] == id
    assert "Thought again" not in bo.say("read", id)
    assert ana.say("unshare", id, "--with", "Bo").startswith("No longer shared")
    assert bo.json("timeline", "--person", "Ana")["entries"] == []
    assert ana.say("delete", id) == "Deleted."
    assert len(ana.json("entries")["entries"]) == 1
    for terminal in (ana, bo):
        found = terminal.json("verify")
        assert (found["problems"], found["server"]) == ([], "same")
    assert ana.say("lock").startswith("Locked")
    assert ana.json("sync")["waiting"] == 0


def test_words_first_when_offline(terminals, server):
    """Offline, writing ends with 0 and says where the words are; later they go up."""
    ana, _ = terminals
    server.tap.down = True
    said = ana.say("write", "--text", "no network")
    assert said.startswith("On this device.")
    assert "Offline" in said
    answer = ana.json("write", "--text", "again")
    assert (answer["kept"], answer["sync"]["synced"]) == ("device", False)
    assert "[On this device]" in ana.say("entries")
    assert "cannot be reached" in ana.say("sync", code=1)
    assert ana.json("sync", code=1) == {
        "error": "offline",
        "message": "The server cannot be reached.",
    }
    server.tap.down = False
    assert ana.say("sync") == "Everything is backed up."


def test_a_second_device(terminals, tmp_path, server, capsys, monkeypatch):
    """Handle, passphrase and kit code bring the journal to another device."""
    ana, _ = terminals
    ana.say("write", "--text", "seen everywhere")
    second = Terminal(tmp_path / "elsewhere", "ana", capsys, monkeypatch)
    words = ("login", "--server", server.url, "--handle", "Ana.Tester", "--kit", ana.kit.lower())
    assert second.json(*words)["entries"] == 1
    assert "seen everywhere" in second.say("entries")


def test_errors_are_one_clear_sentence(terminals, server):
    """What was not done is said in words, and as a reason for scripts; the exit code is 1."""
    ana, bo = terminals
    ana.say("write", "--text", "one")
    refused = {
        ("read", "ffff"): ("not-found", "There is no entry “ffff”."),
        ("share", "ffff", "--with", "Nobody"): ("not-found", "There is nobody “Nobody” here."),
        ("accept", "https://example.org/"): ("invite-invalid", "That is not an invite link."),
        ("write", "--prompt", "P99", "--text", "x"): ("prompt", "There is no prompt “P99”."),
        ("write", "--text", "x", "--happened", "soon"): (
            "time",
            "“soon” is no date or time; write 2026-11-20 18:30.",
        ),
        ("write",): ("empty", "There are no words to keep."),
    }
    for words, (reason, message) in refused.items():
        assert ana.say(*words, code=1) == message
        assert ana.json(*words, code=1) == {"error": reason, "message": message}
    bo.name = "ana"
    assert bo.say("entries", code=1) == "That is not the passphrase."


def test_a_lying_server_ends_with_three(terminals, server):
    """When the history does not hold, the first thing said is that the words are kept."""
    ana, _ = terminals
    server.tap.changes["GET", "/api/v1/feed"] = lambda _data: b"\0\0\0\2{}"
    said = ana.say("write", "--text", "kept all the same", code=3)
    assert said.startswith("What you have written stays on this device.")
    server.tap.changes.clear()
    assert "kept all the same" in ana.say("entries")


def test_verify_sees_a_changed_profile(terminals):
    """A body changed on the disk is found by its hash, and named."""
    ana, _ = terminals
    item = ana.json("write", "--text", "one")["id"]
    client = cli.Client(ana.folder)
    client.store.db.execute("UPDATE body SET body = zeroblob(length(body))")
    client.close()
    found = ana.json("verify", code=3)
    assert found["problems"] == [
        {"what": f"entry {item[:8]}", "problem": "it is not the one that was signed"}
    ]
    assert item[:8] in ana.say("verify", code=3)


def test_a_copy_says_what_is_in_it_and_writes_over_nothing(terminals, tmp_path):
    """`export` makes what is asked for, counts it for scripts and people, and refuses a place that is taken."""
    ana, _ = terminals
    ana.json("write", "--text", "one")
    places = ("--data", str(tmp_path / "all.json"), "--csv", str(tmp_path / "tables"))
    made = ana.json("export", *places, "--markdown", str(tmp_path / "pages"))
    assert made["counts"]["entries"] == 1
    assert made["written"]["data"] == str(tmp_path / "all.json")
    assert json.loads((tmp_path / "all.json").read_text())["format"] == "afterglow-data"
    assert ana.json("export", *places, code=1)["error"] == "exists"
    assert ana.json("export", code=1)["error"] == "nothing-asked"
    said = ana.say("export", "--markdown", str(tmp_path / "again"))
    assert "Entries: 1" in said
    assert "Anyone who has these files can read them." in said


def test_nothing_is_set_aside(terminals):
    """What could not be sent has a command of its own, for people and for scripts."""
    ana, _ = terminals
    assert ana.say("aside").startswith("Nothing is set aside.")
    assert ana.json("aside")["aside"] == []


def test_an_ambiguous_beginning_is_not_guessed(terminals):
    """Where a shortened id or a name fits two, nobody is chosen."""
    ana, _ = terminals
    assert ana.say("read", "a", code=1) == "There is no entry “a”."


def test_help_names_every_command(capsys):
    """The help lists the commands, and each has its own."""
    commands = "signup login write entries read edit delete dosing boundary invite accept confirm people safety-number mute block share unshare timeline comment sync verify lock"
    with pytest.raises(SystemExit):
        cli.main(["--help"])
    listed = capsys.readouterr().out
    named = [
        line.split()[0] for line in listed.splitlines() if line.startswith("    ") and line.strip()
    ]
    assert [command for command in commands.split() if command not in named] == []


@pytest.mark.parametrize("ahead", [3, 26 * 3_600, -80 * 3_600, 80 * 3_600])
def test_a_wrong_clock_makes_and_answers_invites(terminals, monkeypatch, ahead):
    """What expires, expires by the server's clock: a device whose own is wrong invites, opens and answers like any other."""
    ana, bo = terminals
    real = clock.now
    monkeypatch.setattr("journal.client.clock.now", lambda: real() + timedelta(seconds=ahead))
    bo.json("boundary", *(word for part, said in BOUNDARY.items() for word in (f"--{part}", said)))
    link = bo.json("invite")["link"]
    assert ana.json("accept", link, "--yes")["name"] == "Bo"
    assert bo.json("confirm", "Ana")["name"] == "Ana"


def test_a_sign_up_whose_answer_is_lost_shows_its_kit_at_the_next_command(
    tmp_path, capsys, monkeypatch, server: TappedServer
):
    """The account is made and nobody was told: the next command shows the kit code, once, and it signs a new device in."""
    ana, other = (
        Terminal(tmp_path / place, "ana", capsys, monkeypatch) for place in ("first", "other")
    )
    words = ("--server", server.url, "--handle", "ana.tester")
    server.tap.lose = lambda _method, path: "answer" if path.endswith("/accounts") else None
    _, err = ana.run("signup", *words, "--name", "Ana", code=1)
    assert "cannot be reached" in err
    server.tap.lose = lambda _method, _path: None
    _, err = ana.run("write", "--text", "Arrived.")
    kit = "-".join(re.findall(r"(?:[0-9A-Z]{4}-){3,4}[0-9A-Z]{4}", err))
    assert "kit" not in ana.run("entries")[1]
    assert other.json("login", *words, "--kit", kit)["entries"] == 1


@pytest.mark.parametrize("words", [("drafts",), ("dosing", "list")])
def test_profile_and_json_stand_before_or_after_the_command(terminals, capsys, words):
    """Either place does the same, and the two may be apart."""
    ana, _ = terminals
    ana.run("drafts")  # whose passphrase the others take from the environment
    profile, found = ("--profile", str(ana.folder)), []
    for line in (
        (*profile, "--json", *words),
        (*words, "--json", *profile),
        (*profile, *words, "--json"),
        ("--json", *words, *profile),
    ):
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            cli.main(line)
        assert ended.value.code == 0
        found.append(json.loads(capsys.readouterr().out))
    assert found == found[:1] * 4
