"""No two branches set the same variable: right and wrong ones."""

from engine.bpmn.check.races import race_findings
from engine.bpmn.soundness.findings import Flaw
from tests.engine.bpmn.dataflow.small import asks, form, question, whole
from tests.engine.bpmn.dataflow.test_races import GATES, READ, STOP
from tests.engine.bpmn.samples import END, START, bpmn
from tests.engine.bpmn.soundness.played import A, B
from tests.engine.bpmn.table import Table

NODES = [START, *GATES, A, B, END, STOP]


def test_branches_that_ask_different_things_are_right() -> None:
    nodes = [START, *GATES, A, asks("b"), END, STOP]

    assert race_findings(whole(nodes, READ, form(question("mer")))) == []


def test_branches_that_ask_the_same_are_told_with_a_way_there() -> None:
    (flaw,) = race_findings(whole(NODES, READ))

    assert isinstance(flaw, Flaw)
    assert (flaw.element, flaw.about, flaw.rule) == ("a", "b", "race")
    assert "”A” och ”B” kan båda sätta ”Val” (val), i vilken ordning som helst" in flaw.message
    assert [step.element for step in flaw.trace] == ["start", "s", "a", "b"]


def test_in_the_engine_the_one_that_comes_last_decides() -> None:
    after = [asks(each, "f") for each in "cd"]
    flows = READ.replace("x -> stop", "x -> c").replace("x -> end", "x -> d")
    ends = "\nc -> stop\nd -> end"
    text = bpmn("p", [*NODES, *after], flows.replace(" and mer == 'ja'", "") + ends)
    one = Table(p=text).start().do("a", val="ja").do("b", val="nej")
    other = Table(p=text).start().do("b", val="nej").do("a", val="ja")

    assert (one.open(), other.open()) == (["d"], ["c"])
