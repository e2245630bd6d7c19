"""A database that is away, cut off or full is told in one way, and nothing is taken for broken."""

from collections.abc import Iterator

import psycopg
import pytest
from sqlalchemy import Engine, event, text
from sqlalchemy.exc import DBAPIError

from engine.bootstrap import Engine as Built
from engine.bootstrap import build
from engine.db.connection import connect, writing
from engine.db.outages import is_outage
from engine.errors import Unavailable, Uncertain
from engine.model import Actor
from tests.conftest import MovedClock, settings

CUT = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid = {}"
FULL = "PRAGMA max_page_count = 1"
POLIS = Actor("polis", "Per Asp", "polismyndigheten", frozenset({"handlaggare"}))


@pytest.fixture
def office(migrated_postgresql_url: str, clock: MovedClock) -> Iterator[Built]:
    built = build(settings(migrated_postgresql_url), clock)
    yield built
    built.database.dispose()


def cut(database: Engine, pid: object) -> None:
    """Cut a connection from another one, as an operator does."""
    with psycopg.connect(database.url.set(drivername="postgresql").render_as_string(False)) as by:
        by.execute(CUT.format(pid))  # type: ignore[arg-type]


def test_a_connection_that_is_cut_is_an_outage_and_the_next_one_is_there(
    postgresql_database: Engine,
) -> None:
    def work() -> None:
        with writing(postgresql_database) as connection:
            cut(postgresql_database, connection.execute(text("SELECT pg_backend_pid()")).scalar())
            connection.execute(text("SELECT 1"))

    with pytest.raises(Unavailable) as told:
        work()
    assert not isinstance(told.value, Uncertain)
    with writing(postgresql_database) as connection:
        assert connection.execute(text("SELECT 1")).scalar() == 1


def test_one_that_is_cut_at_its_commit_is_uncertain(postgresql_database: Engine) -> None:
    pid: list[object] = []
    event.listen(postgresql_database, "commit", lambda _: cut(postgresql_database, pid.pop()))
    with pytest.raises(Uncertain), writing(postgresql_database) as connection:
        pid.append(connection.execute(text("SELECT pg_backend_pid()")).scalar())


def test_a_server_that_is_not_there_is_an_outage() -> None:
    database = connect("postgresql+psycopg://postgres@/none?host=/nowhere")

    with pytest.raises(Unavailable), database.connect():
        pass


def test_a_disk_that_is_full_is_an_outage(sqlite_url: str) -> None:
    database = connect(sqlite_url)
    with writing(database) as connection:
        connection.execute(text("CREATE TABLE t (x)"))
        connection.execute(text(FULL))
    with pytest.raises(Unavailable), writing(database) as connection:
        connection.execute(text("INSERT INTO t VALUES (zeroblob(1000000))"))
    database.dispose()


def test_what_was_asked_wrongly_is_no_outage(sqlite_url: str, postgresql_database: Engine) -> None:
    for database in (connect(sqlite_url), postgresql_database):
        with pytest.raises(DBAPIError) as told, database.connect() as connection:
            connection.execute(text("SELECT x FROM no_table"))
        assert not is_outage(told.value.orig)  # type: ignore[arg-type]
        database.dispose()
    assert not is_outage(ValueError())


def test_a_verb_whose_connection_is_cut_is_done_again_by_itself(office: Built) -> None:
    case = office.casework.open_case(POLIS)
    left = [1]

    def once(connection: object, _: object, statement: str, *__: object) -> None:
        if left and statement.startswith("UPDATE open_tasks"):
            left.pop()
            cut(office.database, connection.connection.driver_connection.info.backend_pid)

    event.listen(office.database, "before_cursor_execute", once)
    task = office.queries.next_in_case(POLIS, case.id)
    assert task is not None
    office.casework.claim(POLIS, task.id)

    assert left == []
    assert office.store.incidents() == []
    assert [e.kind for e in office.casefile.log(case.id)].count("task_claimed") == 1


def test_an_installation_whose_database_is_away_says_so() -> None:
    away = "postgresql+psycopg://postgres@/none?host=/nowhere"
    built = build(settings(away))

    assert built.faults() == ["databasen svarar inte"]
