"""A task waits for a person: an agency that nobody signs in for would let it wait for ever."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.check.rule import of_each_element
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Element


@of_each_element("lane", "userTask")
def signs_in(element: Element, processes: ProcessSet) -> Iterator[str]:
    """Yield that a task is with an agency that does not sign in."""
    agency = processes.registers.agencies.get(element.agency or "")
    if agency and not agency.signs_in:
        yield f"{agency.name} loggar inte in och kan inte ha en uppgift"
