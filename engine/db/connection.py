"""Opens the database, and makes SQLite behave like one that several people use."""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import orjson
from sqlalchemy import (
    Connection,
    Engine,
    Table,
    create_engine,
    event,
    make_url,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import InvalidatePoolError
from sqlalchemy.pool import ConnectionPoolEntry

from engine.db import outages, unaskable
from engine.errors import Unavailable, Uncertain

Database = Engine
BUSY = 30_000
"""Milliseconds for which SQLite waits for a lock by itself."""
TURNS, PAUSE = 10_000, 0.006
"""How often a writer asks for SQLite's lock, and the longest pause in between, in seconds."""
PRAGMAS = (
    *("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"),
    f"busy_timeout={BUSY}",
)
PATIENCE = {
    "statement_timeout": 30_000,
    "lock_timeout": 10_000,
    "idle_in_transaction_session_timeout": 60_000,
}
"""Milliseconds after which PostgreSQL gives up, so that nothing ever waits for a dead process."""
WRITES: dict[str, dict[str, Any]] = {
    "sqlite": {"writes": True},
    "postgresql": {"writes": True, "isolation_level": "READ COMMITTED"},
}
"""Options of a connection that is going to write, by kind of database."""
AT_ONE_MOMENT: dict[str, dict[str, Any]] = {
    "sqlite": {},
    "postgresql": {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True},
}
"""Options of a connection whose queries all see the database as it was at the first of them."""
RESTED = 2.0
"""Seconds after which a connection to PostgreSQL is asked whether it is still there."""


def _json(value: Any) -> str:
    return orjson.dumps(value).decode()


JSON: dict[str, Any] = {"json_serializer": _json, "json_deserializer": orjson.loads}
"""JSON columns keep å, ä and ö as they are: fewer bytes than escapes, and written faster."""


def connect(url: str, pool: int = 5) -> Engine:
    """Return the database at this URL; the folder of an SQLite file is made if it is missing.

    `pool` is how many connections to PostgreSQL each process keeps; as many more when it is busy.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        patience = {"options": " ".join(f"-c {name}={ms}" for name, ms in PATIENCE.items())}
        database = create_engine(
            url,
            isolation_level="AUTOCOMMIT",  # who only reads: one answer, with no BEGIN and ROLLBACK
            hide_parameters=True,
            pool_size=pool,
            max_overflow=pool,
            connect_args=patience,
            **JSON,
        )
        event.listen(database, "handle_error", outages.tell)
        event.listen(database, "handle_error", unaskable.tell)
        _ask_who_has_rested(database)
        return database
    if parsed.database:
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    database = create_engine(url, connect_args={"timeout": 30}, hide_parameters=True, **JSON)
    event.listen(database, "handle_error", outages.tell)
    event.listen(database, "connect", _prepare_sqlite)
    event.listen(database, "begin", _begin_sqlite)
    return database


def _ask_who_has_rested(database: Engine) -> None:
    """Ask a connection that has not been used for a while if it is there; if not, no one is."""

    def rest(_: Any, record: ConnectionPoolEntry) -> None:
        record.info["rests_since"] = time.monotonic()

    def wake(driver: Any, record: ConnectionPoolEntry, _: Any) -> None:
        if time.monotonic() - record.info.get("rests_since", time.monotonic()) < RESTED:
            return
        try:
            database.dialect.do_ping(driver)
        except database.dialect.loaded_dbapi.Error as error:
            raise InvalidatePoolError from error

    event.listen(database, "checkin", rest)
    event.listen(database, "checkout", wake)


def to_write(database: Engine) -> Connection:
    """Return a connection for what is going to be written, with no transaction begun."""
    return database.connect().execution_options(**WRITES[database.dialect.name])


@contextmanager
def writing(database: Engine) -> Iterator[Connection]:
    """Give a transaction that is going to write: commit on the way out, or roll back.

    Raises Uncertain when the database goes away as it commits.
    """
    opened, asked_to_commit = to_write(database), False
    try:
        with opened as connection, connection.begin():
            yield connection
            asked_to_commit = True
    except Unavailable as error:
        if asked_to_commit:
            raise Uncertain(str(error)) from error
        raise


@contextmanager
def at_one_moment(database: Engine) -> Iterator[Connection]:
    """Give a transaction that only reads, and whose queries all see the same moment.

    Other connections see what is committed when each query is asked, and cannot fetch rows bit by
    bit.
    """
    options = AT_ONE_MOMENT[database.dialect.name]
    with database.connect().execution_options(**options) as connection, connection.begin():
        yield connection


def upsert(connection: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """Return an insert that can say what to do when the row is there already."""
    if connection.dialect.name == "sqlite":
        return sqlite.insert(table)
    return postgresql.insert(table)


def _prepare_sqlite(connection: Any, _: Any) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves, below
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    # SQLite's own knows a–z only, and a search for "överklaga" would not find "Överklaga".
    connection.create_function("lower", 1, _lower, deterministic=True)


def _lower(text: str | None) -> str | None:
    return None if text is None else text.lower()


def _begin_sqlite(connection: Connection) -> None:
    # A writer takes the lock at once: two that read first and write later would lose one.
    if not connection.get_execution_options().get("writes"):
        connection.exec_driver_sql("BEGIN")
    elif not _took_its_turn(connection.connection.driver_connection):
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def _took_its_turn(driver: Any) -> bool:
    """Take the write lock as soon as it is free; False if it was not for half a minute, or broke.

    SQLite itself asks less and less often, at last ten times a second, and starves beside somebody
    who writes all the time.
    """
    driver.execute("PRAGMA busy_timeout=0")
    try:
        for _ in range(TURNS):
            try:
                driver.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & outages.PRIMARY != sqlite3.SQLITE_BUSY:
                    return False  # it is not locked: what it is comes when it is asked again
                time.sleep(random.uniform(0, PAUSE))  # noqa: S311  a pause, no secret
            else:
                return True
        return False
    finally:
        driver.execute(f"PRAGMA busy_timeout={BUSY}")
