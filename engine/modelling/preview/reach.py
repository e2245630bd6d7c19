"""What a case has ahead of it: a walk in the drawings, through what is called and back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from engine.bpmn.definitions import ProcessSet
from engine.bpmn.moves.places import closure, targets
from engine.modelling.preview.altered import Place


@dataclass
class Reach:
    """Walks in one set, each way once."""

    processes: ProcessSet
    _after: dict[Place, frozenset[Place]] = field(default_factory=dict)
    _within: dict[str, frozenset[Place]] = field(default_factory=dict)

    def ahead(self, standing: Iterable[Place]) -> frozenset[Place]:
        """Return where tokens stand and all that they can come to.

        A called process is a token of its own: of the call only what follows it is ahead. What a
        message can start in the case may always come.
        """
        at = frozenset(standing)
        return at.union(self.startable, *(self.after(place) for place in at))

    def after(self, place: Place) -> frozenset[Place]:
        """Return all that can come after an element, inside its own process."""
        if place not in self._after:
            process, element = place
            diagram = self.processes.diagram(process)
            found = closure(targets(diagram, element), lambda e: targets(diagram, e))
            self._after[place] = self._entered(process, found)
        return self._after[place]

    def within(self, process: str) -> frozenset[Place]:
        """Return all that a process can come to from its start."""
        if process not in self._within:
            self._within[process] = frozenset()  # a process that calls itself ends here
            diagram = self.processes.diagram(process)
            found = closure([diagram.start().id], lambda e: targets(diagram, e))
            self._within[process] = self._entered(process, found)
        return self._within[process]

    @cached_property
    def startable(self) -> frozenset[Place]:
        """All that messages can start."""
        started = (d.process for d in self.processes.diagrams.values() if d.start().triggers)
        return frozenset[Place]().union(*(self.within(process) for process in started))

    def _entered(self, process: str, elements: Iterable[str]) -> frozenset[Place]:
        diagram = self.processes.diagram(process)
        here = {(process, each) for each in elements}
        called = (diagram.elements[each].called for each in elements)
        return frozenset(here).union(*(self.within(each) for each in called if each))
