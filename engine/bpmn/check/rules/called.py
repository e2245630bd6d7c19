"""A process that is called is in the set, and begins without a message: a call sends none."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.check.rule import of_each_element
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Element


@of_each_element("called", "callActivity")
def called(element: Element, processes: ProcessSet) -> Iterator[str]:
    """Yield that a call leads nowhere, or to what only a message starts."""
    process = processes.diagrams.get(element.called or "")
    if process is None:
        yield f"den anropade processen {element.called!r} finns inte"
    elif any(start.triggers for start in process.of_kind("startEvent")):
        yield f"{element.called} startas av ett meddelande och kan inte anropas"
