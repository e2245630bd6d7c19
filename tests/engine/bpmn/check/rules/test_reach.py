"""Whatever is drawn can be come to, and leads to an end."""

from engine.bpmn.check.rules.reach import reach
from tests.engine.bpmn.check.rules.examples import drawn, examples
from tests.engine.bpmn.samples import END, START, files, node, straight, timer, user

VALID = {
    "a row": files(p=straight("a")),
    "what sits on a task": drawn(
        [START, user("a"), node("boundaryEvent", "t", timer("P1D"), attachedToRef="a"), END,
         node("endEvent", "late")],
        "start -> a\na -> end\nt -> late",
    ),
}  # fmt: skip
INVALID = {
    "a ring by itself": (
        drawn([START, user("a"), user("b"), user("c"), END],
              "start -> a\na -> end\nb -> c\nc -> b"),
        "b: elementet kan inte nås från starten",
    ),
    "a dead end": (
        drawn([START, node("parallelGateway", "s"), user("a"), user("b"), END],
              "start -> s\ns -> a\ns -> b\na -> end"),
        "p.bpmn#b: ingen sluthändelse kan nås härifrån [reach]",
    ),
}  # fmt: skip

test_examples = examples(reach, VALID, INVALID)
