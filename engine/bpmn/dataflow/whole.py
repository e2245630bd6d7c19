"""What is certain in every process of a set: calls share the caller's variables, messages carry.

An instance begins with what its message had when it was sent. What is called begins with what is
certain at every call of it. A message that a person registers is taken to have the fields that it
declares: they are the newest that the case has (`engine.messages`), which nothing here can prove.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from engine.bpmn.dataflow.beside import beside
from engine.bpmn.dataflow.effects import Effects
from engine.bpmn.dataflow.examples import Searches
from engine.bpmn.dataflow.facts import Facts, both, merged
from engine.bpmn.dataflow.follow import Followed, Plan, follow, turns
from engine.bpmn.dataflow.later import Later
from engine.bpmn.definitions import MAIN, ProcessSet
from engine.bpmn.diagram import Diagram, Element

AT_OPENING = ("kalla",)
"""What a case is opened with (`engine.casework`)."""


class Whole:
    """A process set with what is certain at each of its elements."""

    def __init__(self, processes: ProcessSet) -> None:
        self.processes, self.effects = processes, Effects(processes)
        self.later, self.searches = Later(self.effects), Searches()
        self.followed: dict[str, Followed] = {}
        self.beside = {d.process: beside(d) for d in processes.diagrams.values()}
        self._begin: dict[str, Facts] = {}
        self._callers: dict[str, set[str]] = {}
        self._left: dict[str, None] = {}
        self._at_work: list[str] = []
        self._plans: dict[str, Plan] = {}
        starters = {trigger.value: d for d in processes.diagrams.values()
                    if (trigger := d.start().trigger)}  # fmt: skip
        self._starters = starters
        for diagram, facts in self._roots():
            self._enter(diagram, facts)
        self._run()
        for name, diagram in starters.items():  # nothing sends it: a person tells of it
            if diagram.process not in self._begin:
                self._enter(diagram, self._carried(name, None))
        self._run()

    def without(self, process: str, variable: str) -> list[tuple[Diagram, str]]:
        """Return the elements that begin a process on some way without a variable."""
        bit, found = self.effects.names.bits[variable], []
        for diagram in self.processes.diagrams.values():
            followed = self.followed.get(diagram.process)
            for id_, at in followed.at.items() if followed else ():
                element = diagram.elements[id_]
                sends = element.kind in {"intermediateThrowEvent", "endEvent"}
                begun = [self._starters[t.value].process for t in element.triggers
                         if sends and t.value in self._starters]  # fmt: skip
                if process in {element.called, *begun} and not at.sure & bit:
                    found.append((diagram, id_))
        return found

    def _run(self) -> None:
        while self._left:
            process = next(iter(self._left))
            del self._left[process]
            self._follow(process)

    def _roots(self) -> Iterator[tuple[Diagram, Facts]]:
        """Yield what begins by itself: the case's own process, and in a set without it any."""
        called = {e.called for d in self.processes.diagrams.values() for e in d.elements.values()}
        nothing = Facts(self.effects.names)
        for diagram in self.processes.diagrams.values():
            if diagram.process == MAIN:
                known = [n for n in AT_OPENING if n in self.effects.names.bits]
                mask = self.effects.names.mask(known)
                yield diagram, Facts(self.effects.names, mask, mask)
            elif diagram.process not in called and not diagram.start().trigger:
                yield diagram, nothing

    def _enter(self, diagram: Diagram, facts: Facts) -> None:
        before = self._begin.get(diagram.process)
        now = merged([before, facts]) if before else facts
        if now != before:
            self._begin[diagram.process] = now
            self._left[diagram.process] = None

    def _follow(self, process: str) -> None:
        """Follow a process again; who calls it heard what holds for its own call already.

        What was certain of its end when a call came to it is so for that call, whatever calls come
        after: only those who have been told of no end yet have to hear of it.
        """
        diagram = self.processes.diagrams[process]
        before = self.followed.get(process)
        if process not in self._plans:
            self._plans[process] = self._plan(diagram)
        self._at_work.append(process)
        begin, plan = self._begin[process], self._plans[process]
        found = follow(diagram, begin, self.effects, plan, self._call)
        self._at_work.pop()
        self.followed[process] = found
        if (before is None or before.end is None) and found.end:
            callers = self._callers.get(process, set())
            if before is None:  # the one that calls it now hears of it at once
                callers = callers - set(self._at_work[-1:])
            self._left |= dict.fromkeys(sorted(callers))
        for element in diagram.elements.values():
            if element.kind in {"intermediateThrowEvent", "endEvent"} and element.id in found.at:
                self._send(element, found.at[element.id])

    def _plan(self, diagram: Diagram) -> Plan:
        beside = self.beside[diagram.process]
        written = {e: self._written(diagram, beside.get(e, ())) for e in diagram.elements}
        return Plan(turns(diagram), written)

    def _written(self, diagram: Diagram, others: Iterable[str]) -> int:
        written = self.effects.always
        for other in others:
            written |= self.effects.writes(diagram.elements[other])
        return written

    def _call(self, element: Element, before: Facts) -> Facts | None:
        called = self.processes.diagrams.get(element.called or "")
        if called is None:
            return before
        self._callers.setdefault(called.process, set()).add(element.process)
        self._enter(called, before)
        if called.process in self._left and called.process not in self._at_work:
            del self._left[called.process]
            self._follow(called.process)
        found = self.followed.get(called.process)
        return _returned(self.effects, element, before, found.end) if found and found.end else None

    def _send(self, element: Element, before: Facts) -> None:
        now = self.effects.passed(element, before)
        for trigger in element.triggers:
            if diagram := self._starters.get(trigger.value):
                self._enter(diagram, self._carried(trigger.value, now))

    def _carried(self, message: str, sent: Facts | None) -> Facts:
        """Return what an instance begins with: what its message has with it."""
        known = self.processes.registers.messages.get(message)
        names = self.effects.names
        mask = names.mask(known.fields if known else ())
        if sent is None:
            return Facts(names, mask, mask)
        told = {n: told for n, told in sent.told.items() if names.bits[n] & mask}
        carried = {n: tuple(None if x is None else x & mask for x in t) for n, t in told.items()}
        return Facts(names, sent.sure & mask, sent.may & mask, carried)


def _returned(effects: Effects, element: Element, before: Facts, end: Facts) -> Facts:
    """Return what is certain after a call: what was before it, and what its ends are sure of."""
    written, told = effects.writes(element), {**end.told}
    for name, known in before.told.items():
        if not effects.names.bits[name] & written:
            told[name] = both(known, told[name]) if name in told else known
    return Facts(effects.names, before.sure | end.sure, before.may | written, told)
