"""A variable has one code: a table that gives a list of them has no place in a process."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.check.rule import of_each_element
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Element
from engine.decisions import ONE_HIT


@of_each_element("decision", "businessRuleTask")
def decision_one_code(element: Element, processes: ProcessSet) -> Iterator[str]:
    """Yield that a rule task asks a table whose hit policy gives a list."""
    name = element.properties.get("beslut") or ""
    table = processes.decisions.get(name)
    if name and table and table.hit_policy not in ONE_HIT:
        yield f"{name} ger en lista ({table.hit_policy}), en variabel har bara en kod"
