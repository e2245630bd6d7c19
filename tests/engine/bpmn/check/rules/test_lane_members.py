"""An element is in one lane, and what a lane holds is there."""

from engine.bpmn.check.rules.lane_members import lane_members
from tests.engine.bpmn.check.rules.examples import changed, examples
from tests.engine.bpmn.samples import files, straight

LANES = files(p=straight("a"))
REF = "<bpmn:flowNodeRef>a</bpmn:flowNodeRef>"

VALID = {"each in one": LANES}
INVALID = {
    "in two": (
        changed(LANES, "</bpmn:laneSet>",
                f'<bpmn:lane id="lane_polis" name="P">{REF}</bpmn:lane></bpmn:laneSet>'),
        "p.bpmn#a: elementet ligger i flera banor [lane]",
    ),
    "nothing there": (
        changed(LANES, REF, REF + REF.replace("a<", "b<")),
        "p.bpmn#b: banan pekar på ett element som inte finns [lane]",
    ),
}  # fmt: skip

test_examples = examples(lane_members, VALID, INVALID)
