"""The form files of a set; each of the rules of forms has its own test."""

from engine.bpmn.check.rules.forms import forms
from tests.engine.bpmn.check.rules.examples import changed, examples, with_nothing

FORM = "forms/f.form"

VALID = {"questions": with_nothing()}
INVALID = {
    "a variable that is not registered": (
        changed(with_nothing(), '"skydd.variabel": "val"', '"skydd.variabel": "vall"', file=FORM),
        "[variabel]",
    )
}

test_examples = examples(forms, VALID, INVALID)
