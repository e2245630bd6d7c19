"""A join that a token can come back to."""

from engine.bpmn.check.rules.join_in_loop import join_in_loop
from tests.engine.bpmn.check.rules.examples import drawn, examples
from tests.engine.bpmn.samples import END, START, node, user

BLOCK = [node("parallelGateway", "s"), user("a"), user("b"), node("parallelGateway", "j")]
ROUND = [START, node("exclusiveGateway", "m"), *BLOCK, node("exclusiveGateway", "x"), END]

VALID = {
    "a block": drawn([START, *BLOCK, END],
                     "start -> s\ns -> a\ns -> b\na -> j\nb -> j\nj -> end"),
}  # fmt: skip
INVALID = {
    "a block that is done again": (
        drawn(ROUND, "start -> m\nm -> s\ns -> a\ns -> b\na -> j\nb -> j\nj -> x\n"
                     "x -> m : val == 'ja'\nx -> end : default"),
        "p.bpmn#j: en parallell sammanföring får inte ligga i en slinga",
    )
}  # fmt: skip

test_examples = examples(join_in_loop, VALID, INVALID)
