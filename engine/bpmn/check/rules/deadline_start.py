"""A deadline is counted from a day that somebody has given: from nothing else can it be counted."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.check.rule import of_each_element
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Element


@of_each_element("deadline")
def deadline_start(element: Element, processes: ProcessSet) -> Iterator[str]:
    """Yield that `skydd.fran` is not a variable that holds a day or an instant."""
    start = element.properties.get("fran")
    variable = processes.registers.variables.get(start or "")
    if start and (variable is None or variable.kind == "val"):
        yield f"skydd.fran ska vara en datumvariabel, inte {start!r}"
