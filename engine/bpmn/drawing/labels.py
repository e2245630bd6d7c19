"""Finds for every label a place where it touches nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from engine.bpmn.drawing.geometry import Box, Piece, Point, pieces
from engine.bpmn.drawing.graph import Flow, Graph, Node
from engine.bpmn.drawing.measures import LABEL_GAP, label_size
from engine.bpmn.drawing.picture import Picture

CLEAR = 3
"""The least distance from a label to anything else."""
BESIDE = 5
"""The distance from a flow to its label."""
FIRST = 8
"""The distance from the source to its label."""
STROKE = 18
"""The same for a default flow, clear of the stroke across it."""
ARROW = 16
"""The distance from the head of a message flow to its label."""
STEP = 6
STRAIGHT = 2
"""The number of points of a straight flow."""
TRUNK = 1000
"""A label beside a stretch that begins with another flow is hard to tell; better further on."""


class Place(NamedTuple):
    """A place for the label of a flow."""

    distance: int
    """How far from the source; more on the less usual side."""
    beside: Piece
    """The stretch of the flow it stands beside."""
    box: Box


@dataclass
class Labels:
    """The labels of one picture while they are placed."""

    graph: Graph
    drawn: Picture
    homeless: list[Node | Flow] = field(default_factory=list)
    _frames: list[Piece] = field(default_factory=list)

    def place(self) -> list[Node | Flow]:
        """Place all labels; return what found no free place."""
        self._frames = [side for box in self.drawn.shapes.values() for side in _sides(box)]
        for node in self.graph.nodes.values():
            if node.name and not node.is_task:
                self._settle(node, list(self._beside_node(node)))
        for flow in [*self.graph.flows, *self.graph.messages]:
            if flow.name:
                self._settle(flow, list(self._along_flow(flow)))
        return self.homeless

    def _settle(self, owner: Node | Flow, places: list[Box]) -> None:
        free = next((box for box in places if self._trouble(box) == 0), None)
        if free is None:
            self.homeless.append(owner)
            free = min(places, key=self._trouble)
        self.drawn.labels[owner.id] = free

    def _trouble(self, box: Box) -> int:
        """Count what a label in this place would touch."""
        wide = box.grown(CLEAR)
        flows = sum(
            piece.goes_through(wide)
            for points in self.drawn.flows.values()
            for piece in pieces(points)
        )
        shapes = sum(wide.overlaps(shape) for shape in self.drawn.nodes.values())
        labels = sum(wide.overlaps(label) for label in self.drawn.labels.values())
        return flows + shapes + labels + sum(side.goes_through(box) for side in self._frames)

    def _beside_node(self, node: Node) -> Iterator[Box]:
        width, height = label_size(node.name)
        box = self.drawn.nodes[node.id]
        x, y = box.centre
        below, above = box.bottom + LABEL_GAP, box.y - LABEL_GAP - height
        if node.host:
            yield from self._beside_host(node, width, height)
        first, second = (below, above) if node.is_event else (above, below)
        left, right = x - 6 - width, x + 6
        for top in (first, second):
            yield Box(x - width / 2, top, width, height)
        for top in (first, second):
            yield Box(left, top, width, height)
            yield Box(right, top, width, height)
        yield Box(box.right + LABEL_GAP, y - LABEL_GAP - height, width, height)
        yield Box(box.right + LABEL_GAP, y + LABEL_GAP, width, height)

    def _beside_host(self, node: Node, width: int, height: int) -> Iterator[Box]:
        """Yield the places beside a boundary event, just outside its host, then beside its flow."""
        box, host = self.drawn.nodes[node.id], self.drawn.nodes[node.host or ""]
        is_top = box.y < host.y
        near = host.y - LABEL_GAP - height if is_top else host.bottom + LABEL_GAP
        sides = [box.x - LABEL_GAP - width, box.right + LABEL_GAP]
        if box.centre.x < host.centre.x:
            sides.reverse()
        yield from (Box(x, near, width, height) for x in sides)
        far = box.y - LABEL_GAP - height if is_top else box.bottom + LABEL_GAP
        for x in (box.centre.x - BESIDE - width, box.centre.x + BESIDE):
            yield Box(x, far, width, height)

    def _along_flow(self, flow: Flow) -> Iterator[Box]:
        """Yield the places beside a flow where it runs alone, nearest its source first."""
        width, height = label_size(flow.name)
        points = self.drawn.flows[flow.id]
        if flow.is_message and flow.source in self.graph.nodes:
            points = points[::-1]
        places = list(_places(points, width, height, _near(flow)))
        alone = [place for place in places if not self._is_shared(flow, place.beside)]
        first = next(pieces(points)) if self._has_trunk(flow, points) else None
        alone.sort(key=lambda place: place.distance + TRUNK * _is_beside(first, place))
        yield from (place.box for place in alone)
        if not alone:
            yield from (place.box for place in places)

    def _has_trunk(self, flow: Flow, points: list[Point]) -> bool:
        """Tell whether a flow shares its first piece with another and then goes on alone."""
        others = [self.drawn.flows[other.id] for other in self.graph.flows if other != flow]
        return len(points) > STRAIGHT and any(
            other[0] == points[0] and Piece(*other[:2]).overlap(Piece(*points[:2]))
            for other in others
        )

    def _is_shared(self, flow: Flow, beside: Piece) -> bool:
        return any(
            piece.overlap(beside)
            for id, points in self.drawn.flows.items()
            if id != flow.id
            for piece in pieces(points)
        )


def _near(flow: Flow) -> int:
    if flow.is_message:
        return ARROW
    return STROKE if flow.is_default else FIRST


def _places(points: list[Point], width: int, height: int, near: int) -> Iterator[Place]:
    """Yield the places along a flow, the nearest so far from its first point."""
    gone = 0
    for n, piece in enumerate(pieces(points)):
        length = int(abs(piece.end.x - piece.start.x) + abs(piece.end.y - piece.start.y))
        extent = width if piece.is_level else height
        first = near if n == 0 else BESIDE
        for at in range(first, max(length - extent, first + 1), STEP):
            yield from _around(piece, at, gone + at, (width, height))
        gone += length


def _around(piece: Piece, at: int, gone: int, label: tuple[int, int]) -> Iterator[Place]:
    """Yield the places on both sides of a piece, so far from its start."""
    width, height = label
    (x1, y1), (x2, y2) = piece
    if piece.is_level:
        x = x1 + at if x2 > x1 else x1 - at - width
        beside = Piece(Point(x, y1), Point(x + width, y1))
        yield Place(gone, beside, Box(x, y1 - BESIDE - height, width, height))
        yield Place(gone + 4, beside, Box(x, y1 + BESIDE, width, height))
        return
    y = y1 + at if y2 > y1 else y1 - at - height
    beside = Piece(Point(x1, y), Point(x1, y + height))
    yield Place(gone, beside, Box(x1 + BESIDE, y, width, height))
    yield Place(gone + 4, beside, Box(x1 - BESIDE - width, y, width, height))


def _is_beside(piece: Piece | None, place: Place) -> bool:
    return piece is not None and piece.overlap(place.beside) is not None


def _sides(box: Box) -> Iterator[Piece]:
    corners = [
        Point(box.x, box.y), Point(box.right, box.y),
        Point(box.right, box.bottom), Point(box.x, box.bottom), Point(box.x, box.y),
    ]  # fmt: skip
    return pieces(corners)
