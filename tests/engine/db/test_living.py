"""The rows of an instance follow what it is: tasks and timers come and go, agencies stay."""

from dataclasses import replace

from engine.db import living
from engine.db.tables import instances
from engine.db.unit import SqlUnit
from tests.engine.db.held import OTHER, REMINDER, TASK, TIMER


def test_an_instance_comes_back_with_its_tasks_and_timers(unit: SqlUnit) -> None:
    found = living.one(unit._db, instances.c.id == "i")

    assert found is not None
    assert (found.tasks, found.timers) == ((TASK,), (REMINDER, TIMER))
    assert living.one(unit._db, instances.c.id == "nowhere") is None


def test_only_what_has_changed_is_written(unit: SqlUnit) -> None:
    before = unit.instance("i")
    unit.give(TASK, "soc")
    living.keep_changes(unit._db, before, replace(before, tasks=(TASK, OTHER), timers=(TIMER,)))

    after = unit.instance("i")
    assert [(t.id, t.assignee) for t in after.tasks] == [("t", "soc"), ("u", None)]
    assert after.timers == (TIMER,)
    assert unit.participates("c", "polis")


def test_timers_are_forgotten_by_instance_and_path(unit: SqlUnit) -> None:
    living.forget_timers(unit._db, [TIMER])

    assert unit.instance("i").timers == (REMINDER,)
