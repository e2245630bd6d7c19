"""Instants are kept aware, in UTC, on both kinds of database."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection, Engine, column, insert, select
from sqlalchemy.exc import StatementError

from engine.db.connection import connect, to_write
from engine.db.tables import chores
from engine.deadlines import ZONE


@pytest.fixture
def connection(migrated_url: str) -> Iterator[Connection]:
    database: Engine = connect(migrated_url)
    with to_write(database) as connection:
        yield connection
    database.dispose()


def kept(connection: Connection, at: datetime | None) -> datetime:
    row = {"at": at, "name": "a", "day": "b"}
    connection.execute(insert(chores).values(row))
    return connection.execute(select(chores.c.at)).scalar_one()


@pytest.mark.parametrize(
    "at",
    [
        datetime(2026, 3, 2, 9, 0, 0, 123456, tzinfo=UTC),
        datetime(2026, 10, 25, 2, 30, tzinfo=ZONE),
        datetime(2026, 10, 25, 2, 30, tzinfo=ZONE, fold=1),
    ],
)
def test_an_instant_comes_back_as_the_same_instant_in_utc(
    connection: Connection, at: datetime
) -> None:
    found = kept(connection, at)

    assert found == at.astimezone(UTC)
    assert found.tzinfo is UTC


def test_a_naive_time_is_refused(connection: Connection) -> None:
    with pytest.raises(StatementError, match="naive"):
        kept(connection, datetime(2026, 3, 2))  # noqa: DTZ001  that is the point


def test_no_instant_is_none(connection: Connection) -> None:
    nothing = select(column("n", chores.c.at.type)).select_from(
        select(chores.c.at.label("n")).where(chores.c.name == "").subquery()
    )

    assert connection.execute(nothing).scalar() is None
    assert chores.c.at.type.process_bind_param(None, connection.dialect) is None


def test_instants_are_ordered_and_compared_across_zones(connection: Connection) -> None:
    kept(connection, datetime(2026, 3, 2, 9, 30, tzinfo=ZONE))
    before = select(chores.c.at).where(chores.c.at < datetime(2026, 3, 2, 9, tzinfo=UTC))

    assert connection.execute(before).scalars().all() == [datetime(2026, 3, 2, 8, 30, tzinfo=UTC)]
