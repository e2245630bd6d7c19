"""A small process set on each kind of database."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine as Database

from engine.bootstrap import Engine
from engine.db.connection import connect
from engine.db.unit import SqlUnit
from engine.model import Case, Instance
from tests.conftest import MONDAY
from tests.engine.db.held import REMINDER, TASK, TIMER
from tests.engine.db.small import FILES, Office


@pytest.fixture
def postgresql_database(postgresql_url: str) -> Iterator[Database]:
    """An empty database on PostgreSQL, connected to."""
    database = connect(postgresql_url)
    yield database
    database.dispose()


@pytest.fixture
def office(engine_on_both: Engine) -> Office:
    office = Office(engine_on_both)
    office.publish(FILES)
    return office


@pytest.fixture
def case(office: Office) -> Case:
    """An open case: a and b at Socialtjänsten, c at the police."""
    return office.open()


@pytest.fixture
def version(engine_on_both: Engine) -> str:
    return engine_on_both.publications.current() or ""


@pytest.fixture
def unit(engine_on_both: Engine, version: str) -> Iterator[SqlUnit]:
    """A transaction in a case with one instance that has a task and two timers."""
    with engine_on_both.store.transaction() as unit:
        unit.add_case(Case("c", "2026-00007", version, MONDAY, "soc"))
        unit.add_instance(Instance("i", "c", "p", version, tasks=(TASK,), timers=(REMINDER, TIMER)))
        yield unit
