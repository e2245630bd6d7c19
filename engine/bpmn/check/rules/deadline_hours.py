"""Hours are counted from an instant: from a day alone, nobody could say when they are over."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.check.rule import of_each_element
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Element


@of_each_element("deadline")
def deadline_hours(element: Element, processes: ProcessSet) -> Iterator[str]:
    """Yield that a deadline of hours is counted from a day."""
    name, start = element.properties.get("frist"), element.properties.get("fran")
    deadline = processes.deadlines.get(name or "")
    variable = processes.registers.variables.get(start or "")
    if deadline and variable and variable.kind == "datum" and "T" in (deadline.length or ""):
        yield f"{name} räknas i timmar och behöver en tidpunkt, inte dagen {start}"
