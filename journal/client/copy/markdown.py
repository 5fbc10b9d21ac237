"""A copy to read: Markdown, a file a day. Twin: `static/js/domain/copy/markdown.js`. What others wrote stands quoted."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from journal.client.copy.data import Counts, Taken, Unread, is_plain, rows_of, sort_of, value_of
from journal.client.copy.text import (
    json,
    local,
    one_line,
    own,
    quiet,
    units,
    well_formed,
    when_of,
    words,
)
from journal.client.documents import Payload

LABELS = {
    "n.entries": "Entries",
    "n.measures": "Questionnaires and ratings",
    "n.dosings": "Treatment sessions",
    "n.drafts": "Drafts",
    "n.comments": "Comments and replies",
    "n.trash": "In the trash",
    "n.captures": "Written without unlocking, not filed yet",
    "n.other": "Everything else",
    "title": "Journal",
    "made": "Copy made",
    "open": "Anyone who has this file can read it.",
    "about": (
        "The folder “journal” has a file for every day. data.json has everything, with earlier versions and who you"
        " shared what with; measures.csv and answers.csv are tables. What others wrote is quoted under their name."
    ),
    "unread": "What couldn’t be read",
    "undated": "No date",
    "drafts": "Started and not finished",
    "trash": "In the trash",
    "other": "Everything else",
    "dosing": "Treatment session",
    "you": "You",
}
"""Words of the copy, as the app has them in `static/js/ui/words/en/copy.js`."""

_PLACED = frozenset(
    "v kind prev rev written happened title text prompt answers parent draft_of dosing".split()
)
"""Members that stand elsewhere than in the list beneath the words."""
_WORDS = ("title", "text")
_LINE_END = re.compile("\r\n|[\r\n\u2028\u2029]")
_Key = tuple[str, str]


class Markdown:
    """Takes items as they come, by when they happened; answers the files when all are in."""

    def __init__(self, owner: str) -> None:
        self._owner = owner
        self._files: dict[str, list[Taken]] = defaultdict(list)
        self._children: dict[_Key, list[Taken]] = defaultdict(list)
        self._excerpts: dict[_Key, list[Taken]] = defaultdict(list)

    def add(self, item: Taken) -> None:
        """Takes one item."""
        payload = item.payload
        if payload.get("kind") == "excerpt":
            self._excerpts[self._owner, str(_parent(payload).get("item"))].append(item)
        parent = self._parent_of(payload) if item.state == "kept" else None
        if parent:
            self._children[parent].append(item)
        else:
            self._files[_file_of(item)].append(item)

    def files(
        self, head: dict[str, Any], counts: Counts, unread: Sequence[Unread]
    ) -> Iterator[tuple[str, str]]:
        """Name and text of every file."""
        yield "README.md", self._about(head, counts, unread)
        lost = self._lost()
        self._files["other"] += lost
        people = {one["id"]: one_line(one["name"]) for one in head["people"]}
        alone = {id(one) for one in lost}
        for name in sorted(name for name, items in self._files.items() if items):
            yield f"{name}.md", self._file(name, people, alone)

    def _lost(self) -> list[Taken]:
        """What hangs on nothing that stands, or too deep: a comment has answers, and an answer none."""
        placed = [
            child for items in self._files.values() for one in items for child in self._on(one)
        ]
        reached = {id(one) for child in placed for one in (child, *self._on(child))}
        return [one for found in self._children.values() for one in found if id(one) not in reached]

    def _on(self, item: Taken) -> list[Taken]:
        """What hangs on it; what is said about a part of an entry stands with the entry."""
        if item.payload.get("kind") == "excerpt":
            return []
        key = (item.author or self._owner, item.id)
        keys = [key, *((self._owner, one.id) for one in self._excerpts.get(key, ()))]
        return [child for one in keys for child in self._children.get(one, ())]

    def _parent_of(self, payload: Payload) -> _Key | None:
        dosing, kind = payload.get("dosing"), payload.get("kind")
        if kind == "details" and isinstance(dosing, str):
            return self._owner, dosing
        author, item = (_parent(payload).get(name) for name in ("author", "item"))
        is_named = kind == "comment" and isinstance(author, str) and isinstance(item, str)
        return (str(author), str(item)) if is_named else None

    def _about(self, head: dict[str, Any], counts: Counts, unread: Sequence[Unread]) -> str:
        day, time = local(head["made"])
        failed = [f"- {quiet(one.id)}: {quiet(one.why)}" for one in unread]
        return _blocks(
            f"# {LABELS['title']}: {quiet(one_line(head['owner']['name']))}",
            f"{LABELS['made']}: {day} {time}",
            LABELS["open"],
            "\n".join(f"- {LABELS[f'n.{sort}']}: {n}" for sort, n in counts.items()),
            LABELS["about"],
            *([f"## {LABELS['unread']}", "\n".join(failed)] if failed else []),
        )

    def _file(self, name: str, people: dict[str, str], alone: set[int]) -> str:
        items, day = self._files[name], name.removeprefix("journal/")
        is_dated = day not in (name, "undated")
        front = ["---", *([f"date: {day}"] if is_dated else []), "afterglow: 1", "items:"]
        front += [f"  - {_inert(json(_meta(one)))}" for one in items]
        heading = day if is_dated else LABELS[day]
        sections = [
            self._section(one, [] if id(one) in alone else self._on(one), people, day != name)
            for one in items
        ]
        return _blocks("\n".join([*front, "---"]), f"# {heading}", *sections)

    def _section(
        self, item: Taken, children: list[Taken], people: dict[str, str], of_day: bool
    ) -> str:
        whole, author = item.payload, item.author
        payload = _typed(whole)
        prompt, text = payload.get("prompt"), _text(payload.get("text"))
        heading = [one for one in (_when(whole, of_day), _title(whole["kind"], payload)) if one]
        shown = _text(prompt.get("text")) if isinstance(prompt, dict) else ""
        hanging = [one for child in children for one in (child, *self._on(child))]
        return _joined(
            f"## {' '.join(heading) or '–'}",
            f"**{quiet(people.get(author, author))}**" if author else "",
            _quoted(shown or json(prompt)) if _is_said(prompt) else "",
            _quoted(text) if author else own(text),
            _answers(payload),
            _members(payload),
            *(self._child(one, people) for one in hanging),
        )

    def _child(self, child: Taken, people: dict[str, str]) -> str:
        payload, author = child.payload, child.author
        if payload["kind"] != "comment":
            return _members(payload)
        name = people.get(author, author) if author else LABELS["you"]
        said = f"**{quiet(name)}** · {_when(payload, of_day=False)}"
        return _joined(said, _quoted(_text(payload.get("text"))), _members(payload))


def _parent(payload: Payload) -> dict[str, Any]:
    found = payload.get("parent")
    return found if isinstance(found, dict) else {}


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _is_said(value: Any) -> bool:
    return value not in (None, "", False, 0)


def _typed(payload: Payload) -> Payload:
    """Of a draft: what was typed, as an entry would have it."""
    body = payload.get("body")
    if payload["kind"] != "draft" or not isinstance(body, dict):
        return payload
    rest = {name: value for name, value in payload.items() if name != "body"}
    return rest | body | {"kind": "draft"}


def _file_of(item: Taken) -> str:
    sort = sort_of(item.payload["kind"], item.state)
    if sort in ("drafts", "trash", "other", "comments"):
        return "other" if sort == "comments" else sort
    when = when_of(item.payload)
    return f"journal/{local(when).day if when else 'undated'}"


def _meta(item: Taken) -> dict[str, str]:
    payload = item.payload
    said = {name: one_line(payload.get(name)) for name in ("title", "phase")}
    named = {name: value for name, value in said.items() if value}
    about = {"id": item.id, "state": item.state, "kind": one_line(payload["kind"])}
    return about | (when_of(payload) or {}) | named


def _inert(text: str) -> str:
    """JSON without HTML, pictures and links, for viewers that take front matter for words."""
    return text.replace("<", "\\u003c").replace("[", "\\u005b")


def _when(payload: Payload, of_day: bool) -> str:
    when = when_of(payload)
    if not when:
        return ""
    place = local(when)
    return place.time if of_day else f"{place.day} {place.time}"


def _title(kind: str, payload: Payload) -> str:
    if title := quiet(one_line(payload.get("title"))):
        return title
    if kind == "dosing":
        return f"{LABELS['dosing']} {quiet(words(payload.get('number')))}"
    if _is_said(payload.get("instrument")):
        return quiet(one_line(words(payload["instrument"])))
    return "" if kind in ("entry", "draft") else quiet(one_line(kind))


def _answers(payload: Payload) -> str:
    if "answers" not in payload:
        return ""
    rows = []
    for one in rows_of(payload["answers"]):
        asked = one_line(one.get("question")) or one_line(one["id"]) if is_plain(one) else ""
        rows.append(_member(asked, value_of(one), ""))
    return "\n".join(rows)


def _members(payload: Payload) -> str:
    """What it holds besides its words, known here or not."""
    names = [
        name
        for name, value in payload.items()
        if value is not None
        and (name not in _PLACED or (name in _WORDS and not isinstance(value, str)))
    ]
    return "\n".join(_member(name, payload[name], "") for name in sorted(names, key=units))


def _member(name: str, value: Any, indent: str) -> str:
    """As a list, with lists in it."""
    head = f"{indent}-" + (f" {quiet(one_line(name))}:" if name else "")
    inner = f"{indent}  "
    if isinstance(value, list) and any(
        one is None or isinstance(one, list | dict) for one in value
    ):
        return "\n".join([head, *(_member("", one, inner) for one in value)])
    if isinstance(value, dict):
        return "\n".join(
            [head, *(_member(one, value[one], inner) for one in sorted(value, key=units))]
        )
    text = f"\n{inner}".join(_LINE_END.split(quiet(words(value))))
    return f"{head} {text}" if text else head


def _quoted(text: str) -> str:
    """What somebody else wrote."""
    if not text:
        return ""
    return "\n".join(f"> {quiet(one_line(row))}".rstrip(" ") for row in _LINE_END.split(text))


def _joined(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part)


def _blocks(*parts: str) -> str:
    return well_formed(f"{_joined(*parts)}\n")
