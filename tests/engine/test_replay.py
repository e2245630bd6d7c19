"""Random walks through every process: never an error, never stuck, and the log leads back."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from engine.bpmn.definitions import ProcessSet, read_folder, read_process_set
from engine.casework import MAIN
from engine.config import Settings
from engine.model import Event, Instance, Timer
from engine.replay import differences, rebuild, replayed
from tests.conftest import MONDAY
from tests.engine.rowed import Rows
from tests.engine.walks import Walk

PROCESSES = sorted(path.stem for path in Settings().processes.glob("*.bpmn"))
SEEDS = range(5)


@pytest.fixture(scope="module")
def published(processes_folder: Path) -> ProcessSet:
    return read_process_set(read_folder(processes_folder))


@pytest.mark.parametrize("process", PROCESSES)
def test_a_walk_is_never_stuck_and_its_log_leads_back_to_it(
    published: ProcessSet, process: str
) -> None:
    for seed in SEEDS:
        walk = Walk(published, process, seed)
        for _ in walk.steps():
            assert not walk.is_stuck(), f"seed {seed}: {walk.log[-1]}"
        found = replayed(walk.log, walk.processes)

        assert found.astray == [], f"seed {seed}"
        assert differences(walk.instance, found.instances["i"]) == [], f"seed {seed}"


def test_the_same_walk_twice_comes_to_the_same_place(published: ProcessSet) -> None:
    first, second = (Walk(published, MAIN, seed=3) for _ in range(2))

    assert list(first.steps()) == list(second.steps())
    assert first.log == second.log


def test_a_reminder_that_was_sent_is_not_sent_again_after_a_rebuild(published: ProcessSet) -> None:
    walk = Walk(published, "lvu", seed=0)
    reminded = next(timer for _ in walk.steps() for timer in walk.instance.timers if timer.reminds)
    walk.remind(reminded)
    rebuilt = rebuild(walk.log, walk.processes)["i"]

    assert differences(walk.instance, rebuilt) == []
    assert reminded not in rebuilt.timers


def test_a_case_closed_by_hand_is_rebuilt_as_stopped(published: ProcessSet) -> None:
    walk = Walk(published, MAIN, seed=3)
    closed = Event("c", "case_closed", MONDAY, details={"end_state": "A2", "by_hand": True})
    rebuilt = rebuild([*walk.log, closed], walk.processes)["i"]

    assert (rebuilt.ended, rebuilt.state, rebuilt.tasks) == (True, "", ())
    assert rebuilt.revision == walk.instance.revision + 1


def test_a_case_that_closed_by_itself_is_rebuilt_as_its_processes_left_it(
    published: ProcessSet,
) -> None:
    walk = Walk(published, MAIN, seed=3)
    closed = Event("c", "case_closed", MONDAY, details={"end_state": "A1"})
    rebuilt = rebuild([*walk.log, closed], walk.processes)["i"]

    assert differences(walk.instance, rebuilt) == []


def test_the_entry_is_named_after_which_the_state_was_another(published: ProcessSet) -> None:
    walk = Walk(published, MAIN, seed=3)
    assert list(walk.steps())
    done = [n for n, entry in enumerate(walk.log) if entry.kind == "task_completed"][3]
    other = {**walk.log[done].details, "variables": {"nytt": "ja"}}
    log = [*walk.log]
    log[done] = replace(log[done], details=other)
    commands = [entry for entry in log[done:] if "left" in entry.details]

    assert [entry for entry, _ in replayed(log, walk.processes).astray] == commands
    log[done] = replace(walk.log[done], details={**walk.log[done].details, "left": "2:00"})
    assert replayed(log, walk.processes).astray == [(log[done], MAIN)]


INSTANCE = Rows({"p": ("task soc a",)}).start(Instance("i", "c", "p", "v1"), MONDAY).instance
CHANGES: dict[str, Callable[[Instance], Instance]] = {
    "state": lambda i: replace(i, state="other"),
    "variables": lambda i: replace(i, variables={"val": "ja"}),
    "tasks": lambda i: replace(i, tasks=()),
    "timers": lambda i: replace(i, timers=(Timer("i", "t#1", MONDAY),)),
    "waiting": lambda i: replace(i, waiting=("hej",)),
    "end": lambda i: replace(i, end_state="A1"),
    "revision": lambda i: replace(i, revision=7),
}


@pytest.mark.parametrize("name", CHANGES)
def test_every_difference_is_told_by_its_name(name: str) -> None:
    assert differences(INSTANCE, CHANGES[name](INSTANCE)) == [name]


def test_who_holds_a_task_is_no_difference() -> None:
    held = INSTANCE.with_task(replace(INSTANCE.tasks[0], assignee="ada"))

    assert differences(INSTANCE, held) == []
