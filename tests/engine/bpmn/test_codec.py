"""Saved workflows: the same document comes out of what was read in, now and of old files."""

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from engine.bpmn import codec
from engine.bpmn.definitions import ProcessSet, read_folder, read_process_set
from engine.bpmn.workflow import SpiffProcesses
from engine.casework import MAIN
from engine.errors import Unreadable
from engine.model import Instance, Message, Task, Timer
from tests.conftest import MONDAY
from tests.engine.bpmn.samples import REGISTERS
from tests.engine.walks import Walk

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="module")
def published(processes_folder: Path) -> ProcessSet:
    return read_process_set(read_folder(processes_folder))


@pytest.mark.parametrize("process", [MAIN, "akut_skydd", "inledande_stod", "lvu"])
def test_what_is_read_in_is_written_out_byte_by_byte(published: ProcessSet, process: str) -> None:
    states = [
        instance.state
        for seed in range(8)
        for instance in Walk(published, process, seed).steps()
        if not instance.ended
    ]

    assert len(set(states)) > 10
    for state in states:
        workflow, marks = codec.load(published.specifications[process], state)
        assert codec.dump(workflow, marks) == state


def test_a_document_does_not_grow_with_the_data_of_the_case(published: ProcessSet) -> None:
    walk = Walk(published, MAIN, seed=1)
    text = "".join(instance.state for instance in walk.steps())

    assert walk.instance.variables
    assert "kvarstar" not in text
    assert str(walk.now.year) not in text


def test_the_marks_find_the_open_tasks_and_the_waiting_timers(published: ProcessSet) -> None:
    for instance in Walk(published, "lvu", seed=1).steps():
        named = {task.path for task in instance.tasks}
        named |= {timer.path for timer in instance.timers if not timer.reminds}
        marks = json.loads(instance.state)["marks"] if instance.state else {}

        assert set(marks) == named


@pytest.mark.parametrize("format_", [0, 3, "2", None])
def test_an_unknown_format_is_refused(published: ProcessSet, format_: object) -> None:
    document = json.loads(Walk(published, MAIN, seed=1).instance.state) | {"format": format_}

    with pytest.raises(Unreadable, match="unknown format"):
        codec.load(published.specifications[MAIN], json.dumps(document))


@pytest.fixture(scope="module", params=["format1.json", "format2.json"])
def golden(request: pytest.FixtureRequest) -> dict[str, Any]:
    """A state as a version saved it: a call with a signal and a timer on it."""
    saved: dict[str, Any] = json.loads((GOLDEN / request.param).read_text(encoding="utf-8"))
    return saved


@pytest.fixture
def old(golden: dict[str, Any]) -> tuple[SpiffProcesses, Instance]:
    read = read_process_set(REGISTERS | golden["diagrams"])
    instance = Instance(
        "i", "c", "p", "v1", revision=1, state=golden["state"], variables=golden["variables"],
        rounds=golden["rounds"], waiting=tuple(golden["waiting"]),
        tasks=tuple(Task(**_read(row)) for row in golden["tasks"]),
        timers=tuple(Timer(**_read(row)) for row in golden["timers"]),
    )  # fmt: skip
    return SpiffProcesses(lambda _: read), instance


def _read(row: dict[str, Any]) -> dict[str, Any]:
    instants = {"opened_at", "due_at"}
    return {k: datetime.fromisoformat(v) if k in instants and v else v for k, v in row.items()}


def test_a_state_of_an_earlier_version_is_renewed_to_the_newest(
    old: tuple[SpiffProcesses, Instance],
) -> None:
    processes, instance = old
    newest = json.loads((GOLDEN / "format2.json").read_text(encoding="utf-8"))["state"]

    assert processes.renewed(instance) == replace(instance, state=newest)


def test_a_case_of_an_earlier_version_goes_on_to_its_end(
    old: tuple[SpiffProcesses, Instance],
) -> None:
    processes, instance = old
    for element in ("b", "c", "z"):
        (task,) = instance.tasks
        assert task.element == element
        instance = processes.complete(instance, task, {}, MONDAY).instance

    assert instance.ended
    assert instance.variables == {"val": "ja", "mer": "nej"}


def test_a_signal_reaches_a_case_of_an_earlier_version(
    old: tuple[SpiffProcesses, Instance],
) -> None:
    processes, instance = old
    slut = Message("m", "c", "slut", "signal", {})

    assert processes.catch(instance, slut, MONDAY).instance.ended


def test_a_timer_of_a_case_of_an_earlier_version_fires(
    old: tuple[SpiffProcesses, Instance],
) -> None:
    processes, instance = old
    fired = processes.fire(instance, instance.timers[0], MONDAY).instance

    assert [task.path for task in fired.tasks] == ["ca/b#1", "late#1"]
    assert fired.tasks[0] == instance.tasks[0]


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '{"format": 1}', '{"format": 1, "parts": [{}], "marks": {}}',
     '{"format": 1, "parts": [{"caller": null, "tasks": [["nowhere", 16, [], 0, {}]]}]}'],
)  # fmt: skip
def test_a_broken_document_is_said_to_be_unreadable(published: ProcessSet, text: str) -> None:
    with pytest.raises(Unreadable, match="cannot be read"):
        codec.load(published.specifications[MAIN], text)
