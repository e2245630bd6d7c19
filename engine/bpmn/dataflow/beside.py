"""Which elements of a diagram can be at work at the same time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from engine.bpmn.diagram import Diagram
from engine.bpmn.soundness.explore import explore
from engine.bpmn.soundness.net import Net, net_of, reachable
from engine.bpmn.soundness.strands import apart, starts

Beside = Mapping[str, frozenset[str]]


def beside(diagram: Diagram) -> Beside:
    """Return for each element those that a token may lie in while one lies in it.

    An event on an activity is at work with its activity. Handlers that are played apart
    (`strands`) are beside their activity, what is beside that, and all that may follow.
    """
    alone = apart(diagram)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for start in starts(diagram):
        for one, other in _pairs(net_of(diagram, start, alone)):
            _meet(diagram, found, one, other)
    size = -1
    while size != (size := sum(map(len, found.values()))):
        for handler in alone:
            _apart(diagram, found, handler)
    return {element: frozenset(others) for element, others in found.items()}


def _pairs(net: Net) -> Iterator[tuple[str, str]]:
    """Yield the pairs of elements in which two tokens lie at once."""
    space = explore(net)
    told: set[tuple[str, str]] = set()
    for state in space.came:
        for pair in combinations(sorted(space.at(state).values()), 2):
            if pair not in told:
                told.add(pair)
                one, other = (space.stretches.places(place) for place in pair)
                yield from ((net.target[a], net.target[b]) for a in one for b in other)


def _meet(diagram: Diagram, found: defaultdict[str, set[str]], one: str, other: str) -> None:
    if one == other:  # two tokens in one element are the soundness rules' to tell of
        return
    for a in (one, *(b.id for b in diagram.boundaries(one))):
        for b in (other, *(b.id for b in diagram.boundaries(other))):
            found[a].add(b)
            found[b].add(a)


def _apart(diagram: Diagram, found: defaultdict[str, set[str]], handler: str) -> None:
    host = diagram.elements[handler].attached_to or ""
    own = reachable(diagram, handler)
    others = {each for place in (host, *found[host]) for each in reachable(diagram, place)} - own
    for one in own - {handler}:
        for other in others:
            found[one].add(other)
            found[other].add(one)
