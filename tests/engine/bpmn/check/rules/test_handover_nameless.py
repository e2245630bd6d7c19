"""What goes without a name carries no text that could hold one."""

from engine.bpmn.check.rules.handover_nameless import handover_nameless
from tests.engine.bpmn.check.rules.examples import examples
from tests.engine.bpmn.check.rules.handed import asked, handed

VALID = {
    "a choice": handed(sparr=["AVID"], falt=["val"]),
    "a text that is held to it": handed(sparr=["AVID"])
    | {"forms/f.form": asked({"skydd.avidentifierad": "ja"})},
    "a text with a name, on a ground": handed(),
}
INVALID = {
    "a free text": (
        handed(sparr=["AVID"]),
        "M01: fältet skal är inte avidentifierat (skydd.avidentifierad) [meddelande]",
    )
}

test_examples = examples(handover_nameless, VALID, INVALID)
