"""Statements of every completed task: written by SQLAlchemy once, then handed to the driver.

Such a statement runs in a fifth of the time that SQLAlchemy's contexts and result rows take
(docs/prestanda.md). What it means is still said in Core, for both kinds of database, and values
are turned by the columns' own types.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Dialect, Executable
from sqlalchemy.exc import DBAPIError
from sqlalchemy.types import TypeEngine

from engine.db import outages, unaskable

Values = Mapping[str, Any]
Turn = Callable[[Any], Any]
"""Turns a value into what the driver takes, or back."""


class Prepared:
    """A statement that is run often; takes what `Connection.execute` takes."""

    def __init__(self, statement: Executable) -> None:
        self._statement = statement
        self._written: dict[tuple[str, ...], _Written] = {}

    def rows(self, connection: Connection, values: Values) -> list[dict[str, Any]]:
        """Return what a query finds, each row by the names of its columns."""
        written = self._for(connection.dialect, values)
        cursor = written.run(connection, [values])
        found = [written.row(each) for each in cursor]
        cursor.close()
        return found

    def first(self, connection: Connection, values: Values) -> dict[str, Any] | None:
        """Return the first row of what a query finds, or None."""
        return next(iter(self.rows(connection, values)), None)

    def run(self, connection: Connection, rows: Sequence[Values]) -> int:
        """Run it once for each of these, which have the same names; return the rows it touched."""
        cursor = self._for(connection.dialect, rows[0]).run(connection, rows)
        touched = int(cursor.rowcount)
        cursor.close()
        return touched

    def _for(self, dialect: Dialect, values: Values) -> _Written:
        key = (dialect.name, *values)
        if key not in self._written:
            self._written[key] = _written(self._statement, dialect, list(values))
        return self._written[key]


@dataclass(frozen=True)
class _Written:
    """A statement as one kind of database takes it."""

    text: str
    names: Sequence[str]
    by_place: bool
    """Whether the driver wants values in the order of the names, or by name."""
    fixed: Values
    """Values that are part of the statement, such as a LIMIT."""
    given: Mapping[str, Turn]
    columns: Sequence[str]
    read: Mapping[str, Turn]

    def run(self, connection: Connection, rows: Sequence[Values]) -> Any:
        """Return the driver's cursor. Begins a transaction and raises as SQLAlchemy would."""
        if not connection.in_transaction():
            connection.begin()
        ready, many = [self._ready(each) for each in rows], len(rows) > 1
        cursor = connection.connection.cursor()
        for hears in connection.dispatch.before_cursor_execute:  # whoever counts statements
            hears(connection, cursor, self.text, ready if many else ready[0], None, many)
        try:
            if many:
                cursor.executemany(self.text, ready)
            else:
                cursor.execute(self.text, ready[0])
        except Exception as error:
            outages.require_there(error)
            unaskable.require_askable(error)
            base = connection.dialect.loaded_dbapi.Error
            raise DBAPIError.instance(
                self.text, None, error, base, dialect=connection.dialect
            ) from error
        return cursor

    def row(self, found: Sequence[Any]) -> dict[str, Any]:
        """Return a row by the names of its columns."""
        row = dict(zip(self.columns, found, strict=True))
        for name, turn in self.read.items():
            row[name] = turn(row[name])
        return row

    def _ready(self, values: Values) -> Any:
        ready = {**self.fixed, **values}
        for name, turn in self.given.items():
            ready[name] = turn(ready[name])
        return tuple(ready[name] for name in self.names) if self.by_place else ready


def _written(statement: Executable, dialect: Dialect, names: list[str]) -> _Written:
    compiled: Any = statement.compile(dialect=dialect, column_keys=names)  # type: ignore[attr-defined]
    binds = {name: bind.type for name, bind in compiled.binds.items()}
    found = {column.key: column.type for column in getattr(statement, "selected_columns", ())}
    return _Written(
        text=str(compiled),
        names=compiled.positiontup or list(binds),
        by_place=bool(compiled.positional),
        fixed={name: value for name, value in compiled.params.items() if value is not None},
        given=_turns(binds, lambda type_: type_.dialect_impl(dialect).bind_processor(dialect)),
        columns=list(found),
        read=_turns(found, lambda t: t.dialect_impl(dialect).result_processor(dialect, None)),
    )


def _turns(
    types: Mapping[str, TypeEngine[Any]], turn_of: Callable[[TypeEngine[Any]], Turn | None]
) -> dict[str, Turn]:
    turns = {name: turn_of(type_) for name, type_ in types.items()}
    return {name: turn for name, turn in turns.items() if turn is not None}
