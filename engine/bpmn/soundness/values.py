"""The routing variables of a diagram's choices: who sets them, and which ways they then leave open.

A value is fixed when a choice first reads it: until then anything an answer, a message or the
process before may have set is possible. A call counts as one step, after which anything it may
set is possible again (of all that it calls in its turn).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from math import prod

from engine import expressions
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Diagram, Element, Flow
from engine.bpmn.soundness.net import reachable
from engine.decisions import evaluate
from engine.expressions import Expression, ExpressionError

Values = frozenset[tuple[str, str]]
"""What is known: (variable, code), the code empty where the variable is not set."""
UNKNOWN: Values = frozenset()
SOMETHING = "*"
"""The code of a variable that is known to be set, and not yet to what."""
THROWING = {"intermediateThrowEvent", "endEvent"}
"""What they send takes variables with it and sets none here."""
MOST = 2000
"""So many combinations of values are tried at a choice; with more, any way is possible."""


class Variables:
    """What the choices of one diagram read, and what its elements do to that."""

    def __init__(self, diagram: Diagram, processes: ProcessSet, running: frozenset[str]) -> None:
        """`running` are the elements of the game; others may run beside it at any time."""
        self._diagram, self._processes = diagram, processes
        self._conditions = {flow.id: _parsed(flow) for flow in diagram.flows}
        self._read = {name for each in diagram.elements for name in self._asked(each)}
        outside = (e for e in diagram.elements.values() if e.id not in running)
        self._volatile = {name for e in outside for name in (*e.sets(), *settable(e, processes))}
        self._kept = self._read - self._volatile
        self._effects: dict[str, tuple[frozenset[str], Values]] = {}
        self._ways: dict[tuple[str, Values], list[tuple[Flow, Values]]] = {}
        self._ahead: dict[str, frozenset[str]] = {}

    def after(self, element: Element, values: Values) -> Values:
        """Return what is known when an element has let a token through."""
        if element.id not in self._effects:
            said = dict.fromkeys(_answered(element, self._processes), SOMETHING) | element.sets()
            may = {*settable(element, self._processes), *said}
            known = frozenset((n, v) for n, v in said.items() if n in self._kept)
            self._effects[element.id] = frozenset(may & self._read), known
        forgotten, known = self._effects[element.id]
        if not forgotten:
            return values
        return frozenset(each for each in values if each[0] not in forgotten) | known

    def ways(self, gateway: Element, values: Values) -> list[tuple[Flow, Values]]:
        """Return each way that a choice may take, with what is known when it does."""
        flows = self._diagram.outgoing(gateway.id)
        conditions = {f.id: self._conditions[f.id] for f in flows if f.id != gateway.default}
        if None in conditions.values():
            return [(flow, values) for flow in flows]
        read = {n for c in conditions.values() if c for n in c.names()}
        known = frozenset(each for each in values if each[0] in read)
        key = gateway.id, known
        if key not in self._ways:
            self._ways[key] = list(self._chosen(gateway, conditions, sorted(read), dict(known)))
        return [(flow, (values - known) | then) for flow, then in self._ways[key]]

    def decided(self, task: Element, values: Values) -> list[Values]:
        """Return what may be known when a decision table has answered."""
        table = self._processes.decisions.get(task.properties.get("beslut", ""))
        names = sorted({clause.variable for clause in table.inputs}) if table else []
        known = dict(values)
        domains = [self._domain(n, known.get(n)) for n in names]
        if table is None or prod(map(len, domains)) > MOST:
            return [self.after(task, values)]
        answers = set[Values]()
        for combination in product(*domains):
            asked = dict(zip(names, combination, strict=True))
            given = evaluate(table, {n: v for n, v in asked.items() if v})
            told = known | asked | (given[0] if given else {})
            answers.add(frozenset((n, v) for n, v in told.items() if n in self._kept))
        return sorted(answers, key=sorted)

    def _chosen(
        self,
        gateway: Element,
        conditions: Mapping[str, Expression | None],
        names: Sequence[str],
        known: Mapping[str, str],
    ) -> Iterator[tuple[Flow, Values]]:
        flows = self._diagram.outgoing(gateway.id)
        domains = [self._domain(n, known.get(n)) for n in names]
        if prod(map(len, domains)) > MOST:
            yield from ((flow, frozenset(known.items())) for flow in flows)
            return
        for combination in product(*domains):
            chosen = dict(zip(names, combination, strict=True))
            kept = {n: v for n, v in chosen.items() if n not in self._volatile}
            for flow in _opened(flows, conditions, chosen, gateway.default):
                yield flow, frozenset(kept.items())

    def kept(self, element: str, values: Values) -> Values:
        """Return what some choice may still read after a token has come to an element."""
        if element not in self._ahead:
            ahead = reachable(self._diagram, element)
            self._ahead[element] = frozenset(n for each in ahead for n in self._asked(each))
        return frozenset((n, v) for n, v in values if n in self._ahead[element])

    def _asked(self, element: str) -> Iterator[str]:
        """Yield the variables that a choice or a decision table reads."""
        for flow in self._diagram.outgoing(element):
            if condition := self._conditions[flow.id]:
                yield from condition.names()
        name = self._diagram.elements[element].properties.get("beslut", "")
        if table := self._processes.decisions.get(name):
            yield from (clause.variable for clause in table.inputs)

    def _domain(self, name: str, known: str | None) -> list[str]:
        if known not in {None, SOMETHING}:
            return [known or ""]
        conditions = [c for c in self._conditions.values() if c]
        return [*([] if known else [""]), *codes_of(name, self._processes, conditions)]


def codes_of(name: str, processes: ProcessSet, conditions: Iterable[Expression]) -> tuple[str, ...]:
    """Return the codes of a variable; of a day those it is compared with, and SOMETHING else."""
    variable = processes.registers.variables.get(name)
    if variable and variable.codes:
        return variable.codes
    compared = {v for each in conditions for n, v in each.comparisons() if n == name}
    return (*sorted(compared), SOMETHING)


def _parsed(flow: Flow) -> Expression | None:
    try:
        return expressions.parse(flow.condition) if flow.condition else None
    except ExpressionError:
        return None


def _opened(
    flows: Sequence[Flow],
    conditions: Mapping[str, Expression | None],
    chosen: Mapping[str, str],
    default: str | None,
) -> list[Flow]:
    values = {name: value for name, value in chosen.items() if value}
    opened = [f for f in flows if (c := conditions.get(f.id)) and c.holds(values)]
    return opened or [f for f in flows if f.id == default]


def _answered(element: Element, processes: ProcessSet) -> Iterator[str]:
    """Yield the variables that are certainly set after an element: what a form must have."""
    if form := processes.forms.get(element.properties.get("form", "")):
        asked = (f for f in form.fields if f.required and not f.hidden_when)
        yield from (f.variable for f in asked if f.variable)


def settable(
    element: Element, processes: ProcessSet, seen: set[str] | None = None
) -> Iterator[str]:
    """Yield the variables that may have any value after an element, or after all it calls."""
    seen = set() if seen is None else seen
    if form := processes.forms.get(element.properties.get("form", "")):
        yield from (f.variable for f in form.fields if f.variable)
    if table := processes.decisions.get(element.properties.get("beslut", "")):
        yield from (clause.variable for clause in table.outputs)
    for trigger in element.triggers if element.kind not in THROWING else ():
        if message := processes.registers.messages.get(trigger.value):
            yield from message.fields
    if element.called and element.called in processes.diagrams and element.called not in seen:
        seen.add(element.called)
        for inside in processes.diagrams[element.called].elements.values():
            yield from inside.sets()
            yield from settable(inside, processes, seen)
