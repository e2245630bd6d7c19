"""Where a process would read a variable that some way there has not set.

To a condition such a variable equals nothing (`engine.expressions`): `==` and `in` fail, `!=` and
`not in` hold. It is told only where that decides: where some value would have led another way.
A timer that waits for a day that nobody has set breaks the command (`engine.bpmn.due`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from math import prod

from engine.bpmn.dataflow.answers import Answers
from engine.bpmn.dataflow.effects import MOST, Choice, Effects
from engine.bpmn.dataflow.examples import Goal, Point
from engine.bpmn.dataflow.facts import UNSET, Facts
from engine.bpmn.diagram import Diagram, Element
from engine.bpmn.soundness.net import Move, Net
from engine.bpmn.soundness.values import SOMETHING


@dataclass(frozen=True)
class Unset:
    """A variable that an element may read unset."""

    element: str
    variable: str
    never: bool
    """Whether no way there has set it."""
    way: str | None = None
    """The way that a choice then takes; None if it has none, or at a timer."""
    like: tuple[str, ...] = ()
    """The values that would have led the same way."""


def unset(diagram: Diagram, element: Element, at: Facts, effects: Effects) -> list[Unset]:
    """Return what an element may read unset, when `at` is certain as a token comes to it."""
    if element.trigger and element.trigger.kind == "date":
        return list(_awaited(element, at))
    if element.kind != "exclusiveGateway" or len(diagram.outgoing(element.id)) == 1:
        return []
    found: dict[str, Unset] = {}
    for each in _decided(diagram, element, at, effects):
        found.setdefault(each.variable, each)
    return list(found.values())


def read_unset(net: Net, element: Element, variable: str, answers: Answers) -> Goal:
    """Return what an example must come to: the element reads the variable, and it is not set."""

    def reached(point: Point) -> tuple[Move, ...] | None:
        if dict(point.values).get(variable) != UNSET:
            return None
        place = element.attached_to or element.id
        here = [each for each in sorted(point.tokens) if net.target[each] == place]
        if not here or element.kind != "exclusiveGateway":
            return () if here else None
        choice = answers.effects.choice(net.diagram, element)
        for known in answers.fixed(choice, point.values):
            if each := reads(choice, tuple(known.values()), variable, answers.effects):
                moves = (m for m in net.moves if m.takes == (here[0],) and m.gives == (each[0],))
                return tuple(moves)
        return None

    return reached


def _awaited(element: Element, at: Facts) -> Iterator[Unset]:
    name = element.trigger.value if element.trigger else ""
    bit = at.names.bits.get(name, 0)
    if bit & ~at.sure:
        yield Unset(element.id, name, never=not at.may & bit)


def _decided(diagram: Diagram, gateway: Element, at: Facts, effects: Effects) -> Iterator[Unset]:
    choice = effects.choice(diagram, gateway)
    domains = [at.possible(name) for name in choice.read]
    if prod(map(len, domains)) > MOST:  # each by itself, then: too many to try together
        unsure = (n for n, domain in zip(choice.read, domains, strict=True) if UNSET in domain)
        yield from (Unset(gateway.id, n, not at.may & at.names.bits[n]) for n in unsure)
        return
    for values in product(*domains) if any(UNSET in each for each in domains) else ():
        if at.narrowed(choice.read, [values]):
            for name in choice.read:
                if told := reads(choice, values, name, effects):
                    never = not at.may & at.names.bits[name]
                    yield Unset(gateway.id, name, never, *told)


def reads(
    choice: Choice, values: tuple[str, ...], name: str, effects: Effects
) -> tuple[str | None, tuple[str, ...]] | None:
    """Return the way that is taken and the values that would lead there too.

    None if the variable is set, or if all its values would lead there.
    """
    at = choice.read.index(name)
    if values[at] != UNSET:
        return None
    way, codes = choice.opened(values), effects.names.values[name][1:]
    like = [c for c in codes if choice.opened((*values[:at], c, *values[at + 1 :])) == way]
    if len(like) == len(codes):
        return None
    return (way[0] if way else None), tuple(c for c in like if c != SOMETHING)
