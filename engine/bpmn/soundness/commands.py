"""What one command does: everything that runs on until all tokens lie where something is awaited.

So our engine works (`engine.bpmn.run.Run.advance`), and so a play of commands is exact: elements
that wait for nothing hold no token, and choices read the variables as they are at that moment.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from engine.bpmn.diagram import Element
from engine.bpmn.soundness.net import Move, Net
from engine.bpmn.soundness.values import UNKNOWN, Values, Variables

RESTING = {"userTask", "callActivity", "intermediateCatchEvent", "eventBasedGateway"}


@dataclass(frozen=True)
class Position:
    """Where tokens lie, which events beside an activity have occurred, and what is known."""

    tokens: frozenset[str]
    marks: frozenset[str] = frozenset()
    values: Values = UNKNOWN


@dataclass(frozen=True)
class Step:
    """A command on the token in one place, and what it comes to."""

    place: str
    moves: tuple[Move, ...]
    after: Position
    doubled: str | None = None
    """An element that a second token came to, while one was there."""

    @cached_property
    def flows(self) -> frozenset[str]:
        """Return the flows that tokens went along."""
        return frozenset(flow for move in self.moves for flow in move.gives)


@dataclass(frozen=True)
class _Running:
    """A command that has not come to rest."""

    position: Position
    ahead: tuple[str, ...]
    moves: tuple[Move, ...]
    round: bool = False
    """Whether a token came back to where it had been: the engine would never come to rest."""


class Commands:
    """The commands that are possible in a game."""

    def __init__(self, net: Net, variables: Variables) -> None:
        self._net, self._variables = net, variables
        self._elements = net.diagram.elements
        self._chosen = {flow.id for flow in net.diagram.flows
                        if self._elements[flow.source].kind == "eventBasedGateway"}  # fmt: skip
        self._leaving: dict[str, list[Move]] = {}
        for move in net.moves:
            for place in move.takes:
                self._leaving.setdefault(place, []).append(move)

    def begin(self) -> Iterator[Step]:
        """Yield what the start comes to."""
        start = self._net.start
        yield from self._command(Position(frozenset([start])), start, self._leaving[start][0])

    def possible(self, position: Position) -> Iterator[Step]:
        """Yield what each command comes to: one per choice that is made on the way."""
        for place in sorted(position.tokens):
            if self._elements[self._net.target[place]].kind in RESTING:
                for move in self._leaving.get(place, ()):
                    if not (move.how == "beside" and move.element in position.marks):
                        yield from self._command(position, place, move)

    def _command(self, position: Position, place: str, move: Move) -> Iterator[Step]:
        left = [self._made(_Running(position, (), ()), move)]
        while left:
            running = left.pop()
            if running.round:
                continue
            if not running.ahead:
                yield Step(place, running.moves, self._at_rest(running.position))
                continue
            flow = running.ahead[0]
            if element := self._there_already(running.position, flow):
                yield Step(place, running.moves, running.position, element)
                continue
            rest = _Running(running.position, running.ahead[1:], running.moves)
            left += self._arrived(rest, flow)

    def _at_rest(self, position: Position) -> Position:
        """Forget what no choice can read any more: then there are fewer positions."""
        places = (self._net.target[place] for place in position.tokens)
        kept = (self._variables.kept(element, position.values) for element in places)
        return replace(position, values=frozenset().union(*kept))

    def _there_already(self, position: Position, flow: str) -> str | None:
        element = self._net.target[flow]
        kind = self._elements[element].kind
        rests = kind in RESTING and any(self._net.target[p] == element for p in position.tokens)
        return element if rests or flow in position.tokens else None

    def _arrived(self, running: _Running, flow: str) -> Iterator[_Running]:
        element, at = self._elements[self._net.target[flow]], running.position
        moves = self._leaving.get(flow, [])
        there = _Running(Position(at.tokens | {flow}, at.marks, at.values), running.ahead,
                         running.moves, running.round)  # fmt: skip
        waits = element.kind in RESTING and not self._goes_through(element, flow)
        if waits or not moves:
            yield there
        elif element.kind == "exclusiveGateway":
            for way, values in self._variables.ways(element, at.values):
                move = next(m for m in moves if m.gives == (way.id,))
                yield self._made(_knowing(there, values), move)
        elif element.kind == "businessRuleTask":
            for values in self._variables.decided(element, at.values):
                yield self._made(_knowing(there, values), moves[0], answered=True)
        else:
            ready = (m for m in moves if set(m.takes) <= there.position.tokens)
            move = next(ready, None)
            yield self._made(there, move) if move else there

    def _goes_through(self, element: Element, flow: str) -> bool:
        """Say whether a catching event has been awaited by the gateway before it."""
        return element.kind == "intermediateCatchEvent" and flow in self._chosen

    def _made(self, running: _Running, move: Move, answered: bool = False) -> _Running:
        """Let an element let its tokens through; a decision table may have answered already."""
        element, at = self._elements[move.element], running.position
        values = at.values if answered else self._variables.after(element, at.values)
        if element.attached_to and move.how != "beside":
            host = self._elements[element.attached_to]
            values = self._variables.after(element, self._variables.after(host, at.values))
        moves = (*running.moves, move)
        if move.how == "terminate":
            return _Running(Position(frozenset()), (), moves)
        tokens, marks = at.tokens, at.marks
        if move.how == "beside":
            marks |= {move.element}
        else:
            tokens -= set(move.takes)
            left = self._net.diagram.boundaries(self._net.target[move.takes[0]])
            marks -= {event.id for event in left}
        again = move in running.moves
        return _Running(Position(tokens, marks, values), (*running.ahead, *move.gives), moves, again)


def _knowing(running: _Running, values: Values) -> _Running:
    at = running.position
    known = Position(at.tokens, at.marks, values)
    return _Running(known, running.ahead, running.moves, running.round)
