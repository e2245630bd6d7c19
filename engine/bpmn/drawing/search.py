"""Finds the cheapest way for one flow across the grid (A*)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from engine.bpmn.drawing.grid import Grid
from engine.bpmn.drawing.traffic import WEST, Traffic

BEND = 40.0
NOWHERE = -1
TURNS = ((0, 1, 3), (0, 1, 2), (1, 2, 3), (0, 2, 3))


@dataclass(frozen=True)
class Errand:
    """What a flow may do: where it may start and end, and how far it may stray."""

    flow: int
    starts: tuple[tuple[int, int, float], ...]
    """Point, direction and cost."""
    goals: Mapping[int, float]
    """What it costs to end at a point in a direction, as one number."""
    window: tuple[int, int]
    """The first and last vertical line."""
    near: tuple[float | None, float]
    """About where the goal is."""
    may_turn_back: bool


@dataclass(frozen=True)
class Way:
    """The points a flow runs through, and what that costs."""

    points: tuple[int, ...]
    cost: float


class Search:
    """A grid with its closed points and its traffic.

    A state is a point and the direction one arrives there in, as one number.
    """

    def __init__(self, grid: Grid, closed: bytearray, traffic: Traffic) -> None:
        self._closed, self._traffic = closed, traffic
        self._x_of, self._at_x, self._at_y = grid.x_of, grid.at_x, grid.at_y
        self._corridor = grid.in_corridor
        self._costs = (grid.east_cost, grid.south_cost, grid.east_cost, grid.south_cost)
        self._back = (0, 0, 1, grid.width)

    def find(self, errand: Errand) -> Way | None:
        """Return the cheapest way, or None when there is none."""
        came: dict[int, int] = {}
        queue = [
            (cost + self._left(point, errand), 0.0, cost, 4 * point + direction, NOWHERE)
            for point, direction, cost in errand.starts
        ]
        heapify(queue)
        while queue:
            _, _, cost, state, before = heappop(queue)
            if state in came:
                continue
            came[state] = before
            if state in errand.goals and before != NOWHERE:
                return Way(_trace(came, state), cost)
            for following, more in self._moves(errand, state, before == NOWHERE):
                if following not in came:
                    total = cost + more + errand.goals.get(following, 0.0)
                    left = self._left(following >> 2, errand)
                    heappush(queue, (total + left, left, total, following, state))
        return None

    def _moves(self, errand: Errand, state: int, first: bool) -> Iterator[tuple[int, float]]:
        """Yield the next states with their costs."""
        point, arriving = state >> 2, state & 3
        traffic = self._traffic
        for leaving in (arriving,) if first else TURNS[arriving]:
            following = point + traffic.step[leaving]
            if not self._is_open(errand, following, leaving):
                continue
            cost = self._costs[leaving][point - self._back[leaving]]
            stretch = 2 * point + traffic.leaving[leaving]
            if traffic.on[stretch]:
                if not traffic.may_share(errand.flow, stretch):
                    continue
                cost *= traffic.company(errand.flow, stretch)
            if traffic.busy[point] and not first:
                toll = traffic.toll(errand.flow, point, arriving, leaving)
                if toll is None:
                    continue
                cost += toll
            yield 4 * following + leaving, cost if leaving == arriving else cost + BEND

    def _is_open(self, errand: Errand, point: int, direction: int) -> bool:
        """Tell whether a flow may enter a point: no node, not outside, not backwards in a row."""
        if self._closed[point]:
            return 4 * point + direction in errand.goals
        if direction == WEST and not (errand.may_turn_back and self._corridor[point]):
            return False
        return errand.window[0] <= self._x_of[point] <= errand.window[1]

    def _left(self, point: int, errand: Errand) -> float:
        x, y = errand.near
        down = abs(self._at_y[point] - y)
        return down if x is None else down + abs(self._at_x[point] - x)


def _trace(came: Mapping[int, int], state: int) -> tuple[int, ...]:
    points: list[int] = []
    while state != NOWHERE:
        points.append(state >> 2)
        state = came[state]
    return tuple(reversed(points))


def corners(points: Sequence[int]) -> list[int]:
    """Return the first point, the bends and the last point."""
    inner = [
        point
        for before, point, after in zip(points, points[1:], points[2:], strict=False)
        if after - point != point - before
    ]
    return [points[0], *inner, points[-1]]
