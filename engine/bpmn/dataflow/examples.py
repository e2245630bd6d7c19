"""The shortest run of a diagram to where something happens, with values that lead there.

Branches take their steps in any order, which makes far too many runs. So one branch at a time is
followed first, until it waits for the others or has come where it is wanted; every such run is one
that can happen. Only when there is none is every order tried.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from engine.bpmn.dataflow.answers import MOST, Answers, Values
from engine.bpmn.soundness.net import Move, Net

MAX_POINTS = 3_000
"""In one search; and in all of a check together:"""
MAX_TOGETHER = 15_000


@dataclass(frozen=True)
class Point:
    """Where a run has come to."""

    tokens: frozenset[str]
    marks: frozenset[str]
    """The events beside running activities that have occurred."""
    values: Values
    turn: str | None = None
    """The place of the token that goes on next, when one branch at a time is followed."""


Goal = Callable[[Point], tuple[Move, ...] | None]
"""Returns the moves that complete an example from a point; None if it is not there."""


@dataclass(frozen=True)
class Search:
    """What was found: an example, or that there is none if all was searched."""

    moves: tuple[Move, ...] | None
    whole: bool


@dataclass
class Searches:
    """All searches of one check, which may look at so many points together."""

    left: int = MAX_TOGETHER

    def shortest(
        self, net: Net, answers: Answers, goal: Goal, stops: frozenset[str] = frozenset()
    ) -> Search:
        """Search for an example; at `stops` a branch may wait while another goes on."""
        for stops_ in (stops, None):
            found = self._searched(_Runs(net, answers, stops_), goal)
            if found.moves is not None or not found.whole:
                return found
        return found

    def _searched(self, runs: _Runs, goal: Goal) -> Search:
        limit = min(MAX_POINTS, self.left)
        left = list(runs.first())
        for point in left:
            self.left -= 1
            if (last := goal(point)) is not None:
                return Search((*runs.moves_to(point), *last), whole=True)
            left += runs.onwards(point)
            if len(left) > limit:
                return Search(None, whole=False)
        return Search(None, whole=True)


@dataclass
class _Runs:
    """The points that runs come to, each with how it is come to first."""

    net: Net
    answers: Answers
    stops: frozenset[str] | None
    """None if every order of the branches is tried."""
    came: dict[Point, tuple[Point, Move] | None] = field(default_factory=dict)

    def first(self) -> Iterator[Point]:
        for values in self.answers.first():
            point = Point(frozenset([self.net.start]), frozenset(), values)
            self.came[point] = None
            yield point

    def onwards(self, point: Point) -> Iterator[Point]:
        """Yield the points after a point that are new."""
        for move in self._next(point):
            for after in islice(_after(self.net, self.answers, point, move), MOST):
                for each in self._turns(after, move):
                    if each not in self.came:
                        self.came[each] = point, move
                        yield each

    def moves_to(self, point: Point) -> tuple[Move, ...]:
        moves = list[Move]()
        while (before := self.came[point]) is not None:
            point, move = before
            moves.append(move)
        return tuple(reversed(moves))

    def _next(self, point: Point) -> list[Move]:
        moves = list(possible(self.net, point))
        if self.stops is None or not moves or point.turn is None:
            return moves
        own = [move for move in moves if point.turn in move.takes]
        if own and self.net.target[point.turn] in self.stops:
            return moves
        first = min(place for move in moves for place in move.takes)
        return own or [move for move in moves if first in move.takes]

    def _turns(self, point: Point, move: Move) -> Iterator[Point]:
        """Yield a point with each token that may go on next: one that has just moved."""
        moved = [*move.gives, *(move.takes if move.how == "beside" else ())]
        if self.stops is None or not moved:
            yield replace(point, turn=None)
            return
        yield from (replace(point, turn=place) for place in moved)


def possible(net: Net, point: Point) -> Iterator[Move]:
    """Yield the moves that can be made at a point."""
    for move in net.moves:
        done = move.how == "beside" and move.element in point.marks
        if not done and all(place in point.tokens for place in move.takes):
            yield move


def _after(net: Net, answers: Answers, point: Point, move: Move) -> Iterator[Point]:
    tokens, marks = _moved(net, point, move)
    element = net.diagram.elements[move.element]
    if element.kind == "exclusiveGateway" and len(net.diagram.outgoing(element.id)) > 1:
        for way, values in answers.chosen(element, point.values):
            if move.gives == (way,):
                yield Point(tokens, marks, values)
        return
    for values in answers.after(element, point.values):
        yield Point(tokens, marks, values)


def _moved(net: Net, point: Point, move: Move) -> tuple[frozenset[str], frozenset[str]]:
    if move.how == "terminate":
        return frozenset(), frozenset()
    if move.how == "beside":
        return point.tokens | set(move.gives), point.marks | {move.element}
    host = net.target[move.takes[0]]
    left = {event.id for event in net.diagram.boundaries(host)}
    return (point.tokens - set(move.takes)) | set(move.gives), point.marks - left
