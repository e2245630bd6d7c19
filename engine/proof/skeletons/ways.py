"""Ways through a diagram: the shortest to a flow, and round each loop."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from engine.bpmn.diagram import Diagram, Element, Flow


@dataclass(frozen=True)
class Leg:
    """An element that is come to, by a flow or, on the border of an activity, by an event."""

    element: Element
    flow: Flow | None = None


Way = tuple[Leg, ...]


def way_to(diagram: Diagram, flow: Flow) -> Way | None:
    """Return the shortest way from the start over a flow, as far as the next task or an end."""
    head = between(diagram, diagram.start().id, flow.source)
    if head is None:
        return None
    taken = (Leg(diagram.start()), *head, Leg(diagram.elements[flow.target], flow))
    return taken + onward(diagram, flow.target)


def way_to_element(diagram: Diagram, element: str) -> Way | None:
    """Return the shortest way from the start to an element."""
    head = between(diagram, diagram.start().id, element)
    return None if head is None else (Leg(diagram.start()), *head)


def onward(diagram: Diagram, element: str) -> Way:
    """Return the way on from an element to the next user task or an end; empty at one."""
    last, way = diagram.elements[element], list[Leg]()
    while last.kind not in {"userTask", "endEvent"}:
        flows = diagram.outgoing(last.id)
        known = {leg.element.id for leg in way} | {element}
        flow = next((f for f in flows if f.target not in known), None)
        if flow is None:
            break
        last = diagram.elements[flow.target]
        way.append(Leg(last, flow))
    return tuple(way)


def loops(diagram: Diagram) -> Iterator[tuple[Flow, tuple[Way, Way, Way]]]:
    """Yield each flow that leads back, with the ways that take it no time, once and twice."""
    for back in _leading_back(diagram):
        head = way_to_element(diagram, back.target)
        round_ = between(diagram, back.target, back.source)
        out = _way_out(diagram, back, round_)
        if head is None or round_ is None or out is None:
            continue
        turn = (*round_, Leg(diagram.elements[back.target], back))
        yield back, ((*head, *out), (*head, *turn, *out), (*head, *turn, *turn, *out))


def between(diagram: Diagram, source: str, target: str) -> Way | None:
    """Return the shortest way from one element to another, the first left out."""
    came: dict[str, tuple[str, Leg] | None] = {source: None}
    queue = deque([source])
    while queue and target not in came:
        here = queue.popleft()
        for leg in _next(diagram, here):
            if leg.element.id not in came:
                came[leg.element.id] = (here, leg)
                queue.append(leg.element.id)
    return _walked(came, target)


def _walked(came: Mapping[str, tuple[str, Leg] | None], target: str) -> Way | None:
    if target not in came:
        return None
    way: list[Leg] = []
    while step := came[target]:
        target, leg = step
        way.append(leg)
    return tuple(reversed(way))


def _next(diagram: Diagram, element: str) -> Iterator[Leg]:
    yield from (Leg(diagram.elements[f.target], f) for f in diagram.outgoing(element))
    yield from (Leg(event) for event in diagram.boundaries(element))


def _leading_back(diagram: Diagram) -> Iterator[Flow]:
    """Yield the flows by which an element is come to from one that lies behind it."""
    depth = {diagram.start().id: 0}
    queue = deque([diagram.start().id])
    while queue:
        here = queue.popleft()
        for leg in _next(diagram, here):
            if leg.element.id not in depth:
                depth[leg.element.id] = depth[here] + 1
                queue.append(leg.element.id)
    for flow in diagram.flows:
        nearer = depth.get(flow.target, 0) <= depth.get(flow.source, -1)
        if nearer and between(diagram, flow.target, flow.source) is not None:
            yield flow


def _way_out(diagram: Diagram, back: Flow, round_: Way | None) -> Way | None:
    """Return how a loop is left without going round: from its beginning to the first exit."""
    if round_ is None:
        return None
    inside = [back.target, *(leg.element.id for leg in round_)]
    for place, id_ in enumerate(inside):
        for flow in diagram.outgoing(id_):
            if flow.target not in inside and diagram.elements[id_].kind == "exclusiveGateway":
                leg = Leg(diagram.elements[flow.target], flow)
                return (*round_[:place], leg, *onward(diagram, flow.target))
    return None
