"""A copy of everything from the terminal: the same files as the app makes, whole or not there, and nothing left out."""

import json
import random
import re
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from journal.client.client import Client
from journal.client.copy import files as files_module
from journal.client.copy.data import (
    ANSWER_COLUMNS,
    MEASURE_COLUMNS,
    SORTS,
    Taken,
    Unread,
    data,
    sort_of,
    table_rows,
)
from journal.client.copy.files import write_copy
from journal.client.copy.gather import Copy
from journal.client.copy.markdown import LABELS, Markdown
from journal.client.copy.text import csv, number
from journal.client.errors import ClientError

ROOT = Path(__file__).parents[2]
VECTORS = ROOT / "tests" / "vectors" / "copy"
NODE = ROOT / ".venv" / "bin" / "node"
SEED = 20_261_130
WORDS = (
    "", "a", "=1", "-2", "+x", "@y", "\t", "a\r\nb", "\n\n## x", "![x](y)", "<b>", "\\", "`", "```\n", "~~~", "é", "\U0001f600",
    "\x00", "\x1b[1m", "\x85", "\u2028", "\u202e", "\ufeff", "\uffff", "\ud800", '"', ",", "  a  ", "\x1c", "\xa0", "10", "__proto__", "toJSON",
    "'", "'=", "\uff1d1", "\ufe63", "\u200b", "1. ", "- ", "---", "](", "]: ", "[x](javascript:x)", "[x]( https://x)", "\u2069", "\x0b",
)  # fmt: skip
NUMBERS = (0, -0.0, 1, -1, 1.5, 0.1, 1e-6, 1e-7, 123456.789, 1e20, 1e21, -1.5e300, 5e-324, 2**53)
MOMENTS = (
    {"at": "2026-11-20T23:30:00Z", "zone": "Europe/Berlin"},
    {"at": "1900-01-01T00:00:00Z", "zone": "Asia/Kathmandu"},
    {"at": "2199-12-31T23:59:59.999Z", "zone": "Pacific/Kiritimati"},
    {"at": "2026-03-29T01:30+01:00", "zone": "Nowhere/Here"},
    {"at": "2026-03-29T01:30:00Z", "zone": "right/Europe/Berlin"},
    {"at": "2026-03-29T01:30:00Z", "zone": "europe/BERLIN"},
    {"at": "2026-03-29T01:30:00Z", "zone": "+0200"},
    {"at": "2026-03-29T01:30:00Z", "zone": "localtime"},
    {"at": "2026-02-30T00:00:00Z", "zone": "UTC"},
    {"at": "2026-02-03T24:00:00Z", "zone": "UTC"},
    {"at": "2026-02-03T10:00:60Z", "zone": "UTC"},
    {"at": "2026-02-03T10:00:00+24:00", "zone": "UTC"},
    {"at": "2024-02-29T10:00:00.1234567891Z", "zone": "UTC"},
    {"at": "yesterday"},
    "odd",
)
KINDS = (
    "entry",
    "measure",
    "rating",
    "dosing",
    "details",
    "draft",
    "comment",
    "excerpt",
    "thread",
    "new\nkind",
)


def made_of(given: dict[str, Any]) -> dict[str, str]:
    """The files of a copy by name, of what a vault has given."""
    items = [Taken(**{name: one[name] for name in Taken._fields}) for one in given["items"]]
    unread = [Unread(**one) for one in given["unread"]]
    counts = dict.fromkeys(SORTS, 0)
    pages, measures, answers = (
        Markdown(given["head"]["owner"]["id"]),
        [MEASURE_COLUMNS],
        [ANSWER_COLUMNS],
    )
    for one in items:
        counts[sort_of(one.payload["kind"], one.state)] += 1
        pages.add(one)
        rows = table_rows(one)
        measures += rows[0]
        answers += rows[1]
    tables = {"measures.csv": csv(measures), "answers.csv": csv(answers)}
    whole = "".join(data(given["head"], items, counts, unread))
    return {"data.json": whole, **tables, **dict(pages.files(given["head"], counts, unread))}


def read_all(folder: Path) -> dict[str, str]:
    """Text by name of every file beneath a folder."""
    found = [one for one in folder.rglob("*") if one.is_file()]
    return {one.relative_to(folder).as_posix(): one.read_bytes().decode() for one in found}


def test_the_files_are_those_the_app_makes():
    """Byte for byte, hostile words, odd values and unknown kinds included."""
    given = json.loads((VECTORS / "given.json").read_text())
    assert made_of(given) == read_all(VECTORS / "files")


