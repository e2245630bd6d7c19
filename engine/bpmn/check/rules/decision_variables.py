"""A process knows its routing variables and nothing else: a table in it reads and gives those."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.check.rule import of_each_element
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Element


@of_each_element("decision", "businessRuleTask")
def decision_variables(element: Element, processes: ProcessSet) -> Iterator[str]:
    """Yield every column of a rule task's table that is no routing variable."""
    name = element.properties.get("beslut") or ""
    table = processes.decisions.get(name)
    for clause in (*table.inputs, *table.outputs) if name and table else ():
        if clause.variable not in processes.registers.variables:
            yield f"{name} har {clause.variable}, som inte är en vägvalsvariabel"
