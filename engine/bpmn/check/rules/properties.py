"""A setting on an element that does not read it would look as if it did something."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.check.allowed import PROPERTIES
from engine.bpmn.check.rule import of_each_element
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Element


@of_each_element("properties")
def properties(element: Element, _: ProcessSet) -> Iterator[str]:
    """Yield every `skydd.` property that does not belong on this kind of element."""
    for name in element.properties.keys() - PROPERTIES.get(element.kind, set()):
        yield f"egenskapen skydd.{name} hör inte hemma på ett element av slaget {element.kind}"
