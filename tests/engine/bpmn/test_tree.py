"""The tree of tasks walks as the stock one does, deeper, and says nothing about it."""

import logging
from typing import Any

import pytest
from SpiffWorkflow.bpmn.util.task import BpmnTaskIterator
from SpiffWorkflow.util.task import TaskState

from engine.bpmn.definitions import MAIN, ProcessSet, read_folder, read_process_set
from engine.bpmn.run import Run
from engine.bpmn.tree import Token
from engine.config import Settings
from tests.engine.bpmn.samples import REGISTERS, bpmn, node, straight, user

FILTERS: list[dict[str, Any]] = [
    {},
    {"state": TaskState.READY},
    {"state": TaskState.READY, "manual": True},
    {"state": TaskState.READY, "manual": False},
    {"state": TaskState.NOT_FINISHED_MASK},
    {"spec_name": "Start"},
    {"spec_name": "End", "state": TaskState.FUTURE | TaskState.PREDICTED_MASK},
]


def started(processes: ProcessSet, process: str, **variables: str) -> Run:
    run = Run(processes.specifications[process].new(), processes, variables)
    run.advance()
    return run


def small(text: str) -> Run:
    return started(read_process_set(REGISTERS | {"p.bpmn": text}), "p")


@pytest.fixture(scope="module")
def backbone() -> Run:
    """The backbone of our own processes, some tasks on its way and inside called processes."""
    processes = read_process_set(read_folder(Settings().processes))
    run = started(processes, MAIN, kalla="polisen", akut_fara="ja")
    for _ in range(3):
        run.complete(next(run.ready())[1])
    return run


@pytest.mark.parametrize("wanted", FILTERS)
def test_it_walks_in_the_order_of_the_stock_walk(backbone: Run, wanted: dict[str, Any]) -> None:
    stock = list(BpmnTaskIterator(backbone.workflow.task_tree, **wanted))

    assert backbone.workflow.subprocesses
    assert backbone.workflow.get_tasks(**wanted) == stock


def test_it_leaves_a_filter_that_is_rare_to_the_stock_walk(backbone: Run) -> None:
    own = backbone.workflow.get_tasks(skip_subprocesses=True)

    assert {task.workflow for task in own} == {backbone.workflow}


def test_every_task_is_a_token_with_an_id_of_its_own(backbone: Run) -> None:
    parts = [backbone.workflow, *backbone.workflow.subprocesses.values()]
    tasks = [task for part in parts for task in part.tasks.values()]

    assert {type(task) for task in tasks} == {Token}
    assert len({task.id for task in tasks}) == len(tasks)


def test_nothing_is_worded_for_a_log_that_nobody_reads(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, "spiff"):
        run = small(straight("a", "b"))
        run.complete(next(run.ready())[1])

    assert caplog.records == []


def test_a_process_with_nothing_left_to_do_is_completed() -> None:
    run = small(straight("a"))
    assert not run.workflow.is_completed()

    run.complete(next(run.ready())[1])

    assert run.workflow.is_completed()


def test_a_join_that_waits_is_looked_at_when_the_last_branch_arrives() -> None:
    nodes = [node("startEvent", "start"), node("parallelGateway", "s"), user("a"), user("b"),
             node("parallelGateway", "j"), user("c"), node("endEvent", "end")]  # fmt: skip
    run = small(bpmn("p", nodes, "start -> s\ns -> a\ns -> b\na -> j\nb -> j\nj -> c\nc -> end"))
    for expected in (["a", "b"], ["b"], ["c"]):
        assert [path for path, _ in run.ready()] == expected
        run.complete(next(run.ready())[1])


def test_nothing_sure_follows_what_is_only_predicted() -> None:
    run = small(straight("a", "b", "c"))
    predicted = Token(run.workflow, run.workflow.spec.start, state=TaskState.MAYBE)

    with pytest.raises(ValueError, match="only predicted"):
        predicted._add_child(predicted.task_spec, TaskState.READY)
