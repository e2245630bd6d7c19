"""A process says that it can be executed."""

from engine.bpmn.check.rules.executable import executable
from tests.engine.bpmn.check.rules.examples import changed, examples
from tests.engine.bpmn.samples import files, straight

MARKED = files(p=straight("a"))

VALID = {"marked": MARKED}
INVALID = {
    "marked as a drawing": (
        changed(MARKED, 'isExecutable="true"', 'isExecutable="false"'),
        "p.bpmn#p: processen är inte markerad som körbar [executable]",
    ),
    "not marked": (changed(MARKED, 'isExecutable="true"', ""), "inte markerad som körbar"),
}

test_examples = examples(executable, VALID, INVALID)
