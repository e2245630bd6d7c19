"""What a way through a process gives away: who gets a task after a choice can tell the answer.

No answer is read by this; but secrecy is also broken by what can be concluded (OSL 3:1: to reveal
"in another way").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from engine import expressions
from engine.modelling.readers.asking import Asking

if TYPE_CHECKING:
    from engine.bpmn.definitions import ProcessSet
    from engine.bpmn.diagram import Diagram


def hints(processes: ProcessSet, tasks: Asking) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """Return form and question → the agencies whose task follows from the answer.

    Counted are tasks that some answers to the question lead to and others do not, in the diagram
    of the choice; whoever is asked the question is left out.
    """
    led = _led(processes)
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for form in processes.forms.values():
        askers = {task.agency for task in tasks.get(form.id, ())}
        for field in form.fields:
            if others := sorted(led.get(field.variable or "", set()) - askers):
                found[form.id, field.key] = tuple(others)
    return found


def _led(processes: ProcessSet) -> Mapping[str, set[str]]:
    """Return variable → the agencies with a task on some ways out of a choice by it, not on all."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for diagram in processes.diagrams.values():
        for gateway in diagram.of_kind("exclusiveGateway"):
            ways = diagram.outgoing(gateway.id)
            names = {n for flow in ways for n in _names(flow.condition)}
            after = [set(_next_agencies(diagram, flow.target)) for flow in ways] if names else []
            for name in names:
                found[name] |= {
                    agency for agencies in after for agency in agencies
                    if agency and not all(agency in each for each in after)
                }  # fmt: skip
    return found


def _names(condition: str | None) -> frozenset[str]:
    try:
        return expressions.parse(condition).names() if condition else frozenset()
    except expressions.ExpressionError:
        return frozenset()


def _next_agencies(diagram: Diagram, element: str) -> Iterator[str]:
    """Yield the agencies of the first tasks that are come to from an element, itself included."""
    seen, left = {element}, [element]
    while left:
        here = left.pop()
        if diagram.elements[here].kind == "userTask":
            yield diagram.elements[here].agency or ""
            continue
        nexts = {flow.target for flow in diagram.outgoing(here)} - seen
        seen |= nexts
        left += sorted(nexts)
