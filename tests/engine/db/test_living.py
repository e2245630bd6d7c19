"""The rows of an instance follow what it is: tasks and timers come and go, agencies stay."""

from dataclasses import replace

import pytest

from engine.db import living
from engine.db.unit import SqlUnit
from engine.model import Case
from tests.conftest import MONDAY
from tests.engine.db.counting import counted
from tests.engine.db.held import OTHER, REMINDER, TASK, TIMER
from tests.engine.db.small import GOOD, Office

GOAL = 12
"""Statements of a completed task; one of them looks for messages to deliver."""


def test_an_instance_comes_back_with_its_tasks_and_timers(unit: SqlUnit) -> None:
    found = living.one(unit._db, "i")

    assert found is not None
    assert (found.tasks, found.timers) == ((TASK,), (REMINDER, TIMER))
    assert living.with_task(unit._db, "t") == found
    assert living.one(unit._db, "nowhere") is None


def test_only_what_has_changed_is_written(unit: SqlUnit) -> None:
    before = unit.instance("i")
    unit.give(TASK, "soc")
    living.keep_changes(unit._db, before, replace(before, tasks=(TASK, OTHER), timers=(TIMER,)))

    after = unit.instance("i")
    assert [(t.id, t.assignee) for t in after.tasks] == [("t", "soc"), ("u", None)]
    assert after.timers == (TIMER,)
    assert unit.participates("c", "polis")


def test_an_open_task_whose_time_stands_still_is_written_and_keeps_its_holder(
    unit: SqlUnit,
) -> None:
    before = unit.instance("i")
    unit.give(TASK, "soc")
    still = replace(TASK, paused_at=MONDAY)
    living.keep_changes(unit._db, before, replace(before, tasks=(still,)))

    assert unit.instance("i").tasks == (replace(still, assignee="soc"),)


def test_timers_are_forgotten_by_instance_and_path(unit: SqlUnit) -> None:
    living.forget_timers(unit._db, [TIMER])

    assert unit.instance("i").timers == (REMINDER,)


def test_what_somebody_has_written_since_is_not_written_over(unit: SqlUnit) -> None:
    seen = unit.instance("i")

    assert living.changed(unit._db, seen)
    assert not living.changed(unit._db, seen)


@pytest.mark.parametrize("element", ["b", "c"])
def test_a_completed_task_takes_few_statements(office: Office, case: Case, element: str) -> None:
    task, actor = office.task(case, element), {"b": office.soc, "c": office.polis}[element]

    with counted(office.engine.database) as statements:
        office.engine.casework.complete_task(actor, task.id, GOOD)

    assert len(statements) <= GOAL
