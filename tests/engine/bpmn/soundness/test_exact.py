"""The exact game: what the variables let happen is found, what they do not is not."""

from engine.bpmn.soundness.exact import exact_faults, play
from engine.bpmn.soundness.faults import Fault, faults
from engine.bpmn.soundness.net import net_of
from engine.bpmn.soundness.strands import apart
from engine.bpmn.soundness.values import Variables
from tests.engine.bpmn.soundness.played import (
    END,
    JOIN,
    SPLIT,
    START,
    A,
    B,
    C,
    set_of,
    space,
    xor,
)  # fmt: skip

MEETING = "start -> s\ns -> a\ns -> b\na -> m\nb -> m\nm -> {}end"


def exact(nodes: list[str], flows: str, limit: int = 10_000) -> list[Fault]:
    processes = set_of(nodes, flows)
    diagram = processes.diagrams["p"]
    net = net_of(diagram, diagram.start(), apart(diagram))
    variables = Variables(diagram, processes, frozenset(diagram.elements))
    return exact_faults(play(net, variables, limit))


def told(found: list[Fault]) -> list[tuple[str, str]]:
    return [(fault.rule, fault.element) for fault in found]


def test_branches_that_meet_in_a_task_and_before_an_end_are_found() -> None:
    nodes = [START, SPLIT, A, B, xor("m"), END]

    assert told(exact(nodes, MEETING.format(""))) == [("unsafe", "end")]
    assert ("unsafe", "c") in told(exact([*nodes, C], MEETING.format("c\nc -> ")))


def test_a_join_that_waits_for_ever_is_found_with_the_shortest_way_there() -> None:
    flows = "start -> x\nx -> a : val == 'ja'\nx -> b : default\na -> j\nb -> j\nj -> end"
    (fault,) = exact([START, xor("x"), A, B, JOIN, END], flows)

    assert (fault.rule, fault.element) == ("deadlock", "j")
    assert [move.element for move in fault.moves] == ["start", "x", "a"] or [
        move.element for move in fault.moves
    ] == ["start", "x", "b"]


def test_choices_that_hang_together_are_no_fault() -> None:
    flows = (
        "start -> a\na -> x\nx -> s : val == 'ja'\nx -> m : default\ns -> b\ns -> m\nm -> y\n"
        "y -> j : val == 'ja'\ny -> end : default\nb -> j\nj -> stop"
    )
    nodes = [START, A, xor("x"), SPLIT, B, xor("m"), xor("y"), JOIN, END,
             END.replace('"end"', '"stop"')]  # fmt: skip

    assert [fault.rule for fault in faults(space(nodes, flows))] == ["deadlock"]
    assert exact(nodes, flows) == []


def test_a_loop_whose_way_out_stays_closed_is_endless() -> None:
    flows = "start -> m\nm -> t\nt -> x\nx -> m : val == 'ja'\nx -> end : default"
    waits = A.replace('"a"', '"t"').replace('value="f"', 'value=""')
    (fault,) = exact([START, xor("m"), waits, xor("x"), END], flows)

    assert (fault.rule, fault.element) == ("endless", "t")


def test_a_limit_leaves_the_game_unfinished() -> None:
    nodes = [START, SPLIT, A, B, JOIN, END]
    processes = set_of(nodes, "start -> s\ns -> a\ns -> b\na -> j\nb -> j\nj -> end")
    diagram = processes.diagrams["p"]
    net = net_of(diagram, diagram.start(), apart(diagram))
    variables = Variables(diagram, processes, frozenset(diagram.elements))

    assert not play(net, variables, limit=1).whole
    assert play(net, variables).whole
