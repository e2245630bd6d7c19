"""A process begins in one place: with two, a message or a call could not say which."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Diagram
from engine.model import Finding


def one_start(diagram: Diagram, _: ProcessSet) -> Iterator[Finding]:
    """Yield a process with no start event, or with several."""
    starts = len(list(diagram.of_kind("startEvent")))
    if starts != 1:
        message = f"processen har {starts} starthändelser, den ska ha en"
        yield Finding(diagram.file, diagram.process or None, "one-start", message)
