"""An event that waits waits for something."""

from engine.bpmn.check.rules.trigger_missing import trigger_missing
from tests.engine.bpmn.check.rules.examples import examples, one
from tests.engine.bpmn.samples import message, node

VALID = {
    "a message": one(node("intermediateCatchEvent", "x", message("message", "hej"))),
    "a throwing event that only sets": one(node("intermediateThrowEvent", "x")),
}
INVALID = {
    "nothing": (
        one(node("intermediateCatchEvent", "x")), "p.bpmn#x: händelsen saknar utlösare [event]"
    )
}  # fmt: skip

test_examples = examples(trigger_missing, VALID, INVALID)
