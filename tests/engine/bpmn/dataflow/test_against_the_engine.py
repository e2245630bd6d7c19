"""The rules on variables held against the engine: processes that are spoiled, and real forms.

What a walk through the engine reads unset, and the tasks with the same question that it comes to
together, must be told; and what is told, walks must come to. SKYDD_MUTANTS says how many.
"""

import os
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from engine.bpmn.definitions import ProcessSet, read_folder, read_process_set
from tests.engine.bpmn.dataflow.spoiled import mutant
from tests.engine.bpmn.dataflow.walked import Walked

MUTANTS = int(os.environ.get("SKYDD_MUTANTS", "40"))
WALKS = 40
"""So many walks are made at most to come to all that is told."""
NEAR = 0.8
"""So much of what is told is close enough to the start for walks of a few steps."""


@pytest.fixture(scope="module")
def published(processes_folder: Path) -> ProcessSet:
    return read_process_set(read_folder(processes_folder))


def test_the_engine_does_with_variables_what_the_check_says(published: ProcessSet) -> None:
    counts: Counter[str] = Counter()
    for seed in range(MUTANTS):
        what, process, before, spoiled = mutant(published, Random(f"data {seed}"))  # noqa: S311
        walked = Walked(spoiled, process)

        assert (seed, what, process, walk(walked, seed)) == (seed, what, process, set())
        counts["new"] += bool(walked.unset - Walked(before, process).unset)
        counts["told"] += len(walked.unset) + walked.raced.bit_count()
        counts["met"] += len(walked.unset & walked.met) + (walked.raced & walked.both).bit_count()

    assert counts["new"] > MUTANTS / 3
    assert counts["met"] > counts["told"] * NEAR


def walk(walked: Walked, seed: int) -> set[str]:
    """Return what walks come to that is not told; go on until they have come to all that is."""
    untold: set[str] = set()
    for turn in range(WALKS):
        untold |= set(walked.untold(Random(f"{seed} {turn}")))  # noqa: S311
        if turn and walked.unset <= walked.met and not walked.raced & ~walked.both:
            break
    return untold
