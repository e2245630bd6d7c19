"""What is read of erasing: what falls due, what is kept and why, what waits, what is gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Select, bindparam, select

from engine.db import parts
from engine.db.conflicts import open_to
from engine.db.prepared import Prepared
from engine.db.publications import current_version
from engine.db.queries import Queries
from engine.db.retention import IN_FORCE, choice, opened_hold
from engine.db.tables import cases, chosen, disposals, erasures, holds, people
from engine.db.visible import READER, who
from engine.deadlines import ZONE
from engine.model import Actor
from engine.retention.due import Judged, judged
from engine.retention.holdings import LOG, WAITS, Choice, Disposal, Erasure, Hold
from engine.retention.rules import Rule, of_agency

SHOWN = 200
"""Lines of one kind on the page; the counts are of all."""
YEAR = timedelta(days=366)


@dataclass(frozen=True)
class HoldLine:
    """A stop, with the number of its case and the name of who set it."""

    hold: Hold
    number: str
    by: str


@dataclass(frozen=True)
class DisposalLine:
    """A proposal that waits, with its cases by their numbers."""

    disposal: Disposal
    by: str
    mine: bool
    chosen: tuple[tuple[str, Choice], ...]


@dataclass(frozen=True)
class GoneLine:
    """A part that is erased: whose case it was, why, and which two persons did it."""

    erasure: Erasure
    number: str
    proposed_by: str
    carried_out_by: str


@dataclass(frozen=True)
class Sorted:
    """An agency's parts of closed cases, held against the rules on one day."""

    due: tuple[Judged, ...]
    """What may be erased now, what must be done first at the top."""
    kept: tuple[Judged, ...]
    """What the plain time has run out for, and is kept all the same, for ever or for longer."""
    coming: int
    """How many more fall due within a year."""

    @property
    def counts(self) -> tuple[tuple[Rule, int], ...]:
        """Return how many may be erased by each rule."""
        rules = {each.rule.id: each.rule for each in self.due if each.rule}
        number = Counter(each.rule.id for each in self.due if each.rule)
        return tuple((rule, number[id_]) for id_, rule in rules.items())


@dataclass(frozen=True)
class RetentionPage:
    """All that one who answers for an agency's archive is shown."""

    sorted: Sorted
    rules: tuple[Rule, ...]
    holds: tuple[HoldLine, ...]
    waiting: tuple[DisposalLine, ...]
    gone: tuple[GoneLine, ...]
    today: date

    @property
    def asks(self) -> tuple[str, ...]:
        """Return what a person must have looked at before these cases are proposed."""
        return tuple(dict.fromkeys(rule.ask for rule, _ in self.sorted.counts if rule.ask))


