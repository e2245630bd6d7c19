"""Writes the features that are missing: `skeletons`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Diagram, Element, Flow
from engine.proof.coverage import EXPIRED, HELD
from engine.proof.skeletons.answers import Given, answers_along, every_way_to
from engine.proof.skeletons.background import background_of
from engine.proof.skeletons.steps import Teller, called
from engine.proof.skeletons.ways import Way, loops, way_to, way_to_element
from engine.proof.vocabulary import CALLED

TURNS = ("inget varv till", "ett varv till", "två varv till")
HEAD = """# language: sv
Egenskap: {name}, det som inget scenario prövar
  Påbörjade scenarier, skrivna ur diagrammet {process}. Svaren är de som för ärendet den vägen; fyll
  på, ta bort det som redan prövas, och skriv vad som ska gälla.
"""


def skeletons(
    processes: ProcessSet,
    untried: Mapping[str, Sequence[str]],
    changed: Iterable[str] = (),
    features: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """Return process → a feature with a scenario for each way that none tries.

    `untried` are the flows, and limits kept or expired, by process; of the `changed` processes the
    loops, all answers to a choice, and whoever may not do a task are added. A feature of the same
    name as the process says how a case comes there.
    """
    found: dict[str, str] = {}
    for process in sorted({*untried, *changed}):
        if diagram := processes.diagrams.get(process):
            known = background_of((features or {}).get(process, ""))
            writer = _Writer(processes, diagram, Teller(processes, diagram, known))
            told = list(writer.scenarios(untried.get(process, ()), process in set(changed)))
            if told:
                head = HEAD.format(name=diagram.name or process, process=process)
                found[process] = head + "\n" + "\n\n".join(told) + "\n"
    return found


@dataclass(frozen=True)
class _Writer:
    processes: ProcessSet
    diagram: Diagram
    teller: Teller

    def scenarios(self, untried: Sequence[str], whole: bool) -> Iterator[str]:
        flows = {flow.id: flow for flow in self.diagram.flows}
        for each in untried:
            if each in flows:
                yield from self._flow(flows[each])
            else:
                yield from self._limit(each)
        if whole:
            for back, ways in loops(self.diagram):
                yield from self._turns(back, ways)
            for gateway in self.diagram.of_kind("exclusiveGateway"):
                yield from self._codes(gateway)
            for task in self.diagram.of_kind("userTask"):
                yield from self._wrong_agency(task)

    def _flow(self, flow: Flow) -> Iterator[str]:
        source, target = (self.diagram.elements[each] for each in (flow.source, flow.target))
        if way := way_to(self.diagram, flow):
            why = f" ({flow.condition})" if flow.condition else ""
            yield self._told(f"Från {_named(source)} till {_named(target)}{why}", way)

    def _limit(self, limit: str) -> Iterator[str]:
        """Yield a scenario for a limit kept, or expired, at each element that has it."""
        name, _, outcome = limit.partition(" ")
        for element in self.diagram.elements.values():
            if element.properties.get("frist") == name and (way := self._way(element)):
                lines = [*self._start(way), *self._end_of_limit(element, name, outcome)]
                words = {HELD: "hålls", EXPIRED: "löper ut"}[outcome]
                yield _scenario(f"{name} {words} vid {_named(element)}", lines)

    def _end_of_limit(self, element: Element, name: str, outcome: str) -> Iterator[str]:
        task = self.diagram.elements.get(element.attached_to or "", element)
        own = task is element and task.kind == "userTask"
        if outcome == HELD:
            if own:
                yield f'Så ska {called(task)} ha slutfört "{task.name}" senast 2026-03-02'
                yield "# ändra till lagens sista dag"
            if task.kind == "userTask":
                yield from self.teller.complete(task, {})
            return
        yield f"När det har gått {self.teller.days(element) or 30} dagar"
        if own:
            yield f'Så är "{task.name}" hos {called(task)} försenad enligt {name}'
        else:
            yield f"Så står det i loggen att {name} har löpt ut"

    def _turns(self, back: Flow, ways: Sequence[Way]) -> Iterator[str]:
        place = _named(self.diagram.elements[back.target])
        for words, way in zip(TURNS, ways, strict=True):
            yield self._told(f"Slingan till {place}, {words}", way)

    def _codes(self, gateway: Element) -> Iterator[str]:
        """Yield a scenario for each way out of a choice, with every answer that leads there."""
        for flow in self.diagram.outgoing(gateway.id):
            every = list(every_way_to(self.processes, self.diagram, flow))
            way = way_to(self.diagram, flow) if len(every) > 1 else None
            if way and len(every[0]) == 1:
                (name,) = every[0]
                codes = [each[name] for each in every]
                told = self._outline(way, name, codes)
                target = _named(self.diagram.elements[flow.target])
                yield _scenario(f"{_named(gateway)} till {target}, varje svar", told, "mall")

    def _outline(self, way: Way, name: str, codes: Sequence[str]) -> Iterator[str]:
        given = answers_along(self.processes, self.diagram, way)
        at = {p: {n: "<svar>" if n == name else c for n, c in a.items()}
              for p, a in given.at.items()}  # fmt: skip
        before = {n: "<svar>" if n == name else c for n, c in given.before.items()}
        yield from self._lines(way, Given(before, at, given.then))
        yield ""
        yield "Exempel:"
        wide = max(map(len, ("svar", *codes)))
        yield from (f"  | {code:{wide}} |" for code in ("svar", *codes))

    def _wrong_agency(self, task: Element) -> Iterator[str]:
        way, others = self._way(task), [a for a in CALLED if a != task.agency]
        if way is None or task.agency not in CALLED or not others:
            return
        other = next((a for a in self.diagram.lanes if a in others), others[0])
        given = answers_along(self.processes, self.diagram, way)
        yield _scenario(f"{CALLED[other]} kan inte göra {_named(task)}", [
            *self._start(way, given),
            f'När {CALLED[other]} försöker slutföra {called(task)}s uppgift "{task.name}"',
            "Så nekas det, och försöket finns i loggen över nekade försök",
        ])  # fmt: skip

    def _way(self, element: Element) -> Way | None:
        return way_to_element(self.diagram, element.attached_to or element.id)

    def _told(self, title: str, way: Way) -> str:
        return _scenario(title, self._lines(way, answers_along(self.processes, self.diagram, way)))

    def _lines(self, way: Way, given: Given) -> Iterator[str]:
        yield from self._start(way, given)
        yield from self.teller.come_to(way)

    def _start(self, way: Way, given: Given | None = None) -> Iterator[str]:
        given = given or answers_along(self.processes, self.diagram, way)
        yield from self.teller.begin(way, given)
        yield from self.teller.go(way, given)


def _named(element: Element) -> str:
    return f"”{element.name}”" if element.name else element.id


def _scenario(title: str, lines: Iterable[str], kind: str = "") -> str:
    """Return a scenario; of several steps of a sort the later ones begin with Och."""
    told, last = [f"  Scenario{kind}: {title}"], ""
    for line in lines:
        word, _, rest = line.partition(" ")
        if word in {"När", "Så"}:
            told.append(f"    {'Och' if word == last else word} {rest}")
            last = word
        else:
            told.append(f"    {line}".rstrip())
    return "\n".join(told)
