"""What keeps the game small: places that a token can only pass on its way to one other place.

A row of tasks, a choice whose ways meet again, a loop that is always left in the end: wherever a
token lies in such a stretch, it can go on to the last place of it whatever others do, and nowhere
else. So only the last place is played. Nothing is lost: two tokens in one stretch can meet, a
token that is stuck is stuck at the last place, and every element on the way can be run.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from engine.bpmn.soundness.net import Move, Net


class Stretches:
    """The stretches of a net, each named by its last place."""

    def __init__(self, net: Net) -> None:
        self._leaving: defaultdict[str, list[Move]] = defaultdict(list)
        for move in net.moves:
            for place in move.takes:
                self._leaving[place].append(move)
        self._next = {place: place for place in net.target}
        self._join_up()
        self._last = {place: self._end(place) for place in self._next}
        self._reached: dict[str, dict[str, Move | None]] = {}
        self._ways: dict[tuple[str, str], tuple[Move, ...]] = {}

    def last(self, place: str) -> str:
        """Return the last place of the stretch that a place belongs to."""
        return self._last[place]

    def moves(self, last: str) -> list[Move]:
        """Return the moves that lead out of a stretch."""
        return [m for m in self._leaving[last] if not (m.solo and self.last(m.gives[0]) == last)]

    def turns_for_ever(self, last: str) -> bool:
        """Say whether a token here can move, but only round and round."""
        return bool(self._leaving[last]) and not self.moves(last)

    def way(self, place: str, to: str) -> tuple[Move, ...]:
        """Return the fewest moves from a place to another in the same stretch."""
        if (place, to) not in self._ways:
            came, moves, here = self._from(place), list[Move](), to
            while (move := came[here]) is not None:
                moves.append(move)
                here = move.takes[0]
            self._ways[place, to] = tuple(reversed(moves))
        return self._ways[place, to]

    def meeting(self, one: str, other: str) -> str:
        """Return the place where two tokens of one stretch meet soonest."""
        common = [place for place in self._from(one) if place in self._from(other)]
        return min(common, key=lambda at: len(self.way(one, at)) + len(self.way(other, at)))

    def places(self, place: str) -> Sequence[str]:
        """Return the places that a token may come to before it leaves the stretch."""
        return list(self._from(place))

    def within(self, place: str) -> Sequence[Move]:
        """Return the moves that a token may make from a place before it leaves the stretch."""
        return [m for at in self._from(place) for m in self._leaving[at] if m.solo]

    def _from(self, place: str) -> dict[str, Move | None]:
        """Return how each place of the stretch is reached soonest, nearest first."""
        if place not in self._reached:
            came: dict[str, Move | None] = {place: None}
            left = [place]
            for here in left:
                for move in self._leaving[here]:
                    if move.solo and self.last(move.gives[0]) == self.last(place):
                        to = move.gives[0]
                        if to not in came:
                            came[to] = move
                            left.append(to)
            self._reached[place] = came
        return self._reached[place]

    def _end(self, place: str) -> str:
        while self._next[place] != place:
            self._next[place] = place = self._next[self._next[place]]
        return place

    def _join_up(self) -> None:
        changed = True
        while changed:
            changed = False
            for place, moves in list(self._leaving.items()):
                if self._next[place] == place and all(move.solo for move in moves):
                    ahead = {self._end(move.gives[0]) for move in moves} - {place}
                    if len(ahead) == 1:
                        self._next[place] = ahead.pop()
                        changed = True
