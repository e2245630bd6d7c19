"""After a gateway that waits for events come events, since they are what it waits for."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.check.rule import where_no_flow_dangles
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Diagram
from engine.model import Finding


@where_no_flow_dangles
def awaited_events(diagram: Diagram, _: ProcessSet) -> Iterator[Finding]:
    """Yield every event-based gateway that leads to anything but catching events."""
    for gateway in diagram.of_kind("eventBasedGateway"):
        targets = (diagram.elements[flow.target] for flow in diagram.outgoing(gateway.id))
        if any(target.kind != "intermediateCatchEvent" for target in targets):
            message = "efter ett händelsestyrt vägval får bara fångande händelser komma"
            yield Finding(diagram.file, gateway.id, "flow", message)
