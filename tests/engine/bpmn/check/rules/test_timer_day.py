"""A timer that waits for a day names the variable that holds it."""

from engine.bpmn.check.rules.timer_day import timer_day
from tests.engine.bpmn.check.rules.examples import Files, examples, one
from tests.engine.bpmn.samples import node, timer


def waiting_for(text: str) -> Files:
    return one(node("intermediateCatchEvent", "x", timer(text, "timeDate")))


VALID = {"a day": waiting_for("dag")}
INVALID = {
    "a choice": (
        waiting_for("val"), "p.bpmn#x: timeDate ska vara namnet på en datumvariabel, inte 'val'"
    ),
    "a day in letters": (waiting_for("2026-01-01"), "namnet på en datumvariabel"),
}  # fmt: skip

test_examples = examples(timer_day, VALID, INVALID)
