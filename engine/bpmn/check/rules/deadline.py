"""A deadline is in the registry, which has its law, its length and what follows when it is over."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.check.rule import of_each_element
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Element


@of_each_element("deadline")
def deadline(element: Element, processes: ProcessSet) -> Iterator[str]:
    """Yield that an element names a deadline that does not exist."""
    name = element.properties.get("frist")
    if name and name not in processes.deadlines:
        yield f"fristen {name} finns inte"
