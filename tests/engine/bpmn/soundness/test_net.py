"""Moves are what the engine does: each kind of element once."""

from engine.bpmn.soundness.net import Move, awaited_before, reachable
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
    drawn,
    late,
    net,
    xor,
)  # fmt: skip

CHOICE = "start -> x\nx -> a : val == 'ja'\nx -> b : default\na -> m\nb -> m\nm -> end"


def moves(nodes: list[str], flows: str, element: str) -> list[Move]:
    return [move for move in net(nodes, flows).moves if move.element == element]


def test_a_choice_takes_one_way_and_a_split_all() -> None:
    chosen = moves([START, xor("x"), A, B, xor("m"), END], CHOICE, "x")
    (split,) = moves([START, SPLIT, A, B, JOIN, END], BLOCK, "s")

    assert [move.gives for move in chosen] == [("x_a",), ("x_b",)]
    assert split.gives == ("s_a", "s_b")


def test_a_join_waits_for_every_element_before_it_that_can_be_reached() -> None:
    (join,) = moves([START, SPLIT, A, B, JOIN, END], BLOCK, "j")
    (alone,) = moves([START, A, B, JOIN, END], "start -> a\na -> j\nb -> j\nj -> end", "j")

    assert join.takes == ("a_j", "b_j")
    assert alone.takes == ("a_j",)


def test_an_event_on_a_task_takes_its_token_or_lets_it_lie() -> None:
    flows = "start -> a\na -> end\nt -> b\nb -> stop"
    (cut,) = moves([START, A, B, END, STOP, late("t", "a")], flows, "t")
    beside = late("t", "a", cancelActivity="false")
    (kept,) = moves([START, A, B, END, STOP, beside], flows, "t")

    assert (cut.how, cut.takes, cut.gives) == ("interrupt", ("start_a",), ("t_b",))
    assert (kept.how, kept.solo) == ("beside", False)


def test_ends_and_elements_that_lead_nowhere_give_nothing() -> None:
    flows = "start -> s\ns -> a\ns -> b\ns -> c\na -> end\nb -> stop"
    found = net([START, SPLIT, A, B, C, END, STOP], flows).moves

    assert {m.element: m.how for m in found if not m.gives} == {
        "end": "end", "stop": "terminate", "c": "loose",
    }  # fmt: skip


def test_what_an_event_based_gateway_waits_for_is_not_awaited_again() -> None:
    gateway = node("eventBasedGateway", "e")
    flows = "start -> e\ne -> k\nk -> end"
    diagram = drawn([START, gateway, catch("k"), END], flows)

    assert awaited_before(diagram) == {"k"}


def test_what_can_be_reached_goes_over_events_on_tasks() -> None:
    flows = "start -> a\na -> end\nt -> b\nb -> stop"
    diagram = drawn([START, A, B, C, END, STOP, late("t", "a")], flows)

    assert reachable(diagram, "start") == {"start", "a", "end", "t", "b", "stop"}
