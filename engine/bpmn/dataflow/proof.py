"""What `unset` and `races` suspect, with the shortest example of it; without one it is not so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from engine.bpmn.dataflow.answers import Answers
from engine.bpmn.dataflow.examples import Search
from engine.bpmn.dataflow.races import Race, both_set, races
from engine.bpmn.dataflow.unset import Unset, read_unset, unset
from engine.bpmn.dataflow.whole import Whole
from engine.bpmn.diagram import Diagram
from engine.bpmn.soundness.net import Net, net_of, reachable
from engine.bpmn.soundness.trace import Played, traced


@dataclass(frozen=True)
class Shown:
    """Something that can happen, with how; without when there was too much to search."""

    what: Unset | Race
    steps: tuple[Played, ...] | None


def suspected(whole: Whole, diagram: Diagram) -> list[Unset]:
    """Return what the elements of a diagram may read unset."""
    at = whole.followed[diagram.process].at if diagram.process in whole.followed else {}
    return [each for element in diagram.elements.values() if element.id in at
            for each in unset(diagram, element, at[element.id], whole.effects)]  # fmt: skip


def shown_unset(whole: Whole, diagram: Diagram, what: Unset) -> Shown | None:
    """Return an example of a read of what is not set; None if there is none."""
    net = _net(diagram)
    answers = _answers(whole, diagram, (what.element,), (what.variable,))
    goal = read_unset(net, diagram.elements[what.element], what.variable, answers)
    return _shown(what, net, whole.searches.shortest(net, answers, goal))


def shown_races(whole: Whole, diagram: Diagram) -> Iterator[Shown]:
    """Yield elements that can set the same in any order, one pair for each variable.

    When that is mended, the next is told.
    """
    if diagram.process not in whole.followed:
        return
    net, told = _net(diagram), set[str]()
    for race in races(diagram, whole.later, whole.beside[diagram.process]):
        if not told.issuperset(race.variables):
            ends = frozenset((race.one, race.other))
            answers = _answers(whole, diagram, tuple(ends), ())
            found = whole.searches.shortest(
                net, answers, both_set(net, race), _hosts(diagram, ends)
            )
            if shown := _shown(race, net, found):
                told |= set(race.variables)
                yield shown


def _hosts(diagram: Diagram, elements: frozenset[str]) -> frozenset[str]:
    """Return where a token lies while something may happen at these elements."""
    return frozenset(diagram.elements[each].attached_to or each for each in elements)


def _shown(what: Unset | Race, net: Net, found: Search) -> Shown | None:
    if found.moves is None:
        return None if found.whole else Shown(what, None)
    return Shown(what, traced(net.start, found.moves))


def _net(diagram: Diagram) -> Net:
    return net_of(diagram, diagram.start(), frozenset())


def _answers(
    whole: Whole, diagram: Diagram, targets: tuple[str, ...], names: tuple[str, ...]
) -> Answers:
    """Return what is followed: what is asked of, and all that may decide whether one comes there.

    With too much of that, what is asked of only.
    """
    effects, begin = whole.effects, whole.followed[diagram.process].begin
    tracked = {*names}
    for element in diagram.elements.values():
        if not reachable(diagram, element.id).isdisjoint(targets):
            tracked |= {*effects.choice(diagram, element).read, *effects.guards(element)}
    ends = {p: found.end for p, found in whole.followed.items() if found.end}
    bits = effects.names.bits
    known = sorted(n for n in tracked if n in names or (n in bits and not bits[n] & effects.always))
    return Answers(diagram, effects, begin, tuple(known), ends)
