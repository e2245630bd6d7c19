"""Hours are counted from an instant."""

from engine.bpmn.check.rules.deadline_hours import deadline_hours
from tests.engine.bpmn.check.rules.examples import changed, examples, one
from tests.engine.bpmn.samples import user

FROM_A_DAY = one(user("a", frist="DL-10", fran="dag"))
IN_HOURS = changed(
    changed(FROM_A_DAY, 'langd = "P7D"', 'langd = "PT96H"', file="frister.toml"),
    "flyttas = true", "flyttas = false", file="frister.toml",
)  # fmt: skip

VALID = {"days from a day": FROM_A_DAY}
INVALID = {
    "hours from a day": (
        IN_HOURS,
        "p.bpmn#a: DL-10 räknas i timmar och behöver en tidpunkt, inte dagen dag [deadline]",
    )
}

test_examples = examples(deadline_hours, VALID, INVALID)
