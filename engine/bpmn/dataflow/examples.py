"""The shortest run of a diagram to where something happens, with values that lead there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from engine.bpmn.dataflow.answers import MOST, Answers, Values
from engine.bpmn.soundness.net import Move, Net

MAX_POINTS = 6_000


@dataclass(frozen=True)
class Point:
    """Where a run has come to."""

    tokens: frozenset[str]
    marks: frozenset[str]
    """The events beside running activities that have occurred."""
    values: Values


Goal = Callable[[Point], tuple[Move, ...] | None]
"""Returns the moves that complete an example from a point; None if it is not there."""


@dataclass(frozen=True)
class Search:
    """What was found: an example, or that there is none if all was searched."""

    moves: tuple[Move, ...] | None
    whole: bool


def shortest(net: Net, answers: Answers, goal: Goal) -> Search:
    """Search every run, the shortest first."""
    came: dict[Point, tuple[Point, Move] | None] = {}
    for values in answers.first():
        came[Point(frozenset([net.start]), frozenset(), values)] = None
    left = list(came)
    for point in left:
        if (last := goal(point)) is not None:
            return Search((*_moves_to(came, point), *last), whole=True)
        for move in possible(net, point):
            for after in islice(_after(net, answers, point, move), MOST):
                if after not in came:
                    came[after] = point, move
                    left.append(after)
        if len(came) > MAX_POINTS:
            return Search(None, whole=False)
    return Search(None, whole=True)


def _moves_to(came: dict[Point, tuple[Point, Move] | None], point: Point) -> tuple[Move, ...]:
    moves = list[Move]()
    while (before := came[point]) is not None:
        point, move = before
        moves.append(move)
    return tuple(reversed(moves))


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
