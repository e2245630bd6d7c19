"""How long a timer waits is a plain ISO length: text would be run as code, and rounds be unseen."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.check.rule import of_each_element
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Element
from engine.deadlines import parse_length


@of_each_element("timer")
def timer_length(element: Element, _: ProcessSet) -> Iterator[str]:
    """Yield that a `timeDuration` is no length, or one that comes again and again."""
    trigger = element.trigger
    if trigger is None or trigger.kind != "duration":
        return
    try:
        length = parse_length(trigger.value)
    except ValueError as error:
        yield str(error)
        return
    if length.repeats:
        yield "en tidshändelse får inte upprepas; rita slingan"
