"""Which open tasks are chosen, and in which order: conditions for the work list's statements.

Whatever is asked, a page is found by an index and ends after its own rows (tests/engine/db/
test_plans.py; a million rows: bench/many_cases.py).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    RowMapping,
    Select,
    and_,
    func,
    literal,
    or_,
    select,
    true,
    tuple_,
)

from engine.db.columns import Instant
from engine.db.conflicts import open_to
from engine.db.rows import NEVER
from engine.db.tables import cases, open_tasks
from engine.lists.countdown import end_of_today, end_of_week, pressing_from
from engine.lists.worklist import MANY, StepLine, Wanted
from engine.model import Actor

SORTED: Mapping[str, tuple[bool, tuple[Column[object], ...]]] = {
    "": (False, (open_tasks.c.urgent_at, open_tasks.c.id)),
    "oppnad": (True, (open_tasks.c.opened_at, open_tasks.c.id)),
    "arende": (True, (cases.c.number, open_tasks.c.id)),
    "process": (False, (open_tasks.c.process, open_tasks.c.urgent_at, open_tasks.c.id)),
}
"""Order → whether the last comes first, and the columns; the last of them tells rows apart."""
Place = tuple[str, str]
"""Where a task is drawn: its process and its element."""
NOTHING = open_tasks.c.id == ""
"""No task has this id; unlike `false` it leaves the rest of a statement as it is."""
BETWEEN = "~"
NUMBER = re.compile(r"(?:(\d{4})-)?(\d{1,5})")
YEARS = 10
"""How far back a case is looked for by its count alone."""


def known_to(actor: Actor) -> ColumnElement[bool]:
    """Return the tasks that a reader may know of: the one place where the list is limited to them.

    Another agency's task may be secret in itself (OSL 8:1), and jäv hides a case (FL 16-18 §).
    """
    return and_(open_tasks.c.agency == actor.agency, open_to(actor, open_tasks.c.case_id))


@dataclass(frozen=True)
class Chooser:
    """Says what a reader wants in terms of columns."""

    actor: Actor
    now: datetime
    new_since: datetime | None
    statutory: Collection[str]
    """Ids of the limits set by law."""
    steps: Collection[StepLine]
    """The tasks that are drawn for the reader's agency."""
    unit: Collection[str] = ()
    """Ids of the people of the reader's unit; told one by one, they are found by an index."""

    def conditions(self, wanted: Wanted) -> ColumnElement[bool]:
        """Return what a task must fulfil to be shown."""
        places = self.places(wanted)
        drawn = true() if places is None else _drawn(places)
        return and_(self.beside(wanted), drawn)

    def beside(self, wanted: Wanted) -> ColumnElement[bool]:
        """Return the same but for where it is drawn."""
        return and_(*self._beside(wanted))

    def places(self, wanted: Wanted) -> Sequence[Place] | None:
        """Return which drawn tasks a step of the manual or a name asks for; None: any.

        Nothing but this and the case's number is searched.
        """
        name = "" if NUMBER.fullmatch(wanted.search) else wanted.search.lower()
        if not (wanted.step or name):
            return None
        found = {(each.process, each.element) for each in self.steps
                 if wanted.step in {"", *each.steps} and name in each.name.lower()}  # fmt: skip
        return sorted(found)

    def counted(
        self, *conditions: ColumnElement[bool], along: Column[Any] = open_tasks.c.urgent_at
    ) -> Select[int]:
        """Select how many tasks the reader may know of that fulfil these, up to MANY.

        They are counted along an index: without an order PostgreSQL may begin with the whole table.
        """
        some = select(literal(1)).select_from(open_tasks)
        found = some.where(known_to(self.actor), *conditions).order_by(along).limit(MANY)
        return select(func.count()).select_from(found.subquery())

    def scope(self, scope: str) -> ColumnElement[bool]:
        """Return the tasks of a scope."""
        holder = open_tasks.c.assignee
        match scope:
            case "mina":
                return holder == self.actor.id
            case "enheten":
                return holder.in_(self.unit) if self.unit else NOTHING
            case "otilldelade":
                return holder.is_(None)
        return true()

    def due(self, due: str) -> ColumnElement[bool]:
        """Return the tasks whose time runs out then."""
        at, today = open_tasks.c.urgent_at, end_of_today(self.now)
        match due:
            case "passerad":
                return at <= self.now
            case "idag":
                return and_(at > self.now, at <= today)
            case "vecka":
                return and_(at > self.now, at <= end_of_week(self.now))
        return true()

    def new(self) -> ColumnElement[bool]:
        """Return the tasks that came, or were given to the reader, since their last visit."""
        return or_(self.opened(), self.given()) if self.new_since else NOTHING

    def opened(self) -> ColumnElement[bool]:
        """Return the tasks that were opened since then."""
        return open_tasks.c.opened_at > self.new_since if self.new_since else NOTHING

    def given(self) -> ColumnElement[bool]:
        """Return the older tasks that a colleague has given the reader since then."""
        if not self.new_since:
            return NOTHING
        mine = open_tasks.c.assignee == self.actor.id
        older = open_tasks.c.opened_at <= self.new_since
        return and_(mine, open_tasks.c.given_at > self.new_since, older)

    def is_new(self, row: RowMapping) -> bool:
        """Say the same of a row that has been read."""
        since, given = self.new_since, row["given_at"]
        mine = row["assignee"] == self.actor.id
        return since is not None and (
            row["opened_at"] > since or (mine and given is not None and given > since)
        )

    def _beside(self, wanted: Wanted) -> Iterator[ColumnElement[bool]]:
        yield known_to(self.actor)
        yield self.scope(wanted.scope)
        yield self.due(wanted.due)
        if wanted.process:
            yield open_tasks.c.process == wanted.process
        if wanted.statutory:
            yield open_tasks.c.deadline.in_(sorted(self.statutory))
        if wanted.priority:
            yield self._priority(wanted.priority)
        if wanted.assignee:
            yield open_tasks.c.assignee == wanted.assignee
        if wanted.new:
            yield self.new()
        if number := NUMBER.fullmatch(wanted.search):
            yield self._numbered(number)

    def _priority(self, priority: str) -> ColumnElement[bool]:
        if priority == "utan":
            return open_tasks.c.urgent_at == NEVER  # or stands still: not everybody may know it
        pressing = and_(
            open_tasks.c.urgent_at <= pressing_from(self.now),
            open_tasks.c.deadline.in_(sorted(self.statutory)),
        )
        if priority == "hog":
            return pressing
        other = or_(open_tasks.c.deadline.is_(None), ~pressing)
        return and_(open_tasks.c.urgent_at < NEVER, other)

    def _numbered(self, number: re.Match[str]) -> ColumnElement[bool]:
        """Return what is found by case number."""
        year, count = number[1], f"{int(number[2]):05}"
        years = [year] if year else [str(self.now.year - n) for n in range(YEARS)]
        numbered = select(cases.c.id).where(cases.c.number.in_(f"{y}-{count}" for y in years))
        return open_tasks.c.case_id.in_(numbered)


