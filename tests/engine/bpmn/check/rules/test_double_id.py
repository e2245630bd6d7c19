"""An id is for one thing only."""

from engine.bpmn.check.rules.double_id import double_id
from tests.engine.bpmn.check.rules.examples import changed, examples
from tests.engine.bpmn.samples import files, straight

TWO = files(p=straight("a", "b"))

VALID = {"each its own": TWO}
INVALID = {
    "a message named as a task": (
        changed(TWO, 'id="message_hej"', 'id="a"'), "p.bpmn#a: id:t a finns 2 gånger [double-id]"
    )
}  # fmt: skip

test_examples = examples(double_id, VALID, INVALID)
