"""The drawing rules about labels: there is one for every name, and it touches nothing."""

from __future__ import annotations

from itertools import combinations

from engine.bpmn.drawing.drawn import Drawn
from engine.bpmn.drawing.shape_rules import Broken


def label_missing(drawn: Drawn) -> Broken:
    """Every named event, gateway and flow has a label with a place of its own."""
    named = [(node.id, node.name) for node in drawn.nodes if not node.is_task]
    named += [(flow.id, flow.name) for flow in drawn.flows]
    for id, name in named:
        if name and id not in drawn.labels:
            yield id, f"Etiketten ”{name}” saknar plats i diagrammet."


def label_on_label(drawn: Drawn) -> Broken:
    """No two labels overlap."""
    for (one, box), (two, other) in combinations(drawn.labels.items(), 2):
        if box.overlaps(other):
            yield one, f"Etiketten ligger på etiketten till {two}."


def label_on_shape(drawn: Drawn) -> Broken:
    """No label overlaps a shape."""
    for id, label in drawn.labels.items():
        for shape, box in drawn.obstacles.items():
            if label.overlaps(box):
                yield id, f"Etiketten ligger på {shape}."


def label_on_edge(drawn: Drawn) -> Broken:
    """No label overlaps a flow."""
    for id, label in drawn.labels.items():
        for flow in drawn.flows:
            if any(piece.goes_through(label) for piece in drawn.pieces(flow)):
                yield id, f"Etiketten ligger på flödet {flow.id}."
