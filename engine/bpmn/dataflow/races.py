"""Where two branches may set the same variable: the one that comes last decides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from engine.bpmn.dataflow.beside import Beside
from engine.bpmn.dataflow.effects import Effects
from engine.bpmn.dataflow.examples import Goal, Point, possible
from engine.bpmn.dataflow.later import Later
from engine.bpmn.diagram import Diagram, Element
from engine.bpmn.soundness.net import Move, Net
from engine.bpmn.soundness.values import settable


@dataclass(frozen=True)
class Race:
    """Two elements that may set the same variables in any order."""

    one: str
    other: str
    variables: tuple[str, ...]


def races(diagram: Diagram, later: Later, beside: Beside) -> list[Race]:
    """Return the pairs of elements that may be at work together and set what is read later."""
    found = []
    for one, others in beside.items():
        for other in others:
            if one < other and (names := tuple(_common(diagram, one, other, later))):
                found.append(Race(one, other, names))
    return sorted(found, key=lambda race: (race.one, race.other))


def both_set(net: Net, race: Race) -> Goal:
    """Return what an example must come to: both are at work, and then both are done."""

    def reached(point: Point) -> tuple[Move, ...] | None:
        moves = list(possible(net, point))
        ones = [m for m in moves if m.element == race.one]
        others = [m for m in moves if m.element == race.other]
        orders = ((a, b) for a, b in (*product(ones, others), *product(others, ones))
                  if _then(a, b))  # fmt: skip
        return next(orders, None)

    return reached


def _then(one: Move, other: Move) -> bool:
    """Say whether one move leaves the other to be made."""
    return one.how == "beside" or not set(one.takes) & set(other.takes)


def _common(diagram: Diagram, one: str, other: str, later: Later) -> Iterator[str]:
    first, second, effects = diagram.elements[one], diagram.elements[other], later.effects
    common = effects.writes(first) & effects.writes(second)
    if not common or _ends_all(first) or _ends_all(second):
        return
    common &= later.after(first) | later.after(second)
    for name, bit in effects.names.bits.items():
        if common & bit and not _same(first, second, name, effects):
            yield name


def _ends_all(element: Element) -> bool:
    """An end of everything leaves nothing that could come after it."""
    return element.kind == "endEvent" and element.trigger is not None


def _same(one: Element, other: Element, name: str, effects: Effects) -> bool:
    """Say whether the two can only set the same value: one code, or what one message brings."""
    said = one.sets().get(name), other.sets().get(name)
    if any(name in settable(each, effects.processes) for each in (one, other)):
        return (
            one.triggers == other.triggers != ()
            and not any(said)
            and not (one.called or other.called)
        )
    return said[0] == said[1]
