"""A duty has its tasks or a reason to have none: with both, one of them is no longer true."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.definitions import ProcessSet
from engine.model import Finding
from engine.registers import DUTIES


def duty_reason(processes: ProcessSet) -> Iterator[Finding]:
    """Yield every duty that says why it has no task and that a diagram names all the same."""
    used = {
        name
        for diagram in processes.diagrams.values()
        for element in diagram.elements.values()
        for name in element.words("ansvar")
    }
    for duty in processes.registers.duties.values():
        if duty.reason and duty.id in used:
            message = "ansvaret har både uppgifter och ett skäl att inte ha det"
            yield Finding(DUTIES, duty.id, "duty", message)
