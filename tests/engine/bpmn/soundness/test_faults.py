"""Each fault once in the quick game, with its shortest example."""

from engine.bpmn.soundness.explore import explore
from engine.bpmn.soundness.faults import Fault, faults, first_stuck, run
from tests.engine.bpmn.soundness.played import (
    BLOCK,
    END,
    JOIN,
    SPLIT,
    START,
    A,
    B,
    C,
    net,
    space,
    xor,
)  # fmt: skip

STUCK = "start -> x\nx -> a : val == 'ja'\nx -> b : default\na -> j\nb -> j\nj -> end"
MET = "start -> s\ns -> a\ns -> b\na -> m\nb -> m\nm -> end"
ROUND = "start -> m\nm -> a\na -> m"


def only(nodes: list[str], flows: str) -> Fault:
    (fault,) = faults(space(nodes, flows))
    return fault


def test_a_sound_block_has_no_fault_and_runs_everything() -> None:
    played = space([START, SPLIT, A, B, JOIN, END], BLOCK)

    assert faults(played) == []
    assert run(played) == {"start", "s", "a", "b", "j", "end"}


def test_a_join_after_a_choice_waits_for_ever() -> None:
    fault = only([START, xor("x"), A, B, JOIN, END], STUCK)

    assert (fault.rule, fault.element) == ("deadlock", "j")
    assert [move.element for move in fault.moves] == ["start", "x", "a"]


def test_branches_that_meet_are_found_where_they_do() -> None:
    fault = only([START, SPLIT, A, B, xor("m"), END], MET)

    assert (fault.rule, fault.element) == ("unsafe", "end")
    assert [move.element for move in fault.moves] == ["start", "s", "a", "m", "b", "m"]


def test_a_loop_without_a_way_out_is_endless() -> None:
    fault = only([START, xor("m"), A, END], ROUND)

    assert (fault.rule, fault.element) == ("endless", "a")


def test_a_loop_of_parallel_branches_without_a_way_out_is_endless() -> None:
    flows = "start -> m\nm -> s\ns -> a\ns -> b\na -> j\nb -> j\nj -> m"

    assert only([START, xor("m"), SPLIT, A, B, JOIN, END], flows).rule == "endless"


def test_only_the_first_that_waits_is_named() -> None:
    flows = (
        "start -> s\ns -> x\ns -> c\nx -> a : val == 'ja'\nx -> b : default\na -> j\nb -> j\n"
        "j -> j2\nc -> j2\nj2 -> end"
    )
    nodes = [START, SPLIT, xor("x"), A, B, C, JOIN, JOIN.replace('"j"', '"j2"'), END]

    assert first_stuck(net(nodes, flows), ["a_j", "c_j2"]) == ["j"]
    assert only(nodes, flows).element == "j"


def test_of_a_game_that_was_not_finished_only_meetings_are_told() -> None:
    nodes = [START, xor("x"), A, B, JOIN, END]

    assert faults(explore(net(nodes, STUCK), limit=1)) == []
