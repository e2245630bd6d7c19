"""What an element makes of what is certain: forms, events, decision tables and choices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from math import prod

from engine import expressions
from engine.bpmn.dataflow.facts import UNSET, Facts, Names, merged
from engine.bpmn.dataflow.filled import ways
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Diagram, Element, Flow
from engine.bpmn.soundness.values import codes_of, settable
from engine.decisions import DecisionError, DecisionTable, evaluate
from engine.expressions import Expression, ExpressionError

MOST = 3000
"""So many combinations of values are tried at a choice or a table."""


@dataclass(frozen=True)
class Choice:
    """An exclusive gateway: its ways, and the variables that its conditions read, in order."""

    flows: tuple[Flow, ...]
    conditions: Mapping[str, Expression]
    read: tuple[str, ...]
    default: str | None
    _known: dict[tuple[str, ...], list[str]] = field(default_factory=dict)

    def opened(self, values: tuple[str, ...]) -> list[str]:
        """Return the ways that are open for these values of what is read: one, if drawn right."""
        if values not in self._known:
            known = _set_ones(self.read, values)
            open_ = [flow for flow, each in self.conditions.items() if each.holds(known)]
            self._known[values] = open_ or [f.id for f in self.flows if f.id == self.default]
        return self._known[values]


class Effects:
    """What the elements of a process set do to variables."""

    def __init__(self, processes: ProcessSet) -> None:
        self.processes = processes
        self.names = Names.of(self._domains(), self._telling())
        self._writes: dict[tuple[str, str], int] = {}
        self._choices: dict[tuple[str, str], Choice] = {}

    def filled(self, element: Element, before: Facts) -> Facts:
        """Return what is certain when the form of a task has been filled in."""
        form = self.processes.forms.get(element.properties.get("form", ""))
        return merged([self._set(before, way) for way in ways(form)]) if form else before

    def passed(self, element: Element, before: Facts) -> Facts:
        """Return what is certain when an element has said what it sets, after all else it does."""
        for name, value in element.sets().items():
            before = self._set(before, {name: (value,)})
        return before

    def heard(self, element: Element, before: Facts) -> Facts:
        """Return what is certain when an event has come, with what it may have brought."""
        messages = self.processes.registers.messages
        fields = [n for t in element.triggers if t.value in messages
                  for n in messages[t.value].fields]  # fmt: skip
        return before.perhaps(self.names.mask(fields)) if fields else before

    def decided(self, element: Element, before: Facts) -> Facts:
        """Return what is certain when a decision table has answered."""
        table = self.processes.decisions.get(element.properties.get("beslut", ""))
        if table is None:
            return before
        read = [c.variable for c in table.inputs if c.variable in self.names.bits]
        domains = [before.possible(name) for name in read]
        if len(read) < len(table.inputs) or prod(map(len, domains)) > MOST:
            codes = {n: tuple({r.outputs[i] for r in table.rules})
                     for i, n in enumerate(c.variable for c in table.outputs)}  # fmt: skip
            return self._set(before, codes)
        answers: dict[tuple[tuple[str, str], ...], list[tuple[str, ...]]] = {}
        for values in product(*domains):
            given = answered(table, _set_ones(read, values))
            answers.setdefault(tuple(given.items()), []).append(values)
        parts = [
            self._set(narrowed, {name: (code,) for name, code in answer})
            for answer, combinations in answers.items()
            if (narrowed := before.narrowed(read, combinations))
        ]
        return merged(parts)

    def chosen(self, diagram: Diagram, gateway: Element, before: Facts) -> dict[str, Facts | None]:
        """Return what is certain on each way out of a choice; None where no value leads."""
        choice = self.choice(diagram, gateway)
        domains = [before.possible(name) for name in choice.read]
        if prod(map(len, domains)) > MOST:
            return {flow.id: before for flow in choice.flows}
        taken: dict[str, list[tuple[str, ...]]] = {flow.id: [] for flow in choice.flows}
        for values in product(*domains):
            for flow in choice.opened(values):
                taken[flow].append(values)
        return {flow: before.narrowed(choice.read, values) for flow, values in taken.items()}

    def choice(self, diagram: Diagram, gateway: Element) -> Choice:
        """Return an exclusive gateway with its conditions."""
        key = diagram.process, gateway.id
        if key not in self._choices:
            flows = diagram.outgoing(gateway.id)
            conditions = dict(_read(flows))
            read = {name for condition in conditions.values() for name in condition.names()}
            known = tuple(sorted(read & set(self.names.bits)))
            self._choices[key] = Choice(flows, conditions, known, gateway.default)
        return self._choices[key]

    def writes(self, element: Element) -> int:
        """Return what an element, or anything that it calls, may set."""
        key = element.process, element.id
        if key not in self._writes:
            self._writes[key] = self.names.mask(
                (*element.sets(), *settable(element, self.processes))
            )
        return self._writes[key]

    def _set(self, before: Facts, values: Mapping[str, Sequence[str]]) -> Facts:
        for name, codes in values.items():
            if name in self.names.bits:
                before = before.assigned(name, codes or self.names.values[name][1:])
        return before

    def guards(self, element: Element) -> set[str]:
        """Return the variables whose answers hide or show questions of a form."""
        form = self.processes.forms.get(element.properties.get("form", ""))
        keys = {f.hidden_when.key for f in form.fields if f.hidden_when} if form else set()
        return {f.variable for f in form.fields if f.variable and f.key in keys} if form else set()

    @property
    def always(self) -> int:
        """What a signal to all may set in any process at any time (`engine.messages`)."""
        to_all = (m for m in self.processes.registers.messages.values() if m.to_all)
        return self.names.mask([name for message in to_all for name in message.fields])

    def _domains(self) -> dict[str, tuple[str, ...]]:
        known = self.processes.registers.variables
        days = {name for name, variable in known.items() if not variable.codes}
        of_days = [c for c in self._every_condition if not days.isdisjoint(c.names())]
        return {name: codes_of(name, self.processes, of_days) for name in known}

    def _telling(self) -> list[str]:
        """Return the variables that a choice, a table or a hidden question reads."""
        read = {name for condition in self._every_condition for name in condition.names()}
        read |= {c.variable for t in self.processes.decisions.values() for c in t.inputs}
        elements = (e for d in self.processes.diagrams.values() for e in d.of_kind("userTask"))
        return sorted(read.union(*map(self.guards, elements)))

    @cached_property
    def _every_condition(self) -> list[Expression]:
        return [c for d in self.processes.diagrams.values() for _, c in _read(d.flows)]


def answered(table: DecisionTable, values: Mapping[str, str]) -> dict[str, str]:
    """Return what a table sets; nothing where it has a hole, or contradicts itself."""
    try:
        return next(iter(evaluate(table, values)), {})
    except DecisionError:
        return {}


def _read(flows: Iterable[Flow]) -> Iterator[tuple[str, Expression]]:
    for flow in flows:
        if flow.condition:
            try:
                yield flow.id, expressions.parse(flow.condition)
            except ExpressionError:
                continue


def _set_ones(read: Sequence[str], values: Sequence[str]) -> dict[str, str]:
    return {n: v for n, v in zip(read, values, strict=True) if v != UNSET}
