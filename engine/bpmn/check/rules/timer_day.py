"""A timer that waits for a day names the variable that holds it: text would be run as code."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.check.rule import of_each_element
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Element


@of_each_element("timer")
def timer_day(element: Element, processes: ProcessSet) -> Iterator[str]:
    """Yield that a `timeDate` is not the name of a date variable."""
    trigger = element.trigger
    if trigger and trigger.kind == "date":
        variable = processes.registers.variables.get(trigger.value)
        if variable is None or variable.kind == "val":
            yield f"timeDate ska vara namnet på en datumvariabel, inte {trigger.value!r}"
