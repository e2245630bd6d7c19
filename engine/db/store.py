"""Keeps cases in a database: one transaction per verb. The port `engine.ports.Store`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, Engine, func, insert, select
from sqlalchemy.exc import IntegrityError, OperationalError

from engine.db import due, incidents, post
from engine.db.connection import writing
from engine.db.tables import cases, chores, events, instances, messages, trail
from engine.db.trail import Noted, add
from engine.db.unit import SqlUnit
from engine.errors import Stale
from engine.mishaps import DeadLetter, Incident
from engine.model import Actor, Timer
from engine.operating.measures import Stopwatch
from engine.secrecy.vault import Vault


@dataclass(frozen=True)
class SqlStore:
    """A store in a relational database: SQLite or PostgreSQL, by the same code."""

    database: Engine
    vault: Vault
    channel: str = "kommando"
    """How what is done here is asked for: webb, kommando, arbetare, api."""

    @contextmanager
    def transaction(self) -> Iterator[SqlUnit]:
        """Commit on the way out; roll back if anything was raised.

        Raises Stale where the database itself chose between two writers.
        """
        try:
            watch = Stopwatch()
            with writing(self.database) as connection:
                unit = SqlUnit(connection, self.vault, self.channel)
                yield unit
            watch.stop(unit.ledger.verb)
        except OperationalError as error:
            if _lost_a_race(error):
                raise Stale("the database chose another writer") from error
            raise

    def take_due(self, now: datetime, limit: int = 100) -> Sequence[Timer]:
        """Lease timers whose instant has come, the earliest first; no other worker gets them."""
        with writing(self.database) as connection:
            return due.take(connection, now, limit)

    def give_back(self, timer: Timer) -> None:
        """End the lease of a timer that could not be fired just now."""
        with writing(self.database) as connection:
            due.park(connection, timer.instance_id, timer.path, parked=False)

    def report(self, incident: Incident) -> None:
        """Keep an incident, in a transaction of its own; a timer it names waits for a person."""
        with writing(self.database) as connection:
            incidents.add(connection, _with_case(connection, incident))
            if incident.kind == "timer" and incident.instance_id and incident.element:
                due.park(connection, incident.instance_id, incident.element, parked=True)

    def incidents(self) -> Sequence[Incident]:
        """Return the incidents that somebody has to deal with, the oldest first."""
        with self.database.connect() as connection:
            return incidents.unsettled(connection)

    def take_chore(self, name: str, day: str, at: datetime) -> bool:
        """Say whether this worker is the first to take a chore of a day."""
        try:
            with writing(self.database) as connection:
                connection.execute(insert(chores).values(name=name, day=day, at=at))
        except IntegrityError:
            return False
        return True

    def changed_cases(self) -> Sequence[str]:
        """Return the cases whose log has grown since they were last held against it."""
        newest = select(func.max(events.c.sequence)).where(events.c.case_id == cases.c.id)
        grown = cases.c.checked_sequence < newest.scalar_subquery()
        with self.database.connect() as connection:
            return list(connection.scalars(select(cases.c.id).where(grown)))

    def cases_with_pending_messages(self) -> Sequence[str]:
        """Return the open cases in which a message still waits to be delivered."""
        open_ = messages.join(cases, cases.c.id == messages.c.case_id)
        pending = post.WAITS & cases.c.closed_at.is_(None)
        query = select(messages.c.case_id).select_from(open_).where(pending).distinct()
        with self.database.connect() as connection:
            return list(connection.scalars(query))

    def dead_letters(self) -> Sequence[DeadLetter]:
        """Return the messages that could not be delivered, with the reason."""
        with self.database.connect() as connection:
            return post.dead(connection)

    def deny(self, at: datetime, actor: Actor, action: str, target: str) -> None:
        """Keep that an actor tried what was not theirs; in a transaction of its own."""
        with writing(self.database) as connection:
            add(connection, self.channel, Noted("denied", at, actor, action, target))

    def denials(self) -> int:
        """Return how many attempts have been kept."""
        with self.database.connect() as connection:
            query = select(func.count()).select_from(trail).where(trail.c.kind == "denied")
            return int(connection.execute(query).scalar_one())


def _with_case(connection: Connection, incident: Incident) -> Incident:
    """Find out which case an incident is in, where only the instance is known."""
    if incident.case_id or not incident.instance_id:
        return incident
    query = select(instances.c.case_id).where(instances.c.id == incident.instance_id)
    return replace(incident, case_id=connection.execute(query).scalar())


def _lost_a_race(error: OperationalError) -> bool:
    text = str(error.orig)
    lost = ("database is locked", "deadlock", "could not serialize", "lock timeout")
    return any(words in text for words in lost)
