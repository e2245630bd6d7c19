"""The check held against the engine: 320 diagrams that are spoiled, and all that are shipped.

What the check finds is led through the engine and must happen there; what it lets through is
walked at random and must not go wrong. SKYDD_MUTANTS says how many are spoiled.
"""

import os
from collections import Counter
from pathlib import Path

import pytest

from engine.bpmn.definitions import ProcessSet, read_folder, read_process_set
from engine.bpmn.diagram import read_diagram
from engine.bpmn.soundness.findings import soundness_findings
from tests.engine.bpmn.soundness.verdicts import Verdict, verdict

MUTANTS = int(os.environ.get("SKYDD_MUTANTS", "320"))
TOGETHER = 20


@pytest.fixture(scope="module")
def published(processes_folder: Path) -> ProcessSet:
    return read_process_set(read_folder(processes_folder))


@pytest.mark.parametrize("first", range(0, MUTANTS, TOGETHER))
def test_the_engine_does_with_a_spoiled_diagram_what_the_check_says(
    published: ProcessSet, first: int
) -> None:
    for seed in range(first, first + TOGETHER):
        spoiled = verdict(published, seed)

        assert (seed, spoiled.spoiled, list(spoiled.deviations())) == (seed, spoiled.spoiled, [])


def test_the_mutants_are_sound_and_unsound_in_every_way(published: ProcessSet) -> None:
    verdicts = [verdict(published, seed) for seed in range(120)]
    told = Counter(rule for each in verdicts for rule, _ in each.flaws)

    assert {"deadlock", "unsafe", "endless", "spin"} <= set(told)
    assert sum(not each.refused and bool(each.flaws) for each in verdicts) > 15
    assert sum(each.sound for each in verdicts) > 15


def test_nothing_is_said_of_the_shipped_diagrams_and_they_do_not_go_wrong(
    published: ProcessSet,
) -> None:
    for diagram in published.diagrams.values():
        text = published.files[diagram.file]
        shipped = Verdict(published, text, read_diagram(diagram.file, text.encode()), "nothing")

        assert soundness_findings(diagram, published) == []
        assert (diagram.process, list(shipped.deviations())) == (diagram.process, [])
