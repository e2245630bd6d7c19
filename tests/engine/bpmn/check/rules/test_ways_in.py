"""Where ways meet there is a gateway."""

from engine.bpmn.check.rules.ways_in import ways_in
from tests.engine.bpmn.check.rules.examples import drawn, examples
from tests.engine.bpmn.samples import END, START, files, straight, user

VALID = {"a row": files(p=straight("a"))}
INVALID = {
    "two ways into an end": (
        drawn([START, user("a"), user("b"), user("c"), END],
              "start -> a\na -> b\na -> c\nb -> end\nc -> end"),
        "end: 2 flöden går in",
    ),
    "none": (
        drawn([START, user("a"), user("b"), END], "start -> a\na -> end\nb -> end"),
        "p.bpmn#b: 0 flöden går in, det ska vara ett",
    ),
    "one into the start": (
        drawn([START, user("a"), user("b"), END], "start -> a\na -> start\nb -> end"),
        "p.bpmn#start: inget flöde får gå in i händelsen",
    ),
}  # fmt: skip

test_examples = examples(ways_in, VALID, INVALID)
