"""Every task rests on a source, and on one that exists and is its own agency's."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Diagram, Element
from engine.model import Finding
from engine.registers import DUTIES, Duty

SOURCES = ("ansvar", "lagrum", "kalla")
"""A duty of the register, a law, or what the manual asks for without laying it on an agency."""


def source_findings(diagram: Diagram, processes: ProcessSet) -> list[Finding]:
    """Return the tasks that nothing asks for, and the duties that do not fit their element."""
    return [
        Finding(diagram.file, element.id, rule.__name__.strip("_"), message)
        for element in diagram.elements.values()
        for rule in (_source, _duty)
        for message in rule(element, processes)
    ]


def duty_findings(processes: ProcessSet) -> list[Finding]:
    """Return what the register of duties says of tasks against what the diagrams have."""
    used = {name for d in processes.diagrams.values() for name in named_in(d)}
    return [
        Finding(DUTIES, duty.id, "duty", "ansvaret har både uppgifter och ett skäl att inte ha det")
        for duty in processes.registers.duties.values()
        if duty.reason and duty.id in used
    ]


def named_in(diagram: Diagram) -> set[str]:
    """Return the ids of the duties that a diagram names."""
    return {name for element in diagram.elements.values() for name in element.words("ansvar")}


def _source(element: Element, _: ProcessSet) -> Iterator[str]:
    if element.kind in {"userTask", "callActivity"} and not any(
        element.properties.get(source) for source in SOURCES
    ):
        yield "källa saknas: skydd.ansvar, skydd.lagrum eller skydd.kalla"


def _duty(element: Element, processes: ProcessSet) -> Iterator[str]:
    for name in element.words("ansvar"):
        duty = processes.registers.duties.get(name)
        if duty is None:
            yield f"ansvaret {name} finns inte i {DUTIES}"
        elif not _fits(duty, element, processes):
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
