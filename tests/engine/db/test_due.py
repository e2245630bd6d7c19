"""Due rows: leased in batches, each by one worker, in due order; parked ones wait for a person."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine, insert, select, update

from engine.db import due
from engine.db.connection import connect, writing
from engine.db.tables import cases, instances, process_sets, timers
from engine.model import Timer
from tests.conftest import MONDAY

INSTANCE = {"id": "i", "case_id": "c", "process": "p", "version": "v", "revision": 0, "state": "",
            "variables": {}, "rounds": {}, "waiting": [], "ended": False}  # fmt: skip


@pytest.fixture
def database(migrated_url: str) -> Iterator[Engine]:
    database = connect(migrated_url)
    published = {"version": "v", "files": {}, "published_at": MONDAY, "published_by": "t"}
    case = {"id": "c", "number": "1", "version": "v", "opened_at": MONDAY, "opened_by": "a"}
    waiting = [{"instance_id": "i", "path": f"t{n:02}#1", "due_at": MONDAY - timedelta(hours=n)}
               for n in range(10)]  # fmt: skip
    with writing(database) as connection:
        connection.execute(insert(process_sets).values(published))
        connection.execute(insert(cases).values(case))
        connection.execute(insert(instances).values(INSTANCE))
        connection.execute(insert(timers), waiting)
    yield database
    database.dispose()


def take(database: Engine, now: datetime, limit: int = 100) -> list[Timer]:
    with writing(database) as connection:
        return list(due.take(connection, now, limit))


def test_a_batch_has_the_earliest_first(database: Engine) -> None:
    assert [t.path for t in take(database, MONDAY, 3)] == ["t09#1", "t08#1", "t07#1"]


def test_what_is_not_due_is_not_taken(database: Engine) -> None:
    assert len(take(database, MONDAY - timedelta(hours=7))) == 3


def test_what_stands_still_is_not_taken(database: Engine) -> None:
    with writing(database) as connection:
        connection.execute(update(timers).values(paused_at=MONDAY))

    assert take(database, MONDAY) == []


def test_what_one_worker_has_taken_another_passes_by(database: Engine) -> None:
    first, second = take(database, MONDAY, 6), take(database, MONDAY, 6)

    assert len({t.path for t in (*first, *second)}) == 10
    assert take(database, MONDAY) == []


def test_rows_of_a_worker_that_died_are_taken_again(database: Engine) -> None:
    take(database, MONDAY)

    assert len(take(database, MONDAY + due.LEASE)) == 10


def test_a_parked_row_is_not_taken_until_it_is_let_go(database: Engine) -> None:
    with writing(database) as connection:
        due.park(connection, "i", "t09#1", parked=True)
    assert len(take(database, MONDAY)) == 9
    with writing(database) as connection:
        due.park(connection, "i", "t09#1", parked=False)

    assert [t.path for t in take(database, MONDAY)] == ["t09#1"]


def test_two_workers_that_take_at_the_same_time_share(database: Engine) -> None:
    """On PostgreSQL the second does not wait for the first; on SQLite writers take turns."""
    if database.dialect.name == "sqlite":
        assert take(database, MONDAY, 5) + take(database, MONDAY, 5) != []
        return
    with writing(database) as one, writing(database) as other:
        first, second = due.take(one, MONDAY, 5), due.take(other, MONDAY, 5)

    assert len({t.path for t in (*first, *second)}) == 10


def test_the_lease_is_kept_in_the_row(database: Engine) -> None:
    take(database, MONDAY, 1)
    with database.connect() as connection:
        query = select(timers.c.leased_until).where(timers.c.leased_until.is_not(None))

        assert connection.execute(query).scalars().all() == [MONDAY + due.LEASE]


def test_what_was_taken_while_the_clock_was_ahead_is_free_when_it_is_right(
    database: Engine,
) -> None:
    ahead = MONDAY + timedelta(days=365)
    assert len(take(database, ahead)) == 10

    assert len(take(database, MONDAY)) == 10
    assert take(database, MONDAY) == []
