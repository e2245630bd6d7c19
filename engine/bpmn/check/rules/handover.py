"""A hand-over is in the register, which says to whom, what and on which ground it goes."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.check.rule import of_each_element
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Element
from engine.secrecy.handovers import FILE


@of_each_element("meddelande", "userTask")
def handover(element: Element, processes: ProcessSet) -> Iterator[str]:
    """Yield every hand-over that a task makes and the register does not have."""
    for name in element.words("meddelande"):
        if name not in processes.handovers:
            yield f"överlämnandet {name} finns inte i {FILE}"
