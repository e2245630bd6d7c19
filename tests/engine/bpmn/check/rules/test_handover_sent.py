"""A hand-over is made, or says what it waits for."""

from engine.bpmn.check.rules.handover_sent import handover_sent
from tests.engine.bpmn.check.rules.examples import examples
from tests.engine.bpmn.check.rules.handed import SILENT, handed

VALID = {
    "made": handed(),
    "waiting": handed(SILENT, avvaktar="Diagrammet är inte ritat"),
    "by an event": handed(SILENT, handelse="hej"),
}
INVALID = {
    "made by nobody": (
        handed(SILENT), "overlamnanden.toml#M01: ingen uppgift lämnar över det (skydd.meddelande)"
    ),
    "waiting, and made": (
        handed(avvaktar="Diagrammet är inte ritat"),
        "avvaktar står kvar, men en uppgift lämnar redan över [meddelande]",
    ),
}  # fmt: skip

test_examples = examples(handover_sent, VALID, INVALID)
