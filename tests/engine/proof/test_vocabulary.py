from pathlib import Path

from engine.bpmn.definitions import read_folder, read_process_set
from engine.proof.vocabulary import CALLED, NAMES


def test_every_agency_that_has_a_task_is_called_something(processes_folder: Path) -> None:
    lanes = {
        lane
        for diagram in read_process_set(read_folder(processes_folder)).diagrams.values()
        for lane in diagram.lanes
    }

    assert lanes - CALLED.keys() <= {"system"}
    assert len(CALLED) == len(NAMES)
