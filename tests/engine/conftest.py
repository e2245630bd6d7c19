"""The verbs of casework on a store in dictionaries."""

from collections.abc import Iterator

import pytest

from engine.bootstrap import Engine, build
from engine.casework import MAIN, Casework
from engine.db.migrations import migrate
from engine.model import Case, Task, Timer
from engine.timers import Timers
from tests.conftest import MONDAY, MovedClock, settings
from tests.engine.fakes import MemoryStore
from tests.engine.office import ADA, BO, GOOD, ROW, SIV, open_task
from tests.engine.rowed import Rows
from tests.engine.timed import ROWS, run


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore([ADA, SIV, BO])


@pytest.fixture
def handed_over() -> list[str]:
    """The cases whose messages were handed over for delivery."""
    return []


@pytest.fixture
def casework(store: MemoryStore, clock: MovedClock, handed_over: list[str]) -> Casework:
    return Casework(store, Rows({MAIN: ROW}), clock, handed_over.append)


@pytest.fixture
def task(store: MemoryStore, casework: Casework) -> Task:
    """The first task of an opened case."""
    casework.open_case(ADA)
    return open_task(store)


@pytest.fixture
def chefs_task(store: MemoryStore, casework: Casework, task: Task) -> Task:
    """The second task, which is for a chef."""
    casework.complete_task(ADA, task.id, GOOD)
    return open_task(store)


@pytest.fixture
def timers(store: MemoryStore, clock: MovedClock, handed_over: list[str]) -> Timers:
    store.kept.cases["c"] = Case("c", "2026-00001", "v1", MONDAY, "socialtjansten")
    return Timers(store, Rows(ROWS), clock, handed_over.append)


@pytest.fixture
def timer(store: MemoryStore) -> Timer:
    """A timer event that is due now."""
    return run(store, MAIN).timers[0]


@pytest.fixture
def empty(sqlite_url: str, clock: MovedClock) -> Iterator[Engine]:
    """An engine on a database in which nothing has been published."""
    built = build(settings(sqlite_url), clock)
    migrate(built.database)
    yield built
    built.database.dispose()
