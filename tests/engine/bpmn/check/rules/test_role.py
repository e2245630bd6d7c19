"""A role of a task is one of its agency's."""

from engine.bpmn.check.rules.role import role
from tests.engine.bpmn.check.rules.examples import examples, one
from tests.engine.bpmn.samples import user

VALID = {
    "no role": one(user("a")),
    "to do it": one(user("a", roll="ordforande")),
    "to approve it": one(user("a", godkannande="ordforande")),
}
INVALID = {
    "to do it, unknown": (one(user("a", roll="kung")), "Socialtjänsten har ingen roll kung"),
    "to approve it, unknown": (
        one(user("a", godkannande="kung")), "Socialtjänsten har ingen roll kung [form]"
    ),
}  # fmt: skip

test_examples = examples(role, VALID, INVALID)
