"""The ready controls of the access log: what somebody ought to look at, without knowing whom."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    RowMapping,
    Select,
    func,
    literal,
    or_,
    select,
)

from engine.audit.marks import SAMPLED_KINDS, sample, span_of
from engine.audit.review import MUCH, Burst, Outside, Rule, Wanted, bursts
from engine.db.accesslog import names_of, numbers_of
from engine.db.conflicts import open_to
from engine.db.connection import at_one_moment
from engine.db.log import opened
from engine.db.tables import errands, events, open_tasks, people, substitutions, trail
from engine.db.trail import AGENCY
from engine.model import Actor
from engine.secrecy.vault import Vault

MOST = 100
"""So many lines of a control are shown; a shorter time shows the rest."""
BATCH = 5_000
DID = (
    *("case_opened", "case_closed", "task_claimed", "task_completed", "task_released"),
    *("task_assigned", "task_proposed", "task_approved", "task_returned"),
    *("message_registered", "consent_answered", "contact_added", "contact_changed"),
    *("errand_added", "errand_assigned", "errand_done", "proposal_taken_back"),
)
"""Entries by which it shows that somebody has had something to do in a case."""


@dataclass(frozen=True)
class Controls:
    """Holds the readings of an agency against the work in the cases."""

    database: Engine
    vault: Vault

    def outside(self, actor: Actor, wanted: Wanted) -> tuple[Sequence[Outside], bool]:
        """Return who has read cases in which they have done nothing and held nothing.

        Nor had it given to them, nor stands in for somebody who holds it. Also says whether there
        are more than are returned.
        """
        with self.database.connect() as connection:
            query = _outside(actor, wanted)
            found = connection.execute(query.limit(MOST + 1)).mappings().all()
            given = self._given(connection, {row["subject"] for row in found})
            kept = [row for row in found[:MOST] if (row["actor"], row["subject"]) not in given]
            numbers = numbers_of(connection, actor, {row["subject"] for row in kept})
            known = _staff(connection, actor, {row["actor"] for row in kept})
        lines = [_line(row, known, numbers) for row in kept if row["subject"] in numbers]
        return lines, len(found) > MOST

    def bursts(self, actor: Actor, wanted: Wanted) -> Sequence[Burst]:
        """Return who has read many cases, or taken many files out, in a short time."""
        with at_one_moment(self.database) as connection:
            found = [each for rule in MUCH for each in _bursts(connection, actor, wanted, rule)]
            names = names_of(connection, actor, {each.person for each in found})
        named = [replace(each, name=names.get(each.person, each.person)) for each in found]
        return sorted(named, key=lambda each: each.last, reverse=True)

    def sampled(self, actor: Actor, month: str) -> list[int]:
        """Return the month's sample of the agency's chain: the numbers of its entries.

        The month has to be over; then everybody who asks gets the same.
        """
        begin, end = span_of(month)
        t = trail.c
        within = (t.stream == f"{AGENCY}{actor.agency}", t.at >= literal(begin, t.at.type),
                  t.at < literal(end, t.at.type))  # fmt: skip
        newest = select(t.digest).where(*within).order_by(t.at.desc(), t.sequence.desc()).limit(1)
        numbers = select(t.sequence).where(*within, t.kind.in_(SAMPLED_KINDS))
        with self.database.connect() as connection:
            seed = connection.scalar(newest)
            found = connection.scalars(numbers).all() if seed else ()
        return sample(bytes(seed), found) if seed else []

    def _given(self, connection: Connection, ids: Collection[str]) -> set[tuple[str, str]]:
        """Return (person, case) of whom tasks were given to: it stands in sealed facts."""
        assigned = (events.c.kind == "task_assigned") & events.c.case_id.in_(ids)
        rows = connection.execute(select(events).where(assigned)).mappings()
        return {
            (str(row["details"].get("assignee")), row["case_id"])
            for row in opened(self.vault, rows)
        }


def _line(
    row: RowMapping, known: Mapping[str, tuple[str, str]], numbers: Mapping[str, str]
) -> Outside:
    name, role = known.get(row["actor"], (row["actor"], ""))
    return Outside(row["actor"], name, role, numbers[row["subject"]], row["count"], row["first"],
                   row["last"])  # fmt: skip


def _outside(actor: Actor, wanted: Wanted) -> Select[Any]:
    t = trail.c
    read = (
        select(t.actor, t.subject, func.count().label("count"), func.min(t.at).label("first"),
               func.max(t.at).label("last"))
        .where(*_readings(actor, wanted, "read"), t.subject.is_not(None))
        .group_by(t.actor, t.subject)
        .subquery()
    )  # fmt: skip
    here = (read.c.subject, read.c.actor)
    query = select(read).where(*(~each for each in _busy(*here)))
    if wanted.person:
        query = query.where(read.c.actor == wanted.person)
    return query.order_by(read.c.last.desc(), read.c.actor, read.c.subject)


def _busy(case: ColumnElement[Any], person: ColumnElement[Any]) -> Iterator[ColumnElement[bool]]:
    """Yield what shows that somebody has to do with a case."""
    absent = select(substitutions.c.absent).where(substitutions.c.substitute == person)
    e, o, w = events.c, open_tasks.c, errands.c
    yield select(e.case_id).where(e.case_id == case, e.actor == person, e.kind.in_(DID)).exists()
    yield select(o.id).where(o.case_id == case, o.assignee == person).exists()
    yield select(o.id).where(o.case_id == case, o.assignee.in_(absent)).exists()
    mine = or_(w.assignee == person, w.created_by == person)
    yield select(w.id).where(w.case_id == case, mine).exists()


def _readings(actor: Actor, wanted: Wanted, kind: str) -> tuple[ColumnElement[bool], ...]:
    t = trail.c
    return (
        t.stream == f"{AGENCY}{actor.agency}", t.kind == kind,
        t.at >= literal(wanted.begin, t.at.type), t.at < literal(wanted.end, t.at.type),
        or_(t.subject.is_(None), open_to(actor, t.subject)),
    )  # fmt: skip


def _bursts(connection: Connection, actor: Actor, wanted: Wanted, rule: Rule) -> Iterator[Burst]:
    t = trail.c
    query = select(t.actor, t.at, t.subject, t.sequence).where(*_readings(actor, wanted, rule.kind))
    if rule.kind == "read":
        query = query.where(t.subject.is_not(None))
    if wanted.person:
        query = query.where(t.actor == wanted.person)
    ordered = query.order_by(t.actor, t.at, t.sequence)
    found = connection.execute(ordered, execution_options={"yield_per": BATCH})
    for person, rows in groupby(found, lambda row: str(row.actor)):
        each = rule.kind == "exported"
        yield from bursts(rule, person, (
            (row.at, str(row.sequence) if each else row.subject) for row in rows
        ))  # fmt: skip


def _staff(
    connection: Connection, actor: Actor, ids: Collection[str]
) -> Mapping[str, tuple[str, str]]:
    query = select(people.c.id, people.c.name, people.c.roles).where(
        people.c.agency == actor.agency, people.c.id.in_(ids)
    )
    found = connection.execute(query)
    return {row.id: (row.name, ",".join(sorted(row.roles))) for row in found}
