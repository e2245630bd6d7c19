"""A timer that stands for a deadline has its length."""

from engine.bpmn.check.rules.deadline_length import deadline_length
from tests.engine.bpmn.check.rules.examples import Files, drawn, examples
from tests.engine.bpmn.samples import END, START, extras, node, timer, user


def late(length: str) -> Files:
    boundary = node("boundaryEvent", "t", timer(length), attachedToRef="a").replace(
        "{flows}", extras({"frist": "DL-10"}) + "{flows}"
    )
    nodes = [START, user("a"), boundary, END, node("endEvent", "late")]
    return drawn(nodes, "start -> a\na -> end\nt -> late")


VALID = {"seven days": late("P7D")}
INVALID = {"eight": (late("P8D"), "p.bpmn#t: längden P8D är inte fristens längd P7D (DL-10)")}

test_examples = examples(deadline_length, VALID, INVALID)
