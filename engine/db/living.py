"""The rows of an instance that lives: itself, its open tasks and its timers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, delete, insert, select

from engine.db import rows
from engine.db.connection import upsert
from engine.db.tables import instances, open_tasks, participants, timers
from engine.model import Instance, Timer


def one(connection: Connection, which: ColumnElement[bool]) -> Instance | None:
    """Return an instance with its open tasks and timers, or None."""
    row = connection.execute(select(instances).where(which)).mappings().first()
    if row is None:
        return None
    tasks, due = (_of(connection, table, row["id"]) for table in (open_tasks, timers))
    return rows.instance(row, tasks, due)


def keep_changes(connection: Connection, before: Instance, after: Instance) -> None:
    """Bring the rows of open tasks and timers up to date."""
    kept, had = {t.id for t in after.tasks}, {t.id for t in before.tasks}
    if gone := had - kept:
        connection.execute(delete(open_tasks).where(open_tasks.c.id.in_(gone)))
    if new := [t for t in after.tasks if t.id not in had]:
        connection.execute(insert(open_tasks), [rows.task_values(t) for t in new])
        join(connection, after.case_id, {t.agency for t in new})
    forget_timers(connection, [t for t in before.timers if t not in after.timers])
    if started := [t for t in after.timers if t not in before.timers]:
        connection.execute(insert(timers), [vars(t) for t in started])


def forget_timers(connection: Connection, gone: Sequence[Timer]) -> None:
    """Delete the rows of timers of one instance."""
    if gone:
        mine = timers.c.instance_id == gone[0].instance_id
        named = timers.c.path.in_([t.path for t in gone])
        connection.execute(delete(timers).where(mine, named))


def _of(connection: Connection, table: Table, instance_id: str) -> list[Any]:
    query = select(table).where(table.c.instance_id == instance_id).order_by(table.c.path)
    return list(connection.execute(query).mappings())


def join(connection: Connection, case_id: str, agencies: set[str]) -> None:
    """Let agencies take part in a case."""
    new = [{"case_id": case_id, "agency": agency} for agency in sorted(agencies)]
    connection.execute(upsert(connection, participants).on_conflict_do_nothing(), new)
