"""One command does what the engine does with it: everything that waits for nobody runs on."""

import pytest

from engine.bpmn.soundness.commands import Commands, Position, Step
from engine.bpmn.soundness.net import net_of
from engine.bpmn.soundness.strands import apart
from engine.bpmn.soundness.values import Variables
from tests.engine.bpmn.samples import node
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
    catch,
    heard,
    late,
    set_of,
    xor,
)  # fmt: skip


def commands(nodes: list[str], flows: str) -> Commands:
    processes = set_of(nodes, flows)
    diagram = processes.diagrams["p"]
    net = net_of(diagram, diagram.start(), apart(diagram))
    return Commands(net, Variables(diagram, processes, frozenset(diagram.elements)))


def tokens(steps: list[Step]) -> list[set[str]]:
    return [set(step.after.tokens) for step in steps]


def test_a_command_runs_on_until_somebody_is_waited_for() -> None:
    block = commands([START, SPLIT, A, B, JOIN, END], BLOCK)
    (begun,) = block.begin()
    done = list(block.possible(begun.after))
    (ended,) = block.possible(done[0].after)

    assert begun.after.tokens == {"s_a", "s_b"}
    assert tokens(done) == [{"a_j", "s_b"}, {"s_a", "b_j"}]
    assert (ended.after.tokens, {m.element for m in ended.moves}) == (set(), {"b", "j", "end"})


def test_a_choice_makes_a_step_for_each_way_and_remembers_why() -> None:
    flows = "start -> a\na -> x\nx -> b : val == 'ja'\nx -> c : default\nb -> y\nc -> y\n"
    flows += "y -> z\nz -> end : val == 'ja'\nz -> stop : default"
    nodes = [START, A, xor("x"), B, C, xor("y"), xor("z"), END, STOP]
    game = commands(nodes, flows)
    (begun,) = game.begin()
    ways = {next(iter(s.after.tokens)): s.after for s in game.possible(begun.after)}

    assert set(ways) == {"x_b", "x_c"}
    assert ways["x_b"].values == {("val", "*")} or ways["x_b"].values == {("val", "ja")}


def test_a_second_token_in_a_task_is_a_double() -> None:
    flows = "start -> s\ns -> a\ns -> b\na -> m\nb -> m\nm -> c\nc -> end"
    game = commands([START, SPLIT, A, B, xor("m"), C, END], flows)
    first = Position(frozenset({"m_c", "s_b"}))

    assert [step.doubled for step in game.possible(first) if "s_b" in step.places] == ["c"]


def test_a_message_is_caught_by_all_that_wait_for_it() -> None:
    flows = "start -> s\ns -> a\ns -> k\na -> end\nt -> stop\nk -> e3"
    nodes = [START, SPLIT, A, catch("k"), END, END.replace('"end"', '"stop"'),
             END.replace('"end"', '"e3"'), heard("t", "a")]  # fmt: skip
    game = commands(nodes, flows)
    (begun,) = game.begin()
    found = {step.places: step.after.tokens for step in game.possible(begun.after)}

    assert found == {frozenset({"s_a"}): {"s_k"}, frozenset({"s_a", "s_k"}): set()}


def test_a_token_that_comes_to_a_join_that_has_gone_on_is_a_double() -> None:
    flows = f"{BLOCK}\nt -> m\na -> m\nm -> j".replace("a -> j\n", "")
    beside = late("t", "a", cancelActivity="false")
    game = commands([START, SPLIT, A, B, xor("m"), JOIN, END, beside], flows)
    went_on = Position(frozenset({"s_a"}), frozenset({"j"}))

    assert {step.doubled for step in game.possible(went_on)} == {"j"}


@pytest.mark.parametrize(("way", "spins"), [("m", True), ("a", False)])
def test_a_command_that_would_never_come_to_rest_is_told(way: str, spins: bool) -> None:
    flows = f"start -> m\nm -> x\nx -> {way} : val == 'ja'\nx -> end : default\na -> stop"
    game = commands([START, xor("m"), xor("x"), A, END, END.replace('"end"', '"stop"')], flows)

    assert any(step.spins for step in game.begin()) is spins


def test_after_an_event_based_gateway_one_event_occurs() -> None:
    flows = "start -> e\ne -> k\nk -> end"
    game = commands([START, node("eventBasedGateway", "e"), catch("k"), END], flows)
    (begun,) = game.begin()
    (step,) = game.possible(begun.after)

    assert [move.element for move in step.moves] == ["e", "k", "end"]
