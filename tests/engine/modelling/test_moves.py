from engine.modelling.moves import Progress
from tests.conftest import MONDAY


def test_a_preview_is_finished_when_every_case_has_been_tried() -> None:
    assert not Progress("v", MONDAY, 3, 2).finished
    assert Progress("v", MONDAY, 3, 3).finished
    assert Progress("v", MONDAY, 0, 0).finished
