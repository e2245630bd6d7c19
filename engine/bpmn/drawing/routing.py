"""Routes all flows of a plan: one after the other, then again those that cross."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from engine.bpmn.drawing.docks import Docks
from engine.bpmn.drawing.graph import Flow
from engine.bpmn.drawing.grid import LINES, Grid
from engine.bpmn.drawing.plan import Plan
from engine.bpmn.drawing.search import BEND, Search, corners
from engine.bpmn.drawing.traffic import CROSSING, Traffic

X_TRACKS, Y_TRACKS = 5, 4
LOST = 30000.0
"""What a flow costs that finds no way."""
PASSES = 2
FEW_CORNERS = 3
"""The points of a flow with one bend."""
MAIN_BEND = 2 * BEND
"""What a bend costs where the main path is not straight."""


@dataclass(frozen=True)
class Routes:
    """The ways of all flows on the grid."""

    grid: Grid
    paths: dict[str, tuple[int, ...]]
    crossings: tuple[tuple[str, str], ...]
    cost: float
    is_complete: bool


class Router:
    """One plan being routed."""

    def __init__(self, plan: Plan, tracks: tuple[int, int] = (X_TRACKS, Y_TRACKS)) -> None:
        graph = plan.subject.graph
        self.plan = plan
        self.grid = plan.grid(*tracks)
        self.flows: list[Flow] = [*graph.flows, *graph.messages]
        self.traffic = Traffic(self.grid.width, self.grid.height, [_ends(f) for f in self.flows])
        self.search = Search(self.grid, self._closed(), self.traffic)
        self.docks = Docks(plan, self.grid, self.traffic)
        self.paths: dict[int, tuple[int, ...]] = {}
        self.costs: dict[int, float] = {}

    def route(self, passes: int = PASSES) -> Routes:
        """Route every flow, then try again where it pays."""
        order = sorted(range(len(self.flows)), key=self._order)
        for flow in order:
            self._route(flow)
        for _ in range(passes):
            before = self.cost()
            for flow in self._improvable(order):
                self._route(flow)
            self._untangle()
            if self.cost() >= before:
                break
        return self._result()

    def _improvable(self, order: list[int]) -> list[int]:
        """Return the flows that bend more than once or cross another, the costliest first."""
        crossing = {flow for pair in self.crossing_pairs() for flow in pair}
        bent = {flow for flow, path in self.paths.items() if len(corners(path)) > FEW_CORNERS}
        lost = set(order) - set(self.paths)
        return sorted(crossing | bent | lost, key=lambda flow: (-self.costs[flow], flow))

    def cost(self) -> float:
        """Return the sum of lengths, bends, crossings and flows that found no way."""
        lost = LOST * (len(self.flows) - len(self.paths))
        shapes = sum(self._shape(flow, path) for flow, path in self.paths.items())
        return lost + CROSSING * len(self.crossing_pairs()) + shapes

    def _shape(self, flow: int, points: tuple[int, ...]) -> float:
        ends = [divmod(point, self.grid.width) for point in corners(points)]
        xs, ys = self.grid.xs, self.grid.ys
        length = sum(
            abs(xs[one[1]] - xs[two[1]]) + abs(ys[one[0]] - ys[two[0]])
            for one, two in itertools.pairwise(ends)
        )
        bend = MAIN_BEND if self.flows[flow].id in self.plan.subject.main else BEND
        return length + bend * (len(ends) - 2)

    def _route(self, flow: int) -> None:
        if flow in self.paths:
            self.traffic.remove(flow, self.paths.pop(flow))
        errand, _ = self.docks.errand(flow, self.flows[flow])
        way = self.search.find(errand)
        self.costs[flow] = LOST if way is None else way.cost
        if way is not None:
            self.paths[flow] = way.points
            self.traffic.add(flow, way.points)

    def _untangle(self) -> None:
        """Take up two flows that cross, and lay them in the other order."""
        for one, two in self.crossing_pairs():
            before, cost = (dict(self.paths), dict(self.costs)), self.cost()
            for flow in (one, two):
                if flow in self.paths:
                    self.traffic.remove(flow, self.paths.pop(flow))
            self._route(two)
            self._route(one)
            self._route(two)
            if self.cost() > cost:
                self._restore(*before, (one, two))

    def _restore(
        self, paths: dict[int, tuple[int, ...]], costs: dict[int, float], changed: tuple[int, int]
    ) -> None:
        for flow in changed:
            if flow in self.paths:
                self.traffic.remove(flow, self.paths.pop(flow))
            if flow in paths:
                self.traffic.add(flow, paths[flow])
        self.paths, self.costs = paths, costs

    def crossing_pairs(self) -> list[tuple[int, int]]:
        """Return the pairs of flows that cross, each as often as they do."""
        return sorted(
            (flow, other)
            for flow, path in self.paths.items()
            for other in self.traffic.crossed(flow, path)
            if flow < other
        )

    def _order(self, number: int) -> tuple[bool, bool, int, int]:
        flow, graph = self.flows[number], self.plan.subject.graph
        if flow.source not in graph.nodes or flow.target not in graph.nodes:
            return True, False, 0, number
        cells = self.plan.cells()
        source, target = cells[graph.place(flow.source)], cells[graph.place(flow.target)]
        span = abs(source.column - target.column) + abs(source.row - target.row)
        return flow.is_message, flow.id in self.plan.subject.closing, span, number

    def _closed(self) -> bytearray:
        grid = self.grid
        closed = bytearray(grid.width * (grid.height + 1))
        for x in range(grid.width):
            closed[x] = closed[grid.vertex(x, grid.height - 1)] = 1
        for column, row in self.plan.cells().values():
            for x in range(LINES):
                for y in range(LINES):
                    closed[grid.vertex(grid.x(column, x), grid.y(row, y))] = 1
        return closed

    def _result(self) -> Routes:
        pairs = [(self.flows[a].id, self.flows[b].id) for a, b in self.crossing_pairs()]
        paths = {}
        for number, points in self.paths.items():
            _, backwards = self.docks.errand(number, self.flows[number])
            paths[self.flows[number].id] = points[::-1] if backwards else points
        return Routes(self.grid, paths, tuple(pairs), self.cost(), len(paths) == len(self.flows))


def _ends(flow: Flow) -> tuple[str, str]:
    """Return what lets flows share a stretch; message flows share none."""
    if flow.is_message:
        return f"{flow.id} from", f"{flow.id} to"
    return flow.source, flow.target
