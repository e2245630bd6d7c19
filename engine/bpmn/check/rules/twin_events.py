"""Two events that wait for the same in one place: the engine tells them apart wrongly.

The second after an event-based gateway never occurs; two on one activity occur together, so that
both interrupt it (each seen in SpiffWorkflow 3.2).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Diagram, Element
from engine.model import Finding


def twin_events(diagram: Diagram, _: ProcessSet) -> Iterator[Finding]:
    """Yield every element at which several events wait for the same message or signal."""
    for element in diagram.elements.values():
        if element.kind == "eventBasedGateway":
            ahead = [f.target for f in diagram.outgoing(element.id)]
            choices = [diagram.elements[each] for each in ahead if each in diagram.elements]
            yield from _twins(diagram, element, choices)
        yield from _twins(diagram, element, diagram.boundaries(element.id))


def _twins(diagram: Diagram, place: Element, events: Sequence[Element]) -> Iterator[Finding]:
    awaited = Counter(
        t.value for e in events for t in e.triggers if t.kind in {"message", "signal"}
    )
    for name, count in awaited.items():
        if count > 1:
            message = f"{count} händelser väntar på {name} samtidigt, det ska vara en"
            yield Finding(diagram.file, place.id, "twin", message)
