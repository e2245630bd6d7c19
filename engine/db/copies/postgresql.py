"""A copy of a PostgreSQL database, table by table with COPY, out of one snapshot of all of it.

pg_dump must be as new as the server and is on few machines; COPY is what it uses itself, and needs
nothing but the connection. The tables are made by the migrations, not by the copy.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from psycopg.sql import SQL, Composed, Identifier
from sqlalchemy import Connection, Engine, MetaData, inspect

from engine.db.connection import at_one_moment, writing
from engine.db.migrations import REVISION

FOLDER = "tabeller"
PATIENT = ("statement_timeout", "idle_in_transaction_session_timeout")
PIECE = 1 << 16


def dump(database: Engine, folder: Path) -> Mapping[str, int]:
    """Write every table as it is at one moment, and return how many rows each has."""
    (folder / FOLDER).mkdir()
    with at_one_moment(database) as connection:
        _be_patient(connection)
        names = sorted(inspect(connection).get_table_names())
        return {name: _written(connection, name, folder) for name in names}


def load(database: Engine, folder: Path) -> None:
    """Fill the tables, which the migrations have made, in one transaction."""
    made = MetaData()
    made.reflect(database)
    with writing(database) as connection:
        _be_patient(connection)
        tables = [table for table in made.sorted_tables if table.name != REVISION]
        for table in tables:
            file = folder / FOLDER / f"{table.name}.copy.gz"
            if file.exists():
                _read(connection, table.name, file)
        connection.exec_driver_sql("ANALYZE")


def _written(connection: Connection, table: str, folder: Path) -> int:
    """Write a table: the names of its columns, then its rows as COPY writes them."""
    columns = [str(each["name"]) for each in inspect(connection).get_columns(table)]
    cursor = _cursor(connection)
    with gzip.open(folder / FOLDER / f"{table}.copy.gz", "wb", compresslevel=6) as file:
        file.write("\t".join(columns).encode() + b"\n")
        with cursor.copy(_copy("COPY {} ({}) TO STDOUT", table, columns)) as rows:
            for piece in rows:
                file.write(piece)
    return int(cursor.rowcount)


def _read(connection: Connection, table: str, file: Path) -> None:
    with gzip.open(file, "rb") as rows:
        columns = rows.readline().decode().rstrip("\n").split("\t")
        with _cursor(connection).copy(_copy("COPY {} ({}) FROM STDIN", table, columns)) as copy:
            for piece in _pieces(rows):
                copy.write(piece)


def _pieces(rows: Any) -> Iterator[bytes]:
    while piece := rows.read(PIECE):
        yield piece


def _cursor(connection: Connection) -> Any:
    driver: Any = connection.connection.driver_connection
    return driver.cursor()


def _copy(text: Any, table: str, columns: list[str]) -> Composed:
    return SQL(text).format(Identifier(table), SQL(", ").join(map(Identifier, columns)))


def _be_patient(connection: Connection) -> None:
    """Let this take the time it takes; elsewhere nothing may wait for long."""
    for name in PATIENT:
        connection.exec_driver_sql(f"SET LOCAL {name} = 0")
