"""The migrations lead from nothing to the tables of the code, on both kinds of database."""

from collections.abc import Iterator

import pytest
from alembic.util import CommandError
from sqlalchemy import Engine, insert, inspect, text

from engine.db.connection import connect, writing
from engine.db.migrations import migrate, require_matching
from engine.db.tables import METADATA, people


@pytest.fixture
def database(database_url: str) -> Iterator[Engine]:
    database = connect(database_url)
    yield database
    database.dispose()


def tables(database: Engine) -> set[str]:
    return set(inspect(database).get_table_names())


def test_an_empty_database_gets_every_table(database: Engine) -> None:
    migrate(database)

    assert tables(database) == {*METADATA.tables, "alembic_version"}
    require_matching(database)


def test_migrating_again_changes_nothing(database: Engine) -> None:
    migrate(database)
    with writing(database) as connection:
        row = {"id": "a", "name": "A", "agency": "soc", "roles": [], "password_hash": "x"}
        connection.execute(insert(people), row)
    migrate(database)

    with database.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM people")).scalar() == 1


def test_a_database_that_is_not_migrated_does_not_match(database: Engine) -> None:
    with pytest.raises(CommandError):
        require_matching(database)


@pytest.mark.parametrize(
    "change",
    ["ALTER TABLE cases DROP COLUMN closed_at", "DROP INDEX ix_open_tasks_worklist",
     "ALTER TABLE people ADD COLUMN personnummer VARCHAR(12)"],
)  # fmt: skip
def test_a_database_that_was_changed_by_hand_does_not_match(database: Engine, change: str) -> None:
    migrate(database)
    with writing(database) as connection:
        connection.execute(text(change))

    with pytest.raises(CommandError, match="New upgrade operations"):
        require_matching(database)
