"""The conditions of a choice: one way at most is open, and there is a way for everything else.

Every combination of the codes of what is read is tried, "not set" among them. SpiffWorkflow takes
the first way that is open, in the order of the file, and breaks the command when none is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations, product
from math import prod

from engine import expressions
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Element, Flow
from engine.bpmn.soundness.values import SOMETHING, codes_of
from engine.expressions import MAX_COMBINATIONS, Expression, ExpressionError

Codes = Mapping[str, tuple[str, ...]]
Conditions = Mapping[str, Expression]


def choice_problems(
    element: Element, flows: tuple[Flow, ...], processes: ProcessSet
) -> Iterator[str]:
    """Yield what is wrong with the ways out of an exclusive gateway."""
    registered = {v.id: v.codes for v in processes.registers.variables.values()}
    conditions: dict[str, Expression] = {}
    wrong: list[str] = []
    for flow in flows:
        try:
            condition = _condition(flow, flow.id == element.default)
        except ExpressionError as error:
            wrong.append(f"flödet {flow.id}: {error}")
        else:
            conditions |= {flow.id: condition} if condition else {}
    read = {name for condition in conditions.values() for name in condition.names()}
    codes = {n: codes_of(n, processes, conditions.values()) for n in read if n in registered}
    if element.default not in {flow.id for flow in flows}:
        yield f"vägvalet saknar standardflöde{_left_over(conditions, codes)}"
    yield from wrong
    for flow_id, condition in conditions.items():
        for problem in expressions.problems(condition, registered):
            yield f"flödet {flow_id}: {problem}"
    yield from _overlaps(conditions, codes)


def _condition(flow: Flow, default: bool) -> Expression | None:
    if default and flow.condition is not None:
        raise ExpressionError("standardflödet får inte ha villkor")
    if default:
        return None
    if flow.condition is None:
        raise ExpressionError("villkoret saknas")
    return expressions.parse(flow.condition)


def _overlaps(conditions: Conditions, codes: Codes) -> Iterator[str]:
    for (first, one), (second, other) in combinations(conditions.items(), 2):
        try:
            both = expressions.both_hold(one, other, codes)
        except ExpressionError as error:
            yield str(error)
            return
        if both is not None:
            yield f"villkoren på {first} och {second} gäller båda när {_said(both)}"


def _left_over(conditions: Conditions, codes: Codes) -> str:
    """Say for which values no way is open, if there are any."""
    names = sorted({name for condition in conditions.values() for name in condition.names()})
    choices = [("", *codes.get(name, ())) for name in names]
    if not names or prod(map(len, choices)) > MAX_COMBINATIONS:
        return ""
    for combination in product(*choices):
        values = dict(zip(names, combination, strict=True))
        known = {name: value for name, value in values.items() if value}
        if not any(condition.holds(known) for condition in conditions.values()):
            return f": ingen väg är öppen när {_said(values)}; gör den väg som då ska tas till det"
    return ""


def _said(values: Mapping[str, str]) -> str:
    words = {"": "inte satt", SOMETHING: "en annan dag"}
    return " och ".join(f"{name} är {words.get(value, value)}" for name, value in values.items())
