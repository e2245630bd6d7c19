"""A rule task is answered by a table that is there: nobody else would answer it."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.check.rule import of_each_element
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Element


@of_each_element("decision", "businessRuleTask")
def decision(element: Element, processes: ProcessSet) -> Iterator[str]:
    """Yield that a rule task names no table, or one that does not exist."""
    name = element.properties.get("beslut")
    if not name:
        yield "regeluppgiften saknar beslutstabell (skydd.beslut)"
    elif name not in processes.decisions:
        yield f"beslutstabellen {name} finns inte"
