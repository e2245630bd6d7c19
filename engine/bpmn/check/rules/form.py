"""A task is answered in a form: without one there is nothing to complete it with."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.check.rule import of_each_element
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Element


@of_each_element("form", "userTask")
def form(element: Element, processes: ProcessSet) -> Iterator[str]:
    """Yield that a task names no form, or one that does not exist."""
    name = element.properties.get("form")
    if not name:
        yield "uppgiften saknar formulär (skydd.form)"
    elif name not in processes.forms:
        yield f"formuläret {name} finns inte"
