"""A process is named as its file, so that whoever reads one knows where the other is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Diagram
from engine.model import Finding


def stem(diagram: Diagram, _: ProcessSet) -> Iterator[Finding]:
    """Yield a process whose id is not the name of its file."""
    if diagram.process != PurePath(diagram.file).stem:
        message = f"processens id är {diagram.process!r}, det ska vara filens namn"
        yield Finding(diagram.file, diagram.process or None, "stem", message)
