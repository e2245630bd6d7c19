"""The work list: the open tasks that a reader asks for, a page at a time, with bounded counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, select

from engine.db import picking
from engine.db.choosing import Chooser, known_to, place_of
from engine.db.publications import current_version
from engine.db.queries import Queries
from engine.db.tables import open_tasks, people
from engine.db.tasklist import task_rows
from engine.lists.worklist import MANY, Wanted, WorklistPage
from engine.model import Actor
from engine.views import TaskLine

PAGE = 50
COLLEAGUES = 100
"""How many people of a unit are known by name: a larger one is no unit any more."""
SCOPES = {"mina": "mina", "enheten": "enheten", "otilldelade": "otilldelade", "alla": ""}
GIVEN = "givna"
"""Counted by itself, along its own index; among the new ones for those who read."""
DUES = ("passerad", "idag", "vecka")


@dataclass(frozen=True)
class Worklists:
    """Reads the work list of a reader's agency."""

    queries: Queries

    def page(
        self, actor: Actor, wanted: Wanted | None = None, new_since: datetime | None = None
    ) -> WorklistPage:
        """Return a page in four statements; what came after `new_since` is marked as new."""
        wanted = wanted or Wanted()
        with self.queries.database.connect() as connection:
            version = current_version(connection)
            steps = self.queries.models.steps(version, actor.agency)
            statutory = self.queries.models.statutory(version)
            colleagues = _colleagues(connection, actor)
            unit = [person for person, _ in colleagues] if actor.team else []
            now = self.queries.clock.now()
            chooser = Chooser(actor, now, new_since, statutory, steps, unit)
            lines, next_place = self._lines(connection, chooser, wanted)
            counts = _counts(connection, chooser, wanted.scope)
        processes = sorted({(step.process_name, step.process) for step in steps})
        named = tuple((process, name) for name, process in processes)
        return WorklistPage(wanted, lines, next_place, counts, named, colleagues)

    def lines(self, actor: Actor, wanted: Wanted, size: int) -> tuple[tuple[TaskLine, ...], str]:
        """Return a page of another size, without counts, and where the next one begins."""
        with self.queries.database.connect() as connection:
            steps = self.queries.models.steps(current_version(connection), actor.agency)
            statutory = self.queries.models.statutory(current_version(connection))
            chooser = Chooser(actor, self.queries.clock.now(), None, statutory, steps, ())
            return self._lines(connection, chooser, wanted, size)

    def named(self, actor: Actor, task_ids: Sequence[str]) -> Mapping[str, TaskLine]:
        """Return those of these tasks that are open and that the reader may know of, by id."""
        query = task_rows().where(known_to(actor), open_tasks.c.id.in_(task_ids))
        with self.queries.database.connect() as connection:
            found = connection.execute(query).mappings().all()
        return {row["id"]: self.queries.task_line(actor, row) for row in found}

    def _lines(
        self, connection: Connection, chooser: Chooser, wanted: Wanted, size: int = PAGE
    ) -> tuple[tuple[TaskLine, ...], str]:
        query = picking.page(chooser, wanted, size + 1)
        found = connection.execute(query).mappings().all()
        lines = tuple(
            replace(self.queries.task_line(chooser.actor, row), new=chooser.is_new(row))
            for row in found[:size]
        )
        more = place_of(dict(found[size - 1]), wanted.order) if len(found) > size else ""
        return lines, more


def _counts(connection: Connection, chooser: Chooser, scope: str) -> Mapping[str, int]:
    """Count by scope, and in this scope by time, in one statement that never counts far."""
    within = chooser.scope(scope)
    each = {name: chooser.counted(chooser.scope(code)) for name, code in SCOPES.items()}
    each |= {due: chooser.counted(within, chooser.due(due)) for due in DUES}
    each["nya"] = chooser.counted(within, chooser.opened(), along=open_tasks.c.opened_at)
    each[GIVEN] = chooser.counted(within, chooser.given(), along=open_tasks.c.given_at)
    columns = (query.scalar_subquery().label(name) for name, query in each.items())
    counted = dict(connection.execute(select(*columns)).mappings().one())
    return counted | {"nya": min(counted["nya"] + counted.pop(GIVEN), MANY)}


def _colleagues(connection: Connection, actor: Actor) -> tuple[tuple[str, str], ...]:
    same = people.c.agency == actor.agency
    if actor.team:
        same &= people.c.team == actor.team
    query = select(people.c.id, people.c.name).where(same).order_by(people.c.name)
    found = [(row.id, row.name) for row in connection.execute(query.limit(COLLEAGUES))]
    return ((actor.id, actor.name), *(each for each in found if each[0] != actor.id))
