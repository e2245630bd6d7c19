"""A flow leads from an element to an element: a token that follows another is lost."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Diagram
from engine.model import Finding


def dangling(diagram: Diagram, _: ProcessSet) -> Iterator[Finding]:
    """Yield every end of a flow that is at no element."""
    for flow in diagram.flows:
        for end in (flow.source, flow.target):
            if end not in diagram.elements:
                message = f"flödet pekar på {end!r} som inte finns"
                yield Finding(diagram.file, flow.id, "flow", message)
