"""Where ways part there is a gateway."""

from engine.bpmn.check.rules.ways_out import ways_out
from tests.engine.bpmn.check.rules.examples import drawn, examples
from tests.engine.bpmn.samples import END, START, files, straight, user

VALID = {"a row": files(p=straight("a"))}
INVALID = {
    "two ways out of a task": (
        drawn([START, user("a"), user("b"), user("c"), END],
              "start -> a\na -> b\na -> c\nb -> end\nc -> end"),
        "a: 2 flöden går ut",
    ),
    "none": (
        drawn([START, user("a"), user("b"), END], "start -> a\na -> end"),
        "p.bpmn#b: 0 flöden går ut, det ska vara ett",
    ),
    "one out of an end": (
        drawn([START, user("a"), END], "start -> end\nend -> a"),
        "p.bpmn#end: inget flöde får gå ut ur sluthändelsen",
    ),
}  # fmt: skip

test_examples = examples(ways_out, VALID, INVALID)
