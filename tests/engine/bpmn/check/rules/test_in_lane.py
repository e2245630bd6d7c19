"""Every element is some agency's."""

from engine.bpmn.check.rules.in_lane import in_lane
from tests.engine.bpmn.check.rules.examples import changed, examples
from tests.engine.bpmn.samples import files, straight

LANES = files(p=straight("a"))

VALID = {"in a lane": LANES}
INVALID = {
    "outside every lane": (
        changed(LANES, "<bpmn:flowNodeRef>a</bpmn:flowNodeRef>", ""),
        "p.bpmn#a: elementet ligger inte i någon bana [lane]",
    )
}

test_examples = examples(in_lane, VALID, INVALID)
