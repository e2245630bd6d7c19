"""The access log: who has read which part of which case, and how a case is marked as protected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine, func, select

from engine.db.connection import WRITES
from engine.db.tables import events, markings, open_tasks, participants, trail
from engine.db.trail import Noted, add
from engine.db.visible import visible
from engine.model import Actor
from engine.ports import Clock
from engine.secrecy.protected import MARKINGS, Marking


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
        with self.database.connect().execution_options(**WRITES) as connection, connection.begin():
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
        still_open = select(open_tasks.c.case_id).where(open_tasks.c.id == task_id)
        over = select(events.c.case_id).where(events.c.task_id == task_id).limit(1)
        found = func.coalesce(still_open.scalar_subquery(), over.scalar_subquery())
        with self.database.connect() as connection:
            return connection.execute(select(found)).scalar()

    def marking(self, actor: Actor, case_id: str) -> tuple[str, Marking] | None:
        """Return how a case is marked, for those who take part in it; None if it is not."""
        mine = (participants.c.case_id == case_id) & visible(participants, actor)
        joined = markings.join(participants, participants.c.case_id == markings.c.case_id)
        query = select(markings.c.code).select_from(joined).where(mine)
        with self.database.connect() as connection:
            code = connection.execute(query).scalar()
        return (code, MARKINGS[code]) if code and code in MARKINGS else None
