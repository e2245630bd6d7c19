"""The rows of an instance that lives: itself, its open tasks and its timers.

The statements of every completed task are built once: building one takes longer than running it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import (
    BindParameter,
    Connection,
    bindparam,
    delete,
    exists,
    insert,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite

from engine.db import rows
from engine.db.prepared import Prepared
from engine.db.tables import instances, open_tasks, participants, timers
from engine.model import Instance, Timer

_THIS: BindParameter[str] = bindparam("this")
_OF_TASK = select(open_tasks.c.instance_id).where(open_tasks.c.id == _THIS)
_OWN = (open_tasks.c.case_id == instances.c.case_id) & (open_tasks.c.instance_id == instances.c.id)
_TIMED = exists().where(timers.c.instance_id == instances.c.id).label("timed")
TASK = "task_"
"""Before the names of an open task's columns, where they stand beside the instance's."""
TASKS_OWN = {c.name: f"{TASK}{c.name}" for c in open_tasks.c if c.name not in rows.ROW_ONLY}
INSTANCES_OWN = [column.name for column in instances.c]
_BOTH = (
    select(instances, *(open_tasks.c[n].label(label) for n, label in TASKS_OWN.items()), _TIMED)
    .join_from(instances, open_tasks, _OWN, isouter=True)
    .order_by(open_tasks.c.path)
)
ONE = Prepared(_BOTH.where(instances.c.id == _THIS))
WITH_TASK = Prepared(_BOTH.where(instances.c.id == _OF_TASK.scalar_subquery()))
TIMERS = Prepared(select(timers).where(timers.c.instance_id == _THIS).order_by(timers.c.path))
_SEEN = instances.c.revision == bindparam("seen")
CHANGE = Prepared(update(instances).where(instances.c.id == _THIS, _SEEN))
OPEN, START = Prepared(insert(open_tasks)), Prepared(insert(timers))
MOVE = Prepared(update(open_tasks).where(open_tasks.c.id == _THIS))
CLOSE = Prepared(delete(open_tasks).where(open_tasks.c.id == _THIS))
_STOPPED = timers.c.path == bindparam("stopped")
STOP = Prepared(delete(timers).where(timers.c.instance_id == _THIS, _STOPPED))
JOIN = {
    "sqlite": Prepared(sqlite.insert(participants).on_conflict_do_nothing()),
    "postgresql": Prepared(postgresql.insert(participants).on_conflict_do_nothing()),
}
UNCHANGING = {"id", "case_id", "process", "version"}


def one(connection: Connection, instance_id: str) -> Instance | None:
    """Return an instance with its open tasks and timers, or None."""
    return _read(connection, ONE, instance_id)


def with_task(connection: Connection, task_id: str) -> Instance | None:
    """Return the instance in which a task is open, or None."""
    return _read(connection, WITH_TASK, task_id)


def changed(connection: Connection, instance: Instance) -> bool:
    """Write an instance's own row back; False if somebody has since it was read."""
    values = rows.instance_values(replace(instance, revision=instance.revision + 1))
    new = {name: value for name, value in values.items() if name not in UNCHANGING}
    seen = {"this": instance.id, "seen": instance.revision}
    return CHANGE.run(connection, [seen | new]) == 1


def keep_changes(connection: Connection, before: Instance, after: Instance) -> None:
    """Bring the rows of open tasks and timers up to date."""
    kept, had = {t.id for t in after.tasks}, {t.id for t in before.tasks}
    if gone := had - kept:
        CLOSE.run(connection, [{"this": each} for each in sorted(gone)])
    if new := [t for t in after.tasks if t.id not in had]:
        OPEN.run(connection, [rows.task_values(t) for t in new])
        # Whoever had an open task here joined the case when it was opened.
        join(connection, after.case_id, {t.agency for t in new} - {t.agency for t in before.tasks})
    move_tasks(connection, before, after)
    forget_timers(connection, [t for t in before.timers if t not in after.timers])
    if started := [t for t in after.timers if t not in before.timers]:
        START.run(connection, [vars(t) for t in started])


def move_tasks(connection: Connection, before: Instance, after: Instance) -> None:
    """Write when open tasks are due, where that has changed: they were paused, or go on."""
    had = {task.id: (task.due_at, task.paused_at) for task in before.tasks}
    changed = [t for t in after.tasks if had.get(t.id, (t.due_at, t.paused_at))
               != (t.due_at, t.paused_at)]  # fmt: skip
    if changed:
        values = [rows.task_values(task) for task in changed]
        times = ("due_at", "paused_at", "urgent_at")
        MOVE.run(connection, [{"this": v["id"]} | {n: v[n] for n in times} for v in values])


def forget_timers(connection: Connection, gone: Sequence[Timer]) -> None:
    """Delete the rows of timers of one instance."""
    if gone:
        STOP.run(connection, [{"this": t.instance_id, "stopped": t.path} for t in gone])


def _read(connection: Connection, query: Prepared, this: str) -> Instance | None:
    """Read an instance with its tasks in one statement, and its timers only if it has any."""
    found = query.rows(connection, {"this": this})
    if not found:
        return None
    first = found[0]
    due = TIMERS.rows(connection, {"this": first["id"]}) if first["timed"] else ()
    tasks = [_task(row) for row in found if row[f"{TASK}id"]]
    return rows.instance({name: first[name] for name in INSTANCES_OWN}, tasks, due)


def _task(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: row[label] for name, label in TASKS_OWN.items()}


def join(connection: Connection, case_id: str, agencies: set[str]) -> None:
    """Let agencies take part in a case."""
    if not agencies:
        return
    new = [{"case_id": case_id, "agency": agency} for agency in sorted(agencies)]
    JOIN[connection.dialect.name].run(connection, new)
