"""Whose task it is for the one who asks."""

from datetime import date

import pytest

from engine.casework import Casework
from engine.errors import Conflict, NotAllowed, NotFound
from engine.model import Task
from engine.staff.owned import own_task, standing
from engine.staff.staffing import Staffing
from tests.conftest import MovedClock
from tests.engine.fakes import MemoryStore
from tests.engine.office import ADA, BO, GOOD, SIV


def test_a_task_is_its_agencys(store: MemoryStore, task: Task) -> None:
    with store.transaction() as unit:
        assert own_task(unit, ADA, task.id)[1] == task
        with pytest.raises(NotAllowed):
            own_task(unit, BO, task.id)
        with pytest.raises(NotFound):
            own_task(unit, ADA, "unknown")


def test_one_stands_in_for_the_holder_of_a_task_only(
    store: MemoryStore, task: Task, clock: MovedClock
) -> None:
    days = (date(2026, 3, 2), date(2026, 3, 2))
    Staffing(store, clock).arrange(SIV, "siv", "ada", days, "resa")
    with store.transaction() as unit:
        unit.give(task, "siv")
        held = own_task(unit, ADA, task.id)[1]
        acting = standing(unit, ADA, held, clock.now())
        free = standing(unit, ADA, task, clock.now())

    assert (acting.id, acting.acting_for, acting.roles) == ("ada", "siv", SIV.roles)
    assert free == ADA


def test_a_task_that_is_over_is_told_of_to_its_agency_only(
    store: MemoryStore, casework: Casework, task: Task
) -> None:
    casework.complete_task(ADA, task.id, GOOD)

    with store.transaction() as unit:
        with pytest.raises(Conflict, match="redan slutförd av Ada Ek"):
            own_task(unit, SIV, task.id)
        with pytest.raises(NotFound):
            own_task(unit, BO, task.id)
