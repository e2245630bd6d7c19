"""A condition stands where something is chosen: elsewhere nothing is drawn for when it fails."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.check.rule import where_no_flow_dangles
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Diagram
from engine.model import Finding


@where_no_flow_dangles
def condition_place(diagram: Diagram, _: ProcessSet) -> Iterator[Finding]:
    """Yield every element that chooses nothing and has a condition on a way out."""
    for element in diagram.elements.values():
        flows = diagram.outgoing(element.id)
        choosing = element.kind == "exclusiveGateway" and len(flows) > 1
        if not choosing and any(flow.condition is not None for flow in flows):
            message = "ett villkor får bara stå på flöden ut ur ett exklusivt vägval"
            yield Finding(diagram.file, element.id, "flow", message)
