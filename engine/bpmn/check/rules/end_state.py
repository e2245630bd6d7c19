"""How a case ended is one of the registered states: statistics and retention count by them."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.check.rule import of_each_element
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Element


@of_each_element("sets")
def end_state(element: Element, processes: ProcessSet) -> Iterator[str]:
    """Yield that an element names a state that does not exist."""
    state = element.properties.get("slutstatus")
    if state and state not in processes.registers.end_states:
        yield f"okänt sluttillstånd {state}"
