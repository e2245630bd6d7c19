"""Substitutions as rows, and the condition by which a substitute's queries find the absent's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    RowMapping,
    Select,
    insert,
    or_,
    select,
    update,
)

from engine.access import does_casework, leads, standing_in
from engine.db import rows
from engine.db.tables import people, substitutions
from engine.deadlines import ZONE
from engine.errors import NotFound, Stale
from engine.model import Actor
from engine.ports import Clock
from engine.staff.substitution import Substitution

ALIVE = substitutions.c.ended_at.is_(None)


def in_force(day: date) -> ColumnElement[bool]:
    """Return the condition that a substitution is in force on a day."""
    today = day.isoformat()
    return ALIVE & (substitutions.c.first_day <= today) & (substitutions.c.last_day >= today)


def absents(substitute: str, day: date) -> Select[Any]:
    """Select the ids of those whom a person stands in for on a day."""
    return select(substitutions.c.absent).where(
        substitutions.c.substitute == substitute, in_force(day)
    )


class SqlSubstitutions:
    """The port `engine.staff.substitution.Substitutions`."""

    def __init__(self, connection: Connection, announce: Callable[[Substitution], None]) -> None:
        self._db, self._announce = connection, announce

    def held_by(self, substitute: str, absent: str, day: date) -> Actor | None:
        """Return the absent colleague if the other stands in for them on that day."""
        return standing_in_for(self._db, substitute, absent, day)

    def around(self, concerned: Sequence[str]) -> Sequence[Substitution]:
        """Return those not ended that any of these people are in; others wait to write one."""
        lock = select(people.c.id).where(people.c.id.in_(concerned)).order_by(people.c.id)
        self._db.execute(lock.with_for_update()).all()
        there = or_(
            substitutions.c.absent.in_(concerned), substitutions.c.substitute.in_(concerned)
        )
        query = select(substitutions).where(there, ALIVE).order_by(substitutions.c.first_day)
        return [_substitution(row) for row in self._db.execute(query).mappings()]

    def one(self, substitution_id: str) -> Substitution:
        """Return a substitution, or raise NotFound."""
        query = select(substitutions).where(substitutions.c.id == substitution_id)
        row = self._db.execute(query).mappings().first()
        if row is None:
            raise NotFound(f"substitution {substitution_id}")
        return _substitution(row)

    def add(self, substitution: Substitution) -> None:
        """Keep a new one; one that begins at once is told of at once."""
        days = {"first_day": substitution.first_day.isoformat(),
                "last_day": substitution.last_day.isoformat()}  # fmt: skip
        self._db.execute(insert(substitutions), {**vars(substitution), **days})
        if substitution.covers(substitution.made_at.astimezone(ZONE).date()):
            self._announce(substitution)

    def end(self, substitution: Substitution, at: datetime, by: str) -> None:
        """End one from now on. Raises Stale if somebody has."""
        same = (substitutions.c.id == substitution.id) & ALIVE
        change = update(substitutions).where(same).values(ended_at=at, ended_by=by)
        if self._db.execute(change).rowcount == 0:
            raise Stale("it has been ended")


@dataclass(frozen=True)
class Arranged:
    """Reads who stands in for whom at the reader's agency."""

    database: Engine
    clock: Clock

    def __call__(self, reader: Actor) -> Sequence[Substitution]:
        """Return what is in force or to come: a leader's agency's, else one's own."""
        today = self._today().isoformat()
        alive = ALIVE & (substitutions.c.last_day >= today)
        query = select(substitutions).where(alive, substitutions.c.agency == reader.agency)
        if not leads(reader):
            own = (substitutions.c.absent == reader.id, substitutions.c.substitute == reader.id)
            query = query.where(or_(*own))
        with self.database.connect() as connection:
            found = connection.execute(query.order_by(substitutions.c.first_day)).mappings()
            return [_substitution(row) for row in found]

    def absents(self, reader: Actor) -> Sequence[Actor]:
        """Return those whom the reader stands in for today, by name."""
        mine = people.c.id.in_(absents(reader.id, self._today()))
        query = select(people).where(mine, people.c.agency == reader.agency)
        with self.database.connect() as connection:
            found = connection.execute(query.order_by(people.c.name)).mappings()
            return [rows.actor(row) for row in found]

    def colleagues(self, reader: Actor) -> Sequence[Actor]:
        """Return everybody at the reader's agency, the reader included, by name."""
        query = select(people).where(people.c.agency == reader.agency).order_by(people.c.name)
        with self.database.connect() as connection:
            found = [rows.actor(row) for row in connection.execute(query).mappings()]
        return [each for each in found if does_casework(each) or each.id == reader.id]

    def _today(self) -> date:
        return self.clock.now().astimezone(ZONE).date()


def standing_in_for(
    connection: Connection, substitute: str, absent: str, day: date
) -> Actor | None:
    """Return the absent colleague if the other stands in for them on that day."""
    same = (people.c.id == absent) & people.c.id.in_(absents(substitute, day))
    row = connection.execute(select(people).where(same)).mappings().first()
    return rows.actor(row) if row else None


def standing(connection: Connection, reader: Actor, holder: str | None, now: datetime) -> Actor:
    """Return the reader as they stand to a task: perhaps in the place of the one who holds it."""
    if holder in (None, reader.id):
        return reader
    today = now.astimezone(ZONE).date()
    absent = standing_in_for(connection, reader.id, holder or "", today)
    return standing_in(reader, absent) if absent and absent.agency == reader.agency else reader


def _substitution(row: RowMapping) -> Substitution:
    days = {name: date.fromisoformat(row[name]) for name in ("first_day", "last_day")}
    return Substitution(**{**row, **days})
