"""A connection that several people may use, on SQLite as on PostgreSQL."""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from engine.config import ROOT
from engine.db import connection as module
from engine.db.connection import at_one_moment, connect, writing
from engine.errors import NotFound


@contextmanager
def opened(url: str) -> Iterator[Engine]:
    database = connect(url)
    yield database
    database.dispose()


@pytest.fixture
def database(sqlite_url: str) -> Iterator[Engine]:
    with opened(sqlite_url) as database:
        yield database


def do(database: Engine, *statements: str) -> None:
    with writing(database) as connection:
        for statement in statements:
            connection.execute(text(statement))


def number(database: Engine, query: str) -> object:
    with database.connect() as connection:
        return connection.execute(text(query)).scalar()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("foreign_keys", 1),
        ("synchronous", 2),
        ("busy_timeout", 30000),
        ("page_size", 4096),
    ],
)
def test_sqlite_is_made_safe_on_every_connection(
    database: Engine, pragma: str, value: object
) -> None:
    with database.connect() as first, database.connect() as second:
        found = [each.execute(text(f"PRAGMA {pragma}")).scalar() for each in (first, second)]

    assert found == [value, value]


def test_a_row_that_refers_to_nothing_is_refused(migrated_url: str) -> None:
    with opened(migrated_url) as database, pytest.raises(IntegrityError):
        do(database, "INSERT INTO participants VALUES ('polisen', 'no-such-case')")


def test_the_folder_of_the_file_is_made(tmp_path: Path) -> None:
    file = tmp_path / "var" / "deep" / "skydd.sqlite"
    with opened(f"sqlite:///{file}") as database, database.connect():
        assert file.exists()


def test_a_transaction_that_fails_leaves_nothing(database_url: str) -> None:
    with opened(database_url) as database:
        do(database, "CREATE TABLE t (n INTEGER)")
        with pytest.raises(DBAPIError):
            do(database, "INSERT INTO t VALUES (1)", "INSERT INTO no_such_table VALUES (1)")

        assert number(database, "SELECT count(*) FROM t") == 0


def test_a_table_made_in_a_transaction_goes_with_it(database: Engine) -> None:
    with database.connect() as connection:
        connection.execute(text("CREATE TABLE t (n INTEGER)"))
        connection.rollback()
        names = connection.execute(text("SELECT name FROM sqlite_master")).scalars().all()

    assert names == []


def test_two_writers_that_read_first_both_get_their_turn(database: Engine) -> None:
    do(database, "CREATE TABLE t (n INTEGER)", "INSERT INTO t VALUES (0)")
    gate = threading.Barrier(4)

    def count_up() -> None:
        gate.wait()
        with writing(database) as connection:
            number = connection.execute(text("SELECT n FROM t")).scalar_one()
            connection.execute(text("UPDATE t SET n = :n"), {"n": number + 1})

    threads = [threading.Thread(target=count_up) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert number(database, "SELECT n FROM t") == 4


def test_one_who_reads_does_not_wait_for_one_who_writes(database: Engine) -> None:
    do(database, "CREATE TABLE t (n INTEGER)")
    with writing(database) as connection:
        connection.execute(text("INSERT INTO t VALUES (1)"))
        seen = number(database, "SELECT count(*) FROM t")

    assert seen == 0


BUSY = """
import sys, time
from sqlalchemy import text
from engine.config import ROOT
from engine.db import connection as module
from engine.db.connection import at_one_moment, connect, writing
from engine.errors import NotFound
database, until = connect(sys.argv[1]), time.monotonic() + 6
while time.monotonic() < until:
    with writing(database) as connection:
        connection.execute(text("UPDATE t SET n = n + 1"))
        time.sleep(0.015)
"""


def test_a_writer_gets_its_turn_beside_a_process_that_writes_all_the_time(
    sqlite_url: str, database: Engine
) -> None:
    do(database, "CREATE TABLE t (n INTEGER)", "INSERT INTO t VALUES (0)")
    busy = subprocess.Popen([sys.executable, "-c", BUSY, sqlite_url], cwd=ROOT)  # noqa: S603
    while number(database, "SELECT n FROM t") == 0:
        time.sleep(0.01)
    for _ in range(30):
        with writing(database) as connection:
            connection.execute(text("UPDATE t SET n = n + 1"))
    still_busy = busy.poll() is None
    busy.wait()

    assert still_busy


def test_nothing_is_found_by_a_text_with_a_nul(postgresql_url: str) -> None:
    query = text("SELECT 1 WHERE :asked = ''")
    with (
        opened(postgresql_url) as database,
        database.connect() as connection,
        pytest.raises(NotFound),
    ):
        connection.execute(query, {"asked": "\0"})


@pytest.fixture
def table(postgresql_database: Engine) -> Engine:
    """A database with a table t, and 1 in it."""
    do(postgresql_database, "CREATE TABLE t (n INTEGER)", "INSERT INTO t VALUES (1)")
    return postgresql_database


def cut_all(database: Engine) -> None:
    """End every connection that the pool keeps, as a server does that starts anew."""
    others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name"
    with opened(str(database.url.render_as_string(False))) as other, other.connect() as connection:
        mine = " AND pid <> pg_backend_pid()"
        connection.execute(text(others + mine), {"name": database.url.database})


def test_one_who_reads_leaves_no_transaction_open(table: Engine) -> None:
    with table.connect() as reading, writing(table) as connection:
        for each in (reading, connection):
            each.execute(text("SELECT n FROM t"))
        states = [each.connection.driver_connection.info.transaction_status.name
                  for each in (reading, connection)]  # fmt: skip

    assert states == ["IDLE", "INTRANS"]


def test_what_was_written_is_undone_when_something_fails(table: Engine) -> None:
    with pytest.raises(DBAPIError):
        do(table, "INSERT INTO t VALUES (2)", "SELECT 1 / 0")

    assert number(table, "SELECT count(*) FROM t") == 1


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_at_one_moment_nothing_new_is_seen(request: pytest.FixtureRequest, kind: str) -> None:
    with opened(request.getfixturevalue(f"{kind}_url")) as database:
        do(database, "CREATE TABLE t (n INTEGER)")
        with at_one_moment(database) as connection:
            seen = [connection.execute(text("SELECT count(*) FROM t")).scalar()]
            do(database, "INSERT INTO t VALUES (1)")
            seen.append(connection.execute(text("SELECT count(*) FROM t")).scalar())

    assert seen == [0, 0]


def test_a_connection_that_has_rested_is_asked_and_replaced(
    table: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "RESTED", 0)
    cut_all(table)

    assert number(table, "SELECT n FROM t") == 1


def test_one_that_has_just_been_used_is_not_asked(
    table: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(table.dialect, "do_ping", asked.append)
    for _ in range(3):
        number(table, "SELECT n FROM t")

    assert asked == []
