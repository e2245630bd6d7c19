"""A process that cannot be read on paper cannot be agreed on: it is drawn, and drawn to be read.

Each of the drawing rules is a function of its own in `engine.bpmn.drawing`.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Diagram
from engine.bpmn.drawing.rules import drawing_findings
from engine.model import Finding


def drawing(diagram: Diagram, processes: ProcessSet) -> Iterator[Finding]:
    """Yield everything that is wrong with the drawing of a diagram."""
    yield from drawing_findings(diagram.file, processes.files[diagram.file].encode())
