"""Hides small numbers of a table so that none of them can be worked out from what is left.

Numbers from 1 to 4 are hidden (the requirement base proposes n < 5). A zero is shown only in a
group of five or more: in a smaller one it would tell where each of the few is *not*, and so, where
they are. Then as many more numbers are hidden as it takes for every hidden one to have at least
two possible values for a reader who knows the shown numbers, the sums, and this very rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from heapq import heappop, heappush

SMALLEST = 5
"""The smallest number of people that is shown."""
NO_LIMIT = 10**9
COST_OF_TOTAL = 10**6
Place = tuple[int, int]
"""Row and column; the totals stand after the last row and the last column."""
Node = tuple[str, int]
"""A row or a column."""
Arc = tuple[Node, Node]
Step = tuple[Arc, Place, int]
"""A way from a row to a column or back, over a place, and what it costs to hide that."""


class Mark(StrEnum):
    """Why a number is not shown."""

    FEW = "few"
    """It is 0 to 4."""
    SHIELD = "shield"
    """It is five or more, and would give another one away."""


@dataclass(frozen=True)
class Counts:
    """Numbers in rows and columns, and which of the totals are told with them."""

    values: tuple[tuple[int, ...], ...]
    row_totals: bool = True
    """One more column, with the sum of each row."""
    column_totals: bool = True
    """One more row, with the sum of each column."""

    @cached_property
    def height(self) -> int:
        """Return the number of rows without totals."""
        return len(self.values)

    @cached_property
    def width(self) -> int:
        """Return the number of columns without totals."""
        return len(self.values[0]) if self.values else 0

    @property
    def grand(self) -> Place:
        """Return where the sum of everything stands."""
        return self.height, self.width if self.row_totals else 0

    def value(self, place: Place) -> int:
        """Return a number or a total."""
        row, column = place
        return self._summed[row][column]

    @cached_property
    def _summed(self) -> tuple[tuple[int, ...], ...]:
        """The numbers with all totals: large tables are asked for them very often."""
        rows = [(*row, sum(row)) for row in self.values]
        return (*rows, tuple(map(sum, zip(*rows, strict=True))) if rows else (0,))

    def told(self) -> Iterator[Place]:
        """Yield every place that has a number in the table."""
        for row in range(self.height + self.column_totals):
            for column in range(self.width + self.row_totals):
                yield row, column


def hidden(counts: Counts, also: Iterable[Place] = ()) -> dict[Place, Mark]:
    """Return the places whose numbers must not be shown, with the reason.

    `also` are places that are hidden because another table needs it.
    """
    marks = {place: _mark(counts, place) for place in counts.told() if _is_few(counts, place)}
    marks |= {place: _mark(counts, place) for place in also}
    waiting, arcs = list(marks), list(_arcs(counts, marks))
    while waiting:
        more = [place for place in _shields(counts, arcs, waiting.pop()) if place not in marks]
        if more:
            marks |= {place: _mark(counts, place) for place in more}
            arcs = list(_arcs(counts, marks))
        waiting += more
    return marks


def hidden_in_all(tables: Sequence[Counts]) -> list[dict[Place, Mark]]:
    """Return what to hide in tables that tell the same people: the same sum is in all or none."""
    marks = [hidden(each) for each in tables]
    if any(each.grand in mark for each, mark in zip(tables, marks, strict=True)):
        return [hidden(each, [each.grand]) for each in tables]
    return marks


def hidden_in_kin(tables: Sequence[Counts]) -> list[dict[Place, Mark]]:
    """Return what to hide in tables whose columns have the same sums: each is in all or none."""
    shared: set[int] = set()
    while True:
        marks = [hidden(each, [(each.height, column) for column in sorted(shared)])
                 for each in tables]  # fmt: skip
        found = {column for each, mark in zip(tables, marks, strict=True)
                 for row, column in mark if row == each.height}  # fmt: skip
        if found == shared:
            return marks
        shared = found


def rounded(value: int) -> int:
    """Return a number to the nearest five."""
    return (value + SMALLEST // 2) // SMALLEST * SMALLEST


def _is_few(counts: Counts, place: Place) -> bool:
    value = counts.value(place)
    return 0 < value < SMALLEST or (value == 0 and _in_small_group(counts, place))


def _in_small_group(counts: Counts, place: Place) -> bool:
    """Say whether the sum of the row or of the column, where it is told, is 1 to 4."""
    row, column = place
    sums = []
    if counts.row_totals:
        sums.append(counts.value((row, counts.width)))
    if counts.column_totals:
        sums.append(counts.value((counts.height, column)))
    return any(0 < each < SMALLEST for each in sums)


def _mark(counts: Counts, place: Place) -> Mark:
    return Mark.FEW if counts.value(place) < SMALLEST else Mark.SHIELD


def _cost(counts: Counts, place: Place) -> int:
    """Say what a reader loses when a number is hidden: least by a small one, most by a total."""
    if place == counts.grand:
        return COST_OF_TOTAL**2
    is_total = place[0] == counts.height or place[1] == counts.width
    return 1 + counts.value(place) + COST_OF_TOTAL * is_total


def _shields(counts: Counts, arcs: Sequence[Step], exposed: Place) -> Iterable[Place]:
    """Return what must be hidden, at the least cost, for a place to have two possible values.

    Two tables with the same sums differ by steps of one around closed ways that turn by turn go
    along rows and columns. So a number can be another one only if such a way leads through it.
    """
    there: Arc = (("row", exposed[0]), ("column", exposed[1]))
    possible = {arc for arc, _, _ in arcs}
    ways = [_way(arcs, arc) for arc in (there, there[::-1]) if arc in possible]
    found = [way for way in ways if way is not None]
    return min(found)[1] if found else counts.told()


def _arcs(counts: Counts, marks: Mapping[Place, Mark]) -> Iterator[Step]:
    """Yield the steps that numbers allow when hidden, each with what it costs to hide them.

    From row to column a number grows, and back it shrinks; in a total it is the other way round,
    for it stands on the other side of the equation.
    """
    for row in range(counts.height + 1):
        for column in range(counts.width + 1):
            place = row, column
            lowest, highest = _limits(counts, marks, place)
            value = counts.value(place)
            grows, shrinks = value < highest, value > lowest
            if (row == counts.height) != (column == counts.width):
                grows, shrinks = shrinks, grows
            known = place in marks or not _is_told(counts, place)
            cost = 0 if known else _cost(counts, place)
            there: Arc = (("row", row), ("column", column))
            if grows:
                yield there, place, cost
            if shrinks:
                yield there[::-1], place, cost


def _limits(counts: Counts, marks: Mapping[Place, Mark], place: Place) -> tuple[int, int]:
    """Return the smallest and largest value that a reader holds possible once it is hidden."""
    value = counts.value(place)
    if not _is_told(counts, place):
        return -NO_LIMIT, NO_LIMIT
    if marks.get(place, _mark(counts, place)) is Mark.SHIELD:
        return SMALLEST, NO_LIMIT
    could_be_zero = value == 0 or _in_small_group(counts, place)
    return 0 if could_be_zero else 1, SMALLEST - 1


def _is_told(counts: Counts, place: Place) -> bool:
    row_total, column_total = place[1] == counts.width, place[0] == counts.height
    return (counts.row_totals or not row_total) and (counts.column_totals or not column_total)


def _way(
    arcs: Iterable[tuple[Arc, Place, int]], first: Arc
) -> tuple[int, tuple[Place, ...]] | None:
    """Return the cheapest way from the end of an arc to its start, not straight back along it."""
    start, end = first
    nexts: dict[Node, list[tuple[Node, Place, int]]] = {}
    for (here, there), place, cost in arcs:
        if (here, there) != (end, start):
            nexts.setdefault(here, []).append((there, place, cost))
    reached: list[tuple[int, Node, tuple[Place, ...]]] = [(0, end, ())]
    done: set[Node] = set()
    while reached:
        spent, here, hidden_ = heappop(reached)
        if here == start:
            return spent, hidden_
        if here not in done:
            done.add(here)
            for there, place, cost in nexts.get(here, ()):
                heappush(reached, (spent + cost, there, (*hidden_, place) if cost else hidden_))
    return None
