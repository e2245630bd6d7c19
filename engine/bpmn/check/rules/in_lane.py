"""Every element is some agency's: without a lane nobody would see the task, or answer for it."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.check.rule import of_each_element
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Element


@of_each_element("lane")
def in_lane(element: Element, _: ProcessSet) -> Iterator[str]:
    """Yield that an element is in no lane."""
    if element.agency is None:
        yield "elementet ligger inte i någon bana"
