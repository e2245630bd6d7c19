"""What is read of the variables after an element, in its process and in those that called it."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.dataflow.effects import Effects
from engine.bpmn.diagram import Diagram, Element
from engine.bpmn.soundness.net import reachable
from engine.bpmn.soundness.values import THROWING


class Later:
    """Who reads what in a process set without circles of calls."""

    def __init__(self, effects: Effects) -> None:
        self.effects, self._processes = effects, effects.processes
        self._callers: dict[str, list[Element]] = {}
        for diagram in self._processes.diagrams.values():
            for call in diagram.of_kind("callActivity"):
                self._callers.setdefault(call.called or "", []).append(call)
        self._after: dict[tuple[str, str], int] = {}
        self._inside: dict[str, int] = {}
        kept = {name for rule in self._processes.retention.values() for name in rule.when.values}
        self._at_last = effects.names.mask(kept)

    def after(self, element: Element) -> int:
        """Return what is read by all that may follow on an element, however far."""
        key = element.process, element.id
        if key not in self._after:
            diagram = self._processes.diagrams[element.process]
            ahead = {e for f in diagram.outgoing(element.id) for e in reachable(diagram, f.target)}
            read = self._at_last | self._read_by(diagram, ahead)
            for call in self._callers.get(element.process, ()):
                read |= self.after(call)
            self._after[key] = read
        return self._after[key]

    def _read_by(self, diagram: Diagram, elements: set[str]) -> int:
        read = 0
        for element in (diagram.elements[each] for each in elements):
            read |= self.effects.names.mask(self._read(diagram, element))
            if called := self._processes.diagrams.get(element.called or ""):
                if called.process not in self._inside:
                    self._inside[called.process] = self._read_by(called, set(called.elements))
                read |= self._inside[called.process]
        return read

    def _read(self, diagram: Diagram, element: Element) -> Iterator[str]:
        """Yield what an element reads: choices, tables, times, and what it sends or hands over."""
        yield from self.effects.choice(diagram, element).read
        if table := self._processes.decisions.get(element.properties.get("beslut", "")):
            yield from (clause.variable for clause in table.inputs)
        yield element.properties.get("fran", "")
        for trigger in element.triggers:
            sent = self._processes.registers.messages.get(trigger.value)
            yield trigger.value if trigger.kind == "date" else ""
            yield from sent.fields if sent and element.kind in THROWING else ()
        for name in element.words("meddelande"):
            if handover := self._processes.handovers.get(name):
                yield from (handover.consent or "", handover.named_by or "")
                yield from handover.when.names() if handover.when else ()
