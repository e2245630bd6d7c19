"""Sequence flows and gateways: who may follow whom, and which way a token can go."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from engine.bpmn.check.choices import choice_problems
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Diagram, Element
from engine.model import Finding


def flow_findings(diagram: Diagram, processes: ProcessSet) -> list[Finding]:
    """Return what is wrong with the flows and conditions of a diagram."""
    found = [*_dangling(diagram)]
    if found:
        return found
    for element in diagram.elements.values():
        messages = [*_degree(diagram, element), *_branching(diagram, element, processes)]
        found += [Finding(diagram.file, element.id, "flow", message) for message in messages]
    return [*found, *_unreachable(diagram), *_joins_in_loops(diagram)]


def _dangling(diagram: Diagram) -> Iterator[Finding]:
    for flow in diagram.flows:
        for end in (flow.source, flow.target):
            if end not in diagram.elements:
                message = f"flödet pekar på {end!r} som inte finns"
                yield Finding(diagram.file, flow.id, "flow", message)


def _degree(diagram: Diagram, element: Element) -> Iterator[str]:
    into, out = len(diagram.incoming(element.id)), len(diagram.outgoing(element.id))
    gateway = element.kind.endswith("Gateway")
    if element.kind in {"startEvent", "boundaryEvent"}:
        if into:
            yield "inget flöde får gå in i händelsen"
    elif into == 0 or (into > 1 and not gateway):
        yield f"{into} flöden går in, det ska vara ett (för ihop dem med ett vägval först)"
    if element.kind == "endEvent":
        if out:
            yield "inget flöde får gå ut ur sluthändelsen"
    elif out == 0 or (out > 1 and not gateway):
        yield f"{out} flöden går ut, det ska vara ett"


def _branching(diagram: Diagram, element: Element, processes: ProcessSet) -> Iterator[str]:
    flows = diagram.outgoing(element.id)
    if element.kind == "exclusiveGateway" and len(flows) > 1:
        yield from choice_problems(element, flows, processes)
        return
    if any(flow.condition is not None for flow in flows):
        yield "ett villkor får bara stå på flöden ut ur ett exklusivt vägval"
    if element.kind == "eventBasedGateway":
        targets = (diagram.elements[flow.target] for flow in flows)
        if any(target.kind != "intermediateCatchEvent" for target in targets):
            yield "efter ett händelsestyrt vägval får bara fångande händelser komma"


def _unreachable(diagram: Diagram) -> Iterator[Finding]:
    starts = [e.id for e in diagram.of_kind("startEvent")]
    forward = _reach(diagram, starts, {f.id: (f.source, f.target) for f in diagram.flows})
    ends = [e.id for e in diagram.of_kind("endEvent")]
    backward = _reach(diagram, ends, {f.id: (f.target, f.source) for f in diagram.flows})
    for element in diagram.elements.values():
        if element.id not in forward:
            yield Finding(diagram.file, element.id, "reach", "elementet kan inte nås från starten")
        elif element.id not in backward and not diagram.boundaries(element.id):
            yield Finding(diagram.file, element.id, "reach", "ingen sluthändelse kan nås härifrån")


def _reach(diagram: Diagram, starts: list[str], steps: Mapping[str, tuple[str, str]]) -> set[str]:
    seen: set[str] = set()
    left = list(starts)
    while left:
        here = left.pop()
        if here in seen:
            continue
        seen.add(here)
        left += [target for source, target in steps.values() if source == here]
        left += [boundary.id for boundary in diagram.boundaries(here)]
    return seen


def _joins_in_loops(diagram: Diagram) -> Iterator[Finding]:
    steps = {f.id: (f.source, f.target) for f in diagram.flows}
    for gateway in diagram.of_kind("parallelGateway"):
        if len(diagram.incoming(gateway.id)) < 2:  # noqa: PLR2004  a split, not a join
            continue
        after = [f.target for f in diagram.outgoing(gateway.id)]
        if gateway.id in _reach(diagram, after, steps):
            message = "en parallell sammanföring får inte ligga i en slinga; lägg den i ett anrop"
            yield Finding(diagram.file, gateway.id, "join-in-loop", message)
