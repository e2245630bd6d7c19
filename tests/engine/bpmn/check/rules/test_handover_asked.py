"""What goes along has been asked."""

from engine.bpmn.check.rules.handover_asked import handover_asked
from tests.engine.bpmn.check.rules.examples import examples
from tests.engine.bpmn.check.rules.handed import SILENT, handed

VALID = {
    "asked": handed(falt=["val", "skal"]),
    "not sent yet": handed(SILENT, falt=["adress"], avvaktar="Diagrammet är inte ritat"),
}
INVALID = {
    "asked by no form": (
        handed(falt=["skal", "adress"]),
        "M01: fältet adress frågas inte i något av formulären som lämnar över [meddelande]",
    )
}

test_examples = examples(handover_asked, VALID, INVALID)
