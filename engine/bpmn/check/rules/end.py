"""A process is over when somebody has drawn that it is: a case must be able to close."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Diagram
from engine.model import Finding


def end(diagram: Diagram, _: ProcessSet) -> Iterator[Finding]:
    """Yield a process without an end event."""
    if not list(diagram.of_kind("endEvent")):
        yield Finding(diagram.file, diagram.process or None, "end", "processen saknar sluthändelse")
