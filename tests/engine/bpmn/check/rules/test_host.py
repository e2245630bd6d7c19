"""A boundary event sits on what takes time."""

from engine.bpmn.check.rules.host import host
from tests.engine.bpmn.check.rules.examples import Files, drawn, examples
from tests.engine.bpmn.samples import END, START, node, rule, timer, user


def late(on: str, activity: str) -> Files:
    event = node("boundaryEvent", "late", timer("P1D"), attachedToRef=on)
    nodes = [START, activity, event, END, node("endEvent", "e2")]
    return drawn(nodes, "start -> r\nr -> end\nlate -> e2")


VALID = {"a task": late("r", user("r"))}
INVALID = {
    "a rule task, which waits for nothing": (
        late("r", rule("r", "b")),
        "p.bpmn#late: kanthändelsen sitter inte på en uppgift eller ett anrop",
    ),
    "nothing": (late("borta", user("r")), "p.bpmn#late: kanthändelsen sitter inte på"),
}

test_examples = examples(host, VALID, INVALID)
