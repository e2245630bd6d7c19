"""A flow leads from an element to an element."""

from engine.bpmn.check import findings
from engine.bpmn.check.rules.dangling import dangling
from tests.engine.bpmn.check.rules.examples import drawn, examples
from tests.engine.bpmn.samples import END, START, files, straight, user

LOST = drawn([START, user("a"), END], "start -> a\na -> borta")

VALID = {"from task to task": files(p=straight("a", "b"))}
INVALID = {
    "to nothing": (LOST, "p.bpmn#a_borta: flödet pekar på 'borta' som inte finns [flow]"),
    "from nothing": (
        drawn([START, user("a"), END], "start -> a\na -> end\nborta -> a"), "pekar på 'borta'"
    ),
}  # fmt: skip

test_examples = examples(dangling, VALID, INVALID)


def test_while_a_flow_dangles_nothing_else_is_said_of_flows() -> None:
    told = [str(each) for each in findings(LOST) if each.rule in {"flow", "reach"}]

    assert told == ["p.bpmn#a_borta: flödet pekar på 'borta' som inte finns [flow]"]
