"""An event has one trigger."""

from engine.bpmn.check.rules.one_trigger import one_trigger
from tests.engine.bpmn.check.rules.examples import examples, one
from tests.engine.bpmn.samples import message, node, timer

VALID = {"a message": one(node("intermediateCatchEvent", "x", message("message", "hej")))}
INVALID = {
    "a message or a time": (
        one(node("intermediateCatchEvent", "x", message("message", "hej") + timer("P1D"))),
        "p.bpmn#x: händelsen har flera utlösare, den får ha en [event]",
    )
}

test_examples = examples(one_trigger, VALID, INVALID)
