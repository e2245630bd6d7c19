"""How much each colleague has, and what nobody has: for those who distribute the work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, case, func, select

from engine.access import does_casework, leads
from engine.db import rows
from engine.db.conflicts import open_to
from engine.db.queries import URGENT, Queries
from engine.db.substitutions import in_force
from engine.db.tables import open_tasks, people, substitutions
from engine.db.tasklist import task_rows
from engine.deadlines import ZONE
from engine.errors import NotFound
from engine.model import Actor
from engine.staff.workload import Load, end_of_week, leads_over
from engine.views import TaskLine

PAGE = 50


@dataclass(frozen=True)
class Workload:
    """Reads the work of an agency for one who leads."""

    queries: Queries

    def loads(self, reader: Actor) -> tuple[Load, ...]:
        """Return the colleagues by name, with what each holds. Raises NotFound for others."""
        self._require_leader(reader)
        now = self.queries.clock.now()
        mine = select(people).where(people.c.agency == reader.agency).order_by(people.c.name)
        with self.queries.database.connect() as connection:
            everybody = [rows.actor(row) for row in connection.execute(mine).mappings()]
            working = filter(does_casework, everybody)
            colleagues = [each for each in working if leads_over(reader, each)]
            ids = [each.id for each in colleagues]
            held = connection.execute(_counts(reader, ids, now)).mappings().all()
            away = select(substitutions.c.absent).where(
                substitutions.c.absent.in_(ids), in_force(now.astimezone(ZONE).date())
            )
            absent = set(connection.scalars(away))
        counts = {row["assignee"]: row for row in held}
        return tuple(_load(each, counts.get(each.id), each.id in absent) for each in colleagues)

    def tasks(self, reader: Actor, holder: str | None) -> tuple[TaskLine, ...]:
        """Return what a colleague holds, or what nobody does, the most urgent first."""
        self._require_leader(reader)
        whose = open_tasks.c.assignee.is_(None) if holder is None else (
            open_tasks.c.assignee == holder)  # fmt: skip
        query = task_rows().where(
            open_tasks.c.agency == reader.agency, whose, open_to(reader, open_tasks.c.case_id)
        )
        with self.queries.database.connect() as connection:
            found = connection.execute(query.order_by(*URGENT).limit(PAGE)).mappings().all()
        return tuple(self.queries.task_line(reader, row) for row in found)

    def tasks_in_place_of(self, reader: Actor, absents: Sequence[Actor]) -> tuple[TaskLine, ...]:
        """Return what those hold whom the reader stands in for, the most urgent first."""
        query = task_rows().where(
            open_tasks.c.agency == reader.agency,
            open_tasks.c.assignee.in_([absent.id for absent in absents]),
            open_to(reader, open_tasks.c.case_id),
        )
        with self.queries.database.connect() as connection:
            found = connection.execute(query.order_by(*URGENT).limit(PAGE)).mappings().all()
        return tuple(self.queries.task_line(reader, row) for row in found)

    def _require_leader(self, reader: Actor) -> None:
        if not leads(reader):
            self.queries.deny(reader, "workload", reader.agency)
            raise NotFound("only those who lead see the load")


def _counts(reader: Actor, ids: Sequence[str], now: datetime) -> Any:
    late = open_tasks.c.due_at <= now
    soon = (open_tasks.c.due_at > now) & (open_tasks.c.due_at <= end_of_week(now))
    counted = (
        func.count().label("open_tasks"),
        func.sum(case((late, 1), else_=0)).label("late"),
        func.sum(case((soon, 1), else_=0)).label("this_week"),
    )
    return (
        select(open_tasks.c.assignee, *counted)
        .where(
            open_tasks.c.assignee.in_(ids), open_tasks.c.agency == reader.agency,
            open_to(reader, open_tasks.c.case_id),
        )
        .group_by(open_tasks.c.assignee)
    )  # fmt: skip


def _load(person: Actor, row: RowMapping | None, away: bool) -> Load:
    if row is None:
        return Load(person, away=away)
    return Load(person, row["open_tasks"], int(row["late"]), int(row["this_week"]), away)
