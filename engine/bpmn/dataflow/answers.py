"""What a run knows of variables, and what each element may make of that: one example's values.

Unlike `facts`, which hold for every run, these are of one. A value is fixed when something reads
it; until then it is SET, to something, or BEGUN: set to something before the process began.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from engine.bpmn.dataflow.effects import Choice, Effects, answered
from engine.bpmn.dataflow.facts import UNSET, Facts
from engine.bpmn.dataflow.filled import ways
from engine.bpmn.diagram import Diagram, Element

SET, BEGUN = "*", "?"
Values = frozenset[tuple[str, str]]
"""(variable, code), or UNSET, SET or BEGUN for a code."""
MOST = 400
"""So many outcomes of one element are tried."""


@dataclass(frozen=True)
class Answers:
    """The variables that a search follows through one diagram."""

    diagram: Diagram
    effects: Effects
    begin: Facts
    tracked: tuple[str, ...]
    ends: Mapping[str, Facts]
    """Called process → what is certain when it has ended."""

    def first(self) -> Iterator[Values]:
        """Yield each combination of set and unset that a run may begin with."""
        names, options = self.begin.names, []
        for name in self.tracked:
            bit = names.bits[name]
            unset = [] if self.begin.sure & bit else [UNSET]
            options.append(unset + ([BEGUN] if self.begin.may & bit else []))
        for values in product(*options):
            found = frozenset(zip(self.tracked, values, strict=True))
            if self._began(found):
                yield found

    def after(self, element: Element, values: Values) -> Iterator[Values]:
        """Yield what may be known when an element has let a token through, if it is no choice."""
        for known in self._done(element, dict(values)):
            brought = self._kept(self._fields(element))
            for extra in self._perhaps(known, brought):
                yield frozenset({**extra, **self._only(element.sets())}.items())

    def chosen(self, gateway: Element, values: Values) -> Iterator[tuple[str, Values]]:
        """Yield each way out of a choice with what is known when it is gone."""
        choice = self.effects.choice(self.diagram, gateway)
        for known in self.fixed(choice, values):
            kept = {p for p in values if p[0] not in known} | self._only(known).items()
            for way in choice.opened(tuple(known.values())):
                yield way, frozenset(kept)

    def fixed(self, choice: Choice, values: Values) -> Iterator[dict[str, str]]:
        """Yield each combination of values of what a choice reads, in its order."""
        yield from self._combined(choice.read, dict(values))

    def _combined(self, read: Sequence[str], known: Mapping[str, str]) -> Iterator[dict[str, str]]:
        domains = [self._domain(name, known.get(name)) for name in read]
        for combination in product(*domains):
            fixed = dict(zip(read, combination, strict=True))
            begun = {n: v for n, v in fixed.items() if known.get(n) == BEGUN}
            unset = [n for n, v in known.items() if v == UNSET]
            if not begun or self._could_begin(begun, unset):
                yield fixed

    def _domain(self, name: str, known: str | None) -> Sequence[str]:
        every = self.begin.names.values[name]
        if known is None:
            return every
        return every[1:] if known in {SET, BEGUN} else (known,)

    def _could_begin(self, begun: Mapping[str, str], unset: Sequence[str]) -> bool:
        """Say whether a run could begin with these values while others were not set."""
        pairs = {**begun, **dict.fromkeys(unset, UNSET)}
        return self.begin.narrowed([*pairs], [tuple(pairs.values())]) is not None

    def _began(self, found: Values) -> bool:
        return self._could_begin({}, [name for name, value in found if value == UNSET])

    def _done(self, element: Element, known: dict[str, str]) -> Iterator[dict[str, str]]:
        host = self.diagram.elements.get(element.attached_to or "")
        if host is not None:
            yield from self._perhaps(known, self._kept(self._writes(host)) if host.called else [])
        elif element.kind == "userTask":
            form = self.effects.processes.forms.get(element.properties.get("form", ""))
            for way in ways(form) if form else ({},):
                yield {**known, **{n: _one(codes) for n, codes in way.items() if n in known}}
        elif element.kind == "businessRuleTask":
            yield from self._decided(element, known)
        elif element.called:
            yield from self._called(element, known)
        else:
            yield known

    def _decided(self, task: Element, known: dict[str, str]) -> Iterator[dict[str, str]]:
        table = self.effects.processes.decisions.get(task.properties.get("beslut", ""))
        if table is None:
            yield known
            return
        read = [c.variable for c in table.inputs]
        for fixed in self._combined(read, known):
            given = answered(table, {n: v for n, v in fixed.items() if v != UNSET})
            yield {**known, **self._only({**fixed, **given})}

    def _called(self, call: Element, known: dict[str, str]) -> Iterator[dict[str, str]]:
        end = self.ends.get(call.called or "")
        written = self._kept(self._writes(call))
        if end is None or not written:
            yield from self._perhaps(known, written)
            return
        options = [dict.fromkeys([known[n], *end.possible(n)]) for n in written]
        for combination in product(*options):
            given = dict(zip(written, combination, strict=True))
            fresh = {n: v for n, v in given.items() if v not in {SET, BEGUN}}
            unset = {n: UNSET for n, v in known.items() if v == UNSET and n not in given}
            asked = fresh | unset
            kept = all(v != UNSET or known[n] == UNSET for n, v in given.items())
            if kept and end.narrowed([*asked], [tuple(asked.values())]) is not None:
                yield known | given

    def _perhaps(self, known: dict[str, str], names: Sequence[str]) -> Iterator[dict[str, str]]:
        """Yield what may be known when some variables may have been set, each or not."""
        for values in product(*((known[name], SET) for name in names)):
            yield {**known, **dict(zip(names, values, strict=True))}

    def _fields(self, element: Element) -> list[str]:
        messages = self.effects.processes.registers.messages
        sends = element.kind in {"intermediateThrowEvent", "endEvent"}
        triggers = () if sends or element.kind == "startEvent" else element.triggers
        return [n for t in triggers if t.value in messages for n in messages[t.value].fields]

    def _writes(self, element: Element) -> list[str]:
        mask = self.effects.writes(element)
        return [name for name in self.tracked if self.begin.names.bits[name] & mask]

    def _kept(self, names: Sequence[str]) -> list[str]:
        return [name for name in names if name in self.tracked]

    def _only(self, values: Mapping[str, str]) -> dict[str, str]:
        return {name: value for name, value in values.items() if name in self.tracked}


def _one(codes: Sequence[str]) -> str:
    return codes[0] if len(codes) == 1 else SET
