"""Pruned workflows: they act as whole ones do, and do not grow with what has happened."""

import json
from pathlib import Path
from typing import Any

import pytest

from engine.bpmn import codec
from engine.bpmn.definitions import ProcessSet, read_folder, read_process_set
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
    whole = [way(published, process, seed) for seed in SEEDS]

    assert pruned == whole


def way(published: ProcessSet, process: str, seed: int) -> list[object]:
    walk = Walk(published, process, seed)
    steps: list[object] = [
        (i.tasks, i.timers, i.waiting, i.variables, i.ended, i.end_state) for i in walk.steps()
    ]
    return [*steps, [(entry.kind, entry.details) for entry in walk.log]]


def test_a_loop_keeps_its_size_however_often_it_is_gone_through() -> None:
    table = Table(p=LOOP).start()
    sizes = [len(tasks(table.do("a", val="ja"))) for _ in range(60)]

    assert len(set(sizes)) == 1


def test_a_row_of_tasks_gets_smaller_as_it_is_done() -> None:
    table = Table(p=straight(*(f"t{n}" for n in range(40)))).start()
    before = len(table.instance.state)
    for n in range(39):
        table.do(f"t{n}")

    assert len(table.instance.state) < before / 3
    assert [name for name, *_ in tasks(table)][:2] == ["Start", "t39"]


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
