"""A duty is done by whom it is laid on: nobody is given another agency's."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.check.rule import of_each_element
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Element
from engine.registers import Duty


@of_each_element("duty")
def duty_agency(element: Element, processes: ProcessSet) -> Iterator[str]:
    """Yield every duty of an agency that does not act where it is named."""
    for name in element.words("ansvar"):
        duty = processes.registers.duties.get(name)
        if duty and not _fits(duty, element, processes):
            yield f"ansvaret {name} är inte {element.agency}s utan {duty.agency}s"


def _fits(duty: Duty, element: Element, processes: ProcessSet) -> bool:
    """Say whether the duty's agency acts here: in this lane, or in the process called."""
    return duty.shared or duty.agency in {element.agency, *_called(element, processes, set())}


def _called(element: Element, processes: ProcessSet, seen: set[str]) -> Iterator[str]:
    """Yield the agencies with a lane in the process that an element calls, and in what that calls.

    The lane of a call activity only says who comes before it.
    """
    called = processes.diagrams.get(element.called or "")
    if called is None or called.process in seen:
        return
    seen.add(called.process)
    yield from called.lanes
    for call in called.of_kind("callActivity"):
        yield from _called(call, processes, seen)
