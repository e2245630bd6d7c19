"""A timer that stands for a deadline runs as long as the law says, not as somebody once drew it."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.check.rule import of_each_element
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Element


@of_each_element("deadline")
def deadline_length(element: Element, processes: ProcessSet) -> Iterator[str]:
    """Yield that a timer has another length than the deadline that it names."""
    name, trigger = element.properties.get("frist"), element.trigger
    deadline = processes.deadlines.get(name or "")
    registered = (deadline.length or "").removeprefix("R/") if deadline else ""
    if trigger and trigger.kind == "duration" and registered not in {"", trigger.value}:
        yield f"längden {trigger.value} är inte fristens längd {registered} ({name})"