class Chance:
    """Items that nobody thought of."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def value(self, depth: int = 0) -> Any:
        """Of strict JSON."""
        choices: list[Callable[[], Any]] = [
            self.text,
            lambda: self._random.choice(NUMBERS),
            lambda: self._random.choice((True, False, None)),
        ]
        if depth < 3:
            choices += [lambda: self.many(depth), lambda: self.object(depth)]
        return self._random.choice(choices)()

    def text(self) -> str:
        """A few of the words."""
        return "".join(self._random.choices(WORDS, k=self._random.randrange(4)))

    def many(self, depth: int) -> list[Any]:
        """A short list."""
        return [self.value(depth + 1) for _ in range(self._random.randrange(4))]

    def object(self, depth: int) -> dict[str, Any]:
        """A small object."""
        return {self.text(): self.value(depth + 1) for _ in range(self._random.randrange(4))}

    def item(self, ids: list[str], owner: str) -> dict[str, Any]:
        """An item that perhaps hangs on another one."""
        pick = self._random.choice
        names = ("title", "text", "prompt", "answers", "phase", "instrument", "form", "scale", "total", "body", "number", "note", self.text())  # fmt: skip
        payload = {"v": 1, "kind": pick(KINDS), "prev": None, "written": pick(MOMENTS)}
        payload |= {name: self.value() for name in names if self._random.random() < 0.5}
        payload |= {"happened": pick(MOMENTS)} if self._random.random() < 0.5 else {}
        hangs = {"author": pick((owner, "them", 5)), "item": pick([*ids, "gone"]), "rev": "r"}
        payload |= {"parent": pick((hangs, self.value()))} if ids else {}
        if ids and self._random.random() < 0.5:
            payload["dosing"] = pick(ids)
        if self._random.random() < 0.5:
            payload["answers"] = [
                {"id": self.text(), "question": self.text(), "type": "text", "value": self.value()}
            ]
        state = pick(("kept", "kept", "kept", "trash", "capture"))
        author = pick((None, None, "them"))
        revisions = [{"rev": "r", "payload": payload}]
        return {"id": f"i{len(ids)}", "author": author, "state": state, "revisions": revisions}

    def given(self, count: int) -> dict[str, Any]:
        """A whole account."""
        owner, items, ids = "me", [], []
        for _ in range(count):
            items.append(self.item(ids, owner))
            ids.append(items[-1]["id"])
        person = {"id": "them", "name": self.text(), "role": "therapist", "state": "linked", "dosing": True, "sees": ids[:1]}  # fmt: skip
        head = {"made": MOMENTS[0], "owner": {"id": owner, "name": self.text(), "role": "patient"}, "people": [person]}  # fmt: skip
        return {"head": head, "items": items, "unread": [{"id": self.text(), "why": self.text()}]}


def test_both_clients_write_the_same_of_what_nobody_thought_of():
    """Thirty accounts of thirty items each, made by chance: the app's files and the terminal's are the same."""
    accounts = [Chance(SEED + n).given(30) for n in range(30)]
    told = "\n".join(json.dumps(one) for one in accounts)
    script = ROOT / "tests" / "js" / "domain" / "copy" / "print-files.js"
    ran = subprocess.run([NODE, script], input=told, capture_output=True, text=True, check=True)
    for n, line in enumerate(ran.stdout.removesuffix("\n").split("\n")):
        theirs, ours = json.loads(line), made_of(accounts[n])
        assert theirs.keys() == ours.keys()
        for name, text in theirs.items():
            assert text == ours[name], f"{name} of seed {SEED + n}"


@pytest.mark.parametrize(
    ("value", "text"),
    [(1e21, "1e+21"), (1e20, "100000000000000000000"), (1e-6, "0.000001"), (1e-7, "1e-7"), (-0.0, "0"), (1.50, "1.5"), (100, "100"), (123456789012345678, "123456789012345680"), (5e-324, "5e-324"), (-12.75, "-12.75")],
)  # fmt: skip
def test_numbers_as_javascript_writes_them(value, text):
    """ECMA-262, Number::toString."""
    assert number(value) == text


def test_the_words_are_those_of_the_app():
    """Labels of the terminal's copy are the app's English ones, and all of them."""
    catalogue = (ROOT / "static/js/ui/words/en/copy.js").read_text()
    said = dict(re.findall(r'"copy\.file\.([\w.]+)":\s*"((?:[^"\\]|\\.)*)"', catalogue))
    assert said == LABELS


def filled(join: Callable[[str], Client]) -> Client:
    """A patient with something of most kinds."""
    ana = join("ana")
    first = ana.write("First words.", title="One")
    ana.edit(first, text="Other words.")
    gone = ana.write("Thrown away.")
    ana.delete(gone)
    ana.write_many([{"kind": "measure", "instrument": "phq-9", "total": 3, "answers": []}])
    ana.write_many([{"kind": "draft", "draft_of": "x", "body": {"text": "Half a"}}])
    ana.write_many([{"kind": "something-new", "text": "Of a later version."}])
    return ana


def test_everything_is_in_it_and_counted(join, tmp_path):
    """Entries with their earlier versions, drafts, the trash and kinds nobody knows; counts are those of the files, which are for their owner alone."""
    ana = filled(join)
    made = write_copy(
        ana, markdown=tmp_path / "m", data_file=tmp_path / "d.json", tables=tmp_path / "t"
    )
    counts = made["counts"]
    assert [counts[sort] for sort in ("entries", "measures", "drafts", "trash")] == [1, 1, 1, 1]
    assert counts["other"] >= 1
    assert not made["unread"]
    whole = json.loads((tmp_path / "d.json").read_text())
    assert whole["counts"] == counts
    assert len(whole["items"]) == sum(counts.values())
    entry = next(one for one in whole["items"] if len(one["revisions"]) == 2)
    texts = [one["payload"]["text"] for one in entry["revisions"]]
    assert texts == ["First words.", "Other words."]
    assert "Thrown away." in (tmp_path / "m" / "trash.md").read_text()
    assert "Of a later version." in (tmp_path / "m" / "other.md").read_text()
    assert (tmp_path / "t" / "measures.csv").read_text().count("\n") == 2
    for one in (tmp_path / "d.json", *(tmp_path / "m").rglob("*.md")):
        assert stat.S_IMODE(one.stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "m").stat().st_mode) == 0o700


def test_a_damaged_row_is_named_and_breaks_nothing(join, tmp_path):
    """A body that does not open, and one that is not here, are in the list; everything else is in the copy."""
    ana = filled(join)
    lost, damaged = ana.write("Lost."), ana.write("Damaged.")
    ana.sync()
    me = ana.vault.me
    shown = ana.items.shown()
    for item, change in ((lost, "DELETE FROM body WHERE revision = ?"), (damaged, "UPDATE body SET body = zeroblob(64) WHERE revision = ?")):  # fmt: skip
        ana.store.db.execute(change, (ana.store.revision(me, shown[me, item]).id,))
    ana.close()
    again = Client(ana.store.folder)
    again.unlock("lamp river seven quiet maple door")
    made = write_copy(again, markdown=tmp_path / "m", data_file=None, tables=None)
    again.close()
    assert len(made["unread"]) == 2
    assert made["counts"]["entries"] == 1
    readme = (tmp_path / "m" / "README.md").read_text()
    assert all(one["id"].replace("_", "\\_") in readme for one in made["unread"])


def test_nothing_is_written_over_and_nothing_is_half_there(join, tmp_path, monkeypatch):
    """What lies in the way stays as it is; a copy that breaks off leaves neither files nor folders."""
    ana = filled(join)
    (tmp_path / "d.json").write_text("mine")
    with pytest.raises(ClientError) as refused:
        write_copy(ana, markdown=tmp_path / "m", data_file=tmp_path / "d.json", tables=None)
    assert refused.value.reason == "exists"

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(files_module, "csv", stop)
    with pytest.raises(KeyboardInterrupt):
        write_copy(
            ana, markdown=tmp_path / "m", data_file=tmp_path / "e.json", tables=tmp_path / "t"
        )
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["d.json"]
    assert not (tmp_path / "m").exists()
    assert not list(tmp_path.glob(".afterglow-*"))
    assert (tmp_path / "d.json").read_text() == "mine"


def test_the_length_of_a_copy_does_not_grow_with_its_square(linked, monkeypatch):
    """Whoever shares a lot cannot hold a copy up: what is said of whom is read once, not for each thing of theirs."""
    ana, bo = linked
    ana.share([ana.write(f"{n}") for n in range(5)], bo.vault.me)
    ana.sync()
    bo.sync()
    read, whole = [], bo.quiet.all
    monkeypatch.setattr(bo.quiet, "all", lambda: read.append(1) or whole())
    assert list(Copy(bo).items())
    assert len(read) == 1


def test_things_stand_in_the_order_in_which_they_were_lived_or_written(join):
    """Milliseconds count, and a day that an unknown kind calls its own does not."""
    ana = join("ana")
    for n in (3, 1, 2):
        moment = {"at": f"2026-11-20T10:00:00.12{n}Z", "zone": "UTC"}
        ana.write_many([{"kind": "entry", "text": f"{n}", "happened": moment}])
    ana.write_many([{"kind": "new", "happened": {"at": "1999-01-01T00:00:00Z", "zone": "UTC"}}])
    assert [one.payload.get("text") for one in Copy(ana).items()] == ["1", "2", "3", None]


def test_a_therapist_takes_along_what_is_theirs(linked, tmp_path):
    """What a patient shares is the patient's: it is not in the therapist's copy; a comment that was received is in the patient's."""
    ana, bo = linked
    entry = ana.write("Mine to share.")
    ana.share([entry], bo.vault.me)
    ana.sync()
    bo.sync()
    bo.comments.write(ana.vault.me, entry, "Thank you.")
    bo.sync()
    ana.sync()
    theirs = list(Copy(bo).items())
    assert "Mine to share." not in json.dumps([one._asdict() for one in theirs])
    received = [one for one in Copy(ana).items() if one.payload["kind"] == "comment"]
    assert [(one.author is None, one.payload["text"]) for one in received] == [
        (False, "Thank you.")
    ]
    assert Copy(ana).head["people"][0]["sees"]
