"""The files of a copy, on the disk: all of them or none, and nothing that lies there is written over."""

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from journal.client.copy.data import ANSWER_COLUMNS, MEASURE_COLUMNS, Taken, data, table_rows
from journal.client.copy.gather import Copy
from journal.client.copy.markdown import Markdown
from journal.client.copy.text import csv
from journal.client.errors import ClientError

if TYPE_CHECKING:
    from journal.client.client import Client


def write_copy(
    client: "Client", *, markdown: Path | None, data_file: Path | None, tables: Path | None
) -> dict[str, Any]:
    """Writes what is asked for: a folder of Markdown, one JSON file, a folder of tables; says what is in it.

    Raises ClientError where something lies in the way, or the disk does not take it: nothing of it is left then.
    """
    copy = Copy(client)
    pages, rows = Markdown(copy.head["owner"]["id"]), ([MEASURE_COLUMNS], [ANSWER_COLUMNS])

    def items() -> Iterator[Taken]:
        for item in copy.items():
            pages.add(item)
            for table, more in zip(rows, table_rows(item), strict=True):
                table.extend(more)
            yield item

    pieces = data(copy.head, items(), copy.counts, copy.unread)
    with ExitStack() as made:
        if data_file:
            _write(made.enter_context(_new(data_file, folder=False)), pieces)
        else:
            for _ in pieces:
                pass
        if markdown:
            folder = made.enter_context(_new(markdown, folder=True))
            for name, text in pages.files(copy.head, copy.counts, copy.unread):
                _write(folder / name, [text])
        if tables:
            folder = made.enter_context(_new(tables, folder=True))
            for name, table in zip(("measures.csv", "answers.csv"), rows, strict=True):
                _write(folder / name, [csv(table)])
    return {"counts": copy.counts, "unread": [one._asdict() for one in copy.unread]}


@contextmanager
def _new(place: Path, *, folder: bool) -> Iterator[Path]:
    """A place beside the one that is meant, to be moved there when all is in it."""
    if place.exists() and not (folder and place.is_dir() and not any(place.iterdir())):
        raise ClientError(
            "exists", f"{place} is there already. Name a new one: nothing is written over."
        )
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        around = Path(tempfile.mkdtemp(prefix=".afterglow-", dir=place.parent))
        try:
            made = around / "copy"
            if folder:
                made.mkdir(mode=0o700)
            yield made
            made.rename(place)
        finally:
            shutil.rmtree(around, ignore_errors=True)
    except OSError as error:
        raise ClientError("disk", f"{place} could not be written: {error.strerror}.") from error


def _write(path: Path, texts: Iterable[str]) -> None:
    """Readable for its owner alone."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(opened, "w", encoding="utf-8", newline="") as file:
        for text in texts:
            file.write(text)
