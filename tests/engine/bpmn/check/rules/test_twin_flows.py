"""A second flow to the same element."""

from engine.bpmn.check.rules.twin_flows import twin_flows
from tests.engine.bpmn.check.rules.examples import changed, drawn, examples
from tests.engine.bpmn.samples import END, START, node, user

SPLIT = drawn([START, node("parallelGateway", "s"), user("a"), END],
              "start -> s\ns -> a\na -> end")  # fmt: skip
AGAIN = '<bpmn:sequenceFlow id="s_a2" sourceRef="s" targetRef="a" /></bpmn:process>'

VALID = {"one": SPLIT}
INVALID = {
    "two": (
        changed(SPLIT, "</bpmn:process>", AGAIN),
        "s: 2 flöden går till a, det ska vara ett [twin]",
    )
}

test_examples = examples(twin_flows, VALID, INVALID)
