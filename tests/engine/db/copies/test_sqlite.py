"""A copy of an SQLite file is whole, holds nothing that was deleted, and takes the file's place."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from engine.db.connection import connect, writing
from engine.db.copies.sqlite import FILE, dump, load


@pytest.fixture
def database(sqlite_url: str) -> Iterator[Engine]:
    database = connect(sqlite_url)
    with writing(database) as connection:
        connection.execute(text("CREATE TABLE t (a TEXT)"))
        connection.execute(text("INSERT INTO t VALUES ('borttaget'), ('kvar')"))
    yield database
    database.dispose()


def test_rows_are_counted_and_come_back(database: Engine, tmp_path: Path) -> None:
    assert dump(database, tmp_path) == {"t": 2}
    other = connect(f"sqlite:///{tmp_path / 'ny.sqlite'}")
    load(other, tmp_path)
    with other.connect() as connection:
        assert connection.execute(text("SELECT a FROM t")).scalars().all() == ["borttaget", "kvar"]
    assert (tmp_path / "ny.sqlite").stat().st_mode & 0o077 == 0
    other.dispose()


def test_what_was_deleted_is_in_no_page_of_the_copy(database: Engine, tmp_path: Path) -> None:
    with writing(database) as connection:
        connection.execute(text("DELETE FROM t WHERE a = 'borttaget'"))
    dump(database, tmp_path)

    assert b"borttaget" not in (tmp_path / FILE).read_bytes()
    assert b"kvar" in (tmp_path / FILE).read_bytes()


def test_a_writer_does_not_make_it_wait_nor_is_half_of_it_copied(
    database: Engine, tmp_path: Path
) -> None:
    with writing(database) as connection:
        connection.execute(text("INSERT INTO t VALUES ('halvt')"))
        assert dump(database, tmp_path) == {"t": 2}
