"""A lane is of an agency in the register."""

from engine.bpmn.check.rules.lane_registered import lane_registered
from tests.engine.bpmn.check.rules.examples import drawn, examples
from tests.engine.bpmn.samples import END, START, user

NODES, FLOWS = [START, user("a"), END], "start -> a\na -> end"

VALID = {"registered": drawn(NODES, FLOWS, lane="soc")}
INVALID = {"unknown": (drawn(NODES, FLOWS, lane="tull"), "banan lane_tull finns inte i registret")}

test_examples = examples(lane_registered, VALID, INVALID)
