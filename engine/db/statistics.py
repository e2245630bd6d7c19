"""What pages and files of statistics read, and what is noted when a file is taken out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import product

from sqlalchemy import Engine, delete, func, insert, or_, select

from engine.counts.statistics import WHOLE_COUNTRY, Period, in_region, month_of
from engine.db.columns import Instant
from engine.db.connection import writing
from engine.db.publications import current_version
from engine.db.tables import cases, chores, events, exports, figures, open_tasks, statistics
from engine.db.trail import Noted, add
from engine.model import Actor

Sums = Mapping[tuple[str, str, str], int]
"""(measure, row, column) → number."""
CHORE = "statistik"
PASSED = "passerade"


@dataclass(frozen=True)
class SqlStatistics:
    """Sums, made by the nightly count; the port `engine.counts.counting.Sums`."""

    database: Engine
    channel: str = "kommando"

    def version(self) -> str:
        """Return the newest published process set, read without keeping writers waiting."""
        with self.database.connect() as connection:
            return current_version(connection)

    def sums(self, agency: str, period: Period) -> Sums:
        """Return the sums of an agency, or of the whole country, in a period."""
        s = statistics.c
        wanted = (s.agency == agency) & s.month.between(period.first, period.last)
        query = select(s.measure, s.row, s.column, func.sum(s.number)).where(wanted)
        with self.database.connect() as connection:
            found = connection.execute(query.group_by(s.measure, s.row, s.column)).all()
        return {(measure, row, column): int(number) for measure, row, column, number in found}

    def count_passed(self, now: datetime) -> None:
        """Count the open tasks that are past their time anew: nothing is written when one passes.

        It reads every open task, so it is for the night.
        """
        t = open_tasks.c
        late = (t.due_at < now) & t.deadline.is_not(None) & t.paused_at.is_(None)
        apart = (t.agency, t.deadline, t.due_at, cases.c.region)
        query = select(*apart, func.count()).join_from(open_tasks, cases).where(late)
        counted: Counter[tuple[str, str, str, str]] = Counter()
        with self.database.connect() as connection:
            found = connection.execute(query.group_by(*apart))
            for agency, deadline, due_at, region, number in found:
                for whose, measure in product((agency, WHOLE_COUNTRY),
                                              ("frister", in_region(region))):  # fmt: skip
                    counted[whose, month_of(due_at), measure, deadline] += number
        rows = [
            {"agency": agency, "month": month, "measure": measure, "row": deadline,
             "column": PASSED, "number": number}
            for (agency, month, measure, deadline), number in counted.items()
        ]  # fmt: skip
        with writing(self.database) as connection:
            connection.execute(delete(statistics).where(statistics.c.column == PASSED))
            if rows:
                connection.execute(insert(statistics), rows)

    def uncounted(self) -> Sequence[str]:
        """Return the cases whose log has grown since they were counted."""
        newest = select(func.max(events.c.sequence)).where(events.c.case_id == cases.c.id)
        counted = cases.join(figures, figures.c.case_id == cases.c.id, isouter=True)
        grown = or_(figures.c.sequence.is_(None), figures.c.sequence < newest.scalar_subquery())
        query = select(cases.c.id).select_from(counted).where(grown)
        with self.database.connect() as connection:
            return list(connection.scalars(query))

    def counted_at(self) -> datetime | None:
        """Return when the count was last begun; None if it never was."""
        return last_begun(self.database, CHORE)

    def note(self, at: datetime, actor: Actor, what: str, period: str, kind: str) -> None:
        """Keep that somebody took statistics out as a file."""
        row = {"at": at, "actor": actor.id, "agency": actor.agency, "what": what,
               "period": period, "format": kind}  # fmt: skip
        with writing(self.database) as connection:
            connection.execute(insert(exports).values(row))
            told = {"period": period, "format": kind}
            add(connection, self.channel, Noted("exported", at, actor, "statistics", what, told))


def last_begun(database: Engine, chore: str) -> datetime | None:
    """Return when a chore of the worker's was last begun; None if it never was."""
    last = func.max(chores.c.at, type_=Instant)
    with database.connect() as connection:
        found: datetime | None = connection.scalar(select(last).where(chores.c.name == chore))
    return found
