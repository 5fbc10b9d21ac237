"""Statements of the hot paths: written with SQLAlchemy, compiled once, run on the driver's own cursor.

What SQLAlchemy does around the execution of a statement costs ten times a small query of SQLite; sign-in state, feed
and pushes are made of small queries (`benchmarks/server.py`).
"""

from collections import namedtuple
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Executable, Select
from sqlalchemy.exc import DBAPIError

Values = Mapping[str, Any]


class Prepared:
    """One statement with named parameters. Failures of the driver arrive as DBAPIError, without their values."""

    def __init__(self, statement: Executable) -> None:
        self._statement: Any = statement
        names = statement.selected_columns.keys() if isinstance(statement, Select) else []
        self._row = _row_type(names)
        self._compiled: dict[str, tuple[str, Sequence[str] | None, Values]] = {}

    def run(self, connection: Connection, values: Values) -> Any:
        """The driver's cursor after running with these values."""
        sql, order, fixed = self._for(connection)
        cursor = connection.connection.cursor()
        try:
            cursor.execute(sql, _bound(order, {**fixed, **values}))
        except connection.dialect.loaded_dbapi.Error as error:
            raise DBAPIError(None, None, error) from error
        return cursor

    def all(self, connection: Connection, values: Values) -> list[Any]:
        """Every row, with the names of its columns."""
        return [self._row._make(row) for row in self.run(connection, values).fetchall()]

    def first(self, connection: Connection, values: Values) -> Any:
        """The first row, None without one."""
        row = self.run(connection, values).fetchone()
        return row and self._row._make(row)

    def many(self, connection: Connection, rows: Sequence[Values]) -> None:
        """Run once for each of these values."""
        sql, order, fixed = self._for(connection)
        try:
            bound = [_bound(order, {**fixed, **row}) for row in rows]
            connection.connection.cursor().executemany(sql, bound)
        except connection.dialect.loaded_dbapi.Error as error:
            raise DBAPIError(None, None, error) from error

    def _for(self, connection: Connection) -> tuple[str, Sequence[str] | None, Values]:
        name = connection.dialect.name
        if name not in self._compiled:
            compiled = self._statement.compile(dialect=connection.dialect)
            order = compiled.positiontup if compiled.positional else None
            self._compiled[name] = str(compiled), order, compiled.params
        return self._compiled[name]


def _row_type(names: Sequence[str]) -> Any:
    return namedtuple("Row", names, rename=True)  # noqa: PYI024


def _bound(order: Sequence[str] | None, values: Values) -> Any:
    """As the driver wants them: by place for SQLite, by name for PostgreSQL."""
    return values if order is None else [values[name] for name in order]
