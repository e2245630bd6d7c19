"""A deadline is in the registry."""

from engine.bpmn.check.rules.deadline import deadline
from tests.engine.bpmn.check.rules.examples import examples, one
from tests.engine.bpmn.samples import user

VALID = {"none": one(user("a")), "registered": one(user("a", frist="DL-10"))}
INVALID = {"unknown": (one(user("a", frist="DL-99")), "p.bpmn#a: fristen DL-99 finns inte")}

test_examples = examples(deadline, VALID, INVALID)
