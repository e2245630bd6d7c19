"""Reads a drawing back from a file, as plain boxes and points, for the drawing rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from lxml import etree

from engine.bpmn.drawing.geometry import Box, Piece, Point, pieces
from engine.bpmn.drawing.graph import Flow, Graph, Node, read_graph
from engine.bpmn.source import BPMNDI, DC, DI


@dataclass(frozen=True)
class Drawn:
    """A file with its drawing."""

    graph: Graph
    shapes: dict[str, Box]
    edges: dict[str, list[Point]]
    labels: dict[str, Box]

    @property
    def flows(self) -> list[Flow]:
        """Return all flows that are drawn."""
        every = [*self.graph.flows, *self.graph.messages]
        return [flow for flow in every if len(self.edges.get(flow.id, [])) > 1]

    @property
    def nodes(self) -> list[Node]:
        """Return all flow nodes that are drawn."""
        return [node for node in self.graph.nodes.values() if node.id in self.shapes]

    @cached_property
    def obstacles(self) -> dict[str, Box]:
        """Return the shapes that nothing may run through: nodes and black boxes."""
        boxes = [pool.id for pool in self.graph.pools if pool.is_black_box]
        return {id: self.shapes[id] for id in [*self.graph.nodes, *boxes] if id in self.shapes}

    def pieces(self, flow: Flow) -> Iterator[Piece]:
        """Yield the straight pieces of a flow."""
        return pieces(self.edges[flow.id])

    def pairs(self) -> Iterator[tuple[Flow, Flow]]:
        """Yield every two flows."""
        return combinations(self.flows, 2)

    def shared(self, one: Flow, two: Flow) -> list[Piece]:
        """Return what two flows may share: as they leave one source or reach one target."""
        found: list[Piece] = []
        if one.is_message or two.is_message:
            return found
        if one.source == two.source:
            found += _common(self.edges[one.id], self.edges[two.id])
        if one.target == two.target:
            found += _common(self.edges[one.id][::-1], self.edges[two.id][::-1])
        return found


def read_drawn(xml: bytes) -> Drawn:
    """Read a file and its drawing."""
    root = etree.fromstring(xml, etree.XMLParser(resolve_entities=False))
    shapes, edges, labels = {}, {}, {}
    for shape in root.iter(f"{BPMNDI}BPMNShape"):
        bounds = shape.find(f"{DC}Bounds")
        if bounds is not None:
            shapes[shape.get("bpmnElement", "")] = _box(bounds)
    for edge in root.iter(f"{BPMNDI}BPMNEdge"):
        points = [_point(point) for point in edge.iterchildren(f"{DI}waypoint")]
        edges[edge.get("bpmnElement", "")] = points
    for bounds in root.iterfind(f".//{BPMNDI}BPMNLabel/{DC}Bounds"):
        owner = bounds.getparent().getparent()  # type: ignore[union-attr]
        labels[owner.get("bpmnElement", "")] = _box(bounds)  # type: ignore[union-attr]
    return Drawn(read_graph(root), shapes, edges, labels)


def _common(one: list[Point], two: list[Point]) -> list[Piece]:
    """Return the pieces that two flows have in common from their first point on."""
    if one[0] != two[0]:
        return []
    found = [Piece(one[0], one[0])]
    for mine, other in zip(pieces(one), pieces(two), strict=False):
        stretch = mine.overlap(other)
        if mine.start != other.start or stretch is None:
            break
        found.append(stretch)
        if mine.end != other.end:
            break
    return found


def _box(bounds: etree._Element) -> Box:
    return Box(*(float(bounds.get(name, "0")) for name in ("x", "y", "width", "height")))


def _point(waypoint: etree._Element) -> Point:
    return Point(float(waypoint.get("x", "0")), float(waypoint.get("y", "0")))
