"""Handlers that run beside the rest: they are games of their own.

What a non-interrupting event sets going takes nothing from its activity (BPMN 2.0 section 13.5.3).
When it never meets the rest, cannot end it, and cannot be set going once more by a loop, the two
need not be played at the same time.
"""

from __future__ import annotations

from engine.bpmn.diagram import Diagram, Element
from engine.bpmn.soundness.net import reachable


def apart(diagram: Diagram) -> frozenset[str]:
    """Return the non-interrupting boundary events whose handlers can be played apart."""
    beside = [e.id for e in diagram.of_kind("boundaryEvent") if not e.interrupting]
    regions = {
        start: reachable(diagram, start, only_interrupting=True)
        for start in (diagram.start().id, *beside)
    }
    alone = {e for e in beside if _alone(diagram, e, regions)}
    while entangled := {e for e in alone if _carries(diagram, regions[e]) - alone}:
        alone -= entangled
    return frozenset(alone)


def starts(diagram: Diagram) -> tuple[Element, ...]:
    """Return the events at which a game begins."""
    handlers = sorted(apart(diagram))
    return (diagram.start(), *(diagram.elements[each] for each in handlers))


def _alone(diagram: Diagram, event: str, regions: dict[str, frozenset[str]]) -> bool:
    host = diagram.elements[event].attached_to or ""
    ahead = [f.target for f in diagram.outgoing(host)]
    ahead += [f.target for b in diagram.boundaries(host) for f in diagram.outgoing(b.id)]
    if any(host in reachable(diagram, each) for each in ahead):
        return False
    meets = any(regions[event] & other for each, other in regions.items() if each != event)
    ends = (diagram.elements[each] for each in regions[event])
    return not meets and not any(e.kind == "endEvent" and e.trigger for e in ends)


def _carries(diagram: Diagram, region: frozenset[str]) -> set[str]:
    """Return the non-interrupting events on activities of a region."""
    return {b.id for each in region for b in diagram.boundaries(each) if not b.interrupting}
