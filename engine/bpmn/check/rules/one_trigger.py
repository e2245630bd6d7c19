"""An event has one trigger: all that reads it here reads the first, and others would be unseen."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.check.rule import of_each_element
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Element


@of_each_element("event")
def one_trigger(element: Element, _: ProcessSet) -> Iterator[str]:
    """Yield that an event has more than one trigger."""
    if len(element.triggers) > 1:
        yield "händelsen har flera utlösare, den får ha en"
