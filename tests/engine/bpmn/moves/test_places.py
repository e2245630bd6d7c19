from engine.bpmn.moves.places import Drawings
from tests.engine.bpmn.moves.small import forked, line


def drawings(old: object, new: object) -> Drawings:
    return Drawings(old.diagrams["p"], new.diagrams["p"])  # type: ignore[attr-defined]


def test_past_a_step_that_is_gone_one_goes_on_where_it_led() -> None:
    (flow,) = drawings(line("a", "b", "c"), line("a", "c")).onward("b")

    assert (flow.source, flow.target) == ("a", "c")


def test_what_stands_in_its_place_comes_first() -> None:
    (flow,) = drawings(line("a", "b", "c"), line("a", "x", "c")).onward("b")

    assert (flow.source, flow.target) == ("a", "x")


def test_several_steps_that_are_gone_are_gone_past() -> None:
    (flow,) = drawings(line("a", "b", "c", "d"), line("a", "d")).onward("c")

    assert (flow.source, flow.target) == ("a", "d")


def test_a_branch_with_a_new_last_step_reaches_the_join_by_it() -> None:
    (flow,) = drawings(forked("a", "b"), forked("a x", "b")).arrivals("a", "j")

    assert flow.source == "x"
