"""A lane's id names its agency."""

from engine.bpmn.check.rules.lane_id import lane_id
from tests.engine.bpmn.check.rules.examples import changed, examples
from tests.engine.bpmn.samples import files, straight

LANES = files(p=straight("a"))

VALID = {"lane_soc": LANES}
INVALID = {
    "only the agency": (
        changed(LANES, 'id="lane_soc"', 'id="soc"'), "p.bpmn#soc: banans id ska börja med lane_"
    ),
    "none": (changed(LANES, 'id="lane_soc"', ""), "p.bpmn: banans id ska börja med lane_"),
}  # fmt: skip

test_examples = examples(lane_id, VALID, INVALID)
