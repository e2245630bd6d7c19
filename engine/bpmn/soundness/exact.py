"""Plays a diagram exactly as our engine runs it, to see whether what looked wrong can happen.

The quick game (`explore`) leaves every choice open. Here the variables decide, and elements that
wait for nothing take no time. It is played only on diagrams in which the quick one found faults.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import count

from engine.bpmn.soundness.commands import Commands, Position, Step
from engine.bpmn.soundness.faults import Fault, first_stuck
from engine.bpmn.soundness.net import Move, Net
from engine.bpmn.soundness.values import Variables

MAX_COMMANDS = 15_000
AFTER_A_FAULT = 2_000
"""So many more commands are given once it is certain that something is wrong."""


@dataclass
class Play:
    """All positions of a game, and the commands between them."""

    net: Net
    came: dict[Position, tuple[Position | None, Step]] = field(default_factory=dict)
    cost: dict[Position, int] = field(default_factory=dict)
    steps: dict[Position, list[Step]] = field(default_factory=dict)
    """The commands that were followed."""
    doubled: list[Doubled] = field(default_factory=list)
    spinning: list[Position] = field(default_factory=list)
    """Positions in which a command would never come to rest."""
    whole: bool = True
    turn: Iterator[int] = field(default_factory=count)

    def moves_to(self, position: Position | None) -> tuple[Move, ...]:
        """Return the moves from the start to a position."""
        steps: list[Step] = []
        while position is not None:
            position, step = self.came[position]
            steps.append(step)
        return tuple(move for step in reversed(steps) for move in step.moves)


@dataclass(frozen=True)
class Doubled:
    """Commands after a position that bring a second token to an element."""

    before: Position | None
    steps: tuple[Step, ...]
    element: str


def play(net: Net, variables: Variables, limit: int = MAX_COMMANDS) -> Play:
    """Play every game there is, the shortest first."""
    found, commands = Play(net), Commands(net, variables)
    left: list[tuple[int, int, Position]] = []
    for step in commands.begin():
        _take(found, None, step, left)
    given = 0
    while left:
        _, _, position = heappop(left)
        if position in found.steps:
            continue
        if given > limit:
            found.whole = False
            break
        found.steps[position] = []
        for step in commands.possible(position):
            _take(found, position, step, left)
            given += 1
        if found.doubled:
            limit = min(limit, given + AFTER_A_FAULT)
    return found


def _take(
    found: Play, before: Position | None, step: Step, left: list[tuple[int, int, Position]]
) -> None:
    if doubled := _doubled(found, before, step):
        found.doubled.append(doubled)
        return
    if step.spins:
        found.spinning += [before] if before else []
        return
    cost = len(step.moves)
    if before is not None:
        found.steps[before].append(step)
        cost += found.cost[before]
    if cost < found.cost.get(step.after, cost + 1):
        found.came[step.after], found.cost[step.after] = (before, step), cost
        heappush(left, (cost, next(found.turn), step.after))


def _doubled(found: Play, before: Position | None, step: Step) -> Doubled | None:
    """Return where a command brings a second token, at once or right after the one before it."""
    if step.doubled or before is None:
        return Doubled(before, (step,), step.doubled) if step.doubled else None
    earlier, last = found.came[before]
    flow = next(iter(_again(earlier, last, step)), None)
    if flow is None:
        return None
    return Doubled(earlier, (last, step), found.net.target[flow])


def _again(before: Position | None, one: Step, other: Step) -> list[str]:
    """Return the flows that tokens which lay side by side go along, one after the other."""
    if before is None:
        return []
    beside = one.moves[0].how == "beside"
    waited = before.tokens if beside else before.tokens - one.places
    return sorted(one.flows & other.flows) if other.places & waited else []


@dataclass(frozen=True)
class _Seen:
    """A fault before its moves are told: the commands after a position."""

    rule: str
    element: str
    before: Position | None
    steps: tuple[Step, ...] = ()

    def cost(self, found: Play) -> int:
        """Return how many elements run until it has gone wrong."""
        known = found.cost[self.before] if self.before else 0
        return known + sum(len(step.moves) for step in self.steps)


def exact_faults(found: Play) -> list[Fault]:
    """Return every fault of a game that was found, the shortest for each element."""
    shortest: dict[tuple[str, str], tuple[int, _Seen]] = {}
    for seen in _all(found):
        cost, key = seen.cost(found), (seen.rule, seen.element)
        if key not in shortest or cost < shortest[key][0]:
            shortest[key] = cost, seen
    told = sorted(shortest.values(), key=lambda each: (each[0], each[1].rule, each[1].element))
    return [_fault(found, seen) for _, seen in told]


def _fault(found: Play, seen: _Seen) -> Fault:
    after = [move for step in seen.steps for move in step.moves]
    return Fault(seen.rule, seen.element, (*found.moves_to(seen.before), *after))


def _all(found: Play) -> Iterator[_Seen]:
    for each in found.doubled:
        yield _Seen("unsafe", each.element, each.before, each.steps)
    yield from _passed_twice(found)
    if not found.whole:  # what lies ahead of a position is not known
        return
    hopeless = set(found.came) - _before(found, _hopeful(found))
    stuck = sorted((p for p in hopeless if not found.steps[p]), key=_order)
    for position in stuck:
        for element in first_stuck(found.net, position.tokens):
            yield _Seen("deadlock", element, position)
    yield from _endless(found, hopeless - _before(found, stuck))


def _passed_twice(found: Play) -> Iterator[_Seen]:
    target = found.net.target
    for before, steps in found.steps.items():
        for one in steps if len(before.tokens) > 1 or before.marks else ():
            for other in found.steps.get(one.after, ()):
                for flow in _again(before, one, other)[:1]:
                    yield _Seen("unsafe", target[flow], before, (one, other))


def _hopeful(found: Play) -> Iterator[Position]:
    """Yield where all has ended, and where a second token can come: that is told already."""
    yield from (position for position in found.came if not position.tokens)
    yield from found.spinning
    for each in found.doubled:
        place = each.steps[0].after if len(each.steps) > 1 else each.before
        yield from [place] if place is not None else []


def _before(found: Play, positions: Iterable[Position]) -> set[Position]:
    into: dict[Position, list[Position]] = {}
    for before, steps in found.steps.items():
        for step in steps:
            into.setdefault(step.after, []).append(before)
    seen, left = set[Position](), list(positions)
    while left:
        position = left.pop()
        if position not in seen:
            seen.add(position)
            left += into.get(position, ())
    return seen


def _endless(found: Play, positions: set[Position]) -> Iterator[_Seen]:
    if positions:
        position = min(positions, key=lambda each: (found.cost[each], _order(each)))
        yield _Seen("endless", found.net.target[min(position.tokens)], position)


def _order(position: Position) -> tuple[list[str], list[tuple[str, str]]]:
    return sorted(position.tokens), sorted(position.values)
