"""A deadline is counted from a day."""

from engine.bpmn.check.rules.deadline_start import deadline_start
from tests.engine.bpmn.check.rules.examples import examples, one
from tests.engine.bpmn.samples import user

VALID = {"a day": one(user("a", frist="DL-10", fran="dag"))}
INVALID = {
    "a choice": (one(user("a", fran="val")), "skydd.fran ska vara en datumvariabel, inte 'val'"),
    "unknown": (one(user("a", fran="borta")), "skydd.fran ska vara en datumvariabel"),
}

test_examples = examples(deadline_start, VALID, INVALID)
