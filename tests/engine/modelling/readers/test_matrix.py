"""Who sees what: the matrix against small sets, and against what random cases hand over."""

from pathlib import Path

import pytest

from engine.bpmn.definitions import ProcessSet, read_folder, read_process_set
from engine.modelling.readers import Door, Sight, matrix_of
from tests.engine.case_walks import CaseWalk
from tests.engine.modelling.readers.handing import HANDING

WALKS = 12


@pytest.fixture(scope="module")
def published(processes_folder: Path) -> ProcessSet:
    return read_process_set(read_folder(processes_folder))


def test_the_lane_sees_its_answers_and_others_what_is_handed_over() -> None:
    matrix = matrix_of(read_process_set(HANDING))

    assert sorted(matrix.sights) == [
        Sight("f", "skal", "polismyndigheten", "polismyndigheten"),
        Sight("f", "skal", "socialtjansten", "polismyndigheten", "M01"),
        Sight("f", "skal", "socialtjansten", "socialtjansten"),
        Sight("f", "val", "polismyndigheten", "polismyndigheten"),
        Sight("f", "val", "socialtjansten", "socialtjansten"),
    ]
    assert matrix.doors == {Door("M01", "polismyndigheten", "socialtjansten"): ("28",)}


def test_random_cases_hand_over_just_what_the_matrix_says(published: ProcessSet) -> None:
    matrix, given = matrix_of(published), 0
    for seed in range(WALKS):
        walk = CaseWalk(published, seed)
        list(walk.steps())
        for each in walk.store.kept.disclosures:
            given += 1
            door = Door(each.message, each.sender, each.receiver)
            assert each.ground in matrix.doors[door]
            for key in each.fields:
                sight = Sight(each.form, key, each.receiver, each.sender, each.message)
                assert sight in matrix.sights
        for record in walk.store.kept.records:
            for key in record.answers:
                assert Sight(record.form, key, record.agency, record.agency) in matrix.sights
    assert given > 10


def test_the_table_opens_only_what_fits_sender_and_receiver(published: ProcessSet) -> None:
    doors = matrix_of(published).doors
    health = doors[Door("M02", "halso_och_sjukvarden", "polismyndigheten")]

    assert "24" not in health  # OSL 10:24 is not for health care
    assert "23" in health
    assert "EJ_OSL" in doors[Door("M02", "civilsamhallet", "polismyndigheten")]
