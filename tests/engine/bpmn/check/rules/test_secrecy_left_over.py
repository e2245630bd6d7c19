"""The table tells of nothing that is not handed over."""

from engine.bpmn.check.rules.secrecy_left_over import secrecy_left_over
from tests.engine.bpmn.check.rules.examples import examples
from tests.engine.bpmn.check.rules.handed import read_by

VALID = {"what is handed over": read_by()}
INVALID = {
    "something more": (
        read_by(fields='["val", "skal", "borta"]'),
        "insyn.toml#slag: M01 lämnar inte fältet borta [insyn]",
    )
}

test_examples = examples(secrecy_left_over, VALID, INVALID)
