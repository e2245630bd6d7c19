"""Visits every state of a game, the cheapest to reach first, so that examples are the shortest.

A state is where the tokens entered the stretches they are in, and which events beside a running
activity have occurred. The cost of a state is how many elements have let tokens through.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from heapq import heappop, heappush

from engine.bpmn.soundness.net import Move, Net
from engine.bpmn.soundness.stretches import Stretches

State = frozenset[str]
END: State = frozenset()
MAX_STATES = 50_000


@dataclass(frozen=True)
class Meeting:
    """A move that leaves two tokens in one stretch, where they can meet."""

    state: State
    cost: int
    move: Move
    pair: tuple[str, str]


@dataclass
class Space:
    """All states of a net, and what was seen on the way."""

    net: Net
    stretches: Stretches
    came: dict[State, tuple[State, Move] | None] = field(default_factory=dict)
    cost: dict[State, int] = field(default_factory=dict)
    before: dict[State, list[State]] = field(default_factory=dict)
    meetings: list[Meeting] = field(default_factory=list)
    used: set[Move] = field(default_factory=set)
    whole: bool = True
    """Whether all states were visited; otherwise there are more than the limit."""

    _at: dict[State, Mapping[str, str]] = field(default_factory=dict)

    def at(self, state: State) -> Mapping[str, str]:
        """Return where each token of a state entered its stretch, by the last place of it."""
        if state not in self._at:
            here = sorted(place for place in state if place in self.net.target)
            self._at[state] = {self.stretches.last(place): place for place in here}
        return self._at[state]

    def know(self, state: State, at: Mapping[str, str]) -> None:
        """Keep where the tokens of a state are."""
        self._at[state] = at

    def arrivals(self, state: State, move: Move) -> list[Move]:
        """Return how the tokens that a move takes come from where they are to its places."""
        at = self.at(state)
        return [each for place in move.takes for each in self.stretches.way(at[place], place)]

    def moves_to(self, state: State) -> list[Move]:
        """Return the fewest moves to a state; a token goes on when it is needed."""
        chain, moves = [], list[Move]()
        while (came := self.came[state]) is not None:
            chain.append(came)
            state = came[0]
        for before, move in reversed(chain):
            moves += [*self.arrivals(before, move), move]
        return moves

    def possible(self, state: State) -> Iterator[Move]:
        """Yield the moves out of the stretches that tokens are in."""
        at = self.at(state)
        for last in at:
            for move in self.stretches.moves(last):
                fresh = move.how != "beside" or _mark(move.element) not in state
                if fresh and move.takes[0] == last and all(p in at for p in move.takes):
                    yield move


def explore(net: Net, limit: int = MAX_STATES, to_meeting: bool = False) -> Space:
    """Play every game there is on a net, or play on until two tokens meet."""
    space = Space(net, Stretches(net))
    first = frozenset([net.start])
    space.came[first], space.cost[first], space.before[first] = None, 0, []
    left: list[tuple[int, int, State]] = [(0, 0, first)]
    done: set[State] = set()
    while left:
        _, _, state = heappop(left)
        if state in done:
            continue
        done.add(state)
        for move in space.possible(state):
            _make(space, state, move, left)
        if len(space.came) > limit or (to_meeting and space.meetings):
            space.whole = False
            return space
    return space


def _make(space: Space, state: State, move: Move, left: list[tuple[int, int, State]]) -> None:
    cost = space.cost[state] + len(space.arrivals(state, move)) + 1
    space.used.add(move)
    at = _kept(space, state, move)
    for place in move.gives:
        last = space.stretches.last(place)
        if last in at:
            space.meetings.append(Meeting(state, cost, move, (at[last], place)))
            return
        at[last] = place
    after = frozenset(at.values()) | _marks(space, state, move)
    space.know(after, at)
    space.before.setdefault(after, []).append(state)
    if cost < space.cost.get(after, cost + 1):
        space.came[after], space.cost[after] = (state, move), cost
        heappush(left, (cost, len(space.came), after))


def _kept(space: Space, state: State, move: Move) -> dict[str, str]:
    """Return where tokens stay when a move is made, by the last place of their stretch."""
    if move.how == "terminate":
        return {}
    if move.how == "beside":
        return {**space.at(state), move.takes[0]: move.takes[0]}
    return {last: place for last, place in space.at(state).items() if last not in move.takes}


def _marks(space: Space, state: State, move: Move) -> State:
    """Return which events beside running activities have occurred after a move."""
    if move.how == "terminate":
        return END
    marks = state.difference(space.at(state).values())
    if move.how == "beside":
        return marks | {_mark(move.element)}
    host = space.net.target[move.takes[0]]
    return marks.difference(_mark(event.id) for event in space.net.diagram.boundaries(host))


def _mark(event: str) -> str:
    return f"!{event}"
