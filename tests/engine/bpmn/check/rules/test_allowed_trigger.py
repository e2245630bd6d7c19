"""What a kind of event may wait for or send."""

from engine.bpmn.check.rules.allowed_trigger import allowed_trigger
from tests.engine.bpmn.check.rules.examples import drawn, examples, one
from tests.engine.bpmn.samples import START, message, node, timer

VALID = {
    "a signal is sent between": one(
        node("intermediateThrowEvent", "x", message("signal", "slut"))
    ),
}  # fmt: skip
INVALID = {
    "a signal at the end, where nothing would be sent": (
        drawn([START, node("endEvent", "end", message("signal", "slut"))], "start -> end"),
        "p.bpmn#end: händelsen får inte ha utlösaren signal [event]",
    ),
    "a time is sent": (
        one(node("intermediateThrowEvent", "x", timer("P1D"))), "inte ha utlösaren duration"
    ),
}  # fmt: skip

test_examples = examples(allowed_trigger, VALID, INVALID)
