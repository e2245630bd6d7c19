"""Loops in which nobody and nothing is waited for: our engine would go round in them for ever.

Variables change only where a person answers or an event brings them, so the way out of such a loop
stays as closed as it was; and the engine runs on until something has to be waited for.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.soundness.explore import Space
from engine.bpmn.soundness.faults import Fault
from engine.bpmn.soundness.net import Move, Net, awaited_before

AUTOMATIC = {"exclusiveGateway", "parallelGateway", "businessRuleTask", "intermediateThrowEvent"}


def spinning(space: Space) -> Iterator[Fault]:
    """Yield a fault for each such loop that can be entered, with the soonest way into it."""
    told = set[str]()
    rounds = loops(space.net)
    for state in sorted(space.came, key=lambda each: (space.cost[each], sorted(each))):
        for place in sorted(space.at(state).values()) if rounds else ():
            for here in space.stretches.places(place):
                elements = {move.element for move in rounds.get(here, ())}
                if elements and not elements & told:
                    told |= elements
                    moves = (*space.stretches.way(place, here), *rounds[here])
                    before = space.moves_to(state)
                    yield Fault("spin", space.net.target[here], (*before, *moves))


def loops(net: Net) -> dict[str, tuple[Move, ...]]:
    """Return each place from which moves of automatic elements alone lead back to it."""
    elements = net.diagram.elements.values()
    waits_for_nothing = {e.id for e in elements if e.kind in AUTOMATIC} | awaited_before(
        net.diagram
    )
    leaving: dict[str, list[Move]] = {}
    for move in net.moves:
        if move.element in waits_for_nothing:
            for place in move.takes:
                leaving.setdefault(place, []).append(move)
    rounds = ((place, _round(place, leaving)) for place in leaving)
    return {place: moves for place, moves in rounds if moves}


def _round(start: str, leaving: dict[str, list[Move]]) -> tuple[Move, ...]:
    came: dict[str, tuple[Move, ...]] = {start: ()}
    left = [start]
    for here in left:
        for move in leaving.get(here, ()):
            if start in move.gives:
                return (*came[here], move)
            for place in move.gives:
                if place not in came:
                    came[place] = (*came[here], move)
                    left.append(place)
    return ()
