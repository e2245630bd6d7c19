"""A task is with an agency that signs in."""

from engine.bpmn.check.rules.signs_in import signs_in
from tests.engine.bpmn.check.rules.examples import drawn, examples
from tests.engine.bpmn.samples import END, START, user

NODES, FLOWS = [START, user("a"), END], "start -> a\na -> end"

VALID = {
    "people": drawn(NODES, FLOWS, lane="soc"),
    "no task": drawn([START, END], "start -> end", lane="system"),
}
INVALID = {
    "a machine": (drawn(NODES, FLOWS, lane="system"), "p.bpmn#a: System loggar inte in och kan"),
}

test_examples = examples(signs_in, VALID, INVALID)
