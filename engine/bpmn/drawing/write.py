"""Writes a finished drawing into the file as diagram interchange."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from engine.bpmn.drawing.geometry import Box, Point
from engine.bpmn.drawing.graph import Graph, Node
from engine.bpmn.drawing.picture import Picture

BPMNDI = "http://www.omg.org/spec/BPMN/20100524/DI"
DC = "http://www.omg.org/spec/DD/20100524/DC"
DI = "http://www.omg.org/spec/DD/20100524/DI"
NAMESPACES = {"bpmndi": BPMNDI, "dc": DC, "di": DI}


def drop_diagrams(root: etree._Element) -> None:
    """Take the drawings out of a file."""
    for diagram in root.findall(f"{{{BPMNDI}}}BPMNDiagram"):
        root.remove(diagram)


def add_diagram(root: etree._Element, graph: Graph, drawn: Picture) -> None:
    """Append the drawing to a file."""
    diagram = etree.SubElement(
        root, _di("BPMNDiagram"), nsmap=NAMESPACES, id=f"{graph.plane}_diagram"
    )
    plane = etree.SubElement(
        diagram, _di("BPMNPlane"), id=f"{graph.plane}_plane", bpmnElement=graph.plane
    )
    for pool in graph.pools:
        _add_container(plane, pool.id, drawn)
        for lane in pool.lanes:
            _add_container(plane, lane.id, drawn)
    for node in graph.nodes.values():
        _add_node(plane, node, drawn)
    for flow in [*graph.flows, *graph.messages]:
        edge = etree.SubElement(plane, _di("BPMNEdge"), id=f"{flow.id}_di", bpmnElement=flow.id)
        _add_points(edge, drawn.flows[flow.id])
        _add_label(edge, drawn.labels.get(flow.id))


def tidy(root: etree._Element) -> bytes:
    """Return the file, indented."""
    etree.indent(root, "  ")
    return etree.tostring(
        root.getroottree(), xml_declaration=True, encoding="UTF-8", pretty_print=True
    )


def _add_container(plane: etree._Element, id: str, drawn: Picture) -> None:
    if id in drawn.shapes:
        shape = etree.SubElement(
            plane, _di("BPMNShape"), id=f"{id}_di", bpmnElement=id, isHorizontal="true"
        )
        _add_bounds(shape, drawn.shapes[id])


def _add_node(plane: etree._Element, node: Node, drawn: Picture) -> None:
    shape = etree.SubElement(plane, _di("BPMNShape"), id=f"{node.id}_di", bpmnElement=node.id)
    if node.kind == "exclusiveGateway":
        shape.set("isMarkerVisible", "true")
    if node.kind in {"subProcess", "transaction", "adHocSubProcess"}:
        shape.set("isExpanded", "false")
    _add_bounds(shape, drawn.nodes[node.id])
    _add_label(shape, drawn.labels.get(node.id))


def _add_label(shape: etree._Element, box: Box | None) -> None:
    if box is not None:
        _add_bounds(etree.SubElement(shape, _di("BPMNLabel")), box)


def _add_bounds(parent: etree._Element, box: Box) -> None:
    names = ("x", "y", "width", "height")
    values = {name: _number(value) for name, value in zip(names, box, strict=True)}
    etree.SubElement(parent, f"{{{DC}}}Bounds", values)


def _add_points(edge: etree._Element, points: Iterable[Point]) -> None:
    for point in points:
        values = {"x": _number(point.x), "y": _number(point.y)}
        etree.SubElement(edge, f"{{{DI}}}waypoint", values)


def _number(value: float) -> str:
    return str(round(value))


def _di(name: str) -> str:
    return f"{{{BPMNDI}}}{name}"
