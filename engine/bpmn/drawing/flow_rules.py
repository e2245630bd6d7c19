"""The drawing rules about flows: straight, clear of shapes and of each other, one direction."""

from __future__ import annotations

from collections.abc import Iterator
from math import hypot

from engine.bpmn.drawing.drawn import Drawn
from engine.bpmn.drawing.geometry import Box, Piece, Point
from engine.bpmn.drawing.graph import Flow
from engine.bpmn.drawing.ranks import loops
from engine.bpmn.drawing.shape_rules import Broken

NEAR = 1.5
"""How far from a border, in pixels, still counts as on it."""


def edge_not_orthogonal(drawn: Drawn) -> Broken:
    """Every piece of a flow is horizontal or vertical."""
    for flow in drawn.flows:
        if any(piece.is_level == piece.is_upright for piece in drawn.pieces(flow)):
            yield flow.id, "Flödet är inte ritat med bara vågräta och lodräta linjer."


def edge_through_shape(drawn: Drawn) -> Broken:
    """No flow goes through a shape."""
    for flow in drawn.flows:
        for id, box in drawn.obstacles.items():
            inside = box.grown(-1)
            if any(piece.goes_through(inside) for piece in drawn.pieces(flow)):
                yield flow.id, f"Flödet går genom {id}."


def edge_off_border(drawn: Drawn) -> Broken:
    """A flow starts on the border of its source and ends on the border of its target."""
    for flow in drawn.flows:
        points = drawn.edges[flow.id]
        for end, point in ((flow.source, points[0]), (flow.target, points[-1])):
            box = drawn.shapes.get(end)
            if box is not None and not _on_border(drawn, end, box, point):
                yield flow.id, f"Flödet slutar inte på kanten av {end}."


def edge_overlap(drawn: Drawn) -> Broken:
    """No two flows run on one line, but as they leave one source or reach one target."""
    for one, two in drawn.pairs():
        shared = drawn.shared(one, two)
        if any(not _within(piece, shared) for piece in _overlaps(drawn, one, two)):
            yield one.id, f"Flödet ligger på samma linje som {two.id}."


def edge_crossing(drawn: Drawn) -> Broken:
    """No two flows cross."""
    for one, two in drawn.pairs():
        for point in sorted(crossing_points(drawn, one, two)):
            yield one.id, f"Flödet korsar {two.id} vid ({point.x:g}, {point.y:g})."


def against_direction(drawn: Drawn) -> Broken:
    """A flow leads to the right, unless it closes a loop."""
    closing = loops(drawn.graph)
    for flow in drawn.flows:
        ends = [drawn.shapes.get(drawn.graph.nodes[id].host or id) for id in _nodes(drawn, flow)]
        if flow.is_message or flow.id in closing or None in ends:
            continue
        source, target = (box for box in ends if box is not None)
        if target.x < source.right:
            yield flow.id, "Flödet går inte åt höger."


def loop_between(drawn: Drawn) -> Broken:
    """A flow that closes a loop runs back above or below both its ends."""
    closing = loops(drawn.graph)
    for flow in drawn.flows:
        ends = [drawn.shapes[id] for id in _nodes(drawn, flow) if id in drawn.shapes]
        back = [piece for piece in drawn.pieces(flow) if piece.end.x < piece.start.x]
        level = {box for box in ends for piece in back if box.y < piece.start.y < box.bottom}
        if flow.id in closing and (level or not back):
            yield flow.id, "Slingan går inte tillbaka ovanför eller nedanför."


def crossing_points(drawn: Drawn, one: Flow, two: Flow) -> set[Point]:
    """Return where two flows meet, but for the stretches they run together."""
    together = [*drawn.shared(one, two), *_overlaps(drawn, one, two)]
    meetings = (mine.meeting(other) for mine in drawn.pieces(one) for other in drawn.pieces(two))
    points = {point for point in meetings if point is not None}
    return {point for point in points if not any(piece.has(point) for piece in together)}


def _nodes(drawn: Drawn, flow: Flow) -> list[str]:
    return [end for end in (flow.source, flow.target) if end in drawn.graph.nodes]


def _overlaps(drawn: Drawn, one: Flow, two: Flow) -> Iterator[Piece]:
    for mine in drawn.pieces(one):
        for other in drawn.pieces(two):
            stretch = mine.overlap(other)
            if stretch is not None:
                yield stretch


def _within(piece: Piece, shared: list[Piece]) -> bool:
    return any(stretch.has(piece.start) and stretch.has(piece.end) for stretch in shared)


def _on_border(drawn: Drawn, id: str, box: Box, point: Point) -> bool:
    node = drawn.graph.nodes.get(id)
    across = abs(point.x - box.centre.x) / (box.width / 2)
    down = abs(point.y - box.centre.y) / (box.height / 2)
    if node is not None and node.is_gateway:
        return abs(across + down - 1) * box.width / 2 < NEAR
    if node is not None and node.is_event:
        return abs(hypot(across, down) - 1) * box.width / 2 < NEAR
    return box.has_on_border(point)
