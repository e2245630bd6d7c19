"""Who may hand something over."""

from engine.bpmn.check.rules.sender import sender
from tests.engine.bpmn.check.rules.examples import examples
from tests.engine.bpmn.check.rules.handed import handed

VALID = {"the sender": handed(), "all": handed(avsandare=["alla"])}
INVALID = {
    "somebody else": (
        handed(avsandare=["polis"]), "p.bpmn#a: soc är inte en av avsändarna av M01 [meddelande]"
    )
}  # fmt: skip

test_examples = examples(sender, VALID, INVALID)
