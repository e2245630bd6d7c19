"""Keeps cases in a database: one transaction per verb. The port `engine.ports.Store`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine, func, insert, select
from sqlalchemy.exc import OperationalError

from engine.db import rows
from engine.db.connection import WRITES
from engine.db.tables import cases, denials, messages, timers
from engine.db.unit import SqlUnit
from engine.errors import Stale
from engine.model import Actor, Timer


@dataclass(frozen=True)
class SqlStore:
    """A store in a relational database: SQLite or PostgreSQL, by the same code."""

    database: Engine

    @contextmanager
    def transaction(self) -> Iterator[SqlUnit]:
        """Commit on the way out; roll back if anything was raised.

        Raises Stale where the database itself chose between two writers.
        """
        try:
            writing = self.database.connect().execution_options(**WRITES)
            with writing as connection, connection.begin():
                yield SqlUnit(connection)
        except OperationalError as error:
            if _lost_a_race(error):
                raise Stale("the database chose another writer") from error
            raise

    def due(self, now: datetime, limit: int = 100) -> Sequence[Timer]:
        """Return timers whose instant has come, the earliest first."""
        query = select(timers).where(timers.c.due_at <= now).order_by(timers.c.due_at).limit(limit)
        with self.database.connect() as connection:
            return [rows.timer(row) for row in connection.execute(query).mappings()]

    def cases_with_pending_messages(self) -> Sequence[str]:
        """Return the open cases in which a message still waits to be delivered."""
        open_ = messages.join(cases, cases.c.id == messages.c.case_id)
        pending = messages.c.delivered_at.is_(None) & cases.c.closed_at.is_(None)
        query = select(messages.c.case_id).select_from(open_).where(pending).distinct()
        with self.database.connect() as connection:
            return list(connection.scalars(query))

    def deny(self, at: datetime, actor: Actor, action: str, target: str) -> None:
        """Keep that an actor tried what was not theirs; in a transaction of its own."""
        row = {"at": at, "actor": actor.id, "agency": actor.agency, "action": action,
               "target": target[:36]}  # fmt: skip
        with self.database.connect().execution_options(**WRITES) as connection, connection.begin():
            connection.execute(insert(denials).values(row))

    def denials(self) -> int:
        """Return how many attempts have been kept."""
        with self.database.connect() as connection:
            return int(connection.execute(select(func.count()).select_from(denials)).scalar_one())


def _lost_a_race(error: OperationalError) -> bool:
    text = str(error.orig)
    return "database is locked" in text or "deadlock" in text or "could not serialize" in text
