"""A process has an end."""

from engine.bpmn.check.rules.end import end
from tests.engine.bpmn.check.rules.examples import drawn, examples
from tests.engine.bpmn.samples import START, files, node, straight, user

VALID = {"one end": files(p=straight("a"))}
INVALID = {
    "round for ever": (
        drawn([START, node("exclusiveGateway", "x"), user("a")], "start -> x\nx -> a\na -> x"),
        "p.bpmn#p: processen saknar sluthändelse [end]",
    )
}

test_examples = examples(end, VALID, INVALID)
