"""A process that calls itself, by whatever way round, could go on for ever."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Diagram
from engine.model import Finding


def recursion(diagram: Diagram, processes: ProcessSet) -> Iterator[Finding]:
    """Yield the first call that comes back to the process."""
    left, seen = [diagram.process], set[str]()
    while left:
        here = processes.diagrams.get(left.pop())
        for call in here.of_kind("callActivity") if here else ():
            if call.called == diagram.process:
                yield Finding(diagram.file, call.id, "recursion", "processen anropar sig själv")
                return
            if call.called and call.called not in seen:
                seen.add(call.called)
                left.append(call.called)
