"""A condition and a consent are on answers that there are."""

from engine.bpmn.check.rules.handover_condition import handover_condition
from tests.engine.bpmn.check.rules.examples import examples
from tests.engine.bpmn.check.rules.handed import handed

VALID = {
    "a condition": handed(nar="val == 'ja'"),
    "a consent": handed(samtycke="val", sparr=["SAMTYCKE"]),
}
INVALID = {
    "a slip of a name": (handed(nar="vall == 'ja'"), "okänd variabel vall; menade du val?"),
    "an unknown code": (handed(nar="val == 'jo'"), "variabeln val har inget värde 'jo'"),
    "an unknown consent": (
        handed(samtycke="lov"), "samtycket lov är varken en variabel eller en fråga i formulären"
    ),
}  # fmt: skip

test_examples = examples(handover_condition, VALID, INVALID)
