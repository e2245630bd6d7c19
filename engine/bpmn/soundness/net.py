"""The token game of one diagram: tokens lie on sequence flows, and moves are what our engine does.

The semantics are those of `engine.bpmn.spiff` (BPMN 2.0 chapter 13, for the elements that
`engine.bpmn.check.allowed` lists): an exclusive gateway takes any one way, an event-based
one any one event, a parallel gateway waits for a token from every element before it that can be
reached at all. Which answers people give and when events occur is left open: everything may happen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from engine.bpmn.diagram import Diagram, Element

ONE_OF = {"exclusiveGateway", "eventBasedGateway"}


@dataclass(frozen=True)
class Move:
    """One element lets tokens through: it takes a token from each of some places, and gives."""

    element: str
    takes: tuple[str, ...]
    gives: tuple[str, ...]
    how: str = "pass"
    """`pass`, `interrupt` or `beside` (a boundary event), `end`, `terminate`, or `loose`: an
    element that no flow leaves and that is no end."""

    @property
    def solo(self) -> bool:
        """Say whether one token only goes from one place to another."""
        return len(self.takes) == len(self.gives) == 1 and self.how in {"pass", "interrupt"}


@dataclass(frozen=True)
class Net:
    """What is played: from one start, with all moves that can follow."""

    diagram: Diagram
    start: str
    """The place of the first token; it has the name of the event where the run begins."""
    moves: tuple[Move, ...]
    target: Mapping[str, str]
    """Place → the element that a token there is about to enter, or is in."""


def net_of(diagram: Diagram, start: Element, apart: frozenset[str]) -> Net:
    """Return the net of a run from an event, without the handlers that are played apart."""
    reached = reachable(diagram, start.id)
    target = {flow.id: flow.target for flow in diagram.flows} | {start.id: start.id}
    first = Move(start.id, (start.id,), _out(diagram, start.id))
    others = (m for e in diagram.elements.values() if e.id in reached and e.id != start.id
              for m in _moves(diagram, e, reached))  # fmt: skip
    moves = (first, *(m for m in others if m.element not in apart))
    return Net(diagram, start.id, moves, target)


def awaited_before(diagram: Diagram) -> frozenset[str]:
    """Return the catching events that an event-based gateway waits for in their stead.

    SpiffWorkflow moves what they wait for to the gateway: a token that comes to one some other way
    does not wait at all.
    """
    gateways = diagram.of_kind("eventBasedGateway")
    return frozenset(flow.target for each in gateways for flow in diagram.outgoing(each.id))


def reachable(diagram: Diagram, start: str, only_interrupting: bool = False) -> frozenset[str]:
    """Return the elements that can follow an event, events on activities among them.

    `only_interrupting` leaves out what follows on events that do not interrupt.
    """
    seen, left = set[str](), [start]
    while left:
        here = left.pop()
        if here not in seen:
            seen.add(here)
            left += [flow.target for flow in diagram.outgoing(here)]
            left += [event.id for event in diagram.boundaries(here)
                     if event.interrupting or not only_interrupting]  # fmt: skip
    return frozenset(seen)


def _moves(diagram: Diagram, element: Element, reached: frozenset[str]) -> Iterator[Move]:
    into = [f for f in diagram.incoming(element.id) if f.source in reached]
    out = _out(diagram, element.id)
    if element.kind == "parallelGateway":
        by_source = {f.source: [g.id for g in into if g.source == f.source] for f in into}
        for takes in product(*by_source.values()):
            yield Move(element.id, takes, out, _how(element, out))
        return
    for flow in into:
        for gives in [(o,) for o in out] if element.kind in ONE_OF and out else [out]:
            yield Move(element.id, (flow.id,), gives, _how(element, out))
        for event in diagram.boundaries(element.id):
            how = "interrupt" if event.interrupting else "beside"
            yield Move(event.id, (flow.id,), _out(diagram, event.id), how)


def _how(element: Element, out: tuple[str, ...]) -> str:
    if element.kind == "endEvent":
        return "terminate" if element.trigger else "end"
    return "pass" if out else "loose"


def _out(diagram: Diagram, element: str) -> tuple[str, ...]:
    return tuple(flow.id for flow in diagram.outgoing(element))
