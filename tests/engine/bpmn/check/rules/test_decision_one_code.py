"""A table that gives a list has no place in a process."""

from engine.bpmn.check.rules.decision_one_code import decision_one_code
from tests.engine.bpmn.check.rules.examples import Files, examples, one
from tests.engine.bpmn.rules import dmn
from tests.engine.bpmn.samples import rule


def asking(policy: str) -> Files:
    return one(rule("r", "b"), **{"b.dmn": dmn("val => mer", '- => "ja"', policy)})


VALID = {policy: asking(policy) for policy in ("UNIQUE", "FIRST", "ANY")}
INVALID = {
    policy: (asking(policy), f"b ger en lista ({policy}), en variabel har bara en kod")
    for policy in ("COLLECT", "RULE ORDER")
}

test_examples = examples(decision_one_code, VALID, INVALID)
