"""The rows of open tasks that every list shows, in one statement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, select

from engine.db.tables import cases, follow_ups, instances, open_tasks, people, proposals
from engine.model import Actor


def task_rows() -> Select[Any]:
    """Select open tasks with what every list shows of them."""
    joined = (
        open_tasks.join(instances, instances.c.id == open_tasks.c.instance_id)
        .join(cases, cases.c.id == open_tasks.c.case_id)
        .join(people, people.c.id == open_tasks.c.assignee, isouter=True)
        .join(proposals, proposals.c.task_id == open_tasks.c.id, isouter=True)
        .join(follow_ups, follow_ups.c.task_id == open_tasks.c.id, isouter=True)
    )
    return select(
        open_tasks, instances.c.version, cases.c.number, people.c.name.label("assignee_name"),
        proposals.c.at.label("proposed_at"), follow_ups.c.day.label("follow_up"),
    ).select_from(joined)  # fmt: skip


def own_open_tasks(connection: Connection, actor: Actor, case_id: str) -> Sequence[RowMapping]:
    """Return the rows of a case's open tasks of the reader's agency."""
    mine = (open_tasks.c.case_id == case_id) & (open_tasks.c.agency == actor.agency)
    query = task_rows().where(mine).order_by(open_tasks.c.due_at, open_tasks.c.id)
    return connection.execute(query).mappings().all()
