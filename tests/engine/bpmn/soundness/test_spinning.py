"""A loop that waits for nothing is found; one with a task in it is left alone."""

from engine.bpmn.soundness.spinning import loops, spinning
from tests.engine.bpmn.samples import node
from tests.engine.bpmn.soundness.played import END, START, A, catch, net, space, xor

BACK = "start -> a\na -> m\nm -> x\nx -> m : val == 'ja'\nx -> end : default"
NODES = [START, A, xor("m"), xor("x"), END]


def test_a_loop_of_gateways_is_found_with_the_way_into_it_and_round() -> None:
    (fault,) = spinning(space(NODES, BACK))

    assert (fault.rule, fault.element) == ("spin", "x")
    assert [move.element for move in fault.moves] == ["start", "a", "m", "x", "m"]


def test_a_loop_with_a_task_in_it_waits_for_somebody() -> None:
    flows = "start -> m\nm -> a\na -> x\nx -> m : val == 'ja'\nx -> end : default"

    assert list(spinning(space([START, xor("m"), A, xor("x"), END], flows))) == []


def test_a_loop_over_what_a_gateway_has_awaited_already_is_found() -> None:
    flows = "start -> e\ne -> k\nk -> x\nx -> k : val == 'ja'\nx -> end : default"
    nodes = [START, node("eventBasedGateway", "e"), catch("k"), xor("x"), END]

    assert set(loops(net(nodes, flows))) == {"e_k", "k_x", "x_k"} - {"e_k"}
