"""Who may do a task, or must approve it, has a role of its agency: nobody else could get it."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.check.rule import of_each_element
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Element


@of_each_element("form", "userTask")
def role(element: Element, processes: ProcessSet) -> Iterator[str]:
    """Yield every role that a task asks for and its agency does not have."""
    agency = processes.registers.agencies.get(element.agency or "")
    for name in (element.properties.get("roll"), element.properties.get("godkannande")):
        if name and agency and name not in agency.roles:
            yield f"{agency.name} har ingen roll {name}"
