"""What is certain, and what is left of it where ways meet."""

from engine.bpmn.dataflow.facts import UNSET, Facts, joined, merged
from tests.engine.bpmn.dataflow.small import NAMES, NOTHING, sure


def test_what_is_given_a_value_is_set_and_has_that_value() -> None:
    after = NOTHING.assigned("a", ["x"])

    assert (after.sure, after.may) == (sure("a"), sure("a"))
    assert after.possible("a") == ["x"]
    assert NOTHING.possible("a") == [UNSET]


def test_where_ways_meet_only_what_both_have_set_is_certain() -> None:
    met = merged([NOTHING.assigned("a", ["x"]).assigned("b", ["x"]), NOTHING.assigned("a", ["y"])])

    assert met.sure == sure("a")
    assert met.may == sure("a", "b")


def test_a_value_tells_which_way_was_gone() -> None:
    met = merged([NOTHING.assigned("a", ["x"]).assigned("b", ["x"]), NOTHING.assigned("a", ["y"])])
    narrowed = met.narrowed(["a"], [("x",)])

    assert narrowed is not None
    assert narrowed.sure == sure("a", "b")
    assert met.narrowed(["a", "b"], [("x", UNSET)]) is None


def test_that_something_is_set_tells_it_too() -> None:
    both = NOTHING.assigned("a", ["x"]).assigned("b", ["x"])
    narrowed = merged([both, NOTHING]).narrowed(["b"], [("x",)])

    assert narrowed is not None
    assert narrowed.sure == sure("a", "b")


def test_what_cannot_be_is_no_way() -> None:
    assert NOTHING.narrowed(["a"], [("x",)]) is None
    assert NOTHING.assigned("a", ["x"]).narrowed(["a"], [(UNSET,), ("y",)]) is None


def test_a_variable_that_is_never_set_stays_so_after_a_choice() -> None:
    either = merged([NOTHING, NOTHING.assigned("a", ["x"])])
    narrowed = either.narrowed(["a"], [(UNSET,)])

    assert narrowed is not None
    assert narrowed.may == 0


def test_what_may_be_set_meanwhile_tells_nothing_any_more() -> None:
    after = NOTHING.assigned("a", ["x"]).perhaps(sure("a", "b"))

    assert after.possible("a") == ["x", "y"]
    assert after.possible("b") == [UNSET, "x", "y"]
    assert after.perhaps(0) is after


def test_where_branches_come_together_all_that_they_know_holds() -> None:
    one, other = NOTHING.assigned("a", ["x"]), NOTHING.assigned("b", ["y"])
    met = joined([one, other])

    assert met.sure == sure("a", "b")
    assert (met.possible("a"), met.possible("b")) == (["x"], ["y"])


def test_a_branch_that_has_not_seen_a_variable_set_is_not_asked_of_it() -> None:
    stale = merged([NOTHING.assigned("c", ["x"]), NOTHING]).narrowed(["a"], [(UNSET,)])
    assert stale is not None
    met = joined([stale, NOTHING.assigned("a", ["y"])])

    assert met.possible("a") == ["y"]
    assert isinstance(met, Facts)
    assert NAMES.mask(["a", "unknown"]) == sure("a")
