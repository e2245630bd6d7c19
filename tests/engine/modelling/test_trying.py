import pytest

from tests.engine.modelling.fleet import NEW_STEP, RENAMED, Fleet, target
from tests.engine.modelling.small import Owners


@pytest.fixture
def fleet(owners: Owners) -> Fleet:
    return Fleet(owners)


def test_cases_are_tried_a_few_at_a_time(fleet: Fleet) -> None:
    for _ in range(3):
        fleet.at_a()
    trying, new = fleet.engine.trying, target(NEW_STEP)
    assert trying.advance(new, 0) is None

    assert trying.begin(new).total == 3
    seen = []
    for _ in range(3):
        progress = trying.advance(new, 0)
        assert progress is not None
        seen.append((progress.done, progress.finished))

    assert seen == [(1, False), (2, False), (3, True)]


def test_a_case_that_ended_meanwhile_counts_as_tried(fleet: Fleet) -> None:
    case, new = fleet.at_b(), target(NEW_STEP)
    fleet.engine.trying.begin(new)
    fleet.complete(case, fleet.owners.polis, "b")

    progress = fleet.engine.trying.advance(new, 60)

    assert progress is not None
    assert progress.finished
    with fleet.unit() as unit:
        assert unit.moves.outcomes(new.version) == []


def test_sets_that_were_asked_about_lately_are_remembered(fleet: Fleet) -> None:
    predictors, new = fleet.engine.trying.predictors, target(RENAMED)
    assert predictors.known(new.version) is None

    assert predictors(new) is predictors(new)
    assert predictors.known(new.version) is new
