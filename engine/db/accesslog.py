"""The access log of an agency, searched page by page: its own chain, and what the cases tell.

A reviewer finds nothing of a case in which they are disqualified, and reads the number of a case
only where their agency takes part in it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    RowMapping,
    Select,
    and_,
    column,
    literal,
    or_,
    select,
    text,
    true,
    values,
)

from engine.audit.review import NIGHT, Line, Page, Place, Wanted, nights
from engine.db.conflicts import open_to
from engine.db.log import opened
from engine.db.reviews import verdicts
from engine.db.tables import cases, events, participants, people, trail
from engine.db.tables.history import SHOWN
from engine.db.trail import AGENCY
from engine.db.visible import visible
from engine.errors import NotFound
from engine.model import Actor
from engine.secrecy.vault import Vault

SIZE = 50
SHOWN_IN_CASES = text(f"({SHOWN})")
"""Word for word the condition of the index, or the databases do not use it."""


@dataclass(frozen=True)
class AccessLog:
    """Reads the access log for one reviewer."""

    database: Engine
    vault: Vault

    def page(self, actor: Actor, wanted: Wanted, size: int = SIZE) -> Page:
        """Return the entries that are sought, the newest first. Raises NotFound for no such case.

        NotFound also where the agency takes no part in the case: that it exists is not told.
        """
        with self.database.connect() as connection:
            case_id = number_to_id(connection, actor, wanted.number) if wanted.number else None
            query = _cases(actor, wanted, case_id) if wanted.in_cases else _own(
                actor, wanted, case_id)  # fmt: skip
            found = connection.execute(query.limit(size + 1)).mappings().all()
            lines = self._lines(connection, actor, found[:size])
        return Page(lines, lines[-1].place if len(found) > size else None)

    def entry(self, actor: Actor, stream: str, sequence: int) -> Line:
        """Return one entry; NotFound if it is not the agency's, or not the reviewer's to see."""
        own = stream == f"{AGENCY}{actor.agency}"
        table = trail if own else events
        key = trail.c.stream if own else events.c.case_id
        about = trail.c.subject if own else events.c.case_id
        this = (key == stream) & (table.c.sequence == sequence)
        query = select(table).where(this, table.c.agency == actor.agency, _open(actor, about))
        wanted = query if own else query.where(SHOWN_IN_CASES)
        with self.database.connect() as connection:
            found = connection.execute(wanted).mappings().all()
            lines = self._lines(connection, actor, found)
        if not lines:
            raise NotFound(f"entry {sequence} of {stream}")
        return lines[0]

    def lines(self, actor: Actor, numbers: Collection[int]) -> tuple[Line, ...]:
        """Return some entries of the agency's own chain, in order, but for those with jäv."""
        mine = (trail.c.stream == f"{AGENCY}{actor.agency}") & trail.c.sequence.in_(numbers)
        query = select(trail).where(mine, _open(actor, trail.c.subject))
        with self.database.connect() as connection:
            found = connection.execute(query.order_by(trail.c.sequence)).mappings().all()
            return self._lines(connection, actor, found)

    def people(self, actor: Actor) -> Sequence[tuple[str, str]]:
        """Return (id, name) of everybody at the agency, by name."""
        query = select(people.c.id, people.c.name).where(people.c.agency == actor.agency)
        with self.database.connect() as connection:
            found = connection.execute(query.order_by(people.c.name, people.c.id))
            return [(row.id, row.name) for row in found]

    def _lines(
        self, connection: Connection, actor: Actor, found: Sequence[RowMapping]
    ) -> tuple[Line, ...]:
        facts = self._facts(found) if found and "case_id" in found[0] else {}
        lines = [_line(row, facts.get((row.get("case_id"), row["sequence"]), {})) for row in found]
        names = names_of(connection, actor, {line.person for line in lines})
        about = {line.case_id for line in lines if line.case_id}
        numbers = numbers_of(connection, actor, about)
        judged = verdicts(connection, actor, [line.place for line in lines])
        return tuple(
            replace(
                line, name=names.get(line.person, line.person),
                number=numbers.get(line.case_id or ""),
                case_id=line.case_id if line.case_id in numbers else None,
                verdict=judged.get((line.place.stream, line.place.sequence)),
            )
            for line in lines
        )  # fmt: skip

    def _facts(self, found: Sequence[RowMapping]) -> dict[tuple[Any, int], Mapping[str, Any]]:
        """Return what entries of cases say; of what is erased it still stands who and when."""
        told = opened(self.vault, found)
        return {(row["case_id"], row["sequence"]): row["details"] for row in told}


