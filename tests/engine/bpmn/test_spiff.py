"""The traps of SpiffWorkflow that we step around."""

import pytest

from engine.bpmn.definitions import ProcessSet, read_process_set
from engine.bpmn.run import Run
from engine.bpmn.spiff import ConditionEngine, DueDefinition
from tests.engine.bpmn.samples import REGISTERS, bpmn, node, straight, timer, user

START, END = node("startEvent", "start"), node("endEvent", "end")


def published(text: str) -> ProcessSet:
    return read_process_set(REGISTERS | {"p.bpmn": text})


def started(text: str) -> Run:
    processes = published(text)
    run = Run(processes.specifications["p"].new(), processes, {})
    run.advance()
    return run


def row_of_joins(count: int) -> str:
    nodes, flows, before = [START], [], "start"
    for n in range(count):
        nodes += [node("parallelGateway", f"s{n}"), user(f"a{n}"), user(f"b{n}"),
                  node("parallelGateway", f"j{n}")]  # fmt: skip
        flows += [f"{before} -> s{n}", f"s{n} -> a{n}", f"s{n} -> b{n}", f"a{n} -> j{n}",
                  f"b{n} -> j{n}"]  # fmt: skip
        before = f"j{n}"
    return bpmn("p", [*nodes, END], "\n".join([*flows, f"{before} -> end"]))


def test_many_joins_in_a_row_do_not_multiply_the_predictions() -> None:
    run = started(row_of_joins(8))

    assert len(run.workflow.tasks) < 100
    for _ in range(16):
        _, task = next(run.ready())
        run.complete(task)
    assert run.workflow.is_completed()


def test_a_timer_looks_at_no_clock() -> None:
    nodes = [START, node("intermediateCatchEvent", "t", timer("PT1H")), END]
    run = started(bpmn("p", nodes, "start -> t\nt -> end"))
    run.workflow.refresh_timers()
    run.advance()

    assert [path for path, *_ in run.timers()] == ["t"]


def test_timers_are_told_apart_by_their_element() -> None:
    assert DueDefinition("t1") == DueDefinition("t1")
    assert DueDefinition("t1") != DueDefinition("t2")
    assert DueDefinition("t1") != "t1"
    assert len({DueDefinition("t1"), DueDefinition("t1"), DueDefinition("t2")}) == 2


@pytest.mark.parametrize(
    "condition", ["__import__('os').getcwd() != ''", "1 == 1", "val.upper() == 'JA'", "val"]
)
def test_a_condition_outside_our_language_is_never_evaluated(condition: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        ConditionEngine({"val": "ja"}).evaluate(None, condition)


def test_a_condition_reads_the_variables_of_the_instance_only() -> None:
    engine = ConditionEngine({"val": "ja"})

    assert engine.evaluate(None, "val == 'ja'", external_context={"val": "nej"}) is True
    assert engine.evaluate(None, "val == 'nej'") is False


def test_scripts_and_services_are_refused() -> None:
    with pytest.raises(PermissionError):
        ConditionEngine({}).execute(None, "x = 1")
    with pytest.raises(PermissionError):
        ConditionEngine({}).call_service(None)


def test_two_cases_share_a_specification_and_nothing_else() -> None:
    processes = published(straight("a", "b"))
    first, second = (Run(processes.specifications["p"].new(), processes, {}) for _ in range(2))
    first.advance()
    second.advance()
    first.complete(next(first.ready())[1])

    assert [path for path, _ in first.ready()] == ["b"]
    assert [path for path, _ in second.ready()] == ["a"]
