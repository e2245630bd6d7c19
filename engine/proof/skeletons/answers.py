"""Which answers lead along a way, and in which task each is given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product

from engine import expressions
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Diagram, Flow
from engine.decisions import DecisionTable, Rule
from engine.proof.skeletons.ways import Way

MOST = 20_000
"""Combinations of answers that are tried for one choice."""


@dataclass(frozen=True)
class Given:
    """The answers along a way."""

    before: Mapping[str, str] = field(default_factory=dict)
    """What is answered before the process begins, or in what it calls."""
    at: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    """Place of a task on the way → what is answered there."""
    then: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    """Place of a task on the way → what is answered elsewhere from then on."""


def answers_along(processes: ProcessSet, diagram: Diagram, way: Way) -> Given:
    """Return answers that lead along a way: each in the last task before that asks for it."""
    before: dict[str, str] = {}
    at: dict[int, dict[str, str]] = {}
    then: dict[int, dict[str, str]] = {}
    known = before.copy()
    for place, leg in enumerate(way):
        if leg.flow is None:
            continue
        wanted = leading_to(processes, diagram, leg.flow)
        for name, code in _decided(processes, way[:place], wanted).items():
            task, last = _asked_at(processes, way[:place], name), _last_task(way[:place])
            if task is not None:
                at.setdefault(task, {})[name] = code
            elif known.setdefault(name, code) == code:
                before.setdefault(name, code)
            elif last is not None:
                then.setdefault(last, {})[name] = known[name] = code
    return Given(before, at, then)


def leading_to(processes: ProcessSet, diagram: Diagram, flow: Flow) -> dict[str, str]:
    """Return answers for which a choice takes a flow; none where nothing is chosen."""
    return next(every_way_to(processes, diagram, flow), {})


def every_way_to(processes: ProcessSet, diagram: Diagram, flow: Flow) -> Iterator[dict[str, str]]:
    """Yield all answers for which a choice takes a flow."""
    if diagram.elements[flow.source].kind != "exclusiveGateway":
        return
    others = [f for f in diagram.outgoing(flow.source) if f.id != flow.id and f.condition]
    wanted = [expressions.parse(flow.condition)] if flow.condition else []
    unwanted = [] if wanted else [expressions.parse(f.condition or "") for f in others]
    names = sorted({name for each in (*wanted, *unwanted) for name in each.names()})
    known = processes.registers.variables
    codes = [known[name].codes if name in known else () for name in names]
    for number, found in enumerate(product(*codes)):
        if number > MOST:
            return
        values = dict(zip(names, found, strict=True))
        if all(e.holds(values) for e in wanted) and not any(e.holds(values) for e in unwanted):
            yield values


def _decided(processes: ProcessSet, way: Way, wanted: Mapping[str, str]) -> dict[str, str]:
    """Return the answers, with what a decision table on the way reads in place of what it sets."""
    tables = [processes.decisions.get(leg.element.properties.get("beslut", "")) for leg in way]
    found: dict[str, str] = {}
    for name, code in wanted.items():
        rules = ((table, rule) for table in tables if table for rule in table.rules)
        rule = next((each for each in rules if (name, code) in _outcome(*each)), None)
        if rule is None:
            found[name] = code
            continue
        columns = zip(rule[0].inputs, rule[1].cells, strict=True)
        found |= {c.variable: cell.codes[0] for c, cell in columns if not cell.negated}
    return found


def _outcome(table: DecisionTable, rule: Rule) -> set[tuple[str, str]]:
    return set(zip((each.variable for each in table.outputs), rule.outputs, strict=True))


def _asked_at(processes: ProcessSet, way: Way, variable: str) -> int | None:
    for place in _tasks(way):
        form = processes.forms.get(way[place].element.properties.get("form", ""))
        if form and any(field.variable == variable for field in form.fields):
            return place
    return None


def _last_task(way: Way) -> int | None:
    return next(_tasks(way), None)


def _tasks(way: Way) -> Iterator[int]:
    """Yield the places of the user tasks of a way, the last first."""
    return (place for place in range(len(way) - 1, -1, -1)
            if way[place].element.kind == "userTask")  # fmt: skip
