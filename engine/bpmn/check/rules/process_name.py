"""People read the name of a process on every page of a case; its id is for us."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Diagram
from engine.model import Finding


def process_name(diagram: Diagram, _: ProcessSet) -> Iterator[Finding]:
    """Yield a process that has no name."""
    if not diagram.name:
        yield Finding(diagram.file, diagram.process or None, "name", "processen saknar namn")
