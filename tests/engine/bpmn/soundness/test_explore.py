"""All states are visited, the cheapest first; a limit is noticed."""

from engine.bpmn.soundness.explore import END as ENDED
from engine.bpmn.soundness.explore import explore
from tests.engine.bpmn.soundness.played import (
    BLOCK,
    END,
    JOIN,
    SPLIT,
    START,
    STOP,
    A,
    B,
    C,
    late,
    net,
    space,
    xor,
)  # fmt: skip

NODES = [START, SPLIT, A, B, JOIN, END]


def test_a_block_comes_to_its_end_in_as_many_moves_as_it_has_elements() -> None:
    played = space(NODES, BLOCK)

    assert played.whole
    assert played.cost[ENDED] == len(NODES)
    assert {m.element for m in played.moves_to(ENDED)} == {"start", "s", "a", "b", "j", "end"}


def test_two_tokens_in_one_stretch_are_a_meeting() -> None:
    flows = "start -> s\ns -> a\ns -> b\na -> m\nb -> m\nm -> end"
    (meeting,) = space([START, SPLIT, A, B, xor("m"), END], flows).meetings

    assert (meeting.move.element, meeting.pair) == ("s", ("s_a", "s_b"))


def test_an_event_beside_a_task_occurs_once_for_each_time_it_is_open() -> None:
    flows = "start -> a\na -> end\nt -> b\nb -> stop"
    played = space([START, A, B, END, STOP, late("t", "a", cancelActivity="false")], flows)

    assert played.meetings == []
    assert ENDED in played.came
    assert frozenset({"start_a", "t_b", "!t"}) in played.came


def test_an_end_of_everything_takes_all_tokens() -> None:
    played = space(
        [START, SPLIT, A, B, END, STOP], "start -> s\ns -> a\ns -> b\na -> stop\nb -> end"
    )
    last = [played.moves_to(ENDED)[-1].how]

    assert last == ["terminate"]
    assert len([state for state in played.came if not state]) == 1


def test_a_limit_leaves_the_game_unfinished() -> None:
    flows = "start -> s\ns -> a\ns -> b\ns -> c\na -> stop\nb -> end\nc -> e3"
    nodes = [START, SPLIT, A, B, C, END, STOP, END.replace('"end"', '"e3"')]

    assert not explore(net(nodes, flows), limit=2).whole
    assert explore(net(nodes, flows)).whole
