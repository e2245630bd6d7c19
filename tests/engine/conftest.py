"""The verbs of casework on a store in dictionaries."""

import pytest

from engine.casework import MAIN, Casework
from engine.model import Task
from tests.conftest import MovedClock
from tests.engine.fakes import MemoryStore
from tests.engine.office import ADA, BO, GOOD, ROW, SIV, open_task
from tests.engine.rowed import Rows


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
