"""An example as one would play it on the drawing: elements in order, and where tokens lie then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.bpmn.soundness.net import Move


@dataclass(frozen=True)
class Played:
    """One step: an element lets tokens through."""

    element: str
    how: str
    """See `Move.how`."""
    flows: tuple[str, ...]
    """The sequence flows that the step goes along."""
    marking: tuple[str, ...]
    """The flows that have a token after the step; one with two is named twice."""


def traced(start: str, moves: Sequence[Move]) -> tuple[Played, ...]:
    """Return a whole example, from the start until it has gone wrong."""
    return tuple(_play(start, moves))


def _play(start: str, moves: Sequence[Move]) -> Iterator[Played]:
    tokens = [start]
    for move in moves:
        if move.how == "terminate":
            tokens = []
        elif move.how != "beside":
            for place in move.takes:
                if place in tokens:  # a loop that spins is shown for one of its tokens
                    tokens.remove(place)
        tokens += move.gives
        yield Played(move.element, move.how, move.gives, tuple(sorted(tokens)))
