"""Who may hand something over is decided in the register, not by where a task is drawn."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.check.rule import of_each_element
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Element


@of_each_element("meddelande", "userTask")
def sender(element: Element, processes: ProcessSet) -> Iterator[str]:
    """Yield every hand-over that a task makes in a lane that may not send it."""
    for name in element.words("meddelande"):
        handover = processes.handovers.get(name)
        if handover and not handover.may_send(element.agency or ""):
            yield f"{element.agency} är inte en av avsändarna av {name}"
