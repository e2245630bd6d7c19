"""A rule task is answered by a table that is there."""

from engine.bpmn.check import findings
from engine.bpmn.check.rules.decision import decision
from tests.engine.bpmn.check.rules.examples import Files, examples, one
from tests.engine.bpmn.rules import dmn
from tests.engine.bpmn.samples import rule

TABLE = dmn("val => mer", '- => "ja"')


def asking(name: str) -> Files:
    return one(rule("r", name), **{"b.dmn": TABLE})


VALID = {"a table of the set": asking("b")}
INVALID = {
    "one that is not there": (asking("c"), "p.bpmn#r: beslutstabellen c finns inte"),
    "none": (asking(""), "regeluppgiften saknar beslutstabell (skydd.beslut)"),
}

test_examples = examples(decision, VALID, INVALID)


def test_a_rule_task_that_asks_a_table_of_the_set_is_right_by_every_rule() -> None:
    assert {each.rule for each in findings(asking("b"))} == {"not-drawn"}
