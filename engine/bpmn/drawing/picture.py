"""The finished drawing in pixels, and how a routed plan becomes one."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

from engine.bpmn.drawing.geometry import Box, Point
from engine.bpmn.drawing.graph import Graph
from engine.bpmn.drawing.grid import MIDDLE, SIDE_X
from engine.bpmn.drawing.measures import EVENT, size
from engine.bpmn.drawing.plan import Plan
from engine.bpmn.drawing.routing import Routes
from engine.bpmn.drawing.scale import HEADER, LEFT, Extra, Scale, scale
from engine.bpmn.drawing.search import corners

BLACK_BOX = 60
BLACK_BOX_GAP = 60


@dataclass
class Picture:
    """Boxes of shapes, points of flows, boxes of labels."""

    shapes: dict[str, Box] = field(default_factory=dict)
    nodes: dict[str, Box] = field(default_factory=dict)
    flows: dict[str, list[Point]] = field(default_factory=dict)
    labels: dict[str, Box] = field(default_factory=dict)


def used_sides(plan: Plan, routes: Routes) -> dict[str, frozenset[int]]:
    """Return on which sides of every node flows leave or enter."""
    graph = plan.subject.graph
    used: dict[str, set[int]] = {}
    for flow in [*graph.flows, *graph.messages]:
        path = routes.paths.get(flow.id)
        if path:
            used.setdefault(flow.source, set()).add(_direction(routes, path[0], path[1]))
            used.setdefault(flow.target, set()).add(_direction(routes, path[-1], path[-2]))
    return {node: frozenset(sides) for node, sides in used.items()}


def picture(plan: Plan, routes: Routes, extra: Extra) -> Picture:
    """Draw a routed plan, without labels."""
    graph = plan.subject.graph
    used = used_sides(plan, routes)
    measured = scale(plan, routes, used, extra)
    found = Picture()
    _draw_nodes(found, plan, measured)
    _draw_pools(found, graph, measured, plan)
    for flow in [*graph.flows, *graph.messages]:
        path = routes.paths.get(flow.id)
        ends = (found.nodes.get(flow.source), found.nodes.get(flow.target))
        boxes = tuple(
            box or found.shapes[end]
            for box, end in zip(ends, (flow.source, flow.target), strict=True)
        )
        found.flows[flow.id] = _points(measured, path, boxes) if path else _straight(boxes)
    return found


def _direction(routes: Routes, first: int, second: int) -> int:
    step = (1, routes.grid.width, -1, -routes.grid.width)
    return step.index(second - first)


def _draw_nodes(found: Picture, plan: Plan, measured: Scale) -> None:
    graph = plan.subject.graph
    for node, cell in plan.cells().items():
        width, height = size(graph.nodes[node])
        x, y = measured.column_x[cell.column], measured.row_y[cell.row]
        found.nodes[node] = Box(x - width / 2, y - height / 2, width, height)
    for event, seat in plan.seats.items():
        host = found.nodes[graph.place(event)]
        x = host.centre.x + SIDE_X * (seat.line - MIDDLE)
        y = host.y if seat.at_top else host.bottom
        found.nodes[event] = Box(x - EVENT / 2, y - EVENT / 2, EVENT, EVENT)


def _draw_pools(found: Picture, graph: Graph, measured: Scale, plan: Plan) -> None:
    width = measured.right - LEFT
    extent = dict(zip((lane.id for lane in graph.lanes), measured.lane_y, strict=True))
    for pool in graph.pools:
        if pool.is_black_box:
            continue
        top, bottom = extent[pool.lanes[0].id][0], extent[pool.lanes[-1].id][1]
        if pool.is_drawn:
            found.shapes[pool.id] = Box(LEFT, top, width, bottom - top)
        for lane in pool.lanes:
            if lane.is_drawn:
                top, bottom = extent[lane.id]
                found.shapes[lane.id] = Box(LEFT + HEADER, top, width - HEADER, bottom - top)
    _draw_black_boxes(found, graph, measured, plan)


def _draw_black_boxes(found: Picture, graph: Graph, measured: Scale, plan: Plan) -> None:
    above = measured.lane_y[0][0] if measured.lane_y else 0.0
    below = measured.lane_y[-1][1] if measured.lane_y else 0.0
    width = measured.right - LEFT
    for pool in graph.pools:
        if not pool.is_black_box:
            continue
        if pool.id in plan.subject.pools_above:
            above -= BLACK_BOX + BLACK_BOX_GAP
            found.shapes[pool.id] = Box(LEFT, above, width, BLACK_BOX)
        else:
            found.shapes[pool.id] = Box(LEFT, below + BLACK_BOX_GAP, width, BLACK_BOX)
            below += BLACK_BOX + BLACK_BOX_GAP


def _points(measured: Scale, path: Sequence[int], boxes: Sequence[Box]) -> list[Point]:
    """Return the points of a flow from border to border."""
    ends = [divmod(point, measured.grid.width) for point in corners(path)]
    lines: list[tuple[bool, float]] = []
    for (y1, x1), (y2, x2) in itertools.pairwise(ends):
        inside = measured.grid.height - 1
        middle = (y1 if 0 < y1 < inside else y2, x1)
        lines.append((True, measured.x(x1, middle[0])) if x1 == x2 else (False, measured.y(y1, x1)))
    start = _border(lines[0], boxes[0], _forward(ends[0], ends[1]))
    last = _border(lines[-1], boxes[1], not _forward(ends[-2], ends[-1]))
    turns = [
        Point(one[1], two[1]) if one[0] else Point(two[1], one[1])
        for one, two in itertools.pairwise(lines)
    ]
    return [start, *turns, last]


def _forward(one: tuple[int, int], two: tuple[int, int]) -> bool:
    """Tell whether a stretch leads right or down."""
    return two > one


def _border(line: tuple[bool, float], box: Box, forward: bool) -> Point:
    """Return where a line leaves a box, right or down when forward, else left or up."""
    is_upright, at = line
    if is_upright:
        return Point(at, box.bottom if forward else box.y)
    return Point(box.right if forward else box.x, at)


def _straight(boxes: Sequence[Box]) -> list[Point]:
    """Return a makeshift line for a flow that found no way."""
    one, two = boxes[0].centre, boxes[1].centre
    return [Point(boxes[0].right, one.y), Point(boxes[1].x, one.y), Point(boxes[1].x, two.y)]
