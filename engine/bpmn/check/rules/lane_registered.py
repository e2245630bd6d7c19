"""A lane is of an agency in the register: others have no people, and nobody would get the task."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.check.rule import of_each_element
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Element


@of_each_element("lane")
def lane_registered(element: Element, processes: ProcessSet) -> Iterator[str]:
    """Yield that an element is in the lane of an agency that does not exist."""
    if element.agency and element.agency not in processes.registers.agencies:
        yield f"banan lane_{element.agency} finns inte i registret över aktörer"
