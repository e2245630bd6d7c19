"""The ways out of a choice: each rule broken once, and all of it held against the engine."""

import re
from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path
from random import Random

import pytest

from engine.bpmn.check.choices import choice_problems
from engine.bpmn.definitions import ProcessSet, read_folder, read_process_set
from engine.bpmn.diagram import Diagram, read_diagram
from engine.bpmn.soundness.values import codes_of
from engine.bpmn.workflow import SpiffProcesses
from engine.expressions import parse
from engine.model import Instance
from tests.conftest import MONDAY
from tests.engine.bpmn.dataflow.small import set_of
from tests.engine.bpmn.samples import END, START, bpmn, node
from tests.engine.bpmn.soundness.played import xor

MUTANTS = 40
MOST = 25
"""So many combinations of values are led through the engine for each mutant."""


def problems(*conditions: str) -> str:
    ends = [END.replace('"end"', f'"e{n}"') for n in range(len(conditions))]
    ways = "".join(f"\nx -> e{n} : {each}" for n, each in enumerate(conditions))
    processes = set_of([START, xor("x"), *ends], f"start -> x{ways}")
    diagram = processes.diagrams["p"]
    gateway = diagram.elements["x"]
    return "\n".join(choice_problems(gateway, diagram.outgoing("x"), processes))


def test_a_right_choice_has_none() -> None:
    assert problems("val == 'ja'", "val == 'nej'", "default") == ""


def test_two_conditions_that_hold_together_are_found_with_an_example() -> None:
    assert "x_e0 och x_e1 gäller båda när mer är ja och val är ja" in problems(
        "val == 'ja'", "mer == 'ja'", "default"
    )


def test_conditions_that_hold_together_when_nothing_is_set_are_found() -> None:
    assert "gäller båda när mer är nej" in problems("val != 'ja'", "mer == 'nej'", "default")


def test_days_that_are_compared_with_are_tried() -> None:
    on_a_day = "dag in ['2026-01-01', '2026-02-02']"

    assert problems("dag == '2026-01-01'", "dag == '2026-02-02'", "default") == ""
    assert "gäller båda när dag är 2026-02-02" in problems(
        on_a_day, "dag == '2026-02-02'", "default"
    )


def test_a_hole_is_found_with_the_values_that_fall_into_it() -> None:
    said = problems("val == 'ja'", "val == 'nej' or val == 'kanske'")

    assert "saknar standardflöde: ingen väg är öppen när val är inte satt" in said
    assert "saknar standardflöde" in problems("val == 'ja'", "val != 'ja'")
    assert "ingen väg är öppen" not in problems("val == 'ja'", "val != 'ja'")


def test_a_condition_that_lacks_or_is_one_too_many_is_found() -> None:
    assert "villkoret är tomt" in problems(" ", "default") or "villkoret saknas" in problems(
        "", "default"
    )


@pytest.fixture(scope="module")
def published(processes_folder: Path) -> ProcessSet:
    return read_process_set(read_folder(processes_folder))


def test_the_engine_does_with_spoiled_choices_what_the_check_says(published: ProcessSet) -> None:
    wrong = 0
    for seed in range(MUTANTS):
        conditions = spoiled(published, Random(f"choice {seed}"))  # noqa: S311
        one, turned = (drawn(each) for each in (conditions, [*reversed(conditions)]))
        gateway = one.elements["x"]
        said = "\n".join(choice_problems(gateway, one.outgoing("x"), published))
        values = [*combinations(published, conditions, Random(seed))]  # noqa: S311
        ways = [(way(published, one, v), way(published, turned, v)) for v in values]

        for first, last in ways:
            assert first is not None or "ingen väg är öppen" in said, (seed, conditions)
            assert first == last or "gäller båda" in said, (seed, conditions)
        if len(values) < MOST:
            assert ("ingen väg är öppen" in said) is any(first is None for first, _ in ways)
            assert ("gäller båda" in said) is any(first != last for first, last in ways)
        wrong += bool(said)

    assert MUTANTS / 4 < wrong < MUTANTS


def spoiled(published: ProcessSet, random: Random) -> list[str | None]:
    """Return the conditions of a shipped choice, one of them altered; None is the default."""
    gateways = [(diagram, e.id) for diagram in published.diagrams.values()
                for e in diagram.of_kind("exclusiveGateway")]  # fmt: skip
    choices = [[flow.condition for flow in diagram.outgoing(id_)] for diagram, id_ in gateways]
    conditions = list(random.choice([each for each in choices if len(each) > 2]))
    at = random.choice([n for n, each in enumerate(conditions) if each])
    what = random.choice(["default", "drop", "not", "widen", "widen", "widen"])
    if what == "default":
        conditions.remove(None)
    elif what == "drop" and len(conditions) > 2:
        del conditions[at]
    elif what == "not":
        conditions[at] = f"not ({conditions[at]})"
    elif what == "widen":
        conditions[at] = widened(published, conditions[at] or "", random)
    return conditions


def widened(published: ProcessSet, condition: str, random: Random) -> str:
    """Return a condition that holds for one more value of a variable."""
    name, value = random.choice([*parse(condition).comparisons()])
    more = random.choice(published.registers.variables[name].codes)
    return re.sub(rf"{name} == '{value}'", f"{name} in ['{value}', '{more}']", condition)


def drawn(conditions: list[str | None]) -> Diagram:
    """Return a process that is one choice; the ends are named by what leads there."""
    names = {each: f"e{n}" for n, each in enumerate(sorted(conditions, key=str))}
    lines = [f"x -> {names[each]} : {each or 'default'}" for each in conditions]
    ends = [END.replace('"end"', f'"{name}"') for name in names.values()]
    text = bpmn(
        "p", [START, node("exclusiveGateway", "x"), *ends], "start -> x\n" + "\n".join(lines)
    )
    return read_diagram("p.bpmn", text.encode())


def combinations(
    published: ProcessSet, conditions: list[str | None], random: Random
) -> Iterator[Mapping[str, str]]:
    read = sorted({name for each in conditions if each for name in parse(each).names()})
    choices = [("", *codes_of(name, published, ())) for name in read]
    every = [*product(*choices)]
    for values in every if len(every) < MOST else random.sample(every, MOST):
        yield {n: v for n, v in zip(read, values, strict=True) if v}


def way(published: ProcessSet, diagram: Diagram, values: Mapping[str, str]) -> str | None:
    """Return where the engine goes; None if it breaks down."""
    alone = ProcessSet("v", {}, published.registers, {}, {}, {"p": diagram}, {}, {})
    engine = SpiffProcesses(lambda _: alone)
    try:
        step = engine.start(Instance("i", "c", "p", "v", variables=dict(values)), MONDAY)
    except Exception:  # the library's own error: no way is open
        return None
    return step.passed[-1]
