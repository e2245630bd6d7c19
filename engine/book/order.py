"""Who calls and who starts whom, and so the order of the chapters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from engine.bpmn.definitions import MAIN, ProcessSet
from engine.bpmn.diagram import Diagram, Element

THROWING = ("intermediateThrowEvent", "endEvent")
CATCHING = ("startEvent", "intermediateCatchEvent", "boundaryEvent")
SENT = {"message", "signal"}


@dataclass(frozen=True)
class Place:
    """A process in the order of the book."""

    process: str
    depth: int
    """How many calls it lies under the process that a message or an opened case starts."""


def reading_order(processes: ProcessSet) -> list[Place]:
    """Order the processes as a case meets them.

    Each is followed by what it calls, and all these by what their messages start; at the end come
    those that nothing leads to.
    """
    found: dict[str, Place] = {}
    first = [MAIN] if MAIN in processes.diagrams else []
    started = [d.process for d in processes.diagrams.values() if d.start().trigger]
    waiting = [*first, *started, *processes.diagrams]
    while waiting:
        process = waiting.pop(0)
        if process not in found:
            met = list(_called(processes, process, 0, found))
            waiting[:0] = [one for place in met for one in _starts(processes, place.process)]
    return list(found.values())


def sent(diagram: Diagram) -> list[Element]:
    """Return the events that send a message or a signal."""
    return _events(diagram, THROWING)


def received(diagram: Diagram) -> list[Element]:
    """Return the events that wait for a message or a signal."""
    return _events(diagram, CATCHING)


def others(processes: ProcessSet, message: str, sending: bool) -> list[str]:
    """Return the processes that send a message, or that wait for it."""
    find = sent if sending else received
    return [
        process
        for process, diagram in processes.diagrams.items()
        if any(trigger.value == message for e in find(diagram) for trigger in e.triggers)
    ]


def callers(processes: ProcessSet, process: str) -> list[str]:
    """Return the processes that call a process."""
    return [
        other
        for other, diagram in processes.diagrams.items()
        if any(call.called == process for call in diagram.of_kind("callActivity"))
    ]


def called(processes: ProcessSet, process: str) -> list[str]:
    """Return the processes that a process calls, each once."""
    calls = processes.diagram(process).of_kind("callActivity")
    return list(
        dict.fromkeys(c.called for c in calls if c.called and c.called in processes.diagrams)
    )


def _called(
    processes: ProcessSet, process: str, depth: int, found: dict[str, Place]
) -> Iterator[Place]:
    """Add a process and what it calls, and yield what is new."""
    if process in found:
        return
    found[process] = Place(process, depth)
    yield found[process]
    for each in called(processes, process):
        yield from _called(processes, each, depth + 1, found)


def _starts(processes: ProcessSet, process: str) -> Iterator[str]:
    for event in sent(processes.diagram(process)):
        for trigger in event.triggers:
            if started := processes.started_by(trigger.value):
                yield started


def _events(diagram: Diagram, kinds: tuple[str, ...]) -> list[Element]:
    return [
        event
        for event in diagram.of_kind(*kinds)
        if any(trigger.kind in SENT for trigger in event.triggers)
    ]
