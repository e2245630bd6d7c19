"""Whose task it is for the one who asks: their agency's, and perhaps one they stand in for."""

from __future__ import annotations

from datetime import datetime

from engine import access
from engine.deadlines import ZONE
from engine.ending import told_closed
from engine.errors import Conflict, NotFound
from engine.model import Actor, Instance, Task
from engine.ports import Unit
from engine.staff.conflicts import require_free


def own_task(unit: Unit, actor: Actor, task_id: str) -> tuple[Instance, Task]:
    """Return an open task and its instance.

    Raises NotFound for one who is disqualified in the case, NotAllowed for another agency's, or
    Conflict with a sentence when it is over.
    """
    try:
        instance = unit.instance_with_task(task_id)
    except NotFound:
        _explain_closed(unit, actor, task_id)
        raise
    task = instance.task(task_id)
    assert task is not None  # noqa: S101  the instance was found by this id
    access.require_own(actor, task)
    require_free(unit.staff.disqualifications, actor, task.case_id)
    return instance, task


def standing(unit: Unit, actor: Actor, task: Task, now: datetime) -> Actor:
    """Return the actor, in the place of the task's holder if they stand in for that one today."""
    if task.assignee in (None, actor.id):
        return actor
    today = now.astimezone(ZONE).date()
    absent = unit.staff.substitutions.held_by(actor.id, task.assignee or "", today)
    return access.standing_in(actor, absent) if absent else actor


def _explain_closed(unit: Unit, actor: Actor, task_id: str) -> None:
    """Raise Conflict if the task was one of the actor's agency and is over."""
    last = unit.last_event_of_task(task_id)
    if last is None or last.agency != actor.agency:
        return
    require_free(unit.staff.disqualifications, actor, last.case_id)
    name = None if last.actor in (actor.id, None) else unit.person(last.actor).name
    raise Conflict(told_closed(last.kind, last.at, name))
