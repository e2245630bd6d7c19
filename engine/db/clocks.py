"""The timers of a case that run in a reader's own lanes, as times in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from engine import deadlines
from engine.caseviews import Clock
from engine.db.tables import instances, timers
from engine.lists.countdown import left_in_words
from engine.model import Actor
from engine.ports import Models
from engine.views import Due


@dataclass(frozen=True)
class Clocks:
    """Reads timers at an instant."""

    models: Models
    now: datetime

    def running(self, connection: Connection, actor: Actor, case_id: str) -> Iterator[Clock]:
        """Yield the timer events of the reader's lanes, the next first; reminders are none.

        Nor is what stands still: why it does can be another's secret (X2).
        """
        joined = timers.join(instances, instances.c.id == timers.c.instance_id)
        query = (
            select(timers, instances.c.version, instances.c.process)
            .select_from(joined)
            .where(instances.c.case_id == case_id, timers.c.reminds.is_(None))
            .where(timers.c.paused_at.is_(None))
            .order_by(timers.c.due_at, timers.c.path)
        )
        for row in connection.execute(query).mappings():
            place = self.models.place(row["version"], row["process"], row["path"])
            if place.agency == actor.agency:
                due = self.due(row["version"], row["due_at"], row["deadline"])
                yield Clock(place.name or due.name or "en tid går ut", due, place.law)

    def due(
        self, version: str, at: datetime, deadline: str | None, paused_at: datetime | None = None
    ) -> Due:
        """Return an instant in words, with the deadline of the registry that it stands for."""
        registered = self.models.deadline(version, deadline)
        binds = registered is not None and registered.binds
        shifts = registered is not None and registered.shifts
        return Due(
            at=at,
            day=deadlines.last_day_of(at).isoformat(),
            words=left_in_words(self.now, at, working_days=binds and shifts),
            passed=at <= self.now and paused_at is None,
            statutory=binds,
            name=registered.name if registered else None,
            law=registered.law if registered else None,
            on_expiry=registered.on_expiry if registered else None,
            paused_since=_local_day(paused_at),
        )


def _local_day(at: datetime | None) -> str | None:
    return at.astimezone(deadlines.ZONE).date().isoformat() if at else None
