"""Which elements can be at work at the same time."""

from engine.bpmn.dataflow.beside import beside
from tests.engine.bpmn.soundness.played import (
    BLOCK,
    END,
    JOIN,
    SPLIT,
    START,
    A,
    B,
    C,
    drawn,
    late,
    xor,
)  # fmt: skip


def test_tasks_of_two_branches_are_and_those_of_a_row_are_not() -> None:
    found = beside(drawn([START, SPLIT, A, B, JOIN, END], BLOCK))
    row = beside(drawn([START, A, B, END], "start -> a\na -> b\nb -> end"))

    assert "b" in found["a"]
    assert "a" in found["b"]
    assert row == {}


def test_the_ways_of_a_choice_are_not() -> None:
    flows = "start -> x\nx -> a : val == 'ja'\nx -> b : default\na -> m\nb -> m\nm -> end"

    assert beside(drawn([START, xor("x"), A, B, xor("m"), END], flows)) == {}


def test_what_follows_on_a_reminder_is_beside_all_that_comes_after_it() -> None:
    timer, stop = late("t", "a", cancelActivity="false"), END.replace('"end"', '"stop"')
    flows = "start -> a\na -> b\nb -> end\nt -> c\nc -> stop"
    found = beside(drawn([START, A, B, C, END, stop, timer], flows))

    assert {"a", "b"} <= found["c"]
    assert "c" in found["b"]
    assert "c" not in found["c"]


def test_an_event_is_beside_what_its_activity_is() -> None:
    stop = END.replace('"end"', '"stop"')
    flows = f"{BLOCK}\nt -> stop"
    found = beside(drawn([START, SPLIT, A, B, JOIN, END, stop, late("t", "a")], flows))

    assert "t" in found["b"]
