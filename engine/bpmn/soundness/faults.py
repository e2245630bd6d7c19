"""What is wrong with a game whose states have all been visited, each with its shortest example."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from engine.bpmn.soundness.explore import END, Meeting, Space, State
from engine.bpmn.soundness.net import Move, Net, reachable


@dataclass(frozen=True)
class Fault:
    """Something that can go wrong at an element, and the moves until it has gone wrong."""

    rule: str
    element: str
    moves: tuple[Move, ...]


def faults(space: Space) -> list[Fault]:
    """Return every fault, the shortest example for each rule and element."""
    shortest: dict[tuple[str, str], Fault] = {}
    for fault in sorted(_all(space), key=_order):
        shortest.setdefault((fault.rule, fault.element), fault)
    return list(shortest.values())


def _order(fault: Fault) -> tuple[int, list[tuple[str, ...]]]:
    """Sort by length, and so that a diagram is told the same each time."""
    return len(fault.moves), [(move.element, *move.gives) for move in fault.moves]


def run(space: Space) -> frozenset[str]:
    """Return the elements that some game runs."""
    entered = {p for state in space.came for p in state if p in space.net.target}
    passed = (move for place in entered for move in space.stretches.within(place))
    return frozenset(move.element for moves in (space.used, passed) for move in moves)


def _all(space: Space) -> Iterator[Fault]:
    yield from _meetings(space)
    if space.whole:  # else what lies ahead of a state is not known
        hopeless = _hopeless(space)
        stuck = [s for s in hopeless if not any(True for _ in space.possible(s))]
        for state in stuck:
            yield from _stuck(space, state)
        yield from _endless(space, hopeless - _before(space, stuck))


def _meetings(space: Space) -> Iterator[Fault]:
    """Yield the soonest meeting in each stretch."""
    soonest: dict[str, tuple[int, Meeting, list[Move], str]] = {}
    for meeting in space.meetings:
        at = space.stretches.meeting(*meeting.pair)
        after = [move for place in meeting.pair for move in space.stretches.way(place, at)]
        cost, last = meeting.cost + len(after), space.stretches.last(at)
        if last not in soonest or cost < soonest[last][0]:
            soonest[last] = cost, meeting, after, at
    for _, meeting, after, at in soonest.values():
        before = [*space.moves_to(meeting.state), *space.arrivals(meeting.state, meeting.move)]
        yield Fault("unsafe", space.net.target[at], (*before, meeting.move, *after))


def _hopeless(space: Space) -> set[State]:
    """Return the states from which no end can be reached; a meeting counts as one, told above."""
    hopeful = _before(space, [END, *(meeting.state for meeting in space.meetings)])
    return set(space.came) - hopeful


def _before(space: Space, states: Iterable[State]) -> set[State]:
    seen, left = set[State](), [state for state in states if state in space.came]
    while left:
        state = left.pop()
        if state not in seen:
            seen.add(state)
            left += space.before.get(state, ())
    return seen


def _stuck(space: Space, state: State) -> Iterator[Fault]:
    stretches, target = space.stretches, space.net.target
    at = space.at(state)
    last = [move for last, place in at.items() for move in stretches.way(place, last)]
    moves = (*space.moves_to(state), *last)
    if turning := [each for each in at if stretches.turns_for_ever(each)]:
        yield from (Fault("endless", target[each], moves) for each in turning)
        return
    for element in first_stuck(space.net, at):
        yield Fault("deadlock", element, moves)


def first_stuck(net: Net, places: Iterable[str]) -> list[str]:
    """Return the elements at which tokens wait for nothing that waits itself."""
    waiting = sorted({net.target[place] for place in places})
    behind = {each: _after(net, each) for each in waiting}
    first = [e for e in waiting if not any(e in behind[o] for o in waiting if o != e)]
    return first or waiting


def _after(net: Net, element: str) -> frozenset[str]:
    outgoing = net.diagram.outgoing(element)
    return frozenset().union(*(reachable(net.diagram, flow.target) for flow in outgoing))


def _endless(space: Space, states: set[State]) -> Iterator[Fault]:
    """Yield the fault of tokens that can always move, and never to an end."""
    if states:
        state = min(states, key=lambda each: (space.cost[each], sorted(each)))
        element = space.net.target[min(space.at(state))]
        yield Fault("endless", element, tuple(space.moves_to(state)))
