"""A setting stands where it is read."""

from engine.bpmn.check.rules.properties import properties
from tests.engine.bpmn.check.rules.examples import examples, one
from tests.engine.bpmn.samples import user

VALID = {"a form and a source": one(user("a")), "a deadline": one(user("a", frist="DL-10"))}
INVALID = {
    "one that nothing reads": (
        one(user("a", farg="röd")), "egenskapen skydd.farg hör inte hemma"
    ),
    "a task sets nothing by itself": (
        one(user("a", satter="val=ja")), "egenskapen skydd.satter hör inte hemma"
    ),
    "only a rule task asks a table": (
        one(user("a", beslut="b")),
        "egenskapen skydd.beslut hör inte hemma på ett element av slaget userTask",
    ),
}  # fmt: skip

test_examples = examples(properties, VALID, INVALID)
