"""Two of what our engine can only tell apart wrongly: flows between the same elements, and events.

A second flow from a parallel gateway to the same element runs it twice; a second event for the same
message after an event-based gateway never occurs; two events on one activity occur together, so
that both interrupt it (each seen in SpiffWorkflow 3.2).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from engine.bpmn.diagram import Diagram, Element
from engine.model import Finding


def twin_findings(diagram: Diagram) -> list[Finding]:
    """Return the second flows and events of a diagram."""
    found = [*_flows(diagram)]
    for element in diagram.elements.values():
        ahead = [f.target for f in diagram.outgoing(element.id)]
        choices = [diagram.elements[each] for each in ahead if each in diagram.elements]
        if element.kind == "eventBasedGateway":
            found += _events(diagram, element, choices)
        found += _events(diagram, element, diagram.boundaries(element.id))
    return found


def _flows(diagram: Diagram) -> Iterator[Finding]:
    pairs = Counter((flow.source, flow.target) for flow in diagram.flows)
    for (source, target), count in pairs.items():
        if count > 1:
            message = f"{count} flöden går till {target}, det ska vara ett"
            yield Finding(diagram.file, source, "twin", message)


def _events(diagram: Diagram, place: Element, events: Sequence[Element]) -> Iterator[Finding]:
    awaited = Counter(
        t.value for e in events for t in e.triggers if t.kind in {"message", "signal"}
    )
    for name, count in awaited.items():
        if count > 1:
            message = f"{count} händelser väntar på {name} samtidigt, det ska vara en"
            yield Finding(diagram.file, place.id, "twin", message)
