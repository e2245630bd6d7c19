"""What an element sets is a routing variable with that code: no condition would know another."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.check.rule import of_each_element
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Element


@of_each_element("sets")
def sets(element: Element, processes: ProcessSet) -> Iterator[str]:
    """Yield every variable that `skydd.satter` sets, where it or its value is unknown."""
    for name, value in element.sets().items():
        variable = processes.registers.variables.get(name)
        if variable is None:
            yield f"skydd.satter: okänd variabel {name}"
        elif problem := variable.problem(value):
            yield f"skydd.satter: {problem}"
