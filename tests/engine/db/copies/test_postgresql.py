"""A copy of PostgreSQL is of one moment, and comes back with every character."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from engine.db.connection import connect, writing
from engine.db.copies import postgresql
from engine.db.copies.postgresql import dump, load

MADE = (
    "CREATE TABLE b (id TEXT PRIMARY KEY)",
    "CREATE TABLE a (id TEXT PRIMARY KEY, b TEXT REFERENCES b, n INT, c BYTEA, j JSON)",
)
ROW = {"id": "å\t\n\\N", "n": None, "c": b"\x00\xff", "j": '{"é": "\\u0041"}'}


@pytest.fixture
def database(postgresql_url: str) -> Iterator[Engine]:
    database = connect(postgresql_url)
    with writing(database) as connection:
        for statement in MADE:
            connection.execute(text(statement))
        connection.execute(text("INSERT INTO b VALUES ('1')"))
        connection.execute(text("INSERT INTO a VALUES (:id, '1', :n, :c, :j)"), ROW)
    yield database
    database.dispose()


def test_rows_are_counted_and_come_back_in_the_order_that_their_keys_ask_for(
    database: Engine, tmp_path: Path
) -> None:
    assert dump(database, tmp_path) == {"a": 1, "b": 1}
    with writing(database) as connection:
        connection.execute(text("DELETE FROM a"))
        connection.execute(text("DELETE FROM b"))
    load(database, tmp_path)

    with database.connect() as connection:
        row = connection.execute(text("SELECT id, b, n, c, j::text FROM a")).one()
    assert tuple(row) == (ROW["id"], "1", None, ROW["c"], ROW["j"])


def test_what_is_written_between_two_tables_is_in_none(
    database: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = postgresql._written

    def slow(connection: object, table: str, folder: Path) -> int:
        rows = write(connection, table, folder)  # type: ignore[arg-type]
        with writing(database) as other:
            other.execute(text("INSERT INTO b VALUES (:n)"), {"n": f"after {table}"})
        return rows

    monkeypatch.setattr(postgresql, "_written", slow)
    assert dump(database, tmp_path) == {"a": 1, "b": 1}
