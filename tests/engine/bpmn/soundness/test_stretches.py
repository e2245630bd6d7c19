"""Only the last place of a stretch is played, and the way there is the shortest."""

from engine.bpmn.soundness.stretches import Stretches
from tests.engine.bpmn.soundness.played import BLOCK, END, JOIN, SPLIT, START, A, B, C, net, xor

LOOP = "start -> m\nm -> a\na -> x\nx -> m : val == 'ja'\nx -> end : default"
ROUND = "start -> m\nm -> a\na -> m"


def test_a_row_of_tasks_is_one_stretch() -> None:
    row = Stretches(net([START, A, B, C, END], "start -> a\na -> b\nb -> c\nc -> end"))

    assert {row.last(place) for place in ("start", "start_a", "a_b", "b_c")} == {"c_end"}
    assert [move.element for move in row.way("start_a", "c_end")] == ["a", "b", "c"]
    assert [move.how for move in row.moves("c_end")] == ["end"]


def test_a_loop_that_is_left_and_a_choice_that_meets_again_are_stretches() -> None:
    left = Stretches(net([START, xor("m"), A, xor("x"), END], LOOP))
    flows = "start -> x\nx -> a : val == 'ja'\nx -> b : default\na -> m\nb -> m\nm -> end"
    met = Stretches(net([START, xor("x"), A, B, xor("m"), END], flows))

    assert left.last("start") == left.last("x_m") == "x_end"
    assert met.last("start") == "m_end"


def test_the_ways_into_a_join_are_stretches_of_their_own() -> None:
    block = Stretches(net([START, SPLIT, A, B, JOIN, END], BLOCK))

    assert (block.last("s_a"), block.last("s_b")) == ("a_j", "b_j")


def test_a_loop_that_is_never_left_turns_for_ever() -> None:
    turning = Stretches(net([START, xor("m"), A, END], ROUND))

    assert turning.turns_for_ever(turning.last("start"))
    assert {move.element for move in turning.within("start")} == {"start", "m", "a"}


def test_two_tokens_meet_where_it_is_soonest() -> None:
    flows = "start -> s\ns -> a\ns -> b\na -> m\nb -> m\nm -> c\nc -> end"
    nodes = [START, SPLIT, A, B, xor("m"), C, END]
    met = Stretches(net(nodes, flows))

    assert met.meeting("s_a", "s_b") == "m_c"
    assert set(met.places("s_a")) == {"s_a", "a_m", "m_c", "c_end"}
