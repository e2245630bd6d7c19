"""What is certain at each place of one diagram, given what is when it begins."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from heapq import heappop, heappush

from engine.bpmn.dataflow.effects import Effects
from engine.bpmn.dataflow.facts import Facts, joined, merged
from engine.bpmn.diagram import Diagram, Element
from engine.bpmn.soundness.net import reachable
from engine.bpmn.soundness.strands import apart

Call = Callable[[Element, Facts], Facts | None]
"""Returns what is certain when a called process has ended; None if it is not known to end."""


@dataclass
class Followed:
    """A diagram with what is certain when a token comes to each element."""

    diagram: Diagram
    begin: Facts
    at: dict[str, Facts] = field(default_factory=dict)
    """Element → what is certain when a token is there; nothing where none can come."""
    flows: dict[str, Facts] = field(default_factory=dict)
    ends: dict[str, Facts] = field(default_factory=dict)

    @cached_property
    def end(self) -> Facts | None:
        """Return what is certain when it has ended, however; None if it cannot end.

        It ends when all its branches have: the end of a handler that is played apart is not it.
        """
        apart_ = {e for event in apart(self.diagram) for e in reachable(self.diagram, event)}
        ends = [facts for element, facts in self.ends.items() if element not in apart_]
        return merged(ends) if ends else None


@dataclass(frozen=True)
class Plan:
    """What is the same each time that a diagram is followed."""

    turn: Mapping[str, int]
    """The order in which elements are looked at."""
    volatile: Mapping[str, int]
    """What something at work beside an element may set meanwhile."""


def follow(diagram: Diagram, begin: Facts, effects: Effects, plan: Plan, call: Call) -> Followed:
    """Follow every flow until nothing new is learnt."""
    found, turn = Followed(diagram, begin), plan.turn
    left = [(0, diagram.start().id)]
    while left:
        element = diagram.elements[heappop(left)[1]]
        before = _before(found, element)
        if before is None:
            continue
        before = before.perhaps(plan.volatile[element.id])
        if found.at.get(element.id) == before:
            continue
        found.at[element.id] = before
        for each in _changed(found, element, before, effects, call):
            if (turn[each], each) not in left:
                heappush(left, (turn[each], each))
    return found


def turns(diagram: Diagram) -> dict[str, int]:
    """Return the order in which elements are looked at: what comes before is first."""
    left, order, seen = [(diagram.start().id, False)], list[str](), set[str]()
    while left:
        here, done = left.pop()
        if done:
            order.append(here)
        elif here not in seen:
            seen.add(here)
            left.append((here, True))
            left += [(b.id, False) for b in diagram.boundaries(here)]
            left += [(f.target, False) for f in diagram.outgoing(here)]
    return {element: n for n, element in enumerate(reversed(order))}


def _before(found: Followed, element: Element) -> Facts | None:
    if element.kind == "startEvent":
        return found.begin
    if element.attached_to:
        return found.at.get(element.attached_to)
    flows = found.diagram.incoming(element.id)
    into = [found.flows[f.id] for f in flows if f.id in found.flows]
    if element.kind == "parallelGateway":  # one that waits for ever lets nothing through
        return joined(into) if len(into) == len(flows) else None
    return merged(into) if into else None


def _changed(
    found: Followed, element: Element, before: Facts, effects: Effects, call: Call
) -> Iterator[str]:
    """Note what is certain after an element; yield those that this may change something for."""
    diagram = found.diagram
    for event in diagram.boundaries(element.id):
        yield event.id
    after = _after(found, element, before, effects, call)
    if element.kind == "endEvent" and (ended := after.get("")):
        found.ends[element.id] = ended
    for flow in diagram.outgoing(element.id):
        new = after.get(flow.id)
        if new is not None and found.flows.get(flow.id) != new:
            found.flows[flow.id] = new
            yield flow.target


def _after(
    found: Followed, element: Element, before: Facts, effects: Effects, call: Call
) -> Mapping[str, Facts | None]:
    """Return what is certain on each flow out of an element; at an end under the name ""."""
    out = found.diagram.outgoing(element.id)
    if element.kind == "exclusiveGateway" and len(out) > 1:
        return effects.chosen(found.diagram, element, before)
    after = _done(found, element, before, effects, call)
    return dict.fromkeys((*(flow.id for flow in out), ""), after)


def _done(
    found: Followed, element: Element, before: Facts, effects: Effects, call: Call
) -> Facts | None:
    if element.kind == "callActivity":
        return call(element, before)
    if element.attached_to and effects.processes.diagrams.get(
        found.diagram.elements[element.attached_to].called or ""
    ):
        before = before.perhaps(effects.writes(found.diagram.elements[element.attached_to]))
    if element.kind == "userTask":
        before = effects.filled(element, before)
    elif element.kind == "businessRuleTask":
        before = effects.decided(element, before)
    return effects.passed(element, effects.heard(element, before))
