from datetime import timedelta

from engine.modelling.rehearsals import DONE, LONGEST, RUNNING, Failure, Rehearsal, Result
from tests.conftest import MONDAY

FAILED = Failure("asyl", "SC-1", "När hon söker", "ingen hade uppgiften")
RESULT = Result(3, (FAILED,), {"asyl": ("flow_a",)})


def test_a_result_comes_back_out_of_its_row() -> None:
    assert Result.of(RESULT.row()) == RESULT
    assert (RESULT.total, RESULT.holds, Result(3).holds) == (4, False, True)
    assert not Result(0, broken="pytest saknas").holds


def test_a_failure_is_told_with_its_step() -> None:
    assert str(FAILED) == "asyl: SC-1 – vid steget ”När hon söker”. ingen hade uppgiften"


def test_a_run_that_never_ends_is_not_waited_for() -> None:
    running = Rehearsal("v", None, "agare", MONDAY, RUNNING, MONDAY)

    assert running.busy(MONDAY + LONGEST)
    assert not running.busy(MONDAY + LONGEST + timedelta(seconds=1))
    assert not Rehearsal("v", None, "agare", MONDAY, DONE).busy(MONDAY)
