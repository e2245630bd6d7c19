"""Nobody is asked to do what no law, no duty and no manual asks for."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.check.allowed import SOURCES
from engine.bpmn.check.rule import of_each_element
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Element


@of_each_element("source", "userTask", "callActivity")
def source(element: Element, _: ProcessSet) -> Iterator[str]:
    """Yield that a task or a call rests on nothing."""
    if not any(element.properties.get(each) for each in SOURCES):
        yield "källa saknas: skydd.ansvar, skydd.lagrum eller skydd.kalla"
