"""A process begins in one place."""

from engine.bpmn.check.rules.one_start import one_start
from tests.engine.bpmn.check.rules.examples import drawn, examples
from tests.engine.bpmn.samples import END, START, files, node, straight, user

VALID = {"one": files(p=straight("a"))}
INVALID = {
    "none": (drawn([user("a"), END], "a -> end"), "processen har 0 starthändelser"),
    "two": (
        drawn([START, node("startEvent", "s2"), END, node("endEvent", "e2")],
              "start -> end\ns2 -> e2"),
        "p.bpmn#p: processen har 2 starthändelser, den ska ha en [one-start]",
    ),
}  # fmt: skip

test_examples = examples(one_start, VALID, INVALID)
