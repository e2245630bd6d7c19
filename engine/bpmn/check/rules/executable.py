"""SpiffWorkflow only reads a process that says that it can be executed."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Diagram
from engine.bpmn.source import NS
from engine.model import Finding


def executable(diagram: Diagram, _: ProcessSet) -> Iterator[Finding]:
    """Yield a process that is not marked as executable."""
    process = diagram.root.find("bpmn:process", NS)
    if process is None or process.get("isExecutable") != "true":
        message = "processen är inte markerad som körbar"
        yield Finding(diagram.file, diagram.process or None, "executable", message)
