"""A task is answered in a form."""

from engine.bpmn.check.rules.form import form
from tests.engine.bpmn.check.rules.examples import examples, one
from tests.engine.bpmn.samples import user

VALID = {"a form of the set": one(user("a", form="f"))}
INVALID = {
    "one that is not there": (one(user("a", form="saknas")), "formuläret saknas finns inte"),
    "none": (one(user("a", form="")), "p.bpmn#a: uppgiften saknar formulär (skydd.form) [form]"),
}

test_examples = examples(form, VALID, INVALID)
