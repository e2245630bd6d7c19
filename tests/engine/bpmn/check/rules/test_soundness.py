"""No run gets stuck: one that is right and one that is not; the proof has its own tests."""

from engine.bpmn.check.rules.soundness import soundness
from tests.engine.bpmn.check.rules.examples import drawn, examples
from tests.engine.bpmn.samples import END, START, files, node, straight, user

ROWS = "start -> q\nq -> x\nx -> a : val == 'ja'\nx -> b : default\na -> j\nb -> j\nj -> end"
NODES = [START, user("q"), node("exclusiveGateway", "x"), user("a"), user("b")]

VALID = {
    "a row": files(p=straight("a")),
    "a choice that meets again": drawn([*NODES, node("exclusiveGateway", "j"), END], ROWS),
}
INVALID = {
    "a join after a choice": (
        drawn([*NODES, node("parallelGateway", "j"), END], ROWS),
        "[deadlock]",
    )
}

test_examples = examples(soundness, VALID, INVALID)
