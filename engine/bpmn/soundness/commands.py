"""What one command does: everything that runs on until all tokens lie where something is awaited.

So our engine works (`engine.bpmn.run.Run.advance`), and so a play of commands is exact: elements
that wait for nothing hold no token, and choices read the variables as they are at that moment.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from engine.bpmn.diagram import Diagram
from engine.bpmn.soundness.net import Move, Net, awaited_before, reachable
from engine.bpmn.soundness.spinning import loops
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
    """A command on the tokens in some places, and what it comes to."""

    places: frozenset[str]
    moves: tuple[Move, ...]
    after: Position
    doubled: str | None = None
    """An element that a second token came to, while one was there or had gone on as two."""
    spins: bool = False
    """Whether the engine would never come to rest (`engine.bpmn.soundness.spinning`)."""

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
    again: str | None = None
    """A place that a token left that another, or the same, had left before."""


class Commands:
    """The commands that are possible in a game."""

    def __init__(self, net: Net, variables: Variables) -> None:
        self._net, self._variables = net, variables
        self._elements = net.diagram.elements
        self._awaited = awaited_before(net.diagram)
        self._rounds = loops(net)
        self._once = frozenset(e.id for e in net.diagram.of_kind("parallelGateway")
                               if _joins_once(net.diagram, e.id))  # fmt: skip
        self._leaving: dict[str, list[Move]] = {}
        for move in net.moves:
            for place in move.takes:
                self._leaving.setdefault(place, []).append(move)

    def begin(self) -> Iterator[Step]:
        """Yield what the start comes to."""
        start = self._net.start
        yield from self._command(Position(frozenset([start])), self._leaving[start])

    def possible(self, position: Position) -> Iterator[Step]:
        """Yield what each command comes to: one per choice that is made on the way.

        All that wait for a message or signal catch it at once.
        """
        heard: dict[str, list[Move]] = {}
        for place in sorted(position.tokens):
            if self._elements[self._net.target[place]].kind in RESTING:
                for move in self._leaving.get(place, ()):
                    if not (move.how == "beside" and move.element in position.marks):
                        heard.setdefault(self._heard(move), []).append(move)
        for moves in heard.values():
            yield from self._command(position, moves)

    def _heard(self, move: Move) -> str:
        """Return what a move waits for; a name of its own for what only it can."""
        element = self._elements[move.element]
        if element.kind == "eventBasedGateway":
            element = self._elements[self._net.target[move.gives[0]]]
        named = (t.value for t in element.triggers if t.kind in {"message", "signal"})
        return next(
            (f"message {name}" for name in named), f"{move.element} {move.takes} {move.gives}"
        )

    def _command(self, position: Position, moves: Sequence[Move]) -> Iterator[Step]:
        places = frozenset(move.takes[0] for move in moves)
        begun = _Running(position, (), ())
        for move in moves:
            begun = self._made(begun, move)
        left = [begun]
        while left:
            running = left.pop()
            if running.again:
                yield self._again(running, places)
                continue
            if not running.ahead:
                yield Step(places, running.moves, self._at_rest(running.position))
                continue
            flow = running.ahead[0]
            if element := self._there_already(running.position, flow):
                yield Step(places, running.moves, running.position, element)
                continue
            rest = _Running(running.position, running.ahead[1:], running.moves)
            left += self._arrived(rest, flow)

    def _at_rest(self, position: Position) -> Position:
        """Forget what no choice can read any more: then there are fewer positions."""
        places = (self._net.target[place] for place in position.tokens)
        kept = (self._variables.kept(element, position.values) for element in places)
        return replace(position, values=frozenset().union(*kept))

    def _again(self, running: _Running, places: frozenset[str]) -> Step:
        doubled = None if running.again in self._rounds else self._net.target[running.again or ""]
        return Step(places, running.moves, running.position, doubled, spins=doubled is None)

    def _there_already(self, position: Position, flow: str) -> str | None:
        element = self._net.target[flow]
        if element in position.marks:  # a join that has let its tokens through
            return element
        kind = self._elements[element].kind
        rests = kind in RESTING and any(self._net.target[p] == element for p in position.tokens)
        return element if rests or flow in position.tokens else None

    def _arrived(self, running: _Running, flow: str) -> Iterator[_Running]:
        element, at = self._elements[self._net.target[flow]], running.position
        moves = self._leaving.get(flow, [])
        there = _Running(Position(at.tokens | {flow}, at.marks, at.values), running.ahead,
                         running.moves, running.again)  # fmt: skip
        waits = element.kind in RESTING and element.id not in self._awaited
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
            complete = next(ready, None)
            yield self._made(there, complete) if complete else there

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
            marks |= {element.id} & self._once
        again = move.takes[0] if move in running.moves else None
        ahead = (*running.ahead, *move.gives)
        return _Running(Position(tokens, marks, values), ahead, moves, again)


def _joins_once(diagram: Diagram, gateway: str) -> bool:
    """Say whether it is a join that no token can come back to (the rule `join_in_loop`)."""
    ahead = (reachable(diagram, flow.target) for flow in diagram.outgoing(gateway))
    return len(diagram.incoming(gateway)) > 1 and not any(gateway in each for each in ahead)


def _knowing(running: _Running, values: Values) -> _Running:
    at = running.position
    known = Position(at.tokens, at.marks, values)
    return _Running(known, running.ahead, running.moves, running.again)
