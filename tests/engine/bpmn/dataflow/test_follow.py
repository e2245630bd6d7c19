"""What is certain at each place of one diagram."""

from engine.bpmn.dataflow.follow import turns
from tests.engine.bpmn.dataflow.small import asks, certain, form, question, whole
from tests.engine.bpmn.samples import END, START, node
from tests.engine.bpmn.soundness.played import BLOCK, JOIN, SPLIT, A, B, drawn, late, xor

MER = form(question("mer"))


def test_a_task_that_is_done_has_set_what_it_asks() -> None:
    known = whole([START, A, B, END], "start -> a\na -> b\nb -> end")

    assert (certain(known, "a"), certain(known, "b")) == (set(), {"val"})


def test_a_way_round_a_task_leaves_it_uncertain() -> None:
    flows = "start -> x\nx -> a : val == 'ja'\nx -> m : default\na -> m\nm -> b\nb -> end"
    known = whole([START, xor("x"), A, xor("m"), B, END], flows)

    assert certain(known, "b") == set()


def test_what_any_branch_has_set_is_set_where_they_come_together() -> None:
    nodes = [START, SPLIT, A, asks("b"), JOIN, END]

    assert certain(whole(nodes, BLOCK, MER), "end") == {"val", "mer"}


def test_an_interrupted_task_has_set_nothing() -> None:
    stop = END.replace('"end"', '"stop"')
    known = whole([START, A, END, stop, late("t", "a")], "start -> a\na -> end\nt -> stop")

    assert (certain(known, "stop"), certain(known, "end")) == (set(), {"val"})


def test_a_loop_knows_what_its_first_round_did_not() -> None:
    flows = "start -> m\nm -> x\nx -> end : val == 'ja'\nx -> a : default\na -> m"
    known = whole([START, xor("m"), xor("x"), A, END], flows)

    assert certain(known, "x") == set()
    assert "end" in known.followed["p"].at


def test_a_way_that_no_value_opens_is_not_followed() -> None:
    flows = "start -> x\nx -> a : val == 'ja'\nx -> end : default\na -> stop"
    known = whole([START, xor("x"), A, END, END.replace('"end"', '"stop"')], flows)

    assert "a" not in known.followed["p"].at


def test_elements_are_taken_in_the_order_of_their_flows() -> None:
    order = turns(drawn([START, A, B, END], "start -> a\na -> b\nb -> end"))

    assert sorted(order, key=lambda each: order[each]) == ["start", "a", "b", "end"]


def test_a_handler_that_ends_by_itself_does_not_say_what_the_process_has_set() -> None:
    beside, stop = late("t", "a", cancelActivity="false"), node("endEvent", "stop")
    known = whole([START, A, END, stop, beside], "start -> a\na -> end\nt -> stop")
    end = known.followed["p"].end

    assert end is not None
    assert end.sure == known.effects.names.mask(["val"])
