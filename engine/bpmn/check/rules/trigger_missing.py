"""An event that waits must wait for something: else nothing could say when it comes."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.check.allowed import MUST_TRIGGER
from engine.bpmn.check.rule import of_each_element
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Element


@of_each_element("event", *MUST_TRIGGER)
def trigger_missing(element: Element, _: ProcessSet) -> Iterator[str]:
    """Yield that an event waits for nothing."""
    if not element.triggers:
        yield "händelsen saknar utlösare"
