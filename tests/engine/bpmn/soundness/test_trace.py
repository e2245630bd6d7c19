"""An example can be played: the marking follows from the steps."""

from engine.bpmn.soundness.net import Move
from engine.bpmn.soundness.trace import Played, traced

FIRST = Move("start", ("start",), ("f", "g"))


def test_the_marking_follows_each_step() -> None:
    steps = traced("start", [FIRST, Move("a", ("f",), ("h",)), Move("b", ("g", "h"), ("i",))])

    assert [step.marking for step in steps] == [("f", "g"), ("g", "h"), ("i",)]
    assert steps[1] == Played("a", "pass", ("h",), ("g", "h"))


def test_an_event_beside_a_task_leaves_its_token() -> None:
    (_, step) = traced("start", [FIRST, Move("t", ("f",), ("h",), "beside")])

    assert step.marking == ("f", "g", "h")


def test_an_end_of_everything_leaves_no_token() -> None:
    (_, step) = traced("start", [FIRST, Move("stop", ("f",), (), "terminate")])

    assert step.marking == ()


def test_two_tokens_on_one_flow_are_named_twice() -> None:
    (_, step) = traced("start", [FIRST, Move("a", ("f",), ("g",))])

    assert step.marking == ("g", "g")
