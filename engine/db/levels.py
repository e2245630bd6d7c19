"""What stands in the database at this moment, for `/metrics`: one statement each, by an index."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, Select, func, select

from engine.db import post
from engine.db.incidents import DONE
from engine.db.tables import cases, incidents, mails, messages, notices, outgoing, timers
from engine.operating.measures import Level
from engine.ports import Clock

OPEN = "pagar"
"""The state of a case that has not ended; the others are codes of end states."""
DUE = select(func.min(timers.c.due_at)).where(~timers.c.parked, timers.c.paused_at.is_(None))
OUTBOX: dict[str, Select[Any]] = {
    "e-post": (
        select(func.min(notices.c.at))
        .join_from(mails, notices, notices.c.id == mails.c.id)
        .where(mails.c.settled_at.is_(None))
    ),
    "webhook": select(func.min(outgoing.c.at)).where(outgoing.c.settled_at.is_(None)),
}
"""When the oldest was put in each outbox that has not gone. Whoever adds an outbox adds it here."""
WAITING = select(func.count()).select_from(messages).where(post.WAITS)
DEAD = select(func.count()).where(messages.c.dead_because.is_not(None))
INCIDENTS = (
    select(incidents.c.state, func.count())
    .where(incidents.c.state.not_in(DONE))
    .group_by(incidents.c.state)
)
CASES = select(cases.c.end_state, func.count()).group_by(cases.c.end_state)


@dataclass(frozen=True)
class Levels:
    """Asks anew each time it is called."""

    database: Engine
    clock: Clock

    def __call__(self) -> Iterator[Level]:
        """Yield what stands now; nothing of any one case."""
        now = self.clock.now()
        with self.database.connect() as connection:
            yield Level("skydd_timer_lag_seconds", "How late the earliest timer is.", "",
                        {"": _age(connection, DUE, now)})  # fmt: skip
            ages = {name: _age(connection, query, now) for name, query in OUTBOX.items()}
            yield Level("skydd_outbox_age_seconds", "How late the oldest is.", "outbox", ages)
            yield Level("skydd_messages", "Messages between instances, by what they wait for.",
                        "state", _messages(connection))  # fmt: skip
            yield Level("skydd_incidents", "Incidents that nobody has settled.", "state",
                        _counted(connection, INCIDENTS))  # fmt: skip
            yield Level("skydd_cases", "Cases by their end state.", "state",
                        _counted(connection, CASES))  # fmt: skip


def _age(connection: Connection, query: Select[Any], now: datetime) -> float:
    """Return for how many seconds the earliest has waited; none before it is due."""
    earliest = connection.execute(query).scalar()
    return max(0.0, (now - earliest).total_seconds()) if earliest else 0.0


def _messages(connection: Connection) -> Mapping[str, float]:
    waiting, dead = (connection.execute(query).scalar_one() for query in (WAITING, DEAD))
    return {"vantar": waiting, "dod": dead}


def _counted(connection: Connection, query: Select[Any]) -> Mapping[str, float]:
    return {state or OPEN: number for state, number in connection.execute(query)}
