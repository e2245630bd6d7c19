"""A boundary event sits on what takes time: elsewhere it would never have the time to come."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.check.allowed import HOSTS
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Diagram
from engine.model import Finding


def host(diagram: Diagram, _: ProcessSet) -> Iterator[Finding]:
    """Yield every boundary event that sits on no user task and no call."""
    for event in diagram.of_kind("boundaryEvent"):
        on = diagram.elements.get(event.attached_to or "")
        if on is None or on.kind not in HOSTS:
            message = "kanthändelsen sitter inte på en uppgift eller ett anrop"
            yield Finding(diagram.file, event.id, "event", message)
