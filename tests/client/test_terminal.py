"""What reaches the terminal: words of other people, and nothing that a terminal would obey."""

import ast
import io
import json
import re
from pathlib import Path

import pytest

from journal.client import cli, show
from journal.client.clock import now
from journal.client.terminal import line, safe
from tests.client.conftest import PASSPHRASES, link
from tests.hostile.authors import HEALTHY, NAME, parent, writes_all

CLIENT = Path(cli.__file__).parent
OBEYED = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""Every C0 and C1 control but the tab and the line's end, and marks that turn words round."""


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("plain\ttext\nand é, 海, البحر, 👨‍👩‍👧", "plain\ttext\nand é, 海, البحر, 👨‍👩‍👧"),
        ("\x1b]0;OWNED\x07title", "title"),
        ("\x1b]52;c;cm0=\x1b\\clip", "clip"),
        ("up\x1b[1A\x1b[2Kgone\x9b31m", "upgone"),
        ("\x1bPq#0;2\x1b\\sixel\x1b_apc\x1b\\", "sixel"),
        ("\x1bcreset\x1b(0", "reset"),
        ("over\rwritten\r\nline\x08\x7f\x85", "overwritten\nline"),
        ("\u202eturned\u2069\u2028half\ud800", "turnedhalf"),
        ("\x1b]0;never ended", ""),
    ],
)
def test_what_a_terminal_would_obey(given, shown):
    """Each kind of control sequence is taken out with what belongs to it; words, tabs and lines stay."""
    assert safe(given) == shown
    assert safe(safe(given)) == safe(given)


def test_a_name_stays_on_its_line():
    """A name with lines of its own cannot look like another line of ours."""
    assert line("Ada\nBo (therapist), linked") == "Ada Bo (therapist), linked"


def test_nothing_else_prints_or_asks():
    """Whatever the client says or asks goes through the one module that takes out what a terminal would obey."""
    found = [
        (path.name, node.lineno)
        for path in CLIENT.rglob("*.py")
        if path.name != "terminal.py"
        for node in ast.walk(ast.parse(path.read_text()))
        if ast.unparse(node) in ("print", "input", "sys.stdout.write", "sys.stderr.write")
    ]
    assert found == []


@pytest.fixture
def eve(server, devices):
    """A patient with a client and a name of their own."""
    client = devices("eve")
    client.sign_up(server.url, "eve.tester", NAME, "patient", PASSPHRASES["cy"])
    return client


def test_everything_that_is_printed_about_somebody_elses_words(
    eve, bo, tmp_path, capsys, monkeypatch
):
    """Hostile payloads of every kind go through every command that prints: it ends well, and nothing in it is obeyed."""
    link(bo, eve)
    told = bo.write(HEALTHY)
    made = writes_all(eve, bo.vault.me, parent(bo, told))
    assert len(made) >= 400
    bo.sync()
    person = next(one for one in show.people(bo, []) if one["role"] == "patient")["person"]
    entries = bo.entries(eve.vault.me)
    assert [one.document.get("text") for one in entries].count(HEALTHY) >= 2
    pages = [
        show.page(bo, one, bo.vault.open(one.author, one.rev), [])
        for one in entries
        if not one.problem
    ]
    assert all(OBEYED.search(safe(page)) is None for page in pages)
    healthy = next(one for one in entries if one.document.get("text") == HEALTHY)
    for client in (eve, bo):
        client.close()

    def said(folder: str, passphrase: str, *words: str) -> str:
        monkeypatch.setenv("AFTERGLOW_PASSPHRASE", passphrase)
        monkeypatch.setattr("sys.stdin", io.StringIO())
        with pytest.raises(SystemExit) as ended:
            cli.main([*words, "--profile", str(tmp_path / folder)])
        out, err = capsys.readouterr()
        assert ended.value.code == 0, (words, err)
        assert OBEYED.search(out + err) is None, words
        return out

    capsys.readouterr()
    theirs = (("timeline", "--person", person), ("boundary", "--person", person))
    for words in (*theirs, ("read", healthy.item.hex()), ("people",), ("safety-number", person)):
        assert said("bo", PASSPHRASES["bo"], *words)
    assert HEALTHY in said("bo", PASSPHRASES["bo"], *theirs[0])
    for words in (
        ("entries",),
        ("drafts",),
        ("timeline",),
        ("dosing", "list"),
        ("people",),
        ("sync",),
        ("verify",),
    ):
        assert said("eve", PASSPHRASES["cy"], *words)
    assert HEALTHY in said("eve", PASSPHRASES["cy"], "entries")
    exact = json.loads(said("bo", PASSPHRASES["bo"], "people", "--json"))
    assert NAME in [one["name"] for one in exact["people"]]


def test_the_questions_of_accept_and_confirm(bo, eve, tmp_path, capsys, monkeypatch):
    """Whoever sends an invitation or answers one cannot write the question, nor what is said afterwards."""
    invitation = eve.people.invite(now())
    bo.account.kit_was_seen()
    bo.close()
    asked = []
    monkeypatch.setenv("AFTERGLOW_PASSPHRASE", PASSPHRASES["bo"])
    monkeypatch.setattr("sys.stdin", type("Typed", (io.StringIO,), {"isatty": lambda _: True})())
    monkeypatch.setattr("builtins.input", lambda question: asked.append(question) or "y")
    with pytest.raises(SystemExit) as ended:
        cli.main(["accept", invitation, "--profile", str(tmp_path / "bo")])
    out, err = capsys.readouterr()
    assert ended.value.code == 0, err
    assert len(asked) == 1
    assert all(OBEYED.search(words) is None for words in (*asked, out, err))


def test_the_end_of_the_input_ends_a_question(bo, tmp_path, capsys, monkeypatch):
    """Ctrl-D at a question stops the command with a sentence; a kit code that nobody has proved is shown again."""
    assert bo.account.unseen_kit()
    bo.close()
    monkeypatch.setenv("AFTERGLOW_PASSPHRASE", PASSPHRASES["bo"])
    monkeypatch.setattr("sys.stdin", type("Ended", (io.StringIO,), {"isatty": lambda _: True})())
    for _ in range(2):
        with pytest.raises(SystemExit) as ended:
            cli.main(["people", "--profile", str(tmp_path / "bo")])
        _, err = capsys.readouterr()
        assert ended.value.code == 130
        assert "Here it is." in err
        assert err.rstrip().endswith("Stopped.")
