"""A copy for programs, and its tables. Twins: `static/js/domain/copy/data.js`, `tables.js`."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from journal.client.copy.text import Local, json, local, when_of
from journal.client.documents import Payload

SORTS = ("entries", "measures", "dosings", "drafts", "comments", "trash", "captures", "other")
"""Under which things are counted."""
_SORT = {
    "entry": "entries",
    "measure": "measures",
    "rating": "measures",
    "dosing": "dosings",
    "draft": "drafts",
    "comment": "comments",
}


class Taken(NamedTuple):
    """One item with everything that is here of it. `author` is the b64 id_pk of the other person, None for one's own."""

    id: str
    author: str | None
    state: str
    """`kept`; `trash`: deleted, and its words still here; `capture`: taken at the lock and not filed yet."""
    revisions: list[dict[str, Any]]
    """`{"rev", "payload"}`, at least one; the last one stands."""

    @property
    def payload(self) -> Payload:
        """The payload that stands."""
        found: Payload = self.revisions[-1]["payload"]
        return found


class Unread(NamedTuple):
    """What could not be read, and the kind of failure."""

    id: str
    why: str


Counts = dict[str, int]


def sort_of(kind: Any, state: str) -> str:
    """Under which an item is counted."""
    if state in ("trash", "capture"):
        return "trash" if state == "trash" else "captures"
    return _SORT.get(kind, "other") if isinstance(kind, str) else "other"


def data(
    head: dict[str, Any], items: Iterable[Taken], counts: Counts, unread: list[Unread]
) -> Iterator[str]:
    """The file, piece by piece; `counts` and `unread` are read when all items have been."""
    people = ",".join(f"\n{json(one)}" for one in head["people"])
    lines = [
        '"format":"afterglow-data"',
        '"v":1',
        f'"made":{json(head["made"])}',
        f'"owner":{json(head["owner"])}',
        f'"people":[{people}]',
    ]
    yield "{" + ",\n".join(lines) + ',\n"items":[\n'
    for n, item in enumerate(items):
        yield (",\n" if n else "") + json(item._asdict())
    rows = ",".join(f"\n{json(one._asdict())}" for one in unread)
    yield f'\n],\n"unread":[{rows}],\n"counts":{json(counts)}}}\n'


_ABOUT = ["id", "state", "kind", "happened", "zone", "day", "time", "instrument"]
MEASURE_COLUMNS = [*_ABOUT, "version", "language", "total", "min", "max", "phase"]
ANSWER_COLUMNS = [*_ABOUT, "question_id", "question", "type", "value"]


def table_rows(item: Taken) -> tuple[list[list[Any]], list[list[Any]]]:
    """Rows of `measures.csv` and of `answers.csv`."""
    payload = item.payload
    kind = payload.get("kind")
    if kind not in ("entry", "measure", "rating"):
        return [], []
    when = when_of(payload)
    place = local(when) if when else Local("", "")
    named = when or {"at": "", "zone": ""}
    about = [item.id, item.state, kind, *named.values(), *place, payload.get("instrument")]
    form, scale = _object(payload.get("form")), _object(payload.get("scale"))
    measured = [form.get("version"), form.get("language"), payload.get("total")]
    measured += [scale.get("min"), scale.get("max"), payload.get("phase")]
    answers = [
        [*about, *(_text(one, name) for name in ("id", "question", "type")), value_of(one)]
        for one in rows_of(payload.get("answers", []))
    ]
    return [] if kind == "entry" else [[*about, *measured]], answers


def rows_of(answers: Any) -> list[Any]:
    """What is no list stands as one answer, as it came."""
    return answers if isinstance(answers, list) else [answers]


def is_plain(one: Any) -> bool:
    """Whether it is an answer, whatever its value."""
    return isinstance(one, dict) and isinstance(one.get("id"), str)


def value_of(one: Any) -> Any:
    """What was answered; of what is no answer, all of it."""
    return one.get("value") if is_plain(one) else one


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(one: Any, name: str) -> str:
    value = _object(one).get(name)
    return value if isinstance(value, str) else ""