def after(place: str, order: str) -> ColumnElement[bool]:
    """Return the rows that come after a place in the list; all of them if it is not understood."""
    last_first, columns = SORTED[order]
    parts = place.split(BETWEEN)
    if not place or len(parts) != len(columns):
        return true()
    try:
        values = [_value(column, part) for column, part in zip(columns, parts, strict=True)]
    except (ValueError, OverflowError):
        return true()
    row = tuple_(*columns)
    return row < tuple_(*values) if last_first else row > tuple_(*values)


def place_of(row: Mapping[str, object], order: str) -> str:
    """Return the place of a row in the list."""
    _, columns = SORTED[order]
    return BETWEEN.join(_written(row[column.name]) for column in columns)


def _value(column: Column[object], text: str) -> ColumnElement[object]:
    if not isinstance(column.type, Instant):
        return literal(text, column.type)
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("a place is told with its zone")
    return literal(moment.astimezone(UTC), column.type)


def _written(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)


def _drawn(places: Sequence[Place]) -> ColumnElement[bool]:
    """Return the tasks of these drawn ones: by process too, which has an index.

    PostgreSQL is told how agency, process and element hang together (migration `worklist`), so that
    it knows when they are so many that walking along the list is faster.
    """
    if not places:
        return NOTHING
    processes, elements = (sorted(set(each)) for each in zip(*places, strict=True))
    within = and_(open_tasks.c.process.in_(processes), open_tasks.c.element.in_(elements))
    if len(elements) == len(places):
        return within
    return and_(within, tuple_(open_tasks.c.process, open_tasks.c.element).in_(places))
