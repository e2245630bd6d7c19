"""What is protected is not passed off as procedure."""

from engine.bpmn.check.rules.secrecy_procedure import secrecy_procedure
from tests.engine.bpmn.check.rules.examples import examples
from tests.engine.bpmn.check.rules.handed import read_by

PROTECTED = {"skydd.skyddad": "ja"}

VALID = {
    "an open answer": read_by(kind="handlaggning"),
    "a protected one of a kind of its own": read_by(form=PROTECTED),
}
INVALID = {
    "a protected answer": (
        read_by(kind="handlaggning", form=PROTECTED),
        "fältet skal är skyddat och hör inte till handlaggning [insyn]",
    )
}

test_examples = examples(secrecy_procedure, VALID, INVALID)
