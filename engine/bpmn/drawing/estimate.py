"""Reckons quickly, without routing, how good a choice of rows is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from engine.bpmn.drawing.graph import Flow
from engine.bpmn.drawing.grid import Cell
from engine.bpmn.drawing.plan import Subject

BEND, CROSSED, ROW, DROP, BLOCKED = 40, 150, 50, 12, 120


class Span(NamedTuple):
    """A straight piece of a flow: at a place across, from one place along to another.

    Columns are even numbers, the channels between them odd; rows likewise.
    """

    across: float
    start: float
    end: float


@dataclass(frozen=True)
class Guess:
    """One way a flow might run."""

    cost: float
    upright: tuple[Span, ...] = ()
    level: tuple[Span, ...] = ()


@dataclass
class Sheet:
    """The cells that are taken, and the flows guessed so far."""

    rows: dict[int, int] = field(default_factory=dict)
    """For every row a bit for each taken column."""
    columns: dict[int, int] = field(default_factory=dict)
    upright: list[tuple[Span, str, str]] = field(default_factory=list)
    level: list[tuple[Span, str, str]] = field(default_factory=list)

    def take(self, cell: Cell) -> None:
        """Mark a cell as taken."""
        self.rows[cell.row] = self.rows.get(cell.row, 0) | 1 << cell.column
        self.columns[cell.column] = self.columns.get(cell.column, 0) | 1 << cell.row

    def in_row(self, row: int, first: int, last: int) -> int:
        """Count the taken cells of a row, both ends included."""
        return _bits(self.rows.get(row, 0), first, last)

    def in_column(self, column: int, first: int, last: int) -> int:
        """Count the taken cells of a column, both ends included."""
        return _bits(self.columns.get(column, 0), first, last)

    def crossings(self, guess: Guess, flow: tuple[str, str]) -> int:
        """Count the flows a guess would cross, those from or to the same node excepted."""
        return sum(_crosses(span, self.level, flow) for span in guess.upright) + sum(
            _crosses(span, self.upright, flow) for span in guess.level
        )

    def draw(self, guess: Guess, flow: tuple[str, str]) -> None:
        """Remember a guess."""
        self.upright += [(span, *flow) for span in guess.upright]
        self.level += [(span, *flow) for span in guess.level]


def estimate(subject: Subject, cells: Mapping[str, Cell], rows: int) -> float:
    """Return the cost of rows: crossings, bends, detours, drops and the number of rows."""
    sheet = Sheet()
    for cell in cells.values():
        sheet.take(cell)
    total = float(ROW * rows)
    for flow in subject.graph.flows:
        total += _best(subject, sheet, cells, flow)
    return total


def _best(subject: Subject, sheet: Sheet, cells: Mapping[str, Cell], flow: Flow) -> float:
    graph = subject.graph
    ends = (graph.place(flow.source), graph.place(flow.target))
    source, target = cells[ends[0]], cells[ends[1]]
    if flow.id in subject.closing:
        guesses = _back(sheet, source, target)
    else:
        turns_first = graph.nodes[flow.source].is_gateway or flow.source != ends[0]
        turns_last = graph.nodes[ends[1]].is_gateway
        guesses = _forward(sheet, source, target, (turns_first, turns_last, flow.source != ends[0]))
    costs = [guess.cost + CROSSED * sheet.crossings(guess, ends) for guess in guesses]
    best = min(range(len(costs)), key=costs.__getitem__)
    sheet.draw(guesses[best], ends)
    drop = DROP * abs(source.row - target.row)
    return drop + costs[best] * (1.5 if flow.id in subject.main else 1.0)


def _forward(
    sheet: Sheet, source: Cell, target: Cell, turns: tuple[bool, bool, bool]
) -> list[Guess]:
    (c1, g1), (c2, g2) = source, target
    turns_first, turns_last, from_border = turns
    if g1 == g2:
        in_the_way = sheet.in_row(g1, c1 + 1, c2 - 1) + from_border
        cost = BLOCKED + 2 * BEND if in_the_way else 0
        return [Guess(cost, (), (Span(2 * g1 + bool(in_the_way), 2 * c1, 2 * c2),))]
    low, high = min(g1, g2) + 1, max(g1, g2) - 1
    guesses = []
    if turns_first:
        cost = BEND + BLOCKED * (sheet.in_column(c1, low, high) + sheet.in_row(g2, c1, c2 - 1))
        guesses.append(_angle(cost, 2 * c1 + 0.3 * from_border, source, target))
    if turns_last:
        cost = BEND + BLOCKED * (sheet.in_column(c2, low, high) + sheet.in_row(g1, c1 + 1, c2))
        guesses.append(_angle(cost + from_border * BLOCKED, 2 * c2, source, target))
    for channel in {c1, c2 - 1} if not from_border else ():
        in_the_way = sheet.in_row(g1, c1 + 1, channel) + sheet.in_row(g2, channel + 1, c2 - 1)
        guesses.append(_angle(2 * BEND + BLOCKED * in_the_way, 2 * channel + 1, source, target))
    return guesses


def _angle(cost: float, across: float, source: Cell, target: Cell) -> Guess:
    """Guess a flow that runs level, then upright at a place, then level again."""
    (c1, g1), (c2, g2) = source, target
    return Guess(
        cost,
        (Span(across, 2 * min(g1, g2), 2 * max(g1, g2)),),
        (Span(2 * g1, 2 * c1, across), Span(2 * g2, across, 2 * c2)),
    )


def _back(sheet: Sheet, source: Cell, target: Cell) -> list[Guess]:
    """Guess a loop above, and one below, both ends."""
    top, bottom = min(source.row, target.row), max(source.row, target.row)
    first, last = sorted((2 * source.column, 2 * target.column))
    guesses = []
    for level in (2 * top - 1, 2 * bottom + 1):
        upright, in_the_way = [], 0
        for column, row in (source, target):
            upright.append(Span(2 * column, min(2 * row, level), max(2 * row, level)))
            passed = (top, row - 1) if level < 2 * top else (row + 1, bottom)
            in_the_way += sheet.in_column(column, *passed)
        cost = 2.0 * BEND + BLOCKED * in_the_way
        guesses.append(Guess(cost, tuple(upright), (Span(level, first, last),)))
    return guesses


def _bits(mask: int, first: int, last: int) -> int:
    if last < first or not mask:
        return 0
    return ((mask >> first) & ((1 << (last - first + 1)) - 1)).bit_count()


def _crosses(span: Span, others: list[tuple[Span, str, str]], flow: tuple[str, str]) -> int:
    across, start, end = span
    return sum(
        1
        for (level, first, last), source, target in others
        if first < across < last and start < level < end and source != flow[0] and target != flow[1]
    )
