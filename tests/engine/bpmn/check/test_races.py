"""No two branches set the same variable: right and wrong ones."""

from engine.bpmn.check.races import race_findings
from engine.bpmn.soundness.findings import Flaw
from tests.engine.bpmn.dataflow.small import asks, form, question, whole
from tests.engine.bpmn.samples import END, START, bpmn
from tests.engine.bpmn.soundness.played import BLOCK, JOIN, SPLIT, A, B
from tests.engine.bpmn.table import Table

NODES = [START, SPLIT, A, B, JOIN, END]


def test_branches_that_ask_different_things_are_right() -> None:
    nodes = [START, SPLIT, A, asks("b"), JOIN, END]

    assert race_findings(whole(nodes, BLOCK, form(question("mer")))) == []


def test_branches_that_ask_the_same_are_told_with_a_way_there() -> None:
    (flaw,) = race_findings(whole(NODES, BLOCK))

    assert isinstance(flaw, Flaw)
    assert (flaw.element, flaw.about, flaw.rule) == ("a", "b", "race")
    assert "”A” och ”B” kan båda sätta ”Val” (val), i vilken ordning som helst" in flaw.message
    assert [step.element for step in flaw.trace] == ["start", "s", "a", "b"]


def test_in_the_engine_the_one_that_comes_last_decides() -> None:
    text = bpmn("p", [START, SPLIT, A, B, asks("c", "f"), JOIN, END],
                BLOCK.replace("j -> end", "j -> c\nc -> end"))  # fmt: skip
    one = Table(p=text).start().do("a", val="ja").do("b", val="nej").instance.variables
    other = Table(p=text).start().do("b", val="nej").do("a", val="ja").instance.variables

    assert (one, other) == ({"val": "nej"}, {"val": "ja"})
