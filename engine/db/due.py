"""Due instants: taken in batches by any number of workers, each row by one of them at a time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection, and_, or_, select, update

from engine.db import rows
from engine.db.tables import timers
from engine.model import Timer

LEASE = timedelta(seconds=60)
"""How long a worker has for a batch; if it dies, others take the rows after that."""


def take(connection: Connection, now: datetime, limit: int) -> Sequence[Timer]:
    """Lease the rows that are due and free, the earliest first; others pass them by.

    A lease that ends later than one begun now was taken while the clock was ahead: it is none.
    """
    taken_before = timers.c.leased_until.is_(None) | (timers.c.leased_until <= now)
    free = or_(taken_before, timers.c.leased_until > now + LEASE)
    due = (
        select(timers.c.instance_id, timers.c.path)
        .where(timers.c.due_at <= now, ~timers.c.parked, timers.c.paused_at.is_(None), free)
        .order_by(timers.c.due_at)
        .limit(limit)
        .with_for_update(skip_locked=True)
        .cte("due")
    )
    same = and_(timers.c.instance_id == due.c.instance_id, timers.c.path == due.c.path)
    lease = update(timers).where(same).values(leased_until=now + LEASE).returning(timers)
    taken = connection.execute(lease).mappings()
    return sorted((rows.timer(row) for row in taken), key=_earliest)


def park(connection: Connection, instance_id: str, path: str, parked: bool) -> None:
    """Keep a timer from being taken, or let it be taken again at once."""
    mine = (timers.c.instance_id == instance_id) & (timers.c.path == path)
    connection.execute(update(timers).where(mine).values(parked=parked, leased_until=None))


def _earliest(timer: Timer) -> tuple[datetime, str]:
    return timer.due_at, timer.path
