"""A duty that a task rests on is in the register, where its words can be read."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.check.rule import of_each_element
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Element
from engine.registers import DUTIES


@of_each_element("duty")
def duty(element: Element, processes: ProcessSet) -> Iterator[str]:
    """Yield every duty that an element names and the register does not have."""
    for name in element.words("ansvar"):
        if name not in processes.registers.duties:
            yield f"ansvaret {name} finns inte i {DUTIES}"
