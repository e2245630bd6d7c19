"""A condition stands where something is chosen."""

from engine.bpmn.check.rules.condition_place import condition_place
from tests.engine.bpmn.check.rules.examples import drawn, examples
from tests.engine.bpmn.samples import END, START, node, user

ENDS = [END, node("endEvent", "no")]

VALID = {
    "out of a choice": drawn(
        [START, user("a"), node("exclusiveGateway", "x"), *ENDS],
        "start -> a\na -> x\nx -> end : val == 'ja'\nx -> no : default",
    )
}
INVALID = {
    "out of a task": (
        drawn([START, user("a"), END], "start -> a\na -> end : val == 'ja'"),
        "p.bpmn#a: ett villkor får bara stå på flöden ut ur ett exklusivt vägval [flow]",
    ),
    "out of a gateway with one way": (
        drawn([START, user("a"), node("exclusiveGateway", "x"), END],
              "start -> a\na -> x\nx -> end : val == 'ja'"),
        "p.bpmn#x: ett villkor får bara stå på",
    ),
}  # fmt: skip

test_examples = examples(condition_place, VALID, INVALID)
