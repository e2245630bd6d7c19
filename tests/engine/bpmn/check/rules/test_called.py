"""A process that is called is in the set, and begins without a message."""

from engine.bpmn.check.rules.called import called
from tests.engine.bpmn.check.rules.examples import drawn, examples, one
from tests.engine.bpmn.samples import END, START, bpmn, message, node

CALL = node("callActivity", "c", name="C", calledElement="q")
PLAIN = bpmn("q", [START, END], "start -> end")
TOLD = bpmn("q", [node("startEvent", "start", message("message", "hej")), END], "start -> end")

VALID = {
    "a process of the set": one(CALL, **{"q.bpmn": PLAIN}),
    "no call": drawn([START, END], "start -> end"),
}
INVALID = {
    "one that is not there": (one(CALL), "p.bpmn#c: den anropade processen 'q' finns inte"),
    "one that waits for a message": (
        one(CALL, **{"q.bpmn": TOLD}), "q startas av ett meddelande och kan inte anropas"
    ),
}  # fmt: skip

test_examples = examples(called, VALID, INVALID)
