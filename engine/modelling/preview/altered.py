"""Which elements differ between two sets in a way that a case can feel; wording and law cannot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Element
from engine.bpmn.moves.places import Drawings, sources, targets

Place = tuple[str, str]
"""A process and an element in it."""
DUTIES = {"userTask", "callActivity"}
UNFELT = {"lagrum", "ansvar"}


@dataclass(frozen=True)
class Altered:
    """What is otherwise in the second of two sets."""

    old: ProcessSet
    new: ProcessSet

    @cached_property
    def places(self) -> frozenset[Place]:
        """The elements of the new set that have come or are otherwise."""
        return frozenset(
            (process, id_)
            for process, diagram in self.new.diagrams.items()
            for id_ in diagram.elements
            if _facts(self.old, process, id_) != _facts(self.new, process, id_)
        )

    @cached_property
    def duties(self) -> dict[Place, str]:
        """The steps that have come to a process that there was before, with their names."""
        return {
            (process, id_): element.name or id_
            for process, drawings in self._shared.items()
            for id_, element in drawings.new.elements.items()
            if element.kind in DUTIES and drawings.is_new(id_)
        }

    def gap(self, place: Place) -> Iterator[tuple[str, str]]:
        """Yield what was right before and right after where a new step has been put in."""
        drawings = self._shared[place[0]]
        before = drawings.around(place[1], lambda e: sources(drawings.new, e), drawings.kept)
        after = drawings.around(place[1], lambda e: targets(drawings.new, e), drawings.kept)
        yield from ((a, b) for a in before for b in after)

    @cached_property
    def _shared(self) -> dict[str, Drawings]:
        both = self.old.diagrams.keys() & self.new.diagrams.keys()
        return {p: Drawings(self.old.diagrams[p], self.new.diagrams[p]) for p in sorted(both)}


def _facts(within: ProcessSet, process: str, id_: str) -> tuple[Any, ...] | None:
    diagram = within.diagrams.get(process)
    element = diagram.elements.get(id_) if diagram else None
    if diagram is None or element is None:
        return None
    felt = {k: v for k, v in element.properties.items() if k not in UNFELT}
    flows = sorted((f.target, f.condition or "") for f in diagram.outgoing(id_))
    plain = replace(element, name="", guidance=None, properties=felt)
    return plain, flows, *_registered(within, element)


def _registered(within: ProcessSet, element: Element) -> Iterator[Any]:
    """Yield what the form, the deadline and the table of an element say."""
    form = within.forms.get(element.properties.get("form", ""))
    yield form and [replace(f, label="", description=None) for f in form.fields]
    deadline = within.deadlines.get(element.properties.get("frist", ""))
    yield deadline and (deadline.length, deadline.kind, deadline.shifts, deadline.reminders)
    table = within.decisions.get(element.properties.get("beslut", ""))
    yield table and (table.inputs, table.outputs, table.rules)
