"""What those who own the processes read of how they are run: never a case, never a small number.

All numbers are rounded to the nearest five, in every period. What goes into a gateway comes out of
it: with exact ones the drawing itself would let a reader subtract until a hidden number is left.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from engine.access import require_may_analyse
from engine.analysis import heat, layouts
from engine.analysis.courses import Seen, seen_often
from engine.analysis.heat import MISS, NOW, NUMBER, WAIT, Heat
from engine.analysis.layouts import place, steps_of
from engine.analysis.tally import Sums, TallyShelf
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Diagram
from engine.bpmn.drawing.svg import render
from engine.counts.statistics import Period, Shown, Table, tables
from engine.errors import NotFound
from engine.model import Actor
from engine.ports import Clock, Store
from engine.refusals import watched

REMEMBERED = 24
EXPORTED, LONGEST = "analys", 40
ZERO = Shown("0", 0)
NOBODY = (ZERO,) * (len(layouts.WAITED) + 1)
NOBODY_NOW = (ZERO,) * (len(layouts.SO_FAR) + 1)
SLOWEST = 3
Cells = Sequence[Shown]


class Exports(Protocol):
    """Notes who took something out; see `engine.db.statistics`."""

    def note(self, at: datetime, actor: Actor, what: str, period: str, kind: str) -> None: ...  # noqa: D102


@dataclass(frozen=True)
class StepLine:
    """A step with its numbers: how long cases waited there, the sum last."""

    id: str
    name: str
    agency: str
    cells: Cells


@dataclass(frozen=True)
class AgencyLine:
    """An agency with the numbers of all its steps, and the steps where cases wait longest."""

    name: str
    cells: Cells
    slow: heat.Share | None
    slowest: tuple[tuple[str, heat.Share], ...]


@dataclass(frozen=True)
class Analysis:
    """How one drawing of a version was run in a period, as it may be shown."""

    version: str
    process: str
    name: str
    period: Period
    steps: tuple[StepLine, ...]
    limits: Table
    gateways: tuple[Table, ...]
    agencies: tuple[AgencyLine, ...]
    waiting: tuple[StepLine, ...]
    """What waits at each step now, whatever the period."""
    counted_at: datetime | None

    def heat(self, view: str) -> Mapping[str, Heat]:
        """Return how the drawing is marked, by element and flow. Raises NotFound."""
        if view == WAIT:
            return heat.shares({each.id: each.cells for each in self.steps}, heat.SLOW)
        if view == MISS:
            return heat.shares(_cells(self.limits), heat.LATE)
        if view == NOW:
            return heat.numbers({each.id: each.cells[-1] for each in self.waiting})
        if view != NUMBER:
            raise NotFound(view[:20])
        steps = {each.id: each.cells[-1] for each in self.steps}
        ways = {id_: cells[0] for table in self.gateways for id_, cells in _cells(table).items()}
        return heat.numbers(steps | ways)


@dataclass(frozen=True)
class Analyses:
    """Reads the sums, and makes of them what may be shown."""

    store: Store
    clock: Clock
    shelf: TallyShelf
    published: Callable[[str], ProcessSet]
    exports: Exports
    _known: OrderedDict[tuple[str, ...], tuple[Sums, Mapping[str, Table]]] = field(
        default_factory=OrderedDict, repr=False
    )

    @watched
    def report(self, actor: Actor, version: str, process: str, period: Period) -> Analysis:
        """Return the analysis of a drawing. Raises NotAllowed, or NotFound."""
        require_may_analyse(actor)
        processes = self.published(version)
        diagram = processes.diagram(process)
        sums = self.shelf.sums(version, period)
        agencies = self._agencies(processes, (period.first, period.last), sums)
        now = self._agencies(processes, (), self.shelf.waiting(version))
        told = layouts.figures(sums)
        limits, *ways = tables([layouts.of_limits(diagram), *layouts.of_gateways(diagram)], told,
                               exact=False)  # fmt: skip
        return Analysis(
            version, process, diagram.name, period, _steps(processes, diagram, agencies), limits,
            tuple(ways), _bottlenecks(processes, agencies),
            _steps(processes, diagram, now, NOBODY_NOW), self.shelf.counted_at(),
        )  # fmt: skip

    def picture(self, actor: Actor, version: str, process: str, period: Period, view: str) -> str:
        """Return the drawing as SVG, marked by a view. Raises NotAllowed, or NotFound."""
        marked = self.report(actor, version, process, period).heat(view)
        processes = self.published(version)
        xml = processes.files[processes.diagram(process).file].encode()
        marks = {id_: f"heat{each.level}" for id_, each in marked.items() if each.level}
        return render(xml, marks, {id_: each.text for id_, each in marked.items()})

    def take_out(
        self, actor: Actor, version: str, process: str, period: Period, kind: str
    ) -> tuple[Analysis, tuple[Seen, ...]]:
        """Return what is made a file of, with the courses that many took; note who took it."""
        found = self.report(actor, version, process, period)
        courses = seen_often(self.shelf.courses(version), self.shelf.sums(version, period), process)
        self.exports.note(
            self.clock.now(), actor, " ".join((EXPORTED, process))[:40], period.name, kind
        )
        return found, courses

    def processes(self, actor: Actor, version: str) -> Mapping[str, str]:
        """Return the drawings of a version by what they are called. Raises NotAllowed."""
        require_may_analyse(actor)
        found = self.published(version).diagrams.values()
        return {each.process: each.name for each in sorted(found, key=lambda d: d.name)}

    def drawn(self, version: str, process: str) -> tuple[Diagram, Mapping[str, str]]:
        """Return what names the steps of a drawing, and the agencies."""
        processes = self.published(version)
        names = {id_: each.name for id_, each in processes.registers.agencies.items()}
        return processes.diagram(process), names

    def _agencies(
        self, processes: ProcessSet, months: tuple[str, ...], sums: Sums
    ) -> Mapping[str, Table]:
        """Return each agency's table; made once, for it takes time and sums change at night.

        Without months: of what waits now.
        """
        key = processes.version, *months
        known = self._known.get(key)
        if known is None or known[0] != sums:
            layout = layouts.of_agencies if months else layouts.of_waiting
            asked = layout(processes, sums)
            made = tables(list(asked.values()), layouts.figures(sums), exact=False)
            self._known[key] = known = sums, {each.layout.id: each for each in made}
            while len(self._known) > REMEMBERED:
                self._known.popitem(last=False)
        return known[1]


def _steps(
    processes: ProcessSet, diagram: Diagram, agencies: Mapping[str, Table],
    nobody: tuple[Shown, ...] = NOBODY,
) -> tuple[StepLine, ...]:  # fmt: skip
    names = processes.registers.agencies
    known = {row: cells for each in agencies.values()
             for row, (_, cells) in zip(each.layout.rows, each.lines, strict=False)}  # fmt: skip
    return tuple(
        StepLine(each.id, each.name, _named(names, each.agency),
                 known.get(place(diagram.process, each.id), nobody))
        for each in steps_of(diagram)
    )  # fmt: skip


def _bottlenecks(processes: ProcessSet, agencies: Mapping[str, Table]) -> tuple[AgencyLine, ...]:
    """Return the agencies, that with the largest part of long waits first."""
    names = processes.registers.agencies
    found = [_agency(_named(names, id_), table) for id_, table in agencies.items()]
    return tuple(sorted(found, key=lambda a: (-(a.slow.percent if a.slow else -1), a.name)))


def _agency(name: str, table: Table) -> AgencyLine:
    *steps, (_, whole) = table.lines
    found = [(step, slow) for step, cells in steps if (slow := heat.share(cells, heat.SLOW))]
    slowest = sorted((each for each in found if each[1].percent), key=lambda s: -s[1].percent)
    return AgencyLine(name, whole, heat.share(whole, heat.SLOW), tuple(slowest[:SLOWEST]))


def _named(names: Mapping[str, object], agency: str | None) -> str:
    return str(getattr(names.get(agency or ""), "name", agency or ""))


def _cells(table: Table) -> Mapping[str, Cells]:
    """Return the cells of a table by the element or flow that a row is about."""
    rows = zip(table.layout.rows, table.lines, strict=False)
    return {row.partition(layouts.SEPARATOR)[2]: cells for row, (_, cells) in rows}
