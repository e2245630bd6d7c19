from engine.bpmn.moves.walk import Walker
from tests.engine.bpmn.moves.small import END, START, Pair, forked, line, sets
from tests.engine.bpmn.samples import node, user

ROUND = sets([START, node("exclusiveGateway", "g"), user("a"), END],
             "s -> g\ng -> a\na -> g")  # fmt: skip


def test_what_can_end_is_found_to_end() -> None:
    pair = Pair(forked("a", "b"), line("a"))
    walker = Walker(pair.old)

    assert walker.ends(pair.at()) is True
    assert walker.ends(pair.at("a", "b")) is True


def test_what_waits_for_a_branch_that_nobody_is_in_is_stuck() -> None:
    pair = Pair(forked("a", "b"), forked("a", "b", "x"))
    stuck = pair.at("a")

    assert Walker(pair.new).ends(stuck) is False


def test_a_loop_without_an_exit_is_not_proved() -> None:
    pair = Pair(ROUND, ROUND)

    assert Walker(ROUND).ends(pair.at()) is None
