"""Whatever is drawn can be come to, and leads to an end: the rest would only mislead a reader."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.check.graph import reached
from engine.bpmn.check.rule import where_no_flow_dangles
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Diagram
from engine.model import Finding


@where_no_flow_dangles
def reach(diagram: Diagram, _: ProcessSet) -> Iterator[Finding]:
    """Yield every element that no way from the start leads to, or none to an end from there."""
    forward = reached(diagram, [e.id for e in diagram.of_kind("startEvent")])
    ends = [e.id for e in diagram.of_kind("endEvent")]
    backward = reached(diagram, ends, backward=True)
    for element in diagram.elements.values():
        if element.id not in forward:
            yield Finding(diagram.file, element.id, "reach", "elementet kan inte nås från starten")
        elif element.id not in backward and not diagram.boundaries(element.id):
            yield Finding(diagram.file, element.id, "reach", "ingen sluthändelse kan nås härifrån")
