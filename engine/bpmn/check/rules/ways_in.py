"""Where ways meet there is a gateway that says how: without one, a task would run once for each."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.check.rule import where_no_flow_dangles
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import GATEWAYS, Diagram, Element
from engine.model import Finding


@where_no_flow_dangles
def ways_in(diagram: Diagram, _: ProcessSet) -> Iterator[Finding]:
    """Yield every element that too many flows go into, or too few."""
    for element in diagram.elements.values():
        if message := _wrong(element, len(diagram.incoming(element.id))):
            yield Finding(diagram.file, element.id, "flow", message)


def _wrong(element: Element, flows: int) -> str | None:
    if element.kind in {"startEvent", "boundaryEvent"}:
        return "inget flöde får gå in i händelsen" if flows else None
    if flows == 0 or (flows > 1 and element.kind not in GATEWAYS):
        return f"{flows} flöden går in, det ska vara ett (för ihop dem med ett vägval först)"
    return None
