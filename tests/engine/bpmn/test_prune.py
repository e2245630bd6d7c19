"""Workflows that forget what is over and foresee one step act as whole ones do, and stay small."""

import json
from pathlib import Path
from typing import Any

import pytest
from SpiffWorkflow.util.task import TaskState

from engine.bpmn import codec, tree
from engine.bpmn.definitions import ProcessSet, read_folder, read_process_set
from engine.bpmn.tree import Token
from engine.bpmn.workflow import SpiffProcesses
from engine.config import Settings
from tests.engine.bpmn.samples import END, START, bpmn, node, straight, user
from tests.engine.bpmn.table import Table
from tests.engine.walks import Walk

PROCESSES = sorted(path.stem for path in Settings().processes.glob("*.bpmn"))
SEEDS = range(4)
LOOP = bpmn(
    "p",
    [START, node("exclusiveGateway", "m"), user("a"), node("exclusiveGateway", "gw"), END],
    "start -> m\nm -> a\na -> gw\ngw -> m : val == 'ja'\ngw -> end : default",
)
FORK = bpmn(
    "p",
    [START, node("parallelGateway", "s"), user("a"), user("b"), user("c"),
     node("parallelGateway", "j"), user("d"), END],
    "start -> s\ns -> a\ns -> b\ns -> c\na -> j\nb -> j\nc -> j\nj -> d\nd -> end",
)  # fmt: skip


@pytest.fixture(scope="module")
def published(processes_folder: Path) -> ProcessSet:
    return read_process_set(read_folder(processes_folder))


@pytest.mark.parametrize("process", PROCESSES)
def test_a_pruned_process_goes_the_same_way_as_a_whole_one(
    published: ProcessSet, process: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pruned = [way(published, process, seed) for seed in SEEDS]
    monkeypatch.setattr(codec, "prune", lambda _: None)
    foresee_all(monkeypatch)
    whole = [way(published, process, seed) for seed in SEEDS]

    assert pruned == whole


@pytest.mark.parametrize("process", PROCESSES)
def test_a_state_that_foresaw_more_is_renewed_to_what_is_saved_now(
    published: ProcessSet, process: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [i.state for i in Walk(published, process, 1).steps() if not i.ended]
    with monkeypatch.context() as before:
        foresee_all(before)
        earlier = [i for i in Walk(published, process, 1).steps() if not i.ended]
    processes = SpiffProcesses(lambda _: published)

    assert [processes.renewed(i).state for i in earlier] == now


def foresee_all(patch: pytest.MonkeyPatch) -> None:
    """Let tasks predict and keep as many steps ahead as SpiffWorkflow does of itself."""

    def begin(part: Any) -> None:
        part.task_tree = Token(part, part.spec.start, state=TaskState.FUTURE)
        part.spec.start._predict(part.task_tree, mask=TaskState.NOT_FINISHED_MASK)
        part.task_tree._ready()

    patch.setattr(tree, "FORESEEN", 0)
    patch.setattr(Token, "may_forget", lambda _: False)
    for kind in (tree.Workflow, tree.SubWorkflow):
        patch.setattr(kind, "begin", begin)


def way(published: ProcessSet, process: str, seed: int) -> list[object]:
    walk = Walk(published, process, seed)
    steps: list[object] = [
        (i.tasks, i.timers, i.waiting, i.variables, i.ended, i.end_state) for i in walk.steps()
    ]
    told = [{**entry.details, "left": None} for entry in walk.log]  # the state is another
    return [*steps, [(entry.kind, facts) for entry, facts in zip(walk.log, told, strict=True)]]


def test_a_loop_keeps_its_size_however_often_it_is_gone_through() -> None:
    table = Table(p=LOOP).start()
    sizes = [len(tasks(table.do("a", val="ja"))) for _ in range(60)]

    assert len(set(sizes)) == 1


def test_a_row_of_tasks_is_as_small_at_its_beginning_as_at_its_end() -> None:
    table = Table(p=straight(*(f"t{n}" for n in range(40)))).start()
    rows = [[name for name, *_ in tasks(table)]]
    for n in range(39):
        table.do(f"t{n}")
        rows.append([name for name, *_ in tasks(table)])

    assert rows == [["Start", f"t{n}"] for n in range(40)]


def test_what_has_arrived_at_a_join_is_kept_until_it_fires() -> None:
    table = Table(p=FORK).start().do("a").do("b")
    waiting = [name for name, *_ in tasks(table)]
    table.do("c")

    assert {"a", "b"} <= set(waiting)
    assert table.open() == ["d"]
    assert not {"a", "b", "c", "j"} & {name for name, *_ in tasks(table)}


def tasks(table: Table) -> list[Any]:
    (part,) = json.loads(table.instance.state)["parts"]
    rows: list[Any] = part["tasks"]
    return rows
