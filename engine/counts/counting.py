"""Counts cases for the statistics: at night, each that has changed, out of its log."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from engine import access
from engine.counts import layouts
from engine.counts.figures import figures
from engine.counts.statistics import WHOLE_COUNTRY, Key, Layout, Period, Table, tables
from engine.deadlines import ZONE, Deadline
from engine.errors import NotFound
from engine.journal import is_erased
from engine.model import Actor
from engine.ports import Clock, Store
from engine.registers import Registers, regions_of
from engine.retry import retried

CHORE = "statistik"
VIEWS = {
    "landet": "Hela landet",
    "tillstand": "Betänketid och tillstånd, hela landet",
    "egna": "Egna siffror",
}


class Sums(Protocol):
    """Sums of figures; see `engine.db.statistics`."""

    def version(self) -> str: ...  # noqa: D102
    def sums(self, agency: str, period: Period) -> Mapping[Key, int]: ...  # noqa: D102
    def count_passed(self, now: datetime) -> None: ...  # noqa: D102
    def uncounted(self) -> Sequence[str]: ...  # noqa: D102
    def counted_at(self) -> datetime | None: ...  # noqa: D102
    def note(self, at: datetime, actor: Actor, what: str, period: str, kind: str) -> None: ...  # noqa: D102


class Catalogue(Protocol):
    """What the process models tell of steps and deadlines; see `engine.bpmn.models`."""

    def registers(self, version: str) -> Registers: ...  # noqa: D102
    def step(self, version: str, process: str, element: str) -> str: ...  # noqa: D102
    def task_deadlines(self, version: str, agency: str = "") -> tuple[Deadline, ...]: ...  # noqa: D102


@dataclass(frozen=True)
class Report:
    """Statistics as one reader may see them."""

    view: str
    name: str
    period: Period
    exact: bool
    """False when the numbers are rounded to the nearest five."""
    tables: Sequence[Table]
    counted_at: datetime | None
    """None when nothing has been counted yet."""


@dataclass(frozen=True)
class Counting:
    """The worker's nightly count, and what is read and taken out of it."""

    store: Store
    kept: Sums
    catalogue: Catalogue
    clock: Clock

    def nightly(self, day: str) -> int | None:
        """Count what has changed, once a day (ISO, Stockholm); None if another worker does."""
        if not self.store.take_chore(CHORE, day, self.clock.now()):
            return None
        return self.count()

    def count_now(self) -> int:
        """Count without waiting for the night, and let the pages tell the day."""
        self.store.take_chore(CHORE, self.today().isoformat(), self.clock.now())
        return self.count()

    def count(self) -> int:
        """Count the cases whose log has grown since last time, and what is past its time."""
        changed = self.kept.uncounted()
        for case_id in changed:
            self._count(case_id)
        self.kept.count_passed(self.clock.now())
        return len(changed)

    def today(self) -> date:
        """Return the day in Stockholm."""
        return self.clock.now().astimezone(ZONE).date()

    def report(self, actor: Actor, view: str, period: Period) -> Report:
        """Return a view for a period. Raises NotFound for a view that is not the actor's."""
        if view not in access.statistics_of(actor):
            raise NotFound(f"statistics {view}")
        agency = actor.agency if view == "egna" else WHOLE_COUNTRY
        exact = period.is_exact(self.today())
        chosen = self._layouts(view, agency)
        sums = layouts.with_regions(chosen, self.kept.sums(agency, period))
        found = tables(chosen, sums, exact=exact)
        return Report(view, VIEWS[view], period, exact, found, self.kept.counted_at())

    def take_out(self, actor: Actor, view: str, period: Period, kind: str) -> Report:
        """Return a view to be made a file of, and note who took it. Raises NotFound."""
        report = self.report(actor, view, period)
        self.kept.note(self.clock.now(), actor, view, period.name, kind)
        return report

    def _layouts(self, view: str, agency: str) -> list[Layout]:
        if view == "tillstand":
            return layouts.of_permits()
        version = self.kept.version()
        registers = self.catalogue.registers(version)
        sources = registers.variables["kalla"].codes
        names = layouts.Names(
            {code: registers.agencies[code].name for code in sources},
            registers.end_states,
            self.catalogue.task_deadlines(version, agency),
            regions_of(registers),
        )
        return layouts.of_agency(names) if agency else layouts.of_country(names)

    @retried
    def _count(self, case_id: str) -> None:
        with self.store.transaction() as unit:
            version = unit.case(case_id).version
            log = unit.log(case_id)

            def step_of(process: str, element: str) -> str:
                return self.catalogue.step(version, process, element)

            if is_erased(log):  # it stays what it was last counted as
                return
            counted = figures(log, step_of)
            unit.figures.keep(case_id, log[-1].sequence, unit.figures.of(case_id), counted)
