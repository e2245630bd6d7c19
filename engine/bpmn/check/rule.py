"""What a rule is: a function that looks at a diagram or at a whole set, and tells what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps

from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Diagram, Element
from engine.model import Finding

OfDiagram = Callable[[Diagram, ProcessSet], Iterator[Finding]]
OfSet = Callable[[ProcessSet], Iterator[Finding]]
OfElement = Callable[[Element, ProcessSet], Iterator[str]]


def of_each_element(name: str, *kinds: str) -> Callable[[OfElement], OfDiagram]:
    """Make a rule of what is said of one element; `kinds` are those it is asked of, none is all."""

    def made(said: OfElement) -> OfDiagram:
        @wraps(said)
        def rule(diagram: Diagram, processes: ProcessSet) -> Iterator[Finding]:
            elements = diagram.of_kind(*kinds) if kinds else diagram.elements.values()
            for element in elements:
                for message in said(element, processes):
                    yield Finding(diagram.file, element.id, name, message)

        return rule

    return made


def where_no_flow_dangles(rule: OfDiagram) -> OfDiagram:
    """Let a rule be silent of a diagram whose flows lead nowhere: `dangling` says all of that."""

    @wraps(rule)
    def asked(diagram: Diagram, processes: ProcessSet) -> Iterator[Finding]:
        ends = (end for flow in diagram.flows for end in (flow.source, flow.target))
        if all(end in diagram.elements for end in ends):
            yield from rule(diagram, processes)

    return asked
