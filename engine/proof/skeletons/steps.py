"""A way through a diagram as the steps of a scenario."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Diagram, Element
from engine.deadlines import parse_length
from engine.proof.skeletons.answers import Given
from engine.proof.skeletons.background import Background
from engine.proof.skeletons.ways import Way
from engine.proof.vocabulary import CALLED

DAYS = {"D": 1, "W": 7, "M": 31, "Y": 366, "H": 1}
OPENER = "kalla"
"""The variable that says who has opened the case."""


@dataclass(frozen=True)
class Teller:
    """Tells of one diagram."""

    processes: ProcessSet
    diagram: Diagram
    background: Background = field(default_factory=Background)

    def begin(self, way: Way, given: Given) -> Iterator[str]:
        """Yield how the case comes to the first task of a way."""
        opener = CALLED.get(given.before.get(OPENER, ""), self.background.opener)
        yield "Givet att klockan är 09:00 den 2026-03-02"
        yield f"Och att {opener} har öppnat ett ärende"
        yield "Och att svaren i ärendet är"
        known = self.background.answers or {"misstanke": "kvarstar"}
        yield from table({**known, **given.before})
        yield "# fyll på med de svar som för ärendet hit"
        if task := next((leg.element for leg in way if leg.element.kind == "userTask"), None):
            yield from self._come_to_first(task)

    def go(self, way: Way, given: Given) -> Iterator[str]:
        """Yield what is done along a way; nothing at its last element."""
        begun = far = False
        """Whether the first task has been come to; whether others work before the next is there."""
        for place, leg in enumerate(way):
            nexts = way[place + 1] if place + 1 < len(way) else None
            element = leg.element
            if element.kind == "userTask" and far:
                yield f'När alla arbetar fram till "{element.name}"'
            begun, far = begun or element.kind == "userTask", far and element.kind != "userTask"
            if nexts is None:
                return
            if element.kind == "userTask":
                if nexts.flow is not None:
                    yield from self.complete(element, given.at.get(place, {}))
                if later := given.then.get(place):
                    yield "När svaren från och med nu är"
                    yield from table(later)
            else:
                others = element.kind in {"callActivity", "parallelGateway"}
                far = far or (begun and others)
                if begun or not others:
                    yield from self._passed(element)

    def complete(self, task: Element, answers: Mapping[str, str]) -> Iterator[str]:
        """Yield that whoever has a task completes it."""
        yield f'När {called(task)} slutför "{task.name}"{" med" if answers else ""}'
        yield from table(answers)

    def come_to(self, way: Way) -> Iterator[str]:
        """Yield what a way comes to in the end."""
        last = way[-1].element
        if last.kind == "userTask":
            yield f'Så har {called(last)} uppgiften "{last.name}"'
        elif last.kind == "endEvent" and not self._callers:
            yield f"Så har {self.diagram.process} avslutats"
        elif last.sets() and self._callers:
            variable, code = next(iter(last.sets().items()))
            yield f"Så är variabeln {variable} {code} i {self._callers[-1]}"
        else:
            yield f"# skriv vad som ska ha hänt vid {last.name or last.id}"

    def days(self, element: Element) -> int | None:
        """Return after how many days a limit has run out for sure; None if nobody can say."""
        deadline = self.processes.deadlines.get(element.properties.get("frist", ""))
        lengths = [t.value for t in element.triggers if t.kind == "duration"]
        text = (deadline.length if deadline else None) or next(iter(lengths), None)
        if text is None:
            return None
        length = parse_length(text)
        return length.count * DAYS[length.unit] + 5  # a weekend or holidays may come between

    def _come_to_first(self, task: Element) -> Iterator[str]:
        """Yield how the first task comes about: by what somebody registers, or by work."""
        trigger = self.diagram.start().trigger
        if trigger and self._registrable(trigger.value):
            yield from self._told(trigger.value)
            yield f'När alla arbetar fram till "{task.name}"'
        else:
            yield f'Och att alla har arbetat fram till "{task.name}"'

    def _registrable(self, name: str) -> bool:
        message = self.processes.registers.messages.get(name)
        return message is not None and any(each in CALLED for each in message.registered_by)

    @property
    def _callers(self) -> tuple[str, ...]:
        """The processes that call this one, the outermost last: an instance of the case."""
        found = [self.diagram.process]
        while caller := next(
            (d.process for d in self.processes.diagrams.values() if d.process not in found
             and any(e.called == found[-1] for e in d.elements.values())), None,
        ):  # fmt: skip
            found.append(caller)
        return tuple(found[1:])

    def _passed(self, element: Element) -> Iterator[str]:
        trigger = element.trigger
        if element.kind == "callActivity":
            yield f"# delprocessen {element.name or element.called}: gör dess uppgifter"
        elif element.kind == "parallelGateway":
            yield "# förgrening: gör det som hör till de andra grenarna också"
        elif trigger and element.kind in {"boundaryEvent", "intermediateCatchEvent"}:
            if trigger.kind in {"date", "duration"}:
                days = self.days(element)
                yield f"När det har gått {days or 30} dagar"
                if days is None:
                    yield f"# ändra till dagen efter {trigger.value}"
            else:
                yield from self._told(trigger.value)

    def _told(self, name: str) -> Iterator[str]:
        message = self.processes.registers.messages.get(name)
        who = [CALLED[a] for a in message.registered_by if a in CALLED] if message else []
        if message and who:
            yield f'När {who[0]} registrerar händelsen "{message.name}"'
        else:
            yield f"# gör det som sänder {name}"


def table(answers: Mapping[str, str]) -> Iterator[str]:
    """Yield answers as the rows of a table, in columns."""
    wide = max((len(name) for name in answers), default=0)
    wider = max((len(code) for code in answers.values()), default=0)
    yield from (f"  | {name:{wide}} | {code:{wider}} |" for name, code in answers.items())


def called(task: Element) -> str:
    """Return what the features call whoever has a task."""
    return CALLED.get(task.agency or "", task.agency or "ingen")