def names_of(connection: Connection, actor: Actor, ids: Collection[str]) -> Mapping[str, str]:
    """Return the names of people of the agency."""
    query = select(people.c.id, people.c.name).where(people.c.agency == actor.agency)
    found = connection.execute(query.where(people.c.id.in_(ids)))
    return {row.id: row.name for row in found}


def numbers_of(connection: Connection, actor: Actor, ids: Collection[str]) -> Mapping[str, str]:
    """Return the numbers of cases, of those that the agency takes part in."""
    mine = visible(participants, actor) & (participants.c.case_id == cases.c.id)
    query = select(cases.c.id, cases.c.number).where(cases.c.id.in_(ids))
    found = connection.execute(query.where(select(participants).where(mine).exists()))
    return {row.id: row.number for row in found}


def number_to_id(connection: Connection, actor: Actor, number: str) -> str:
    """Return the id of a case of the agency's; NotFound if there is no such."""
    mine = visible(participants, actor) & (participants.c.case_id == cases.c.id)
    query = select(cases.c.id).where(cases.c.number == number, select(participants).where(mine)
                                     .exists())  # fmt: skip
    found: str | None = connection.scalar(query)
    if found is None:
        raise NotFound(f"case {number}")
    return found


def _own(actor: Actor, wanted: Wanted, case_id: str | None) -> Select[Any]:
    t = trail.c
    asked: list[Any] = [t.stream == f"{AGENCY}{actor.agency}", _open(actor, t.subject)]
    asked += [t.kind == wanted.kinds[0]] if len(wanted.kinds) == 1 else []
    asked += [t.kind.in_(wanted.kinds)] if len(wanted.kinds) > 1 else []
    asked += [t.actor == wanted.person] if wanted.person else []
    asked += [t.subject == case_id] if case_id else []
    query = select(trail).where(*asked, _before(wanted, t.at, t.stream, t.sequence))
    query = query.order_by(t.at.desc(), t.sequence.desc())
    if wanted.control != NIGHT:
        return query.where(t.at >= literal(wanted.begin, t.at.type),
                           t.at < literal(wanted.end, t.at.type))  # fmt: skip
    dark = _nights(wanted)
    return query.join(dark, and_(t.at >= dark.c.starts, t.at < dark.c.stops)).where(
        t.subject.is_not(None))  # fmt: skip


def _nights(wanted: Wanted) -> Any:
    """Return the nights as a table, so that each is one step into the index."""
    instant = trail.c.at.type
    rows = values(column("starts", instant), column("stops", instant), name="dark").data(
        [*nights(wanted.begin, wanted.end)]
    )
    return rows.cte("nights")


def _cases(actor: Actor, wanted: Wanted, case_id: str | None) -> Select[Any]:
    e = events.c
    asked: list[Any] = [e.agency == actor.agency, SHOWN_IN_CASES, open_to(actor, e.case_id),
             e.at >= literal(wanted.begin, e.at.type),
             e.at < literal(wanted.end, e.at.type)]  # fmt: skip
    asked += [e.actor == wanted.person] if wanted.person else []
    asked += [e.case_id == case_id] if case_id else []
    query = select(events).where(*asked).where(_before(wanted, e.at, e.case_id, e.sequence))
    return query.order_by(e.at.desc(), e.case_id.desc(), e.sequence.desc())


def _before(wanted: Wanted, at: Any, stream: Any, sequence: Any) -> ColumnElement[bool]:
    """Return the condition that a row comes after the page before; it narrows the index, too."""
    place = wanted.after
    if place is None:
        return true()
    moment = literal(place.at, at.type)
    same = and_(stream == place.stream, sequence < place.sequence)
    return and_(at <= moment, or_(at < moment, stream < place.stream, same))


def _open(actor: Actor, about: ColumnElement[Any]) -> ColumnElement[bool]:
    return or_(about.is_(None), open_to(actor, about))


def _line(row: RowMapping, facts: Mapping[str, Any]) -> Line:
    own = "stream" in row
    stream = row["stream"] if own else row["case_id"]
    return Line(
        Place(row["at"], stream, row["sequence"]), row["kind"], row["actor"] or "", "",
        row["role"] or "", row["channel"] or "",
        (row["place"] or "") if own else str(facts.get("name", "")),
        str(facts.get("reason", "")), row["subject"] if own else row["case_id"],
    )  # fmt: skip