@dataclass(frozen=True)
class Retained:
    """Reads it, for one agency."""

    queries: Queries

    def page(self, actor: Actor) -> RetentionPage:
        """Return the page; cases that the reader is disqualified in are not on it."""
        with self.queries.database.connect() as connection:
            rules = self._rules(connection, actor.agency)
            waiting = self._waiting(connection, actor)
            stopped = self._holds(connection, actor)
            but = {line.hold.case_id for line in stopped}
            but |= {each.case_id for line in waiting for _, each in line.chosen}
            query = parts.closed(actor.agency).where(open_to(actor, cases.c.id))
            found = self._sorted(connection, actor.agency, rules, query, but)
            gone = self._gone(connection, actor)
        return RetentionPage(found, rules, stopped, waiting, gone, self._today)

    def preview(self, agency: str) -> tuple[Sorted, Mapping[str, int]]:
        """Return what falls due at an agency, and how many cases it has stopped; for operators."""
        with self.queries.database.connect() as connection:
            rules = self._rules(connection, agency)
            mine = (holds.c.agency == agency) & IN_FORCE
            stopped = set(connection.scalars(select(holds.c.case_id).where(mine)))
            found = self._sorted(connection, agency, rules, parts.closed(agency), stopped)
        return found, {"stopped": len(stopped)}

    def agencies(self) -> tuple[str, ...]:
        """Return the agencies that have rules, by id."""
        with self.queries.database.connect() as connection:
            rules = self.queries.models.retention(current_version(connection))
        return tuple(sorted({name for rule in rules.values() for name in rule.agencies}))

    def erased(self, actor: Actor, case_id: str) -> GoneLine | None:
        """Return what became of the agency's part of a case, if it is erased."""
        with self.queries.database.connect() as connection:
            found = GONE.first(connection, {"this_case": case_id, **who(actor)})
            return _gone_line(found, _names(connection, actor.agency)) if found else None

    @property
    def _today(self) -> date:
        return self.queries.clock.now().astimezone(ZONE).date()

    def _rules(self, connection: Connection, agency: str) -> tuple[Rule, ...]:
        return of_agency(self.queries.models.retention(current_version(connection)), agency)

    def _sorted(
        self, connection: Connection, agency: str, rules: Sequence[Rule],
        query: Select[tuple[str, str, datetime]], but: set[str],
    ) -> Sorted:  # fmt: skip
        """Sort the parts; only those old enough for some rule are looked into at all."""
        today = self._today
        plain = [rule for rule in rules if not rule.when]
        erasing = [rule.years for rule in plain if not rule.kept]
        if not erasing:  # an agency that keeps everything: no case has to be looked into
            return Sorted((), (), 0)
        before = self.queries.clock.now() - timedelta(days=max(0, 365 * min(erasing) - 366))
        old = query.where(cases.c.closed_at < before)
        found = [
            (part, judged(rules, part))
            for part in parts.parts(connection, self.queries.vault, agency, rules, old)
            if part.case_id not in but
        ]
        over = [(each, judged(plain, part)) for part, each in found]
        due = sorted((each for each, _ in over if each.falls_due(today)), key=_urgency)
        kept = [
            each for each, plainly in over
            if not each.falls_due(today) and (each.kept or plainly.falls_due(today))
        ]  # fmt: skip
        coming = [each for each, _ in over if each.day and today < each.day <= today + YEAR]
        return Sorted(tuple(due), tuple(kept), len(coming))

    def _holds(self, connection: Connection, actor: Actor) -> tuple[HoldLine, ...]:
        names = _names(connection, actor.agency)
        joined = holds.join(cases, cases.c.id == holds.c.case_id)
        mine = (holds.c.agency == actor.agency) & IN_FORCE & open_to(actor, holds.c.case_id)
        query = select(holds, cases.c.number).select_from(joined).where(mine)
        found = connection.execute(query.order_by(cases.c.number)).mappings()
        return tuple(
            HoldLine(opened_hold(self.queries.vault, row), row["number"],
                     names.get(row["set_by"], ""))
            for row in found
        )  # fmt: skip

    def _waiting(self, connection: Connection, actor: Actor) -> tuple[DisposalLine, ...]:
        """Return the proposals that wait, but none with a case the reader is disqualified in."""
        names, mine = _names(connection, actor.agency), disposals.c.agency == actor.agency
        waits = select(disposals).where(mine, disposals.c.state == WAITS)
        closed_to = ~open_to(actor, chosen.c.case_id) & (chosen.c.disposal_id == disposals.c.id)
        waits = waits.where(~select(chosen).where(closed_to).exists())
        found = connection.execute(waits.order_by(disposals.c.proposed_at)).mappings().all()
        joined = chosen.join(cases, cases.c.id == chosen.c.case_id)
        query = select(chosen, cases.c.number).select_from(joined).order_by(cases.c.number)
        return tuple(
            DisposalLine(
                Disposal(**row), names.get(row["proposed_by"], ""),
                row["proposed_by"] == actor.id,
                tuple((each["number"], choice(each)) for each in connection.execute(
                    query.where(chosen.c.disposal_id == row["id"])).mappings()),
            )
            for row in found
        )  # fmt: skip

    def _gone(self, connection: Connection, actor: Actor) -> tuple[GoneLine, ...]:
        names = _names(connection, actor.agency)
        newest = _gone(actor).order_by(erasures.c.at.desc(), cases.c.number).limit(SHOWN)
        return tuple(_gone_line(row, names) for row in connection.execute(newest).mappings())


def _gone(actor: Actor) -> Select[tuple[str, ...]]:
    joined = erasures.join(cases, cases.c.id == erasures.c.case_id)
    joined = joined.join(disposals, disposals.c.id == erasures.c.disposal_id)
    columns = (cases.c.number, disposals.c.proposed_by, disposals.c.decided_by)
    mine = (erasures.c.agency == actor.agency) & (erasures.c.agency != LOG)
    return (
        select(erasures, *columns).select_from(joined)
        .where(mine, open_to(actor, erasures.c.case_id))
    )  # fmt: skip


GONE = Prepared(_gone(READER).where(erasures.c.case_id == bindparam("this_case")))
"""Asked by every page of a case."""


def _gone_line(row: Any, names: Mapping[str, str]) -> GoneLine:
    erasure = Erasure(**{column.name: row[column.name] for column in erasures.c})
    by, second = names.get(row["proposed_by"], ""), names.get(row["decided_by"] or "", "")
    return GoneLine(erasure, row["number"], by, second)


def _names(connection: Connection, agency: str) -> dict[str, str]:
    query = select(people.c.id, people.c.name).where(people.c.agency == agency)
    return {row.id: row.name for row in connection.execute(query)}


def _urgency(each: Judged) -> tuple[date, date, str]:
    return each.latest or date.max, each.day or date.max, each.part.number
