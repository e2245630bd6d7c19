"""Where a flow may leave a node and where it may enter one, and which places are preferred."""

from __future__ import annotations

from engine.bpmn.drawing.graph import Flow, Node
from engine.bpmn.drawing.grid import ABOVE, BELOW, CENTRE, LEFT, MIDDLE, RIGHT, Grid
from engine.bpmn.drawing.plan import Plan, other_end
from engine.bpmn.drawing.search import Errand
from engine.bpmn.drawing.traffic import EAST, NORTH, SOUTH, Traffic

Dock = tuple[int, int, float]
"""Point, direction and cost."""
STRAY = 3
"""How many columns a message flow may stray from its task."""
SHARED_DOCK = 100.0


class Docks:
    """The docks of one plan on one grid."""

    def __init__(self, plan: Plan, grid: Grid, traffic: Traffic) -> None:
        self._plan, self._grid, self._traffic = plan, grid, traffic
        self._graph = plan.subject.graph
        self._cells = plan.cells()

    def errand(self, number: int, flow: Flow) -> tuple[Errand, bool]:
        """Return what a flow may do, and whether its way is to be read backwards."""
        if not flow.is_message:
            return self._sequence(number, flow), False
        if flow.source in self._graph.nodes and flow.target in self._graph.nodes:
            return self._between(number, flow), False
        return self._message(number, flow), flow.source not in self._graph.nodes

    def _sequence(self, number: int, flow: Flow) -> Errand:
        is_loop = flow.id in self._plan.subject.closing
        source = self._cells[self._graph.place(flow.source)].column
        target = self._cells[self._graph.place(flow.target)].column
        goals = self._entries(flow, is_loop)
        return Errand(
            number,
            tuple(self._exits(flow.source, is_loop)),
            goals,
            self._window(min(source, target), max(source, target), int(is_loop)),
            self._about(flow.target),
            is_loop,
        )

    def _exits(self, id: str, is_loop: bool) -> list[Dock]:
        node = self._graph.nodes[id]
        if node.host:
            return [self._seat(id)]
        upright = _upright(node, 20, 5, 30) if is_loop else _upright(node, 90, 15, 60)
        docks = [self._dock(id, RIGHT, CENTRE, EAST, 0)]
        if node.is_task:
            docks += [self._dock(id, RIGHT, line, EAST, 45) for line in (ABOVE, BELOW)]
        docks += [
            self._dock(id, MIDDLE, ABOVE, NORTH, upright),
            self._dock(id, MIDDLE, BELOW, SOUTH, upright),
        ]
        return [
            (point, direction, cost + self._sharing(node, point, direction, direction))
            for point, direction, cost in docks
        ]

    def _entries(self, flow: Flow, is_loop: bool) -> dict[int, float]:
        id = self._graph.place(flow.target)
        node = self._graph.nodes[id]
        upright = _upright(node, 10, 0, 20) if is_loop else _upright(node, 90, 15, 50)
        docks = [self._dock(id, LEFT, CENTRE, EAST, 0)]
        if node.is_task:
            docks += [self._dock(id, LEFT, line, EAST, 45) for line in (ABOVE, BELOW)]
        docks += [
            self._dock(id, MIDDLE, ABOVE, SOUTH, upright),
            self._dock(id, MIDDLE, BELOW, NORTH, upright),
        ]
        return {
            4 * point + direction: cost
            + self._sharing(node, point, EAST if is_loop else direction, (direction + 2) % 4)
            for point, direction, cost in docks
        }

    def _sharing(self, node: Node, point: int, direction: int, outwards: int) -> float:
        """Return what it costs to use another flow's dock: nothing above or below a gateway."""
        taken = self._traffic.on[self._traffic.stretch(point, outwards)]
        if not taken or (node.is_gateway and direction != EAST):
            return 0.0
        return SHARED_DOCK

    def _message(self, number: int, flow: Flow) -> Errand:
        node, pool = other_end(self._graph, flow)
        above = pool in self._plan.subject.pools_above
        line = 0 if above else self._grid.height - 1
        window = self._window(self._column(node) - STRAY, self._column(node) + STRAY, 0)
        goals = {
            4 * self._grid.vertex(x, line) + (NORTH if above else SOUTH): 0.0
            for x in range(window[0], window[1] + 1)
        }
        near = (None, self._grid.ys[line])
        return Errand(number, tuple(self._upright_docks(node)), goals, window, near, True)

    def _between(self, number: int, flow: Flow) -> Errand:
        columns = sorted((self._column(flow.source), self._column(flow.target)))
        goals = {
            4 * point + (direction + 2) % 4: cost
            for point, direction, cost in self._upright_docks(flow.target)
        }
        window = self._window(columns[0] - 1, columns[1] + 1, 0)
        starts = tuple(self._upright_docks(flow.source))
        return Errand(number, starts, goals, window, self._about(flow.target), True)

    def _upright_docks(self, id: str) -> list[Dock]:
        if self._graph.nodes[id].host:
            return [self._seat(id)]
        lines = (MIDDLE, LEFT, RIGHT) if self._graph.nodes[id].is_task else (MIDDLE,)
        return [
            self._dock(id, line, side, direction, 5.0 * (line != MIDDLE))
            for line in lines
            for side, direction in ((ABOVE, NORTH), (BELOW, SOUTH))
            if not self._is_seated(id, line, direction)
        ]

    def _is_seated(self, id: str, line: int, direction: int) -> bool:
        seats = [self._plan.seats[event.id] for event in self._graph.on(id)]
        return any(seat.line == line and seat.at_top == (direction == NORTH) for seat in seats)

    def _seat(self, id: str) -> Dock:
        seat, host = self._plan.seats[id], self._graph.place(id)
        if seat.at_top:
            return self._dock(host, seat.line, ABOVE, NORTH, 0)
        return self._dock(host, seat.line, BELOW, SOUTH, 0)

    def _dock(self, id: str, x_line: int, y_line: int, direction: int, cost: float) -> Dock:
        column, row = self._cells[id]
        point = self._grid.vertex(self._grid.x(column, x_line), self._grid.y(row, y_line))
        return point, direction, cost

    def _column(self, id: str) -> int:
        return self._cells[self._graph.place(id)].column

    def _about(self, id: str) -> tuple[float, float]:
        column, row = self._cells[self._graph.place(id)]
        return self._grid.xs[self._grid.x(column)], self._grid.ys[self._grid.y(row)]

    def _window(self, first: int, last: int, channels: int) -> tuple[int, int]:
        """Return the vertical lines from one column to another, and channels beside them."""
        first, last = max(first, 0), min(last, self._grid.columns - 1)
        beside = channels * self._grid.x_tracks
        return self._grid.x(first, LEFT) - beside, self._grid.x(last, RIGHT) + beside


def _upright(node: Node, task: float, gateway: float, event: float) -> float:
    if node.is_task:
        return task
    return gateway if node.is_gateway else event
