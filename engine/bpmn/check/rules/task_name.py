"""A task without a name is an empty line in somebody's list of what to do."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.check.rule import of_each_element
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import ACTIVITIES, Element


@of_each_element("name", *ACTIVITIES)
def task_name(element: Element, _: ProcessSet) -> Iterator[str]:
    """Yield that a task, a call or a rule task has no name."""
    if not element.name:
        yield "uppgiften saknar namn"
