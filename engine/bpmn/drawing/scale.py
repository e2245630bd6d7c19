"""Turns the lines of the grid into pixels: every column and row as wide as it needs to be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.bpmn.drawing.graph import Lane, Pool
from engine.bpmn.drawing.grid import CENTRE, LINES, MIDDLE, SIDE_X, SIDE_Y, Grid
from engine.bpmn.drawing.measures import Room, room
from engine.bpmn.drawing.plan import Plan
from engine.bpmn.drawing.routing import Routes
from engine.bpmn.drawing.text import TASK_FONT, wrap
from engine.bpmn.drawing.tracks import SPACING, Run, level_runs, packed, upright_runs

LEFT, TOP, HEADER = 160, 80, 30
GAP = 60
"""The least distance between neighbouring nodes."""
EDGE = 24
"""The distance from a node to the nearest track; an arrow head fits in."""
ROW_PITCH, ROW_GAP = 110, 30
LANE_MARGIN = 22
LANE_HEIGHT = 130
TRACK_MARGIN = 14
POOL_GAP = 40


@dataclass
class Extra:
    """Room asked for by labels that found no place, in pixels."""

    channel: dict[int, int] = field(default_factory=dict)
    corridor: dict[int, int] = field(default_factory=dict)


@dataclass
class Scale:
    """Where the lines of the grid are."""

    grid: Grid
    column_x: list[float] = field(default_factory=list)
    channel_x: list[float] = field(default_factory=list)
    row_y: list[float] = field(default_factory=list)
    corridor_y: list[float] = field(default_factory=list)
    lane_y: list[tuple[float, float]] = field(default_factory=list)
    right: float = 0.0
    upright: dict[Run, float] = field(default_factory=dict)
    level: dict[Run, float] = field(default_factory=dict)

    def x(self, line: int, at: int) -> float:
        """Return where a vertical line is, at the height of a horizontal one."""
        column, part = divmod(line, self.grid.x_tracks + LINES)
        if part >= self.grid.x_tracks:
            return self.column_x[column] + SIDE_X * (part - self.grid.x_tracks - MIDDLE)
        return self.channel_x[column] + _offset(self.upright, line, at)

    def y(self, line: int, at: int) -> float:
        """Return where a horizontal line is, at a vertical one."""
        for row, start in enumerate(self.grid.row_start):
            if start <= line < start + LINES:
                return self.row_y[row] + SIDE_Y * (line - start - CENTRE)
        number = next(n for n, tracks in enumerate(self.grid.corridors) if line in tracks)
        return self.corridor_y[number] + _offset(self.level, line, at)


def scale(plan: Plan, routes: Routes, used: Mapping[str, frozenset[int]], extra: Extra) -> Scale:
    """Measure all lines of a routed plan."""
    found = Scale(routes.grid)
    rooms = _rooms(plan, used)
    _columns(found, plan, routes, rooms, extra)
    _rows(found, plan, routes, rooms, extra)
    return found


def _rooms(plan: Plan, used: Mapping[str, frozenset[int]]) -> dict[str, Room]:
    graph = plan.subject.graph
    at_top = {event: seat.at_top for event, seat in plan.seats.items()}
    return {
        node: room(graph, graph.nodes[node], used.get(node, frozenset()), at_top)
        for node in plan.row_in_lane
    }


def _columns(
    found: Scale, plan: Plan, routes: Routes, rooms: Mapping[str, Room], extra: Extra
) -> None:
    grid, cells = routes.grid, plan.cells()
    runs = upright_runs(grid, routes.paths.values())
    x = float(LEFT + HEADER * 2 - GAP / 2)
    for column in range(grid.columns + 1):
        mine = [run for run in runs if grid.channel_of(run.line) == column]
        lanes = packed(mine)
        found.upright |= {run: lane.offset for run, lane in lanes.items()}
        abreast = max((lane.abreast for lane in lanes.values()), default=1)
        width = max(GAP, 2 * EDGE + (abreast - 1) * SPACING)
        x += extra.channel.get(column, 0)
        found.channel_x.append(x + width / 2)
        x += width
        here = [rooms[node] for node, cell in cells.items() if cell.column == column]
        x += max((one.left for one in here), default=0)
        found.column_x.append(x)
        x += max((one.right for one in here), default=0)
    found.right = x - GAP / 2


def _rows(
    found: Scale, plan: Plan, routes: Routes, rooms: Mapping[str, Room], extra: Extra
) -> None:
    graph, grid = plan.subject.graph, routes.grid
    found.level = {}
    thickness = _thickness(found, routes)
    heights = _row_heights(plan, rooms)
    y, row, corridor, drawn = float(TOP), 0, 0, None
    for lane, rows in zip(graph.lanes, grid.lane_rows, strict=True):
        pool = next(pool for pool in graph.pools if lane in pool.lanes)
        y += POOL_GAP if drawn not in {None, pool.id} else 0
        drawn, top, first = pool.id, y, corridor
        for n in range(rows + 1):
            inner = 0 < n < rows
            gap = max(
                thickness[corridor],
                ROW_GAP if inner else LANE_MARGIN,
                ROW_PITCH - heights[row - 1][1] - heights[row][0] if inner else 0,
            )
            gap += extra.corridor.get(corridor, 0)
            found.corridor_y.append(y + gap / 2)
            y += gap
            corridor += 1
            if n < rows:
                found.row_y.append(y + heights[row][0])
                y += sum(heights[row])
                row += 1
        y = _stretched(
            found, (first, corridor), (row - rows, row), y, _least(pool, lane) - (y - top)
        )
        found.lane_y.append((top, y))


def _stretched(
    found: Scale, corridors: tuple[int, int], rows: tuple[int, int], y: float, more: float
) -> float:
    """Make a lane higher with as much above its rows as below."""
    if more <= 0:
        return y
    for n in range(*corridors):
        found.corridor_y[n] += more / 2
    for n in range(*rows):
        found.row_y[n] += more / 2
    return y + more


def _least(pool: Pool, lane: Lane) -> float:
    """Return the least height of a lane: its name fits on one line, and its pool's on all lanes.

    bpmn-js gives a header 30 pixels, which is one line and not quite two.
    """
    named = _one_line(pool.name) / len(pool.lanes) if pool.is_drawn else 0
    return max(LANE_HEIGHT, _one_line(lane.name), named)


def _one_line(name: str) -> float:
    return wrap(name, 10000, TASK_FONT).width + 16


def _thickness(found: Scale, routes: Routes) -> list[float]:
    """Return how high every corridor must be, and place the flows in it."""
    runs = level_runs(routes.grid, routes.paths.values())
    thickness: list[float] = []
    for tracks in routes.grid.corridors:
        lanes = packed([run for run in runs if run.line in tracks])
        found.level |= {run: lane.offset for run, lane in lanes.items()}
        abreast = max((lane.abreast for lane in lanes.values()), default=0)
        thickness.append(2 * TRACK_MARGIN + (abreast - 1) * SPACING if abreast else 0)
    return thickness


def _row_heights(plan: Plan, rooms: Mapping[str, Room]) -> list[tuple[float, float]]:
    """Return how far every row reaches above and below its middle."""
    cells = plan.cells()
    heights = [(25.0, 25.0)] * max(sum(plan.lane_rows()), 1)
    for node, one in rooms.items():
        row = cells[node].row
        heights[row] = max(heights[row][0], one.top), max(heights[row][1], one.bottom)
    return heights


def _offset(offsets: Mapping[Run, float], line: int, at: int) -> float:
    for run, offset in offsets.items():
        if run.line == line and run.first <= at <= run.last:
            return offset
    return 0.0
