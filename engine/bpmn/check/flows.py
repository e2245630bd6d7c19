"""Sequence flows and gateways: who may follow whom, and which way a token can go."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from engine import expressions
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Diagram, Element, Flow
from engine.expressions import Expression, ExpressionError
from engine.model import Finding

Codes = Mapping[str, tuple[str, ...]]


def flow_findings(diagram: Diagram, processes: ProcessSet) -> list[Finding]:
    """Return what is wrong with the flows and conditions of a diagram."""
    codes = {v.id: v.codes for v in processes.registers.variables.values()}
    found = [*_dangling(diagram)]
    if found:
        return found
    for element in diagram.elements.values():
        messages = [*_degree(diagram, element), *_branching(diagram, element, codes)]
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


def _branching(diagram: Diagram, element: Element, codes: Codes) -> Iterator[str]:
    flows = diagram.outgoing(element.id)
    if element.kind == "exclusiveGateway" and len(flows) > 1:
        yield from _exclusive(element, flows, codes)
        return
    if any(flow.condition is not None for flow in flows):
        yield "ett villkor får bara stå på flöden ut ur ett exklusivt vägval"
    if element.kind == "eventBasedGateway":
        targets = (diagram.elements[flow.target] for flow in flows)
        if any(target.kind != "intermediateCatchEvent" for target in targets):
            yield "efter ett händelsestyrt vägval får bara fångande händelser komma"


def _exclusive(element: Element, flows: tuple[Flow, ...], codes: Codes) -> Iterator[str]:
    if element.default not in {flow.id for flow in flows}:
        yield "vägvalet saknar standardflöde"
    conditions: dict[str, Expression] = {}
    for flow in flows:
        try:
            condition = _condition(flow, flow.id == element.default)
        except ExpressionError as error:
            yield f"flödet {flow.id}: {error}"
        else:
            conditions |= {flow.id: condition} if condition else {}
    for flow_id, condition in conditions.items():
        for problem in expressions.problems(condition, codes):
            yield f"flödet {flow_id}: {problem}"
    yield from _overlaps(conditions, codes)


def _condition(flow: Flow, default: bool) -> Expression | None:
    if default and flow.condition is not None:
        raise ExpressionError("standardflödet får inte ha villkor")
    if default:
        return None
    if flow.condition is None:
        raise ExpressionError("villkoret saknas")
    return expressions.parse(flow.condition)


def _overlaps(conditions: Mapping[str, Expression], codes: Codes) -> Iterator[str]:
    for (first, one), (second, other) in combinations(conditions.items(), 2):
        try:
            both = expressions.both_hold(one, other, codes)
        except ExpressionError as error:
            yield str(error)
            return
        if both is not None:
            said = " och ".join(f"{name} är {value}" for name, value in both.items())
            yield f"villkoren på {first} och {second} gäller båda när {said}"


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
