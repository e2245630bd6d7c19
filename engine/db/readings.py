"""The access log: who has read which part of which case, and how a case is marked as protected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Engine, bindparam, func, select

from engine.db.connection import writing
from engine.db.prepared import Prepared
from engine.db.tables import events, markings, open_tasks, participants, trail
from engine.db.trail import Noted, add
from engine.db.visible import READER, visible, who
from engine.model import Actor
from engine.ports import Clock
from engine.secrecy.protected import MARKINGS, Marking

TASK: Any = bindparam("this_task")
OPEN = select(open_tasks.c.case_id).where(open_tasks.c.id == TASK)
OVER = select(events.c.case_id).where(events.c.task_id == TASK).limit(1)
CASE_OF = Prepared(
    select(func.coalesce(OPEN.scalar_subquery(), OVER.scalar_subquery()).label("case_id"))
)
CODE = Prepared(
    select(markings.c.code)
    .join_from(markings, participants, participants.c.case_id == markings.c.case_id)
    .where(participants.c.case_id == bindparam("this_case"), visible(participants, READER))
)


@dataclass(frozen=True)
class Reading:
    """Somebody has read something of a case."""

    at: datetime
    actor: str
    agency: str
    case_id: str
    what: str
    """The page, or the group of answers: `cases.case`, `protection.reveal`."""


@dataclass(frozen=True)
class Readings:
    """Keeps readings, each in a transaction of its own: no page is shown that is not kept."""

    database: Engine
    clock: Clock
    channel: str

    def note(self, actor: Actor, case_id: str, what: str) -> None:
        """Keep that an actor has read a part of a case."""
        with writing(self.database) as connection:
            noted = Noted("read", self.clock.now(), actor, what, case_id)
            add(connection, self.channel, noted)

    def of_case(self, case_id: str) -> Sequence[Reading]:
        """Return who has read what of a case, the oldest first."""
        t = trail.c
        query = select(t.at, t.actor, t.agency, t.subject, t.place).order_by(t.at, t.sequence)
        with self.database.connect() as connection:
            rows = connection.execute(query.where(t.subject == case_id, t.kind == "read")).all()
        return [Reading(*row) for row in rows]

    def case_of(self, task_id: str) -> str | None:
        """Return the case of a task, open or over; None for what was never one."""
        with self.database.connect() as connection:
            (row,) = CASE_OF.rows(connection, {"this_task": task_id})
        found: str | None = row["case_id"]
        return found

    def marking(self, actor: Actor, case_id: str) -> tuple[str, Marking] | None:
        """Return how a case is marked, for those who take part in it; None if it is not."""
        with self.database.connect() as connection:
            found = CODE.rows(connection, {"this_case": case_id, **who(actor)})
        codes = [row["code"] for row in found if row["code"] in MARKINGS]
        return (codes[0], MARKINGS[codes[0]]) if codes else None
