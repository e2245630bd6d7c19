"""Which handlers are played apart: those that the rest does not notice."""

from engine.bpmn.soundness.strands import apart, starts
from tests.engine.bpmn.soundness.played import (
    END,
    START,
    STOP,
    A,
    B,
    C,
    drawn,
    late,
    xor,
)  # fmt: skip

BESIDE = late("t", "a", cancelActivity="false")
OTHER = END.replace('"end"', '"other"')


def test_a_handler_with_an_end_of_its_own_is_apart_and_a_game_of_its_own() -> None:
    diagram = drawn([START, A, B, END, OTHER, BESIDE], "start -> a\na -> end\nt -> b\nb -> other")

    assert apart(diagram) == {"t"}
    assert [event.id for event in starts(diagram)] == ["start", "t"]


def test_a_handler_that_ends_everything_is_not_apart() -> None:
    diagram = drawn([START, A, B, END, STOP, BESIDE], "start -> a\na -> end\nt -> b\nb -> stop")

    assert apart(diagram) == frozenset()


def test_a_handler_that_meets_the_rest_is_not_apart() -> None:
    flows = "start -> a\na -> m\nm -> end\nt -> m"

    assert apart(drawn([START, A, xor("m"), END, BESIDE], flows)) == frozenset()


def test_a_handler_on_a_task_in_a_loop_is_not_apart() -> None:
    flows = (
        "start -> m\nm -> a\na -> x\nx -> m : val == 'ja'\nx -> end : default\nt -> b\nb -> other"
    )
    diagram = drawn([START, xor("m"), A, xor("x"), B, END, OTHER, BESIDE], flows)

    assert apart(diagram) == frozenset()


def test_a_handler_that_carries_one_that_is_not_apart_is_not_either() -> None:
    inner = late("u", "b", cancelActivity="false")
    flows = "start -> a\na -> end\nt -> b\nb -> other\nu -> c\nc -> stop"
    diagram = drawn([START, A, B, C, END, OTHER, STOP, BESIDE, inner], flows)

    assert apart(diagram) == frozenset()
