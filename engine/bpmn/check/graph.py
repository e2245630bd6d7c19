"""Which elements a token can come to."""

from __future__ import annotations

from collections.abc import Iterable

from engine.bpmn.diagram import Diagram


def reached(diagram: Diagram, places: Iterable[str], *, backward: bool = False) -> set[str]:
    """Return these places and all that flows lead to from them, or lead from to them.

    What sits on an activity is reached with it, either way.
    """
    ways = [(f.target, f.source) if backward else (f.source, f.target) for f in diagram.flows]
    seen: set[str] = set()
    left = list(places)
    while left:
        here = left.pop()
        if here in seen:
            continue
        seen.add(here)
        left += [target for source, target in ways if source == here]
        left += [boundary.id for boundary in diagram.boundaries(here)]
    return seen
