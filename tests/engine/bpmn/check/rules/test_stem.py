"""A process is named as its file."""

from engine.bpmn.check.rules.stem import stem
from tests.engine.bpmn.check.rules.examples import examples
from tests.engine.bpmn.samples import files, straight

VALID = {"one name": files(p=straight("a"))}
INVALID = {
    "another name": (files(q=straight("a")), "q.bpmn#p: processens id är 'p', det ska vara filens"),
}

test_examples = examples(stem, VALID, INVALID)
