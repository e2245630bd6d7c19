"""What analysis counts, as rows: what each case counts as is sealed with the case's key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Engine, Select, delete, func, insert, or_, select

from engine.analysis.tally import (
    LIMIT,
    PASSED,
    WAITING,
    Counted,
    Course,
    Sums,
    Tallies,
    Tally,
)
from engine.analysis.tallying import waited
from engine.counts.statistics import Period, month_of
from engine.db.columns import Instant
from engine.db.connection import upsert, writing
from engine.db.sealing import LOG
from engine.db.statistics import last_begun
from engine.db.tables import (
    analysed,
    cases,
    courses,
    events,
    instances,
    open_tasks,
    tallies,
)
from engine.errors import Erased
from engine.secrecy.vault import Compartment, Vault

CHORE = "analys"
NAMES = ("version", "month", "process", "measure", "row", "column")
KEYS = [tallies.c[name] for name in NAMES]


class SqlTallies:
    """The part `tallies` of a unit; the port `engine.analysis.tally.TallyBook`."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._db = connection
        self._vault = vault

    def of(self, case_id: str) -> Tallies:
        """Return what a case was last counted as; nothing if it never was, or was erased."""
        query = select(analysed.c.counted).where(analysed.c.case_id == case_id)
        sealed = self._db.execute(query).scalar()
        if not sealed:
            return Counter()
        try:
            kept = self._vault.open(_place(case_id), sealed)
        except Erased:
            return Counter()
        return Counter({Tally(*names): number for *names, number in kept})

    def keep(self, case_id: str, sequence: int, before: Tallies, counted: Counted) -> None:
        """Keep what a case is counted as up to an entry of its log, and change the sums by that."""
        rows = [[*(getattr(t, name) for name in NAMES), n] for t, n in counted.tallies.items()]
        values = {"sequence": sequence, "counted": self._vault.seal(_place(case_id), rows)}
        new = upsert(self._db, analysed).values(case_id=case_id, **values)
        self._db.execute(new.on_conflict_do_update(index_elements=["case_id"], set_=values))
        self._name(counted.courses)
        change = Counter(counted.tallies)
        change.subtract(before)
        changed = [{**vars(tally), "number": n} for tally, n in change.items() if n]
        if changed:
            self._add(sorted(changed, key=lambda row: [str(row[name]) for name in NAMES]))

    def _add(self, changes: list[dict[str, str | int]]) -> None:
        new = upsert(self._db, tallies)
        sum_ = {"number": tallies.c.number + new.excluded.number}
        self._db.execute(new.on_conflict_do_update(index_elements=KEYS, set_=sum_), changes)

    def _name(self, named: Mapping[str, Course]) -> None:
        rows = [{"key": key, "version": each.version, "process": each.process,
                 "steps": list(each.steps)} for key, each in sorted(named.items())]  # fmt: skip
        if rows:
            self._db.execute(upsert(self._db, courses).on_conflict_do_nothing(), rows)


@dataclass(frozen=True)
class SqlTallyShelf:
    """Sums, made by the nightly count; the port `engine.analysis.tally.TallyShelf`."""

    database: Engine

    def sums(self, version: str, period: Period) -> Sums:
        """Return the sums of a version in a period."""
        t = tallies.c
        months = t.month.between(period.first, period.last)
        return self._sums((t.version == version) & months & (t.measure != WAITING))

    def waiting(self, version: str) -> Sums:
        """Return the sums of what waited when it was last counted."""
        return self._sums((tallies.c.version == version) & (tallies.c.measure == WAITING))

    def _sums(self, wanted: ColumnElement[bool]) -> Sums:
        t = tallies.c
        place = (t.process, t.measure, t.row, t.column)
        query = select(*place, func.sum(t.number)).where(wanted).group_by(*place)
        with self.database.connect() as connection:
            found = connection.execute(query).all()
        return {(p, m, r, c): int(number) for p, m, r, c, number in found if number}

    def courses(self, version: str) -> Mapping[str, Course]:
        """Return the courses of a version that have been seen."""
        query = select(courses).where(courses.c.version == version)
        with self.database.connect() as connection:
            found = connection.execute(query).all()
        return {row.key: Course(row.version, row.process, tuple(row.steps)) for row in found}

    def count_passed(self, now: datetime) -> None:
        """Count anew the cases with an open task past its time: nothing is written when one passes.

        It reads every open task that is late, so it is for the night.
        """
        t = open_tasks.c
        late = (t.due_at < now) & t.deadline.is_not(None) & t.paused_at.is_(None)
        first = func.min(t.due_at, type_=Instant)
        place = (instances.c.version, t.process, t.element, t.case_id)
        query = select(*place, first).join_from(open_tasks, instances).where(late).group_by(*place)
        with writing(self.database) as connection:
            counted = Counter(_passed(connection.execute(query)))
            _replace(connection, tallies.c.column == PASSED, counted)

    def count_waiting(self, now: datetime) -> None:
        """Count anew what waits: a case once at each step, from when it first came there.

        It reads every open task, so it is for the night.
        """
        t = open_tasks.c
        first = func.min(t.opened_at, type_=Instant)
        place = (instances.c.version, t.process, t.element, t.case_id)
        query = select(*place, first).join_from(open_tasks, instances).group_by(*place)
        with writing(self.database) as connection:
            counted = Counter(_waiting(connection.execute(query), now))
            _replace(connection, tallies.c.measure == WAITING, counted)

    def uncounted(self) -> Sequence[str]:
        """Return the cases whose log has grown since they were counted."""
        newest = select(func.max(events.c.sequence)).where(events.c.case_id == cases.c.id)
        counted = cases.join(analysed, analysed.c.case_id == cases.c.id, isouter=True)
        grown = or_(analysed.c.sequence.is_(None), analysed.c.sequence < newest.scalar_subquery())
        return self._ids(select(cases.c.id).select_from(counted).where(grown))

    def closed(self) -> Sequence[str]:
        """Return the cases that are closed, by number."""
        query = select(cases.c.id).where(cases.c.closed_at.is_not(None))
        return self._ids(query.order_by(cases.c.number))

    def counted_at(self) -> datetime | None:
        """Return when the count was last begun; None if it never was."""
        return last_begun(self.database, CHORE)

    def _ids(self, query: Select[tuple[str]]) -> Sequence[str]:
        with self.database.connect() as connection:
            return list(connection.scalars(query))


def _place(case_id: str) -> Compartment:
    """Return where it is sealed what a case counts as: with its log, and gone when that is."""
    return Compartment(case_id, LOG, CHORE)


def _replace(connection: Connection, old: ColumnElement[bool], counted: Tallies) -> None:
    connection.execute(delete(tallies).where(old))
    if counted:
        rows = [{**vars(tally), "number": n} for tally, n in counted.items()]
        connection.execute(insert(tallies), rows)


def _waiting(
    found: Iterable[tuple[str, str, str, str, datetime]], now: datetime
) -> Iterator[Tally]:
    for version, process, element, _, opened in found:
        yield Tally(version, month_of(now), process, WAITING, element, waited(now - opened))


def _passed(found: Iterable[tuple[str, str, str, str, datetime]]) -> Iterator[Tally]:
    for version, process, element, _, due in found:
        yield Tally(version, month_of(due), process, LIMIT, element, PASSED)
