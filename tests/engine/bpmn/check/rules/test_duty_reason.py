"""A duty has its tasks or a reason to have none."""

from engine.bpmn.check.rules.duty_reason import duty_reason
from tests.engine.bpmn.check.rules.duties import DUTIES, SOCIAL, resting_on
from tests.engine.bpmn.check.rules.examples import examples, one
from tests.engine.bpmn.samples import user

REASON = SOCIAL + 'darfor = "Stående uppdrag"\n'

VALID = {
    "a task": resting_on("SOC-01", SOCIAL),
    "a reason": one(user("a"), **{DUTIES: REASON}),
}
INVALID = {
    "both": (
        resting_on("SOC-01", REASON),
        "ansvar.toml#SOC-01: ansvaret har både uppgifter och ett skäl att inte ha det [duty]",
    )
}

test_examples = examples(duty_reason, VALID, INVALID)
