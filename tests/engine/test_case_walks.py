"""Random histories of whole cases: no error, nobody forgotten, and the log leads back to each.

`make test` takes some hundred seeds, `make walks` two thousand; SKYDD_WALKS says how many.
"""

import os
from pathlib import Path

import pytest

from engine.bpmn.definitions import ProcessSet, read_folder, read_process_set
from tests.engine.case_walks import CaseWalk

WALKS = int(os.environ.get("SKYDD_WALKS", "120"))
TOGETHER = 20


@pytest.fixture(scope="module")
def published(processes_folder: Path) -> ProcessSet:
    return read_process_set(read_folder(processes_folder))


@pytest.mark.parametrize("first", range(0, WALKS, TOGETHER))
def test_every_history_ends_or_waits_for_somebody_and_can_be_rebuilt(
    published: ProcessSet, first: int
) -> None:
    for seed in range(first, first + TOGETHER):
        walk = CaseWalk(published, seed)
        try:
            for _ in walk.steps():
                assert list(walk.problems()) == []
            assert walk.deviations() == {}
        except Exception:
            print(as_scenario(walk))  # noqa: T201
            raise


def test_the_same_seed_takes_the_same_way(published: ProcessSet) -> None:
    first, second = (CaseWalk(published, 7) for _ in range(2))

    assert len(list(first.steps())) == len(list(second.steps())) > 1
    assert first.story == second.story


def test_a_failing_walk_can_be_read_as_a_scenario(published: ProcessSet) -> None:
    walk = CaseWalk(published, 7)
    steps = walk.steps()
    while not any("|" in line for line in walk.story):
        next(steps)
    told = as_scenario(walk)

    assert told.startswith("# language: sv\nEgenskap: Funnet av en slumpvandring\n")
    assert "Scenario: Frö 7" in told
    assert any(line.strip().startswith("| misstanke") or "slutför" in line for line in walk.story)


def test_a_case_that_nobody_can_move_is_a_problem(published: ProcessSet) -> None:
    walk = CaseWalk(published, 7)
    walk.store.kept.log.clear()
    for id_, instance in walk.instances.items():
        walk.instances[id_] = type(instance)(id_, instance.case_id, instance.process, "v1")

    assert list(walk.problems()) == ["nobody and nothing can move the case"]


def as_scenario(walk: CaseWalk) -> str:
    """Write what a walk did as a feature that can be run again."""
    lines = [f"    {part}" for line in walk.story for part in line.splitlines()]
    head = "# language: sv\nEgenskap: Funnet av en slumpvandring\n\n"
    return f"{head}  Scenario: Frö {walk.seed}\n" + "\n".join(lines)
