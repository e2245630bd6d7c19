"""A table in a process reads and gives routing variables."""

from engine.bpmn.check.rules.decision_variables import decision_variables
from tests.engine.bpmn.check.rules.examples import Files, examples, one
from tests.engine.bpmn.rules import dmn
from tests.engine.bpmn.samples import rule


def asking(head: str, row: str) -> Files:
    return one(rule("r", "b"), **{"b.dmn": dmn(head, row)})


TOLD = "p.bpmn#r: b har x, som inte är en vägvalsvariabel [decision]"

VALID = {"variables": asking("val => mer", '- => "ja"')}
INVALID = {
    "reads something else": (asking('x("a") => mer', '- => "ja"'), TOLD),
    "gives something else": (asking('val => x("a")', '- => "a"'), TOLD),
}

test_examples = examples(decision_variables, VALID, INVALID)
