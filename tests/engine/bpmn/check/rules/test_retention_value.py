"""A rule of retention names values that a variable can have."""

from engine.bpmn.check.rules.retention_value import retention_value
from tests.engine.bpmn.check.rules.examples import examples
from tests.engine.bpmn.check.rules.kept import kept
from tests.engine.retention.kept import rule

VALID = {"a code": kept(rule("mer", "[mer.nar]", 'variabler.val = ["ja"]'))}
INVALID = {
    "an unknown code": (
        kept(rule("mer", "[mer.nar]", 'variabler.val = ["x"]')),
        "gallring.toml#mer: variabeln val har inget värde 'x' [gallring]",
    )
}

test_examples = examples(retention_value, VALID, INVALID)
